"""The buttons and menus of lists: turning pages, opening what stands in them."""

from bot import channel_strings
from bot.asking import open_fact
from bot.desk import Desk
from bot.failures import sentence_card
from bot.render.answers import answer_card
from bot.render.card import Card, with_note
from bot.render.ids import MENU, PAGE, List, PageId, read_fact_path, read_page_id
from bot.render.lists import list_card, picked_card
from bot.send import Asked, replace, respond
from bot.shelf import Seen
from bot.views.base import Lasting, is_private
from bot.views.facts import changed_note
from bot.views.passages import turn_passages
from knowledge.answer.outcomes import Answered


class PageButton(Lasting, template=PAGE):
    """A button that turns to another page."""

    what = "page"

    async def act(self, asked: Asked, desk: Desk, seen: Seen) -> str:
        """Show that page of the list as the base has it now."""
        id_ = read_page_id(self.match)
        if id_.list is List.PASSAGES:
            return await _turn_passages(asked, desk, seen, id_)
        return await _show(asked, list_card(id_, seen.view, desk.today()), id_, seen)


class ListMenu(Lasting, template=MENU):
    """A list's menu: a line leads to a list again, or to a fact."""

    what = "menu"

    async def act(self, asked: Asked, desk: Desk, seen: Seen) -> str:
        """Show what was picked."""
        id_ = read_page_id(self.match)
        card = picked_card(id_, self.picked, seen.view)
        if card is not None:
            return await _show(asked, card, id_, seen)
        profile, fact, _ = read_fact_path(self.picked)
        given = open_fact(desk, seen.view, profile, fact)
        shown = answer_card(given, seen.view, private=True) if given else None
        await respond(asked, _noted(shown, id_, seen))
        return "fact" if shown else "withdrawn"


async def _turn_passages(asked: Asked, desk: Desk, seen: Seen, id_: PageId) -> str:
    given = open_fact(desk, seen.view, *read_fact_path(id_.about))
    if not isinstance(given, Answered):
        await respond(asked, sentence_card(channel_strings.WITHDRAWN))
        return "withdrawn"
    note = changed_note(id_.release, seen)
    return await turn_passages(asked, desk, seen, given, (id_.page, note))


async def _show(asked: Asked, card: Card | None, id_: PageId, seen: Seen) -> str:
    in_place = card is not None and is_private(asked)
    await (replace if in_place else respond)(asked, _noted(card, id_, seen))
    return "page" if card else "withdrawn"


def _noted(card: Card | None, id_: PageId, seen: Seen) -> Card:
    if card is None:
        return sentence_card(channel_strings.WITHDRAWN)
    return with_note(card, changed_note(id_.release, seen))
