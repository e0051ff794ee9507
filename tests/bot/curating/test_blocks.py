"""A new block in a file that somebody keeps by hand: all else stays byte for byte."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.curating.blocks import block_text, table_text, with_block
from bot.writing import NotWrittenError
from knowledge.load.folder import SHIPPED
from tests.architecture.code import shown

KEPT = """# The facts on her work.
# A second line on the file.

[[fact]]
id = "work.boat"   # rowed, not sailed
phrasings = [
    "odd",  # spacing
]

# On the lamp: ask the harbor office again.
# It has not answered yet.
[[fact]]
id = 'work.lamp'
statement = '''
[[fact]]
id = "work.night"
'''

[[fact.claim]]
holder = "x"
# the end
"""
FILES = sorted((*SHIPPED.glob("*/facts/*.toml"), SHIPPED / "sources.toml"))


def added(before: bytes, id_: str, key: str = "fact", **values: object) -> tuple[bytes, bytes]:
    """Return the file with a block more, and what was put in; all else is checked here."""
    after = with_block(before, key, {"id": id_, **values})
    size = len(after) - len(before)
    for start in range(len(before) + 1):
        if after[:start] + after[start + size :] == before:
            # of several cuts that leave the rest, the one that begins with the block
            block = after[start : start + size]
            if f'id = "{id_}"'.encode() in block and block.strip().startswith(b"[["):
                return after, block
    raise AssertionError(after)


def ids(content: bytes, key: str = "fact") -> list[str]:
    return [block["id"] for block in tomllib.loads(content.decode())[key]]


@pytest.mark.parametrize(
    ("id_", "order"),
    [
        ("work.anchor", ["work.anchor", "work.boat", "work.lamp"]),
        ("work.keel", ["work.boat", "work.keel", "work.lamp"]),
        ("work.night", ["work.boat", "work.lamp", "work.night"]),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_block_stands_in_the_order_of_ids_and_all_else_stays(
    id_: str, order: list[str], ends: str
) -> None:
    before = KEPT.replace("\n", ends).encode()

    after, block = added(before, id_)

    assert ids(after) == order
    assert block.replace(b"\r\n", b"").count(b"\n") == (0 if ends == "\r\n" else 3)


def test_a_comment_right_above_a_block_stays_with_it() -> None:
    after, _ = added(KEPT.encode(), "work.keel")

    kept = "# On the lamp: ask the harbor office again.\n# It has not answered yet.\n[[fact]]\nid = 'work.lamp'"  # noqa: E501
    assert kept in after.decode()


def test_a_comment_that_opens_the_file_stays_on_top() -> None:
    text = '# On the lamp.\n[[fact]]\nid = "work.lamp"\n'

    after, _ = added(text.encode(), "work.anchor")

    assert after.decode().startswith("# On the lamp.\n")
    assert ids(after) == ["work.anchor", "work.lamp"]


@pytest.mark.parametrize("start", ["", "\ufeff", "# Nothing yet.\n", "# Nothing yet."])
def test_a_file_without_a_block_gets_its_first(start: str) -> None:
    after = with_block(start.encode(), "fact", {"id": "work.lamp"})

    text = after.decode().removeprefix("\ufeff")
    assert after.decode().startswith(start)
    assert tomllib.loads(text) == {"fact": [{"id": "work.lamp"}]}


@pytest.mark.parametrize("end", ["", "\n", "\n\n", "\n# the end", "\n\n\n"])
def test_an_empty_line_stands_between_blocks_whatever_the_file_ends_in(end: str) -> None:
    before = f'[[fact]]\nid = "work.boat"{end}'

    after, _ = added(before.encode(), "work.lamp")

    assert '\n\n[[fact]]\nid = "work.lamp"\n' in after.decode()
    assert after.endswith(b'id = "work.lamp"\n')


@pytest.mark.parametrize("text", ['fact = [{ id = "work.boat" }]\n', "[fact]\nid = 'x'\n"])
def test_where_no_block_can_go_nothing_is_written(text: str) -> None:
    with pytest.raises(NotWrittenError, match=r"by hand|then try again"):
        with_block(text.encode(), "fact", {"id": "work.lamp"})


@pytest.mark.parametrize(
    "content", [b"[[fact", b"\xff", b"x = " + b"[" * 9**5, b"x = " + b"1" * 9**5]
)
def test_a_file_that_cannot_be_read_is_left_alone(content: bytes) -> None:
    with pytest.raises(NotWrittenError, match="then try again"):
        with_block(content, "fact", {"id": "work.lamp"})


@pytest.mark.parametrize("path", FILES, ids=shown)
@pytest.mark.parametrize("place", ["first", "middle", "last"])
def test_every_shipped_file_takes_a_block_and_keeps_all_else(path: Path, place: str) -> None:
    before = path.read_bytes()
    key = "source" if path.name == "sources.toml" else "fact"
    known = ids(before, key)
    new = {"first": "0", "middle": f"{known[len(known) // 2]}-x", "last": "zz"}[place]

    after, _ = added(before, new, key)

    assert ids(after, key) == sorted([*known, new])


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    values = {"id": "work.keel", "statement": text, "phrasings": [text, "x"]}
    cited = {"citations": [{"source": text, "locator": text}], "claim": [{"holder": text}]}

    after = with_block(KEPT.encode(), "fact", {**values, **cited})

    assert tomllib.loads(after.decode())["fact"][1] == {**values, **cited}


def test_a_block_is_laid_out_as_curators_do() -> None:
    values = {
        "id": "work.keel",
        "phrasings": ["short"],
        "near_misses": ["x" * 60, "y" * 60],
        "citations": [{"source": "a", "locator": "page 3"}],
        "review_by": date(2026, 1, 31),
        "claim": [{"holder": "A"}, {"holder": "B"}],
    }

    assert block_text("fact", values) == (
        '[[fact]]\nid = "work.keel"\nphrasings = ["short"]\nnear_misses = [\n'
        f'  "{"x" * 60}",\n  "{"y" * 60}",\n]\n'
        'citations = [{ source = "a", locator = "page 3" }]\nreview_by = 2026-01-31\n'
        '\n[[fact.claim]]\nholder = "A"\n\n[[fact.claim]]\nholder = "B"\n'
    )


def test_a_file_that_is_one_table_holds_its_keys_alone() -> None:
    assert table_text({"id": "x", "container-title": "“a” \\"}) == (
        'id = "x"\ncontainer-title = "“a” \\\\"\n'
    )
