"""BibTeX out: fields that old and new programs read, and what they lack under our names."""

from collections.abc import Iterable, Iterator, Mapping

from knowledge.bibliography.bibtex_fields import (
    CSL,
    DATES,
    FIELDS,
    IN_ARTICLES,
    IN_SERIES,
    NAMES,
    NEAREST_TYPE,
    OWN,
    PARTS_OF_A_BOOK,
    SUBTYPES,
    TYPES,
)
from knowledge.bibliography.bibtex_names import write_full_names, write_names
from knowledge.bibliography.bibtex_record import read_fields
from knowledge.bibliography.csl_keys import DATES as CSL_DATES
from knowledge.bibliography.csl_keys import NAMES as CSL_NAMES
from knowledge.bibliography.csl_keys import OWN as OWN_KEYS
from knowledge.bibliography.csl_keys import written_keys
from knowledge.bibliography.latex import to_latex, to_verbatim
from knowledge.model.names import Name
from knowledge.model.source import Source

_ADDRESSES = frozenset(("URL", "DOI", "archive-url"))
_PREFERRED = {
    "annote": "annotation",
    "container-title": "journal",
    "genre": "type",
    "issue": "issue",
    "language": "langid",
    "note": "note",
    "publisher": "publisher",
    "publisher-place": "address",
}
_FIELDS = {**{variable: field for field, variable in FIELDS.items()}, **_PREFERRED}
_UNNUMBERED = {"issue": "issue"}
_NAMES = {variable: field for field, variable in NAMES.items()}
_DATES = {variable: field for field, variable in DATES.items()}


def to_bibtex(sources: Iterable[Source]) -> str:
    """Return the sources as a file of BibTeX."""
    return "\n".join(to_record(source) for source in sources)


def to_record(source: Source) -> str:
    """Return one source as a record; what its fields cannot say stands in fields of ours."""
    held = written_keys(source)
    type_ = NEAREST_TYPE.get(source.type, "misc")
    values = {key: _value(source, key) for key in held if key not in {"id", "type"}}
    fields = {_field(key, source): value for key, value in values.items()}
    fields |= _subtype(type_, source.type)
    if source.issued and source.issued[:4].isdigit():
        fields["year"] = source.issued[:4]
    fields |= dict(_missing(type_, fields, held, values))
    lines = "".join(f"  {field} = {{{value}}},\n" for field, value in fields.items())
    return f"@{type_}{{{source.id},\n{lines}}}\n"


def _value(source: Source, key: str) -> str:
    name = next(n for n, f in Source.model_fields.items() if key in {f.alias, n})
    held = getattr(source, name)
    if isinstance(held, tuple):
        return write_names(tuple(each for each in held if isinstance(each, Name)))
    if key == "page":
        return to_latex(str(held)).replace("-", "--")
    return (to_verbatim if key in _ADDRESSES | CSL_DATES else to_latex)(str(held))


def _field(key: str, source: Source) -> str:
    """Return the field for a variable, as BibTeX's styles expect it for the type."""
    if key in OWN_KEYS:
        return f"{OWN}{key}"
    if key in {"number", "issue", "collection-number"}:
        return "number" if key == _numbered(source) else _UNNUMBERED.get(key, f"{CSL}{key}")
    if key == "container-title" and source.type in PARTS_OF_A_BOOK:
        return "booktitle"
    if key == "publisher" and source.type in {"report", "thesis"}:
        return "institution"
    usual = _FIELDS.get(key) or _NAMES.get(key) or _DATES.get(key)
    return usual or f"{CSL}{key}".lower()


def _numbered(source: Source) -> str:
    """Return which variable a bare number is for this source."""
    if source.type in IN_ARTICLES:
        return "issue"
    in_series = source.type in IN_SERIES and source.collection_title
    return "collection-number" if in_series else "number"


def _subtype(type_: str, csl: str) -> dict[str, str]:
    if TYPES[type_] == csl:
        return {}
    said = {ours: word for word, ours in SUBTYPES.items()}
    return {"entrysubtype": said.get(csl, csl)}


def _missing(
    type_: str, fields: Mapping[str, str], held: Mapping[str, object], values: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield, in fields of ours, what would come back otherwise than it went out."""
    keys, _, _ = read_fields(type_, fields)
    for key, value in values.items():
        if keys.get(key) != held[key] and key not in OWN_KEYS:
            yield f"{CSL}{key}".lower(), _full_value(held[key]) if key in CSL_NAMES else value


def _full_value(names: object) -> str:
    held = names if isinstance(names, list) else []
    return write_full_names(tuple(Name.model_validate(name) for name in held))
