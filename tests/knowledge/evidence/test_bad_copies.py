"""Whatever lies in the archive is a clear finding: verified is only what was recorded."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.archive.folder import read_copies
from knowledge.evidence.record import record
from knowledge.evidence.verify import verify_citations
from knowledge.model.checked import CheckedSource, Finding
from tests.knowledge.evidence.stored import LATER, LINES, citing, recorded

CITING = citing("line 3 sentence 1", "line 3", "lines 1-5")
TEXT = "\n".join(LINES)
RECORDED = TEXT.encode()
TAMPERED = st.builds(
    lambda at, cut, put: RECORDED[:at] + put + RECORDED[at + cut :],
    st.integers(0, len(RECORDED)),
    st.integers(0, 5),
    st.binary(max_size=5) | st.sampled_from([b"", b"\r", b"\n", b".", b" A", b"\xef\xbb\xbf"]),
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("archive")


@given(content=TAMPERED | st.binary(max_size=60))
@example(content=RECORDED)
@example(content=TEXT.encode("utf-8-sig"))
@example(content=TEXT.replace("\n", "\r\n").encode())
@example(content=TEXT.encode("utf-16"))
@example(content=b"")
def test_only_what_was_recorded_is_verified(archive: Path, content: bytes) -> None:
    file = archive / "gull.txt"
    file.write_bytes(RECORDED)
    base = recorded(CITING, read_copies(archive, CITING.sources.values()))
    file.write_bytes(content)
    copies = read_copies(archive, base.sources.values())

    (source,) = verify_citations(base, copies)

    is_same = content == RECORDED
    assert (source.finding is Finding.VERIFIED) == is_same
    assert (Finding.VERIFIED in findings(source)) == is_same
    assert (record(base, copies, LATER).refused == ()) == is_same
    assert record(base, copies, LATER).locks == base.locks


def findings(source: CheckedSource) -> set[Finding]:
    return {one.finding for one in source.citations}
