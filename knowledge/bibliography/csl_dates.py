"""Dates of CSL-JSON and EDTF, into each other without loss."""

import re
from collections.abc import Mapping, Sequence

from knowledge.bibliography.texts import plain_text
from knowledge.dates import parse_when

_UNDATED = frozenset(
    ("n.d.", "n. d.", "nd", "no date", "undated", "s.d.", "s. d.", "o. j.", "")
)
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_PARTS = 3  # year, month, day
_PLAIN = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_SEASON = re.compile(r"(\d{4})-(2[1-4])", re.ASCII)
# What the schema of CSL-JSON takes as a date in EDTF.
_EDTF = re.compile(r"[0-9-%~X?./]{4,}")
_KEYS = frozenset(("date-parts", "season", "circa", "literal", "raw", "edtf"))


def read_date(value: object) -> str | None:
    """Return a date of CSL-JSON in EDTF, or None for one that says that none is known."""
    match value:
        case str():
            return _written(value)
        case Mapping():
            return _from_object(value)
        case _:
            raise ValueError('is no date; write {"date-parts": [[2015, 5, 28]]}')


def write_date(edtf: str) -> object:
    """Return a date as CSL-JSON: in parts where they can say it, else as EDTF."""
    is_circa = edtf.endswith("~") and "/" not in edtf
    plain = edtf.removesuffix("~") if is_circa else edtf
    circa: dict[str, object] = {"circa": True} if is_circa else {}
    if season := _SEASON.fullmatch(plain):
        return {"date-parts": [[int(season[1])]], "season": int(season[2]) - 20, **circa}
    found = [_PLAIN.fullmatch(part) for part in plain.split("/")]
    parts = [[int(part) for part in match.groups() if part] for match in found if match]
    if len(parts) == len(found) and all(_is_plain(part) for part in parts):
        return {"date-parts": parts, **circa}
    return edtf if _EDTF.fullmatch(edtf) else {"raw": edtf}


def _is_plain(parts: Sequence[int]) -> bool:
    return parts[0] > 0 and all(part <= 12 for part in parts[1:2])  # noqa: PLR2004 months


def _written(text: str) -> str | None:
    said = plain_text(text)
    if said.casefold() in _UNDATED:
        return None
    try:
        parse_when(said)
    except ValueError:
        wrong = f"is {said[:60]!r}, which is no date in EDTF"
        raise ValueError(f"{wrong}; write one such as 2015-05-28") from None
    return said


def _from_object(value: Mapping[object, object]) -> str | None:
    if unknown := [key for key in value if key not in _KEYS]:
        raise ValueError(f"has an unknown key {str(unknown[0])[:60]!r}; write date-parts")
    for key in ("edtf", "raw", "literal"):
        if value.get(key) is not None and not value.get("date-parts"):
            written = value[key]
            if not isinstance(written, str):
                raise ValueError(f"has a {key} that is no text; write date-parts")
            return _with_circa(_written(written), value)
    parts = value.get("date-parts")
    if not isinstance(parts, list) or len(parts) not in {1, 2}:
        raise ValueError("has no date-parts; write one or two lists, as [[2015, 5, 28]]")
    ends = [_edtf_of(part) for part in parts]
    edtf = "/".join(ends)
    season = value.get("season")
    if season not in {None, ""}:
        edtf = f"{edtf}-{_season(season)}"
    return _with_circa(edtf, value)


def _edtf_of(part: object) -> str:
    if not isinstance(part, list) or not 1 <= len(part) <= _PARTS:
        raise ValueError("has date-parts that are no year, month and day; write [2015, 5, 28]")
    numbers = [_number(each) for each in part]
    if not numbers[0]:  # an open end
        return ".."
    while not numbers[-1]:  # a month or a day that is not known
        numbers.pop()
    if not all(0 < number <= 31 for number in numbers[1:]):  # noqa: PLR2004 days
        raise ValueError(f"has the date {numbers}; write year, month and day as [2015, 5, 28]")
    year, *rest = numbers
    sign = "-" if year < 0 else ""
    return "-".join((f"{sign}{abs(year):04}", *(f"{number:02}" for number in rest)))


def _number(value: object) -> int:
    if value is None or value == "":
        return 0
    is_digits = isinstance(value, str) and re.fullmatch(r"-?\d{1,4}", value.strip(), re.ASCII)
    if is_digits or (isinstance(value, int) and not isinstance(value, bool)):
        return int(str(value))
    raise ValueError(f"has {str(value)[:40]!r} where a number belongs; write [2015, 5, 28]")


def _season(value: object) -> int:
    text = str(value).strip().casefold()
    if text in _SEASONS:
        return _SEASONS[text]
    number = int(text) if re.fullmatch(r"\d{1,2}", text, re.ASCII) else 0
    if number in range(1, 5):
        return 20 + number
    if number in range(21, 25):
        return number
    raise ValueError(f"has a season {text[:40]!r}; write 1 for spring to 4 for winter")


def _with_circa(edtf: str | None, value: Mapping[object, object]) -> str | None:
    if edtf is None or not value.get("circa") or edtf.endswith(("~", "%")):
        return edtf
    return "/".join(part if part == ".." else f"{part}~" for part in edtf.split("/"))
