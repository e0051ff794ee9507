"""Masking: the profile's person becomes a blank, other people become tokens of their own."""

from collections.abc import Sequence

from knowledge.index.names import Mention
from knowledge.text.lexicon import WHO_IS_MEANT

PRONOUNS = frozenset("he him his himself she her hers herself".split())


def mask(
    said: Sequence[str],
    mentions: Sequence[Mention],
    profile: str | None,
    pronouns: frozenset[str] = PRONOUNS,
) -> tuple[str, ...]:
    """Return the words with every mention of the profile's person as one blank.

    Without a profile, every identified person and every pronoun is the blank.
    """
    masked: list[str] = []
    place = 0
    for mention in (*mentions, None):
        until = mention.start if mention else len(said)
        masked.extend(WHO_IS_MEANT if word in pronouns else word for word in said[place:until])
        if mention:
            masked.append(_token(mention, profile))
            place = mention.end
    return tuple(word for i, word in enumerate(masked) if not _repeats(masked, i, word))


def _token(mention: Mention, profile: str | None) -> str:
    identified = mention.strong | mention.weak
    if profile in identified or (profile is None and identified):
        return WHO_IS_MEANT
    if mention.persons:
        return min(mention.persons)
    return f"={min(identified)}"


def _repeats(masked: list[str], place: int, word: str) -> bool:
    return word == WHO_IS_MEANT and place > 0 and masked[place - 1] == WHO_IS_MEANT
