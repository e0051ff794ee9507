"""Days as they are typed."""

from datetime import date, datetime

from knowledge.dates import parse_when
from knowledge.errors import RequestError

LONGEST_QUOTED = 60


def local_today() -> date:
    """Return the day on the operator's calendar."""
    return datetime.now().astimezone().date()


def as_of_day(text: str) -> date:
    """Return the day up to which reports count: of a month or a year, its last."""
    try:
        when = parse_when(text)
    except ValueError:
        when = None
    if when is None or not when.is_certain:
        raise RequestError(
            f"{quoted(text)} is no day to look back from; "
            "write one such as 2016-01-31, 2016-01 or 2016."
        )
    return when.latest


def first_day(text: str) -> date:
    """Return the first day of a day, a month or a year that was typed."""
    as_of_day(text)
    return parse_when(text).earliest


def quoted(text: str) -> str:
    """Return what was typed, safe to print and short enough for one sentence."""
    return ascii(text) if len(text) <= LONGEST_QUOTED else ascii(text[:LONGEST_QUOTED]) + "…"
