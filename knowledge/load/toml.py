"""A text of TOML in, its table out: the one place where TOML is read.

What tomllib takes for `a.a.a…` grows with the square of the parts, and a few kilobytes of them
would keep it busy for minutes: such a text is refused unread.
"""

import re
import sys
import tomllib

from knowledge.errors import FootnoteError
from knowledge.text.brief import brief

MOST_PARTS = 16  # of a dotted key; the deepest that any file of ours has is 3
_QUOTED = r'"(?:[^"\\\n]|\\.)*+"?|' + r"'[^'\n]*+'?"
_PART = rf"(?:[\w-]++|{_QUOTED})"
# What a text consists of where it matters whether a dot parts a key. A string that has no end
# reaches to the end, as nothing behind it is read.
_TOKENS = re.compile(
    rf"""
    \#[^\n]*+
    | \"\"\" (?: [^"\\] | \\. | "{{1,2}}(?!") )*+ (?:"{{3,5}})?
    | ''' (?: [^'] | '{{1,2}}(?!') )*+ (?:'{{3,5}})?
    | {_PART} (?P<more> (?: [ \t]*+ \. [ \t]*+ {_PART} ){{{MOST_PARTS}}} )?
    """,
    re.VERBOSE | re.DOTALL,
)
_LINE = re.compile(r"at line (\d+)")
_REPEATED = re.compile("twice|overwrite|mutate")
_HEADER = re.compile(r"[ \t]*\[{1,2}[ \t]*([^\[\]\s]+)[ \t]*\]")
_BARE = re.compile(r"""[ \t]*+([\w-]++)[ \t]*+=[ \t]*+([^\s"'\[{#][^"#\\]*+)(?:\#.*)?""")
# the rest of a long name that tomllib repeats
_LONG = re.compile(r"""(?<=[^\s'"]{60})[^\s'"]+""")
_NUMBER = re.compile(r"[-0-9_]+")
_CURLY = "“”„‟‘’‚‛«»"
_SHOWN = 60  # characters of a value that a remedy repeats
_ONCE = "write each key once, and begin each block with its own [[…]] line"
_UNFINISHED = "finish the last line: a value, a bracket or a quotation mark is missing"
_DIGITS = "integer string conversion"  # as Python refuses a number of very many digits
_SHORTER = "put it in quotes, or take it out: no key takes so long a number"
_QUOTING = (
    'mend that line: each text in straight quotes, a comma between two, and \\" for a '
    "quotation mark inside one"
)


class TomlError(FootnoteError):
    """A text that is not read as TOML: what is wrong with it, and what to write instead."""

    def __init__(self, wrong: str, remedy: str) -> None:
        super().__init__(f"{wrong}; {remedy}")
        self.wrong = wrong
        self.remedy = remedy


def read_toml(text: str) -> dict[str, object]:
    """Return the table that a text holds; TomlError where it holds none that can be read."""
    _refuse_long_keys(text)
    try:
        return tomllib.loads(text)
    except ValueError as error:  # beside its own error tomllib lets int() and date() speak
        raise TomlError(*_in_words(text, str(error))) from error
    except RecursionError as error:
        raise TomlError(
            "nests its tables too deep", "write facts as [[fact]] blocks"
        ) from error


def _in_words(text: str, said: str) -> tuple[str, str]:
    """Return what is wrong with a text, and what to write on the line that tomllib names."""
    if _DIGITS in said:
        return f"holds a number of too many digits{_where_too_long(text)}", _SHORTER
    wrong = f"is not valid TOML: {_LONG.sub('…', said)}"
    place = _LINE.search(said)
    line = text.split("\n")[int(place[1]) - 1] if place else text.rpartition("\n")[2]
    if _REPEATED.search(said):
        return _repeated(text, line, int(place[1]) if place else 0) or (wrong, _ONCE)
    if bare := _BARE.fullmatch(line):
        value = bare[2].strip().strip(_CURLY)[:_SHOWN]
        return wrong, f'put it in straight quotes: {bare[1][:_SHOWN]} = "{value}"'
    return wrong, _QUOTING if place else _UNFINISHED


def _where_too_long(text: str) -> str:
    """Return the line of the first number that Python does not read, as far as it is found."""
    most = sys.get_int_max_str_digits()
    for token in _TOKENS.finditer(text):
        follows = text[token.end() : token.end() + 1]
        is_whole = follows != "." and _NUMBER.fullmatch(token[0])
        if is_whole and sum(map(str.isdigit, token[0])) > most:
            return f" (line {text.count(chr(10), 0, token.start()) + 1})"
    return ""


def _repeated(text: str, line: str, number: int) -> tuple[str, str] | None:
    """Return what is wrong where one block of several has single brackets, else None."""
    header = _HEADER.match(line)
    name = header[1] if header else ""
    single, double = (
        re.search(rf"^[ \t]*{form.format(re.escape(name))}", text, re.MULTILINE)
        for form in (r"\[[ \t]*{}[ \t]*\]", r"\[\[[ \t]*{}[ \t]*\]\]")
    )
    at = text.count("\n", 0, single.start()) + 1 if single else 0
    if not name or not single or (at == number and not double):
        return None  # a table that another line writes as something else
    short = name if len(name) <= _SHOWN else "…"
    return (
        f"{brief(name)} is no list of blocks (line {at})",
        f"write [[{short}]], not [{short}]",
    )


def _refuse_long_keys(text: str) -> None:
    if all(line.count(".") < MOST_PARTS for line in text.split("\n")):
        return  # a key stands on one line
    for token in _TOKENS.finditer(text):
        if token["more"]:
            line = text.count("\n", 0, token.start()) + 1
            raise TomlError(
                f"has a key of more than {MOST_PARTS} parts (line {line})",
                "write tables as [[…]] blocks, and a name with dots in quotation marks",
            )
