"""The few questions that every limit asks, worded as Discord words its answers."""

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from tests.standin.errors import Place, Problem


def length(place: Place, text: object, *, least: int = 0, most: int) -> Iterator[Problem]:
    """Text that is not there passes; text that is must have the right length."""
    if text is None:
        return
    if not isinstance(text, str):
        yield Problem(place, "BASE_TYPE_BAD_TYPE", "Must be a string.")
    elif least and not least <= len(text) <= most:
        message = f"Must be between {least} and {most} in length."
        yield Problem(place, "BASE_TYPE_BAD_LENGTH", message)
    elif len(text) > most:
        message = f"Must be {most} or fewer in length."
        yield Problem(place, "BASE_TYPE_MAX_LENGTH", message)


def needed(place: Place, text: object, *, least: int = 1, most: int) -> Iterator[Problem]:
    """Text that must be there, and have the right length."""
    if text is None:
        yield Problem(place, "BASE_TYPE_REQUIRED", "This field is required")
    yield from length(place, text, least=least, most=most)


def count(
    place: Place,
    items: Sequence[object],
    *,
    least: int = 0,
    most: int,
) -> Iterator[Problem]:
    """A list that must not be too short or too long."""
    if not least <= len(items) <= most:
        message = f"Must be between {least} and {most} in length."
        yield Problem(place, "BASE_TYPE_BAD_LENGTH", message)


def unique(
    place: Place, values: Sequence[object], code: str, message: str
) -> Iterator[Problem]:
    """A list whose values must differ."""
    if len(set(values)) != len(values):
        yield Problem(place, code, message)


def web_address(
    place: Place,
    url: object,
    *,
    most: int,
    schemes: tuple[str, ...] = ("http", "https"),
) -> Iterator[Problem]:
    """An address that must be one that a client may open."""
    yield from length(place, url, most=most)
    if isinstance(url, str) and urlsplit(url).scheme not in schemes:
        message = f'Scheme "{urlsplit(url).scheme}" must be one of {schemes}.'
        yield Problem(place, "URL_TYPE_INVALID_SCHEME", message)
    elif isinstance(url, str) and not urlsplit(url).netloc:
        yield Problem(place, "URL_TYPE_INVALID_URL", "Not a well formed URL.")
