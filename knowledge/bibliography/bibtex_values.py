"""Values of BibTeX: braces, quotation marks and `@string` abbreviations taken away."""

import re
from collections.abc import Iterable, Iterator, Mapping

from bibtexparser.model import String

from knowledge.bibliography.texts import LONGEST_TEXT, shown

_BARE = re.compile(r"[^\s#{}\"]+")
_MONTHS = {
    name: name for name in "jan feb mar apr may jun jul aug sep oct nov dec".split()
}  # BibTeX knows them without a definition


def abbreviations(strings: Iterable[String]) -> Mapping[str, str]:
    """Return what each `@string` stands for; one that cannot be told is left out.

    A definition may use only those before it, and none grows longer than a text may be: twenty
    that double each other would else fill the memory.
    """
    known = dict(_MONTHS)
    for string in strings:
        try:
            known[string.key.casefold()] = value_of(str(string.value), known)
        except ValueError:
            continue  # what uses it is refused, by its name
    return known


def value_of(raw: str, known: Mapping[str, str]) -> str:
    """Return a value, its parts joined; ValueError names an abbreviation that is not known."""
    length, parts = 0, []
    for part in _parts(raw, known):
        length += len(part)
        if length > LONGEST_TEXT:
            raise ValueError(f"is longer than {LONGEST_TEXT} characters; shorten it")
        parts.append(part)
    return "".join(parts)


def _parts(raw: str, known: Mapping[str, str]) -> Iterator[str]:
    at = 0
    while at < len(raw):
        if raw[at].isspace() or raw[at] == "#":
            at += 1
        elif raw[at] in '{"':
            end = _closing(raw, at)
            yield raw[at + 1 : end]
            at = end + 1
        elif bare := _BARE.match(raw, at):
            at = bare.end()
            yield _meant(bare[0], known)
        else:
            raise ValueError("has a brace too many; balance them")


def _closing(raw: str, start: int) -> int:
    depth, closes = 0, raw[start] == '"'
    for at in range(start + 1, len(raw)):
        sign, is_escaped = raw[at], raw[at - 1] == "\\"
        if sign == '"' and closes and depth == 0 and not is_escaped:
            return at
        if sign == "}" and depth == 0 and not closes and not is_escaped:
            return at
        if sign in "{}" and not is_escaped:
            depth += 1 if sign == "{" else -1
    raise ValueError("does not end; balance its braces and quotation marks")


def _meant(bare: str, known: Mapping[str, str]) -> str:
    if bare.isdigit():
        return bare
    if bare.casefold() not in known:
        raise ValueError(
            f"uses {shown(bare)!r}, which no @string before it defines; write it in braces"
        )
    return known[bare.casefold()]
