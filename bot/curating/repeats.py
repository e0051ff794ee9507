"""Which source a new one is already: by DOI, by address, or by title and date."""

from collections.abc import Iterable, Iterator
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from knowledge.dates import parse_when
from knowledge.model.source import Source
from knowledge.text.fold import fold

_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid")


class Known:
    """The sources that are there, by what tells that another record is the same work."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._marks: dict[str, str] = {}
        self._titles: dict[str, list[Source]] = {}
        for source in sources:
            self.add(source)

    def add(self, source: Source) -> None:
        """Take one more source in."""
        for _, mark in _marks(source):
            self._marks.setdefault(mark, source.id)
        if title := fold(source.title or ""):
            self._titles.setdefault(title, []).append(source)

    def same_as(self, source: Source) -> tuple[str, str] | None:
        """Return the id of the source that this one is already, and what tells so."""
        for what, mark in _marks(source):
            if mark in self._marks:
                return self._marks[mark], what
        for other in self._titles.get(fold(source.title or ""), ()):
            if _may_be_one(source, other):
                return other.id, "title and date"
        return None


def _marks(source: Source) -> Iterator[tuple[str, str]]:
    if source.DOI:
        yield "DOI", f"doi:{plain_doi(source.DOI)}"
    if source.URL:
        yield "address", plain_address(source.URL)


def plain_doi(text: str) -> str:
    """Return a DOI without what may stand before it, in small letters."""
    lower = text.casefold().strip()
    for before in ("https://", "http://", "dx.", "doi.org/", "doi:"):
        lower = lower.removeprefix(before).strip()
    return lower


def plain_address(url: str) -> str:
    """Return an address as two people who read one page would both have it."""
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").removeprefix("www.")
    if host in {"doi.org", "dx.doi.org"}:
        return f"doi:{plain_doi(unquote(parts.path.strip('/')))}"
    asked = [
        (key, value)
        for key, value in parse_qsl(parts.query, keep_blank_values=True)
        if not key.startswith(_TRACKING)
    ]
    rest = f"?{urlencode(sorted(asked))}" if asked else ""
    port = f":{parts.port}" if parts.port not in {None, 80, 443} else ""
    return f"{host}{port}{unquote(parts.path).rstrip('/')}{rest}"


def _may_be_one(source: Source, other: Source) -> bool:
    """Tell whether dates allow that two records of one title are one work."""
    if _apart(source, other):
        return False
    if not (source.issued and other.issued):
        return source.issued == other.issued
    return not dated_apart(source.issued, other.issued)


def dated_apart(one: str | None, other: str | None) -> bool:
    """Tell whether two dates are given and cannot be one."""
    if not (one and other):
        return False
    first, second = parse_when(one), parse_when(other)
    return first.end < second.start or second.end < first.start


def _apart(source: Source, other: Source) -> bool:
    """Tell whether two records name different places: a DOI each, or papers of another name."""
    dois = {plain_doi(each.DOI) for each in (source, other) if each.DOI}
    papers = {fold(each.container_title) for each in (source, other) if each.container_title}
    return len(dois) > 1 or len(papers) > 1
