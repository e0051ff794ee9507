"""Follow-ups: what a question takes from the one before it, its matter or its words too."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from knowledge.answer.another import doubted
from knowledge.answer.outcomes import Context
from knowledge.index.mask import mask
from knowledge.match.reading import BARE_NAME, Before, Reading, Said, Scope
from knowledge.model.fact import Fact
from knowledge.text.lexicon import FUNCTION_WORDS, NEGATIONS, WHO_IS_MEANT, Asks, asks
from knowledge.text.tokens import words

LONGEST_BORROWING = 8  # words
MOST_OF_ITS_OWN = 1  # words that say something; more can stand alone
MOST_BORROWED = 8  # wordings that lend their words: the question before, then phrasings
_ASKING = frozenset(
    "who whom whose when where why how what which many much long old date year time".split()
)
_TO_THE_BOT = frozenset("you your yours i me my we our".split())
# What makes a short question one of its own: who is asked, and what turns the words before.
_OF_ITS_OWN = _TO_THE_BOT | NEGATIONS | {"before", "after", "except", "besides", "instead"}


class _Given(NamedTuple):
    """The fact that answered the question before."""

    profile: str
    fact: Fact
    question: str


def _given(context: Context, scope: Scope) -> _Given | None:
    if context.profile is None or context.fact is None:
        return None
    fact = scope.base.fact(context.profile, context.fact)
    return _Given(context.profile, fact, context.question) if fact else None


def going_on(
    ways: Sequence[Reading], said: Said, context: Context, scope: Scope
) -> tuple[Reading, ...]:
    """Return the ways to understand a question that was asked after another.

    Unless it names somebody anew, it keeps in mind what was given before. Where it says next
    to nothing, it is also read with the words of the question before and of the fact given.
    """
    given = _given(context, scope)
    kept: list[Reading] = []
    borrowing: list[Reading] = []
    for way in ways:
        is_anew = _names_somebody_anew(way, said, context)
        fact = given.fact if given else None
        is_named = is_anew and not (way.through and not said.strong)
        told = way if is_named else doubted(way, said, context, fact, scope)
        direct = told
        if given and way.masked == (WHO_IS_MEANT,):  # "Mirova's?" asks of her what was asked
            direct = replace(direct, unclear=(*direct.unclear, BARE_NAME))
        if given and not is_anew:
            direct = replace(direct, before=_before(way, given, said, context))
        kept.append(direct)
        turns = is_anew or way.profile != context.profile
        if given and may_borrow(way, turns=turns):
            before = _before(way, given, said, context)
            borrowing.extend(_whole(told, given, before, scope))
    return (*kept, *borrowing)


def may_borrow(way: Reading, *, turns: bool = False) -> bool:
    """Tell whether a question says too little to stand alone: "and where?", "which years?".

    Where it turns to somebody else, it says nothing but that: "and Mirova?".
    """
    said = way.masked
    if not said or len(said) > LONGEST_BORROWING or not _OF_ITS_OWN.isdisjoint(said):
        return False
    if said[0] in {"and", "what", "how"} and "about" in said:
        return True
    says_something = _asks_something(said) or WHO_IS_MEANT in said
    return says_something and len(_own(said)) <= (0 if turns else MOST_OF_ITS_OWN)


def _names_somebody_anew(way: Reading, said: Said, context: Context) -> bool:
    """Tell whether a reading is about somebody whom the question names, not a pronoun."""
    if said.strong or way.through:
        return True
    return bool(said.weak) and way.profile != context.profile


def _before(way: Reading, given: _Given, said: Said, context: Context) -> Before:
    return Before(
        *(given.profile, given.fact.id, given.fact.topic),
        leans=1 / max(1, len(_own(way.masked))),
        asks_something=_asks_something(way.masked),
        elsewhere=not context.elsewhere.isdisjoint(said.words),
    )


def _own(masked: Sequence[str]) -> frozenset[str]:
    """Return the words that say something of their own."""
    return frozenset(masked) - FUNCTION_WORDS - _ASKING - {WHO_IS_MEANT}


def _asks_something(masked: Sequence[str]) -> bool:
    """Tell whether anything is asked or said, and not of the bot: "got it" does not."""
    if not _TO_THE_BOT.isdisjoint(masked):
        return False
    return bool(_own(masked)) or not _ASKING.isdisjoint(masked)


def _whole(way: Reading, given: _Given, before: Before, scope: Scope) -> Iterator[Reading]:
    """Yield whole questions made of a short one and what was asked before."""
    for borrowed in _borrowed(given, scope):
        yield replace(
            way,
            profile=way.profile or given.profile,
            masked=_joined(way.masked, borrowed),
            through=f"a follow-up to {given.fact.id}",
            borrows=True,
            before=before,
        )


def _borrowed(given: _Given, scope: Scope) -> Iterator[tuple[str, ...]]:
    names, pronouns = scope.index.names, scope.index.pronouns[given.profile]
    texts = ((given.question,) if given.question else ()) + given.fact.phrasings
    for text in texts[:MOST_BORROWED]:
        said = words(text)
        yield mask(said, names.mentions(said), given.profile, pronouns)


def _joined(short: tuple[str, ...], borrowed: tuple[str, ...]) -> tuple[str, ...]:
    """Put the new question words before the old question, or the new thing behind it.

    "which years?" after "Was he trained by Americans?" asks which years he was trained by them;
    "and the wedding?" asks of the wedding what was asked before.
    """
    kind = asks(short)
    says = tuple(w for w in short if w not in FUNCTION_WORDS and w != WHO_IS_MEANT)
    is_about = kind in {Asks.HOW, Asks.WHAT} and "about" in short
    if kind in {Asks.OPEN, Asks.WHETHER} or is_about or (kind is Asks.WHAT and not says):
        return (*borrowed, *(w for w in says if w not in _ASKING))
    end = _question_words(short)
    head = (w for w in short[:end] if w not in {"and", "or", "but", "so"})
    return (*head, *(w for w in short[end:] if w in says), *_without_wh(borrowed))


def _question_words(short: tuple[str, ...]) -> int:
    return next((i + 1 + (w == "how") for i, w in enumerate(short) if w in _ASKING), len(short))


def _without_wh(borrowed: tuple[str, ...]) -> tuple[str, ...]:
    skip = next((i for i, word in enumerate(borrowed) if word not in _ASKING), 0)
    return borrowed[skip:]
