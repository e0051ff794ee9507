"""A text of TOML in, its table out: the one place where TOML is read.

What tomllib takes for `a.a.a…` grows with the square of the parts, and a few kilobytes of them
would keep it busy for minutes: such a text is refused unread.
"""

import re
import tomllib

from knowledge.errors import FootnoteError

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
        raise TomlError(f"is not valid TOML: {error}", "mend the line that it names") from error
    except RecursionError as error:
        raise TomlError(
            "nests its tables too deep", "write facts as [[fact]] blocks"
        ) from error


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
