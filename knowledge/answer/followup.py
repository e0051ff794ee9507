"""Follow-ups: a question that leans on the one before is read as a whole one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.answer.outcomes import Context
from knowledge.index.mask import mask
from knowledge.match.read import Reading, Scope
from knowledge.model.fact import Fact
from knowledge.text.lexicon import FUNCTION_WORDS, WHO_IS_MEANT, Asks, asks
from knowledge.text.tokens import words

LONGEST_LEANING = 8  # words
MOST_BORROWED = 8  # phrasings of the fact before that lend their words
_ASKING = frozenset(
    "who whom whose when where why how what which many much long old date year time".split()
)


_TO_THE_BOT = frozenset("you your yours i me my we our".split())


def is_leaning(way: Reading) -> bool:
    """Tell whether a question says too little to stand alone: "and where?", "his wife?"."""
    said = way.masked
    if not said or len(said) > LONGEST_LEANING or not _TO_THE_BOT.isdisjoint(said):
        return False
    if said[0] in {"and", "what", "how"} and "about" in said:
        return True
    is_empty = all(w in FUNCTION_WORDS or w in _ASKING or w == WHO_IS_MEANT for w in said)
    return is_empty and (WHO_IS_MEANT in said or not _ASKING.isdisjoint(said))


def leaning_readings(
    ways: Sequence[Reading], context: Context, scope: Scope
) -> Iterator[Reading]:
    """Yield whole questions made of a leaning one and the phrasings of the fact before."""
    fact = scope.base.fact(context.profile, context.fact or "")
    if fact is None:
        return
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
                    topic=fact.topic,
                )


def _borrowed(fact: Fact, context: Context, scope: Scope) -> Iterator[tuple[str, ...]]:
    index = scope.index
    texts = ((context.question,) if context.question else ()) + fact.phrasings
    for text in texts[:MOST_BORROWED]:
        said = words(text)
        yield mask(
            said, index.names.mentions(said), context.profile, index.pronouns[context.profile]
        )


def _joined(leaning: tuple[str, ...], borrowed: tuple[str, ...]) -> tuple[str, ...]:
    """Put the new question word before the old question's words, or the new person into it."""
    kind = asks(leaning)
    said = tuple(w for w in leaning if w not in FUNCTION_WORDS and w != WHO_IS_MEANT)
    if kind in {Asks.OPEN, Asks.WHETHER, Asks.WHAT} or (
        kind is Asks.HOW and "about" in leaning
    ):
        return (*borrowed, *(w for w in said if w not in _ASKING))
    head = leaning[: _question_words(leaning)]
    return (*(w for w in head if w not in {"and", "or", "but", "so"}), *_without_wh(borrowed))


def _question_words(leaning: tuple[str, ...]) -> int:
    return next(
        (i + 1 + (w == "how") for i, w in enumerate(leaning) if w in _ASKING), len(leaning)
    )


def _without_wh(borrowed: tuple[str, ...]) -> tuple[str, ...]:
    skip = next((i for i, word in enumerate(borrowed) if word not in _ASKING), 0)
    return borrowed[skip:]
