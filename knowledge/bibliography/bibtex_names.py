"""Names of BibTeX and BibLaTeX, and names of sources, into each other."""

import re
from collections.abc import Mapping

from bibtexparser.middlewares.names import (
    InvalidNameError,
    parse_single_name_into_parts,
    split_multiple_persons_names,
)

from knowledge.bibliography.latex import from_latex, to_latex
from knowledge.bibliography.texts import plain_text
from knowledge.model.names import Name

_EXTENDED = re.compile(r"\s*(?:family|given|prefix|suffix)\s*=")
_PART = re.compile(
    r"""\s*([a-z-]+)\s*=\s*((?:"[^"]*"|\{(?:[^{}]|\{[^{}]*\})*\}|[^,{}"])*)(?:,|$)"""
)
_ENDING_SIGN = re.compile(r"(\\[^\sa-zA-Z])$")
_SWITCHES = frozenset(("comma-suffix", "static-ordering"))
_KEYS = frozenset(field.alias or name for name, field in Name.model_fields.items())


def read_names(text: str) -> list[dict[str, object]]:
    """Return the names of a field, without the "and others" that ends a list."""
    names = split_multiple_persons_names(text)
    return [_read_name(name) for name in names if name.strip() != "others"]


def write_names(names: tuple[Name, ...]) -> str:
    """Return names as a field: in BibTeX's form, or in BibLaTeX's where that loses a part."""
    # A sign that ends a name would swallow the blank before "and".
    return " and ".join(_ENDING_SIGN.sub(r"\1{}", _write_name(name)) for name in names)


def _read_name(text: str) -> dict[str, object]:
    name = text.strip()
    if _is_wrapped(name):
        return {"literal": _plain(name)}
    if _EXTENDED.match(name):
        return _read_extended(name)
    try:
        parts = parse_single_name_into_parts(name)
    except InvalidNameError as error:
        raise ValueError(f"holds the name {name[:60]!r} ({error.reason}); mend it") from error
    if not parts.last:
        raise ValueError(f"holds the name {name[:60]!r}, which is none; write Family, Given")
    read = {
        "family": " ".join(parts.last),
        "given": " ".join(parts.first),
        "non-dropping-particle": " ".join(parts.von),
        "suffix": " ".join(parts.jr),
    }
    return {key: _plain(part) for key, part in read.items() if part}


def _is_wrapped(name: str) -> bool:
    """Tell whether one pair of braces holds the whole name, as that of an office."""
    if not (name.startswith("{") and name.endswith("}")):
        return False
    depth = 0
    for at, sign in enumerate(name):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth == 0:
            return at == len(name) - 1
    return False


def _read_extended(name: str) -> dict[str, object]:
    found = {key: _unwrapped(value.strip()) for key, value in _PART.findall(name)}
    particle = "non-dropping" if found.pop("useprefix", "false") == "true" else "dropping"
    if "prefix" in found:
        found[f"{particle}-particle"] = found.pop("prefix")
    if unknown := sorted(set(found) - _KEYS):
        raise ValueError(f"holds a name with {unknown[0]!r}; write family and given")
    return {
        key: part == "true" if key in _SWITCHES else _plain(part) for key, part in found.items()
    }


def _unwrapped(text: str) -> str:
    return text[1:-1] if text[:1] + text[-1:] in {"{}", '""'} else text


def _plain(text: str) -> str:
    return plain_text(from_latex(text))


def write_full_names(names: tuple[Name, ...]) -> str:
    """Return names with all their parts, those that BibLaTeX does not know included."""
    return " and ".join(_full(name) for name in names)


def _write_name(name: Name) -> str:
    if name.literal:
        return f"{{{to_latex(name.literal)}}}"
    held = {key: part for key, part in written_name(name).items() if key not in _SWITCHES}
    for form in (_usual(name), _extended(name)):
        try:
            if read_names(form) == [held]:
                return form
        except ValueError:
            continue
    return _extended(name)


def written_name(name: Name) -> dict[str, object]:
    """Return the parts of a name by the keys that they have in sources.toml."""
    return name.model_dump(by_alias=True, exclude_defaults=True)


def _usual(name: Name) -> str:
    family = " ".join(part for part in (name.non_dropping_particle, name.family) if part)
    parts = (family, name.suffix, name.given)
    return ", ".join(to_latex(part) for part in parts if part)


def _extended(name: Name) -> str:
    particle = name.non_dropping_particle or name.dropping_particle
    useprefix = ("true" if name.non_dropping_particle else "false") if particle else None
    return _joined(
        {
            **{"family": name.family, "given": name.given, "prefix": particle},
            **{"suffix": name.suffix, "useprefix": useprefix},
        }
    )


def _full(name: Name) -> str:
    if name.literal:
        return f"{{{to_latex(name.literal)}}}"
    return _joined({key: _switched(part) for key, part in written_name(name).items()})


def _switched(part: object) -> str:
    return "true" if part is True else str(part)


def _joined(parts: Mapping[str, str | None]) -> str:
    return ", ".join(f"{key}={{{to_latex(part)}}}" for key, part in parts.items() if part)
