"""An answer as a card: the reply's blocks, and the buttons that belong below them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot import channel_strings, limits
from bot.render.card import Button, Card, button_rows, cut
from bot.render.ids import Act, FactId, SilenceId, fact_id, silence_id
from bot.render.markdown import block_markdown, escape, small
from bot.render.passages import has_passage
from bot.render.render import render
from bot.render.reply import Heading, Reply, Sources
from knowledge.answer.outcomes import Abstained, Ambiguous, Answer, Answered, Choice
from knowledge.model.fact import Status
from knowledge.release import View

COLORS = {
    Status.ESTABLISHED: 0x2E7D32,
    Status.REPORTED: 0xB58900,
    Status.DISPUTED: 0x8E44AD,
    Status.UNKNOWN: 0x2C6FBB,
    Status.RETRACTED: 0xB03A2E,
}


def may_be_public(given: Answer) -> bool:
    """Tell whether everybody in the channel may read the answer."""
    return isinstance(given, Answered) and not given.fact.is_restricted


def answer_card(
    given: Answer, view: View, *, private: bool, question: str = "", as_of: date | None = None
) -> Card:
    """Return the card of an answer; a question that was not answered stands on top of it."""
    reply = render(given, view.name)
    card = Card(
        _texts(reply),
        button_rows(_buttons(given, view, as_of, private=private)),
        private=private or reply.private or not may_be_public(given),
        color=_color(reply),
    )
    if question and not isinstance(given, Answered):
        return replace(card, texts=(asked_line(question), *card.texts))
    return card


def shared_card(card: Card, name: str) -> Card:
    """Return a private card as everybody sees it once somebody has shared it."""
    line = small(channel_strings.shared_by(cut(name, limits.BUTTON_LABEL)))
    return replace(card, texts=(line, *card.texts), private=False)


def public_card(given: Answer, view: View) -> Card | None:
    """Return what may be shared of an answer, or None: a restricted fact never is."""
    match given:
        case Abstained():
            return Card(
                _texts(render(replace(given, suggestions=()), view.name)), private=False
            )
        case Answered() if may_be_public(given):
            return answer_card(given, view, private=False)
        case _:
            return None


def asked_line(question: str) -> str:
    """Return what was asked, repeated in small print: no link, no ping, no style."""
    text = escape(cut(question, limits.QUESTION)).replace("://", "\\://")
    return f"-# {channel_strings.asked(text)}"


def _texts(reply: Reply) -> tuple[str, ...]:
    """Return who, what and from where, each as a text of its own."""
    head = [block_markdown(b) for b in reply.blocks if isinstance(b, Heading)]
    foot = [block_markdown(b) for b in reply.blocks if isinstance(b, Sources)]
    body = [block_markdown(b) for b in reply.blocks if not isinstance(b, Heading | Sources)]
    parts = ("\n".join(head), "\n".join(body), "\n".join((*foot, small(reply.footer))))
    return tuple(part for part in parts if part)


def _color(reply: Reply) -> int | None:
    headings = (block for block in reply.blocks if isinstance(block, Heading))
    status = next((heading.status for heading in headings), None)
    return COLORS[status] if status else None


def _buttons(
    given: Answer, view: View, as_of: date | None, *, private: bool
) -> tuple[Button, ...]:
    match given:
        case Answered():
            return fact_buttons(given, view, private=private)
        case Ambiguous(choices):
            is_of_one = len({choice.profile.id for choice in choices}) == 1
            return tuple(_choices(choices, view.name, as_of, is_of_one=is_of_one))
        case Abstained(_, profile, suggestions):
            is_of_one = profile is not None
            offered = _choices(suggestions, view.name, given.as_of, is_of_one=is_of_one)
            return (*offered, _share_silence(given, view.name))


def _choices(
    choices: Sequence[Choice], release: str, as_of: date | None, *, is_of_one: bool
) -> Iterator[Button]:
    """Yield a button for each fact; whom it is about stands there unless one is named above."""
    for choice in choices:
        text = choice.question if is_of_one else f"{choice.profile.name}: {choice.question}"
        yield _open(text, FactId(Act.OPEN, choice.profile.id, choice.fact.id, release, as_of))


def fact_buttons(given: Answered, view: View, *, private: bool) -> tuple[Button, ...]:
    """Return the buttons below a fact; only what may be public can be shared."""
    acts = {
        Act.SOURCES: channel_strings.SOURCES,
        Act.RELATED: channel_strings.RELATED,
        Act.CITE: channel_strings.CITE,
    }
    if has_passage(given.fact, view.base):
        acts[Act.PASSAGE] = channel_strings.PASSAGE
    if private and may_be_public(given):
        acts[Act.SHARE] = channel_strings.SHARE
    profile, fact = given.profile.id, given.fact.id
    return tuple(
        Button(label, fact_id(FactId(act, profile, fact, view.name, given.as_of)))
        for act, label in acts.items()
    )


def open_button(question: str, profile: str, fact: str, release: str) -> Button:
    """Return a button that opens the fact which a question asks for."""
    return _open(question, FactId(Act.OPEN, profile, fact, release))


def _open(question: str, id_: FactId) -> Button:
    return Button(cut(question, limits.BUTTON_LABEL), fact_id(id_), is_main=True)


def _share_silence(given: Abstained, release: str) -> Button:
    profile = given.profile.id if given.profile else ""
    id_ = SilenceId(str(given.reason), profile, release, given.as_of)
    return Button(channel_strings.SHARE, silence_id(id_))
