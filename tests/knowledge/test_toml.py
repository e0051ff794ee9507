"""TOML that would keep its reader busy without end, or that says too much for Python."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.load.folder import read_folder
from knowledge.load.toml import MOST_PARTS, TomlError, read_toml
from tests.knowledge.make import FACT, write_base

FACTS = "odalys-fennwick/facts/work.toml"
ENDLESS = 100_000  # parts: tomllib would take minutes for them
DOTS = ".a" * 40
NAMES = st.sampled_from(["a", "a-b", '"a.b"', "'a.b'", '"\\".a.a"'])
PARTED = st.sampled_from([".", " . ", "\t.", ". "])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"a{'.a' * ENDLESS} = 1", 1),
        (f"x = 1\n[a{'.a' * ENDLESS}]", 2),
        (f"x = 1\n\n[[a{' . a' * ENDLESS}]]", 3),
        (f"x = {{ a{'.a' * ENDLESS} = 1 }}", 1),
        (f"x = '''\n{DOTS}'''''\na{'.a' * ENDLESS} = 1", 3),
        (f'x = """\\""" {DOTS}""" # {DOTS}\n"a b"{".b" * ENDLESS} = 1', 2),
    ],
)
def test_a_key_of_many_parts_is_refused_unread_and_its_line_named(text: str, line: int) -> None:
    with pytest.raises(TomlError) as refused:
        read_toml(text)

    assert refused.value.wrong == f"has a key of more than {MOST_PARTS} parts (line {line})"


@pytest.mark.parametrize(
    "text",
    [
        f'x = "{DOTS}"',
        f"x = '{DOTS}'",
        f'x = """\n{DOTS}\n"""',
        f"x = '''\n{DOTS}\n'''",
        f'x = """ "" \\""" {DOTS} """""',
        f"x = 1 # a{DOTS} = 1",
        f'"a{DOTS}" = 1',
        f"x = [{', '.join(['1.5'] * 40)}]",
    ],
)
def test_dots_in_strings_and_comments_part_no_key(text: str) -> None:
    assert len(read_toml(text)) == 1


@given(st.lists(NAMES, min_size=MOST_PARTS + 1, max_size=30), PARTED)
def test_a_long_key_is_found_however_it_is_written(names: list[str], dot: str) -> None:
    key = dot.join(names)
    for text in (f"{key} = 1", f"[ {key} ]", f"x = [{{ {key} = 1 }}]"):
        with pytest.raises(TomlError, match="has a key of more than"):
            read_toml(text)


@given(st.lists(NAMES, min_size=1, max_size=MOST_PARTS), PARTED)
def test_a_key_of_a_few_parts_is_read(names: list[str], dot: str) -> None:
    assert read_toml(f"[[{dot.join(names)}]]\n")


def test_the_file_of_a_long_key_is_named_and_what_to_write_instead(tmp_path: Path) -> None:
    folder = write_base(tmp_path, {FACTS: f"{FACT}a{'.a' * ENDLESS} = 1\n"})
    (problem,) = read_folder(folder)[1]

    assert problem.file == FACTS
    assert "(line " in problem.wrong
    assert problem.remedy.startswith("write tables as [[…]] blocks")


def test_a_number_of_too_many_digits_to_be_shown_is_a_problem_like_others(
    tmp_path: Path,
) -> None:
    folder = write_base(tmp_path, {FACTS: f"{FACT}value = 0x{'f' * 5000}\n"})
    problems = read_folder(folder)[1]

    assert "value is a number of too many digits" in [problem.wrong for problem in problems]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (f"x = {'9' * 5000}", " (line 1)"),
        (
            f"a = '{'9' * 5000}' # {'9' * 5000}\nb = {'9' * 5000}.5\nx = [-{'9' * 5000}]",
            " (line 3)",
        ),
        (f"{DOTS[1:6]} = 1\nx = {'1_' * 5000}1 # many", " (line 2)"),
    ],
)
def test_a_number_of_too_many_digits_to_be_read_is_named_with_its_line(
    text: str, where: str
) -> None:
    with pytest.raises(TomlError) as refused:
        read_toml(text)

    assert refused.value.wrong == f"holds a number of too many digits{where}"
    assert refused.value.remedy.startswith("put it in quotes, or take it out")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("when = 1950-05", 'put it in straight quotes: when = "1950-05"'),
        ("x = 1\nwhen = 2015~ # about", 'put it in straight quotes: when = "2015~"'),
        ("statement = “Fennwick tended it.”", 'quotes: statement = "Fennwick tended it."'),
        ('statement = "She said "no"."', 'and \\" for a quotation mark inside one'),
        ('phrasings = ["a" "b"]', "a comma between two"),
        ('phrasings = ["a",', "finish the last line"),
        ("name =", "finish the last line"),
        ("x = 1\nx = 2", "write each key once, and begin each block with its own [[…]] line"),
        (
            "[fact]\n[[fact]]",
            "'fact' is no list of blocks (line 1); write [[fact]], not [fact]",
        ),
        ("[[fact]]\n[ fact ]", "is no list of blocks (line 2); write [[fact]], not [fact]"),
        ("[fact]\n[fact]", "'fact' is no list of blocks (line 1)"),
        (
            "[[fact]]\n[fact.claim]\n[fact.claim]",
            "no list of blocks (line 2); write [[fact.claim]], not [fact.claim]",
        ),
    ],
)
def test_a_text_that_is_no_toml_is_answered_with_what_to_write(
    text: str, expected: str
) -> None:
    with pytest.raises(TomlError) as refused:
        read_toml(text)

    assert expected in str(refused.value)
