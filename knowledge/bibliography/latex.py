"""LaTeX in bibliographies, and plain text, into each other."""

import re
from functools import cache

from pylatexenc.latex2text import (
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)

_MACRO = re.compile(r"\\([A-Za-z]+)")
_BARE = re.compile(r"(?<!\\)[%&]")  # a comment or a column to LaTeX, plain to whoever typed it
_DOLLAR = re.compile(r"(?<!\\)\$")
_OWN = {
    **{"LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX"},
    **{"textasciicircum": "^", "textbraceleft": "{", "textbraceright": "}"},
}
_FILES = frozenset(("include", "includegraphics", "input"))
_ESCAPES = {
    **{ord(sign): f"\\{sign}" for sign in "$&%#_"},
    ord("{"): r"\textbraceleft{}",  # \{ would count as a brace to many a program
    ord("}"): r"\textbraceright{}",
    ord("\\"): r"\textbackslash{}",
    ord("~"): r"\textasciitilde{}",
    ord("^"): r"\textasciicircum{}",
}
# Where two signs would be read as one: -- as a dash, ?` as a mark turned over.
_LIGATURE = re.compile(r"(?<=[-`'!?<>,])(?=[-`'<>,])")


def from_latex(text: str) -> str:
    """Return LaTeX as plain text; ValueError says which command it is that nobody knows."""
    for name in _MACRO.findall(text):
        if name in _FILES or not _is_known(name):
            raise ValueError(f"holds the command \\{name}; write the character itself")
    escaped = _BARE.sub(lambda found: f"\\{found[0]}", text)
    if len(_DOLLAR.findall(escaped)) % 2:  # money, not mathematics
        escaped = _DOLLAR.sub(r"\\$", escaped)
    try:
        return str(_decoder().latex_to_text(escaped))
    except RecursionError:
        raise ValueError("nests its braces too deep; write plain text") from None


def to_latex(text: str) -> str:
    """Return plain text so that LaTeX, and whoever reads it back, shows just that."""
    return "{}".join(piece.translate(_ESCAPES) for piece in _LIGATURE.split(text))


def from_verbatim(text: str) -> str:
    """Return an address, a DOI or a date, in which only single signs may be escaped."""
    plain = text.replace(r"\textasciitilde{}", "~").replace(r"\textasciitilde", "~")
    plain = re.sub(r"\\([_%&#$~{}])", r"\1", plain)
    return plain.replace(r"\textbackslash{}", "\\")


def to_verbatim(text: str) -> str:
    """Return an address, a DOI or a date as a field: only what would end it is escaped."""
    escapes = {ord(sign): f"\\{sign}" for sign in "{}"} | {ord("\\"): r"\textbackslash{}"}
    return text.translate(escapes)


@cache
def _decoder() -> LatexNodes2Text:
    known = get_default_latex_context_db()
    macros = [
        MacroTextSpec("url", simplify_repl="%s"),
        *(MacroTextSpec(name, simplify_repl=text) for name, text in _OWN.items()),
    ]
    known.add_context_category("bibliography", prepend=True, macros=macros)
    return LatexNodes2Text(latex_context=known, math_mode="text")


@cache
def _is_known(name: str) -> bool:
    spec = _decoder().latex_context.get_macro_spec(name)
    return spec is not None and bool(spec.macroname == name)
