"""Dates as prose gives them: a day, a month, a season, a year, or a part of one.

EDTF is what curators write into keys, and `knowledge.dates` reads it with the edtf library,
which reads no prose that leaves the year out ("on 6 May"), as sources do.
"""

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_NUMBER_OF = {
    **{month: number for number, month in enumerate(_MONTHS, 1)},
    **{month[:3]: number for number, month in enumerate(_MONTHS, 1)},
    "sept": 9,
}
_NAMES = "|".join(name.capitalize() for name in sorted(_NUMBER_OF, key=len, reverse=True))
_MONTH = rf"(?P<month>(?:{_NAMES})(?![^\W\d_]))\.?"
_YEAR = r"(?P<year>(?:1\d|20|21)\d\d)(?!\d|[,.]\d|['’]?s\b)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?!\d)"
_PART = (
    r"(?P<part>(?i:early|mid|late|(?:beginning|start|middle|end|close)\ of)(?:\ in)?"
    r"(?:\ the\ month\ of)?)[\s-]+"
)
_SEASON = r"(?P<season>(?i:spring|summer|autumn|fall|winter))"
_SHARED = r"(?P<until>\s?[-–/]\s?|\sand\s|\sto\s|\sor\s)(?P<other>[0-3]?\d)(?:st|nd|rd|th)?"
_FREE = r"(?<![\w/])(?<!\d[,.])"
_AFTER_LETTERS = r"(?<![\d/])(?<!\d[,.])"  # tables run into each other: "Died8 September"
_FORMS = tuple(
    re.compile((_AFTER_LETTERS if form.startswith(_DAY) else _FREE) + form)
    for form in (
        rf"{_YEAR[:-1]}|(?!.))-(?P<number>\d\d)(?:-{_DAY})?(?!\d)",
        r"(?P<first>\d{1,2})[./](?P<second>\d{1,2})[./](?P<year>(?:1\d|20|21)\d\d)(?!\d)",
        rf"{_DAY}{_SHARED}(?:\s+of)?\s+{_MONTH}(?:,?\s+{_YEAR})?",
        rf"{_DAY}(?:\s+of)?\s+{_MONTH}(?:,?\s+{_YEAR})?",
        rf"{_MONTH}\s+{_DAY}(?:,?\s+{_YEAR})?",
        rf"(?:{_PART})?{_MONTH}(?:,?\s+(?:of\s+)?{_YEAR})?",
        rf"{_SEASON}\s+(?:of\s+)?{_YEAR}",
        r"(?:(?P<part>(?i:early|mid|late))[\s-]+)?(?:the\s+)?(?P<decade>(?:1\d|20)\d)0['’]?s\b",
        rf"{_YEAR}\s?(?P<until>[-–/])\s?(?P<short>\d\d)(?!\d)",
        rf"(?:{_PART})?{_YEAR}",
    )
)
_REFERENCES = re.compile(r"\[\d+\]")
_PARTS = {
    **{"early": "early", "beginning": "early", "start": "early"},
    **{"mid": "mid", "middle": "mid", "late": "late", "end": "late", "close": "late"},
}
_THIRDS_OF_A_MONTH = {"early": range(1, 11), "mid": range(11, 21), "late": range(21, 32)}
_THIRDS_OF_A_YEAR = {"early": range(1, 5), "mid": range(5, 9), "late": range(9, 13)}
_LAST_DAY, _DECEMBER = 31, 12
_MODAL = re.compile(r"May\s+(?!of\b)[a-z]")  # "May she rest" asks for no month
_OPENING = 3  # characters: a quotation mark may stand before the first word
_BLANK = "\ue000"
_END = re.compile(r"[.!?…][\"”’')\]]*\s")


