"""Long lists, cut into pages that a phone can show; never in the middle of an item."""

from dataclasses import dataclass, replace

from bot import channel_strings, limits
from bot.render.card import Button, Card, Menu, Option, Row, cut
from bot.render.ids import PageId, page_id
from bot.render.markdown import small

_HEADING = 500  # longest heading: a name, what tells it from namesakes, a question
_AROUND = 300  # kept for the page's number and a note that the base has changed


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list, with the menu line that opens it."""

    text: str
    option: Option | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A whole list, before it is cut into pages."""

    heading: str
    items: tuple[Item, ...]
    placeholder: str = channel_strings.PICK_FACT
    empty: str = ""
    """What stands where there is no item."""
    lead: str = ""
    """What stands above the items of the first page only."""


def page_card(listing: Listing, id_: PageId) -> Card:
    """Return one page of a list; a page past the end is the last one."""
    heading, lead = cut(listing.heading, _HEADING), cut(listing.lead, limits.PAGE)
    pages = split(listing.items, limits.PAGE - len(lead))
    at = max(0, min(id_.page, len(pages) - 1))
    items = pages[at] if pages else ()
    here = replace(id_, page=at)
    body = "\n".join(item.text for item in items) or listing.empty
    parts = (
        heading,
        lead if at == 0 else "",
        cut(body, limits.TEXT - len(heading) - len(lead) - _AROUND),
        small(channel_strings.page_of(at, len(pages))) if len(pages) > 1 else "",
    )
    rows = (*_menu(items, listing, here), *_turns(here, len(pages)))
    return Card(tuple(part for part in parts if part), rows)


def split(items: tuple[Item, ...], room: int = limits.PAGE) -> tuple[tuple[Item, ...], ...]:
    """Return the items page by page: as many as the room and a menu take."""
    pages: list[tuple[Item, ...]] = []
    page: list[Item] = []
    for item in items:
        length = sum(len(one.text) + 1 for one in page) + len(item.text)
        if page and (length > max(room, limits.PAGE // 2) or len(page) == limits.MENU_OPTIONS):
            pages.append(tuple(page))
            page = []
        page.append(item)
    return (*pages, tuple(page)) if page else tuple(pages)


def _menu(items: tuple[Item, ...], listing: Listing, id_: PageId) -> tuple[Row, ...]:
    options = tuple({e.option.value: e.option for e in items if e.option}.values())
    if not options:
        return ()
    return (Menu(listing.placeholder, page_id(replace(id_, is_menu=True)), options),)


def _turns(id_: PageId, pages: int) -> tuple[Row, ...]:
    buttons = []
    if id_.page > 0:
        buttons.append(_turn(channel_strings.BACK, id_, id_.page - 1))
    if id_.page < pages - 1:
        buttons.append(_turn(channel_strings.NEXT, id_, id_.page + 1))
    return (tuple(buttons),) if buttons else ()


def _turn(label: str, id_: PageId, page: int) -> Button:
    return Button(label, page_id(replace(id_, page=page, is_menu=False)))
