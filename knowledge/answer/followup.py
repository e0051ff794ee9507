"""Follow-ups: a question that leans on the one before is read as a whole one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.answer.outcomes import Context
from knowledge.index.mask import mask
from knowledge.match.reading import Before, Reading, Said, Scope
from knowledge.model.fact import Fact
from knowledge.text.lexicon import FUNCTION_WORDS, WHO_IS_MEANT, Asks, asks
from knowledge.text.tokens import words

LONGEST_LEANING = 8  # words
MOST_OF_ITS_OWN = 1  # words that say something; more can stand alone
MOST_BORROWED = 8  # phrasings of the fact before that lend their words
_ASKING = frozenset(
    "who whom whose when where why how what which many much long old date year time".split()
)
_TO_THE_BOT = frozenset("you your yours i me my we our".split())


def going_on(
    ways: Sequence[Reading], said: Said, context: Context, scope: Scope
) -> tuple[Reading, ...]:
    """Return the ways to understand a question that was asked after another.

    One that says little keeps in mind what was given before. One that says next to nothing is
    also read as a whole question, with the words of the one before.
    """
    fact = scope.base.fact(context.profile, context.fact or "")
    if fact is None:
        return tuple(ways)
    own = _own(said.words)
    before = Before(
        *(context.profile, fact.id, fact.topic),
        leans=1 / max(1, len(own)),
        is_asked_on=bool(own) or not _ASKING.isdisjoint(said.words),
    )
    kept = (
        replace(way, before=before) if _names_nobody_anew(way, said, context) else way
        for way in ways
    )
    return (*kept, *_whole(ways, fact, before, context, scope))


def _own(said: Sequence[str]) -> frozenset[str]:
    """Return the words that say something of their own."""
    return frozenset(w for w in said if w not in FUNCTION_WORDS and w not in _ASKING)


def _names_nobody_anew(way: Reading, said: Said, context: Context) -> bool:
    if said.strong or way.through:
        return False
    return way.profile == context.profile or not said.weak


def _whole(
    ways: Sequence[Reading], fact: Fact, before: Before, context: Context, scope: Scope
) -> Iterator[Reading]:
    """Yield whole questions made of a leaning one and the phrasings of the fact before."""
    for way in ways:
        if is_leaning(way):
            profile = way.profile or context.profile
            for borrowed in _borrowed(fact, context, scope):
                yield replace(
                    way,
                    profile=profile,
                    masked=_joined(way.masked, borrowed),
                    through=f"a follow-up to {fact.id}",
                    leaning=True,
                    before=before,
                )


def is_leaning(way: Reading) -> bool:
    """Tell whether a question says too little to stand alone: "and where?", "which years?"."""
    said = way.masked
    if not said or len(said) > LONGEST_LEANING or not _TO_THE_BOT.isdisjoint(said):
        return False
    if said[0] in {"and", "what", "how"} and "about" in said:
        return True
    own = _own(said) - {WHO_IS_MEANT}
    says_something = bool(own) or WHO_IS_MEANT in said or not _ASKING.isdisjoint(said)
    return says_something and len(own) <= MOST_OF_ITS_OWN


def _borrowed(fact: Fact, context: Context, scope: Scope) -> Iterator[tuple[str, ...]]:
    index = scope.index
    texts = ((context.question,) if context.question else ()) + fact.phrasings
    for text in texts[:MOST_BORROWED]:
        said = words(text)
        yield mask(
            said, index.names.mentions(said), context.profile, index.pronouns[context.profile]
        )


def _joined(leaning: tuple[str, ...], borrowed: tuple[str, ...]) -> tuple[str, ...]:
    """Put the new question word before the old question's words, or the new thing behind them.

    "which years?" after "Was he trained by Americans?" asks which years he was trained by them;
    "and the wedding?" asks of the wedding what was asked before.
    """
    own = tuple(w for w in leaning if w in _own(leaning) and w != WHO_IS_MEANT)
    kind = asks(leaning)
    is_other_thing = kind in {Asks.OPEN, Asks.WHETHER} or (
        kind in {Asks.HOW, Asks.WHAT} and ("about" in leaning or not own)
    )
    if is_other_thing:
        return (*borrowed, *own)
    end = _question_words(leaning)
    head = (w for w in leaning[:end] if w not in {"and", "or", "but", "so"})
    return (*head, *(w for w in leaning[end:] if w in own), *_without_wh(borrowed))


def _question_words(leaning: tuple[str, ...]) -> int:
    return next(
        (i + 1 + (w == "how") for i, w in enumerate(leaning) if w in _ASKING), len(leaning)
    )


def _without_wh(borrowed: tuple[str, ...]) -> tuple[str, ...]:
    skip = next((i for i, word in enumerate(borrowed) if word not in _ASKING), 0)
    return borrowed[skip:]
