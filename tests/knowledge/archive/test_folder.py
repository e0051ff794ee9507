import os
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.archive.copies import Copy, Fault
from knowledge.archive.folder import (
    LARGEST_COPY,
    LONGEST_LINE,
    LONGEST_RUN,
    read_copies,
    read_copy,
)
from tests.knowledge.make import make_source

NAME = "lamps.txt"
SOURCE = make_source(archive=NAME)
TEXT = "The lamp burned.\n\nIt went out at dawn. Nobody saw it.\n"
LINES = ("The lamp burned.", "", "It went out at dawn. Nobody saw it.")


def store(folder: Path, content: bytes) -> Copy | Fault | None:
    """Store the bytes in the archive, and read them as a copy."""
    (folder / NAME).write_bytes(content)
    return read_copy(folder, SOURCE)


def named(folder: Path, name: str) -> Copy | Fault | None:
    """Read a copy by that name, whatever a record would accept as one."""
    return read_copy(folder, SOURCE.model_copy(update={"archive": name}))


def test_a_copy_has_its_lines_and_the_hash_of_its_bytes(tmp_path: Path) -> None:
    content = TEXT.encode()

    assert store(tmp_path, content) == Copy(LINES, sha256(content).hexdigest())


def test_a_source_without_a_copy_has_none(tmp_path: Path) -> None:
    assert read_copy(tmp_path, make_source()) is None
    assert read_copies(tmp_path, [make_source()]) == {}


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode("utf-8-sig"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r\n").encode("utf-8-sig"),
        TEXT.replace("\n", "\r").encode(),
        TEXT.removesuffix("\n").encode(),
    ],
    ids=["mark", "CRLF", "mark and CRLF", "CR", "no last line end"],
)
def test_the_writing_system_changes_the_hash_and_not_the_lines(
    tmp_path: Path, content: bytes
) -> None:
    copy = store(tmp_path, content)

    assert copy == Copy(LINES, sha256(content).hexdigest())
    assert copy != store(tmp_path, TEXT.encode())


@pytest.mark.parametrize("mark", ["\u2028", "\u0085", "\x0b", "\x0c"])
def test_only_line_feeds_count_as_cat_counts_them(tmp_path: Path, mark: str) -> None:
    copy = store(tmp_path, f"One{mark}line.\nAnother.\n".encode())

    assert isinstance(copy, Copy)
    assert copy.lines == (f"One{mark}line.", "Another.")


def test_an_empty_file_is_a_copy_without_lines(tmp_path: Path) -> None:
    copy = store(tmp_path, b"")

    assert isinstance(copy, Copy)
    assert copy.lines == ()


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("Déjà vu.".encode("latin-1"), Fault.OTHER_ENCODING),
        (TEXT.encode("utf-16"), Fault.OTHER_ENCODING),
        (TEXT.encode("utf-32"), Fault.OTHER_ENCODING),
        ("Ӯ".encode()[:1], Fault.OTHER_ENCODING),
        (TEXT.encode("utf-16-le"), Fault.BINARY),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Fault.BINARY),
        (b"%PDF-1.7\nplain letters\n", Fault.BINARY),
        (b"\x7fELF\x01\x01", Fault.BINARY),
    ],
)
def test_what_is_no_text_in_utf8_is_named(tmp_path: Path, content: bytes, fault: Fault) -> None:
    assert store(tmp_path, content) is fault


def test_a_copy_of_100_megabytes_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / NAME).open("wb") as file:
        file.truncate(100_000_000)

    assert read_copy(tmp_path, SOURCE) is Fault.TOO_LARGE


def test_a_copy_of_the_largest_size_is_read(tmp_path: Path) -> None:
    line = b"a" * (LONGEST_LINE - 1) + b"\n"
    whole = line * (LARGEST_COPY // LONGEST_LINE)

    assert isinstance(store(tmp_path, whole), Copy)
    assert store(tmp_path, whole + b"a") is Fault.TOO_LARGE


def test_a_line_in_which_no_place_is_found_again_is_named(tmp_path: Path) -> None:
    assert isinstance(store(tmp_path, b"a" * LONGEST_LINE), Copy)
    assert store(tmp_path, b"a" * (LONGEST_LINE + 1)) is Fault.LONG_LINE


@pytest.mark.parametrize("part", [".", "?!", "[7]"])
def test_what_would_take_forever_to_be_split_into_sentences_is_no_text(
    tmp_path: Path, part: str
) -> None:
    leader = part * (LONGEST_RUN // len(part))

    assert isinstance(store(tmp_path, f"Chapter one {leader} 12\n".encode()), Copy)
    assert store(tmp_path, f"Chapter one {leader}{part} 12\n".encode()) is Fault.BINARY


def test_a_copy_that_is_not_there_is_missing(tmp_path: Path) -> None:
    assert read_copy(tmp_path, SOURCE) is Fault.MISSING
    assert read_copy(tmp_path / "no-such-folder", SOURCE) is Fault.MISSING


def test_an_archive_that_is_a_file_has_unreadable_copies(tmp_path: Path) -> None:
    (tmp_path / "archive").write_text(TEXT, encoding="utf-8")

    assert read_copy(tmp_path / "archive", SOURCE) is Fault.UNREADABLE


def test_a_link_in_the_archive_is_followed(tmp_path: Path) -> None:
    (tmp_path / "older-name.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / NAME).symlink_to("older-name.txt")

    copy = read_copy(tmp_path, SOURCE)

    assert isinstance(copy, Copy)
    assert copy.lines == LINES


@pytest.mark.parametrize("is_there", [True, False])
def test_a_link_out_of_the_archive_is_refused(tmp_path: Path, *, is_there: bool) -> None:
    archive, outside = tmp_path / "archive", tmp_path / "secret.txt"
    archive.mkdir()
    if is_there:
        outside.write_text(TEXT, encoding="utf-8")
    (archive / NAME).symlink_to("../secret.txt")

    assert read_copy(archive, SOURCE) is Fault.OUTSIDE


def test_a_link_to_itself_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / NAME).symlink_to(NAME)

    assert read_copy(tmp_path, SOURCE) is Fault.UNREADABLE


@pytest.mark.parametrize(
    "name", ["../secret.txt", "/etc/passwd", "sub/lamps.txt", "..\\secret.txt", "..", ".", ""]
)
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / NAME).write_text(TEXT, encoding="utf-8")

    assert named(tmp_path, name) is Fault.OUTSIDE


@pytest.mark.parametrize("name", ["a\0b", "a" * 5000])
def test_a_name_that_no_file_can_have_is_a_fault(tmp_path: Path, name: str) -> None:
    assert isinstance(named(tmp_path, name), Fault)


def test_a_folder_and_a_pipe_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")

    assert named(tmp_path, "folder") is Fault.NO_FILE
    assert named(tmp_path, "pipe") is Fault.NO_FILE


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_copy_without_permission_is_unreadable(tmp_path: Path) -> None:
    store(tmp_path, TEXT.encode())
    (tmp_path / NAME).chmod(0)

    assert read_copy(tmp_path, SOURCE) is Fault.UNREADABLE


@given(content=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_whatever_lies_there_is_a_copy_or_a_fault(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    found = store(tmp_path_factory.mktemp("archive"), content)

    assert isinstance(found, Copy | Fault)


@pytest.mark.parametrize("fault", Fault)
def test_every_fault_has_a_remedy(fault: Fault) -> None:
    assert fault.remedy
