"""The buttons below an answer: its sources, its topic, its citation, sharing it, opening it."""

from bot import channel_strings
from bot.asking import open_fact
from bot.desk import Desk
from bot.failures import sentence_card
from bot.render.answers import answer_card, public_card
from bot.render.card import Card, with_note
from bot.render.ids import FACT, OTHER, SILENCE, Act, FactId, read_fact_id, read_silence_id
from bot.render.markdown import small
from bot.render.profiles import related_card
from bot.render.records import cite_card, sources_card
from bot.send import Asked, replace, respond
from bot.shelf import Seen
from bot.views.base import Lasting, is_private
from bot.views.passages import show_passages
from bot.views.share import share
from knowledge.answer.outcomes import Abstained, Answered, Reason
from knowledge.match.explain import Explanation


class FactButton(Lasting, template=FACT):
    """A button about one fact."""

    what = "fact button"

    async def act(self, asked: Asked, desk: Desk, seen: Seen) -> str:
        """Show the current wording, with a note where the base has changed; or withdrawn."""
        id_ = read_fact_id(self.match)
        view = seen.open if id_.act is Act.SHARE else seen.view
        given = open_fact(desk, view, id_.profile, id_.fact, id_.as_of)
        if given is None:
            await respond(asked, sentence_card(channel_strings.WITHDRAWN))
            return "withdrawn"
        note = changed_note(id_.release, seen)
        if id_.act is Act.SHARE:
            card = public_card(given, seen.open)
            return await share(asked, desk, self, with_note(card, note) if card else None)
        if id_.act is Act.PASSAGE and isinstance(given, Answered):
            return await show_passages(asked, desk, seen, given, note)
        card = with_note(_card(id_, given, seen), note)
        in_place = id_.act is Act.OPEN and is_private(asked)
        await (replace if in_place else respond)(asked, card)
        return id_.act.name.lower()


def _card(id_: FactId, given: Answered | Abstained, seen: Seen) -> Card:
    if isinstance(given, Abstained) or id_.act is Act.OPEN:
        return answer_card(given, seen.view, private=True, as_of=id_.as_of)
    if id_.act is Act.CITE:
        return cite_card(given)
    if id_.act is Act.SOURCES:
        return sources_card(given, seen.view)
    related = related_card(id_.profile, id_.fact, seen.view)
    return related or sentence_card(channel_strings.WITHDRAWN)


class SilenceButton(Lasting, template=SILENCE):
    """The button that shares an abstention."""

    what = "share"

    async def act(self, asked: Asked, desk: Desk, seen: Seen) -> str:
        """Share what was not found; the question comes from the private reply itself."""
        id_ = read_silence_id(self.match)
        held = seen.open.base.profiles.get(id_.profile)
        if id_.reason not in set(Reason) or (id_.profile and held is None):
            await respond(asked, sentence_card(channel_strings.WITHDRAWN))
            return "withdrawn"
        person = held.profile if held else None
        # who may see restricted facts may have been refused for one that others do not have
        sees_more = seen.view.name != seen.open.name
        reason = Reason.NO_FACT if sees_more else Reason(id_.reason)
        given = Abstained(reason, person, (), Explanation(), id_.as_of)
        return await share(asked, desk, self, public_card(given, seen.open))


class OtherItem(Lasting, template=OTHER):
    """Whatever another build of the bot has sent."""

    what = "unknown button"

    async def act(self, asked: Asked, desk: Desk, seen: Seen) -> str:  # noqa: ARG002
        """Say that it is not understood, so that nobody waits."""
        await respond(asked, sentence_card(channel_strings.UNREADABLE))
        return "unreadable"


def changed_note(release: str, seen: Seen) -> str:
    """Return the note for a reply of another release than the one that runs, or nothing."""
    if release in seen.releases:
        return ""
    return small(channel_strings.changed(seen.view.name))