@dataclass(frozen=True, slots=True)
class Moment:
    """What a text says of a date; 0 or "" for what it leaves out."""

    year: str = ""
    """As four digits, or as a decade: 199X."""
    month: int = 0
    day: int = 0
    part: str = ""
    """Early, mid or late, or a season of the year."""
    words: str = ""
    """As it stands in the text."""
    is_completed: bool = False
    """Whether the year comes from another date of the sentence."""

    def implies(self, other: "Moment") -> bool:
        """Tell whether this is the other, or more exact: 28 May 2015 is in May, and in 2015."""
        return (
            self._has_year(other.year)
            and other.month in {0, self.month}
            and other.day in {0, self.day}
            and (not other.part or other.part == self._part_within(other))
        )

    def _has_year(self, year: str) -> bool:
        is_decade = year.endswith("X") and self.year[:3] == year[:3]
        return not year or year == self.year or is_decade

    def _part_within(self, other: "Moment") -> str:
        """Return the part of the other's month or year into which this falls."""
        if other.month:
            return self.part or _third(_THIRDS_OF_A_MONTH, self.day)
        return _third(_THIRDS_OF_A_YEAR, self.month) if self.month else self.part


def without_references(text: str) -> str:
    """Return a text without marks such as [7], which are no numbers of its own."""
    return _REFERENCES.sub(" ", text)


def moments(text: str) -> tuple[tuple[Moment, ...], str]:
    """Return the dates in a text, and the text with a blank for each of them.

    A date without a year comes a second time, with the year that its sentence gives last
    before it, or else next.
    """
    rest = without_references(text)
    placed: list[tuple[int, Moment]] = []

    def taken(match: re.Match[str]) -> str:
        read = _read(match)
        placed.extend((match.start(), moment) for moment in read)
        return _BLANK * len(match[0]) if read else match[0]

    for form in _FORMS:
        rest = form.sub(taken, rest)
    placed.sort(key=lambda pair: pair[0])
    ends = [match.start() for match in _END.finditer(rest)]
    by_sentence = groupby(placed, key=lambda pair: bisect(ends, pair[0]))
    dated = ([moment for _, moment in group] for _, group in by_sentence)
    found = tuple(moment for group in dated for moment in _with_years(group))
    return found, rest.replace(_BLANK, " ")


def _read(match: re.Match[str]) -> tuple[Moment, ...]:
    groups = match.groupdict()
    words = match[0].strip()
    year = groups.get("year") or ""
    if groups.get("decade"):
        part = _part(groups.get("part"))
        return (Moment(f"{groups['decade']}X", part=part, words=words),)
    if groups.get("first"):
        pairs = {(int(groups["first"]), int(groups["second"]))}
        pairs |= {(month, day) for day, month in pairs}
        return tuple(
            Moment(year, month, day, words=words)
            for day, month in sorted(pairs)
            if 0 < month <= _DECEMBER and 0 < day <= _LAST_DAY
        )
    if groups.get("short"):
        return (Moment(year, words=words), Moment(year[:2] + groups["short"], words=words))
    return _plain(groups, words) if _is_date(match) else ()


def _is_date(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    day = int(groups.get("day") or 1)
    number = int(groups.get("number") or 1)
    is_modal = match.start() < _OPENING and bool(_MODAL.match(match.string, match.start()))
    return 0 < day <= _LAST_DAY and 0 < number <= _DECEMBER and not is_modal


def _plain(groups: dict[str, str | None], words: str) -> tuple[Moment, ...]:
    name = (groups.get("month") or "").lower()
    moment = Moment(
        groups.get("year") or "",
        int(groups.get("number") or 0) or _NUMBER_OF.get(name, 0),
        int(groups.get("day") or 0),
        _part(groups.get("part")) or _season(groups.get("season")),
        words,
    )
    if groups.get("other"):
        return (moment, replace(moment, day=int(groups["other"] or 0)))
    return (moment,)


def _part(text: str | None) -> str:
    return _PARTS.get(re.split(r"[\s-]", text.lower())[0], "") if text else ""


def _season(text: str | None) -> str:
    return (text or "").lower().replace("fall", "autumn")


def _with_years(dated: list[Moment]) -> Iterator[Moment]:
    known = next((moment.year for moment in dated if _is_year(moment.year)), "")
    for moment in dated:
        known = moment.year if _is_year(moment.year) else known
        yield moment
        if known and not moment.year:
            yield replace(moment, year=known, is_completed=True)


def _is_year(year: str) -> bool:
    return year.isdigit()


def _third(thirds: dict[str, range], number: int) -> str:
    return next((part for part, span in thirds.items() if number in span), "")
