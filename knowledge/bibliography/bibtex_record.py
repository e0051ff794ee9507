"""The fields of one BibTeX record as the keys of a source."""

import re
from collections.abc import Iterator, Mapping

from knowledge.bibliography.bibtex_fields import (
    BOOKKEEPING,
    CSL,
    DATES,
    FIELDS,
    GENRES,
    IN_ARTICLES,
    IN_SERIES,
    NAMES,
    OWN,
    SUBTITLES,
    SUBTYPES,
    TYPES,
)
from knowledge.bibliography.bibtex_names import read_names
from knowledge.bibliography.csl_dates import read_date
from knowledge.bibliography.csl_keys import DATES as CSL_DATES
from knowledge.bibliography.csl_keys import KEYS
from knowledge.bibliography.csl_keys import NAMES as CSL_NAMES
from knowledge.bibliography.csl_keys import OWN as OWN_KEYS
from knowledge.bibliography.latex import from_latex, from_verbatim
from knowledge.bibliography.records import Keys, Refusal
from knowledge.bibliography.texts import plain_text, shown

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_ADDRESSES = frozenset(("URL", "DOI", "archive-url"))


def read_fields(
    type_: str, fields: Mapping[str, str]
) -> tuple[Keys, tuple[Refusal, ...], tuple[str, ...]]:
    """Return the keys of a record, what is wrong with it, and which fields stay behind."""
    fields = _joined({key: value for key, value in fields.items() if value.strip()})
    keys: dict[str, object] = {}
    wrong: list[Refusal] = []
    without: list[str] = []
    try:
        keys["type"] = csl_type(type_, fields.get("entrysubtype", ""))
    except ValueError as error:
        said, _, remedy = str(error).rpartition("; ")
        wrong.append((said, remedy))
    for field, key, value in _variables(type_, str(keys.get("type")), fields):
        if not key:
            without.append(shown(field))
            continue
        try:
            read = _read(key, value)
        except ValueError as error:
            said, _, remedy = f"{shown(field)} {error}".rpartition("; ")
            wrong.append((said, remedy))
        else:
            _put(keys, key, read, is_exact=field.startswith((CSL, OWN)))
    return keys, tuple(wrong), tuple(without)


def csl_type(type_: str, subtype: str) -> str:
    """Return what CSL calls a type; ValueError where there is none of that name."""
    if type_.casefold() not in TYPES:
        raise ValueError(
            f"@{shown(type_)} is no type of BibTeX; write one such as @article, @misc"
        )
    said = subtype.strip()
    return SUBTYPES.get(said, said) or TYPES[type_.casefold()]


def _put(keys: dict[str, object], key: str, read: object, *, is_exact: bool) -> None:
    if read and (is_exact or key not in keys):
        keys[key] = read


def _joined(fields: Mapping[str, str]) -> dict[str, str]:
    """Return the fields with each subtitle behind its title."""
    joined = {key: value for key, value in fields.items() if key not in SUBTITLES}
    for part, whole in SUBTITLES.items():
        if part in fields:
            before = joined.get(whole, "")
            joined[whole] = f"{before}: {fields[part]}" if before else fields[part]
    return joined


def _variables(
    type_: str, csl: str, fields: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    """Yield each field with the variable that it holds, or with none, and its value."""
    for field, value in fields.items():
        if field in BOOKKEEPING:
            continue
        yield field, _variable(field), _of_a_range(field, value)
    if "number" in fields:
        yield "number", _numbered(csl, fields), fields["number"]
    if "date" not in fields and "year" in fields:
        yield "year", "issued", _year(fields)
    if "type" not in fields and type_.casefold() in GENRES and csl == "thesis":
        yield "type", "genre", GENRES[type_.casefold()]


def _variable(field: str) -> str:
    named = field.removeprefix(CSL).removeprefix(OWN)
    if field.startswith(CSL):
        return next((k for k in KEYS if k.casefold() == named and k not in OWN_KEYS), "")
    if field.startswith(OWN):
        return named if named in OWN_KEYS else ""
    return FIELDS.get(field) or NAMES.get(field) or DATES.get(field) or ""


def _of_a_range(field: str, value: str) -> str:
    if field == "pages":
        return re.sub(r"(?<!-)--(?!-)", "-", value)
    return GENRES.get(value.strip(), value) if field == "type" else value


def _numbered(csl: str, fields: Mapping[str, str]) -> str:
    """Return what a bare number counts: issues, volumes of a series, or documents."""
    if csl in IN_ARTICLES:
        return "issue"
    return "collection-number" if csl in IN_SERIES and "series" in fields else "number"


def _year(fields: Mapping[str, str]) -> str:
    parts = [fields["year"].strip()]
    if month := fields.get("month", "").strip():
        parts.append(_month(month))
        if day := fields.get("day", "").strip():
            parts.append(day.zfill(2))
    return "-".join(parts)


def _month(text: str) -> str:
    name = text[:3].casefold()
    return f"{_MONTHS.index(name) + 1:02}" if name in _MONTHS else text.zfill(2)


def _read(key: str, value: str) -> object:
    if key in CSL_NAMES:
        return read_names(value)
    if key in CSL_DATES:
        return read_date(plain_text(from_verbatim(value)))
    if key in _ADDRESSES:
        return plain_text(from_verbatim(value))
    return _plain(value)


def _plain(value: str) -> str:
    return plain_text(from_latex(value))
