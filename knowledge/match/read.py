"""Reading a question: typos repaired, whom it is about, what remains with the names masked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.index.build import Index
from knowledge.index.mask import PRONOUNS, mask
from knowledge.index.names import Mention
from knowledge.match.explain import Repair
from knowledge.match.mend import is_said, mended
from knowledge.match.reading import (
    NOBODY,
    TWO_BEARERS,
    TWO_PEOPLE,
    TWO_QUESTIONS,
    WEAK_NAME,
    Reading,
    Said,
    Scope,
)
from knowledge.text import capitals
from knowledge.text.lexicon import FUNCTION_WORDS, WHO_IS_MEANT, asks_twice, unwrapped
from knowledge.text.tokens import words

LONGEST_QUESTION = 60  # words; a longer text is no question about a person
_OWNER = re.compile(r"(?:\b(?:his|her|their)|\w['’`]s?)\s+([\w-]+)", re.IGNORECASE)
# What says which one is meant, behind "the commander": who held the post before or in another
# place, or a higher rank. It may also begin something else ("the defector in 2015"): no guess.
_WHICH = frozenset(
    "before after who whom whose that which in of at from under with for to by against near on "
    "until since during between general chief major named called and or".split()
)
HEADLINE = 4  # capitalized words


def read(question: str, index: Index) -> Said:
    """Split a question into words, repair its typos and find the names in it."""
    typed = words(question)
    said = unwrapped(typed)
    written = _written_as_names(question)
    repairs: tuple[Repair, ...] = ()
    if len(typed) <= LONGEST_QUESTION:  # what is longer is not answered, whatever it says
        said, repairs = mended(said, index, written)
    mentions = index.names.mentions(said)
    strangers = _strangers(question, written.intersection(said), index)
    return Said(
        *(said, mentions, repairs, strangers, written), typed=typed, owned=_owned(question)
    )


def readings(said: Said, profiles: Sequence[str | None], scope: Scope) -> Iterator[Reading]:
    """Yield every way to understand what was said, about each of the given profiles."""
    for profile in profiles:
        if profile is None and not _content(said.words):
            continue  # "when was that?" of nobody
        yield _direct(said, profile, scope)
        if profile is not None:
            yield from _through_relation(said, profile, scope)
    yield from _one_of_two(said, scope)
    yield from _by_epithet(said, scope)


def _owned(question: str) -> frozenset[str]:
    """Return the words that stand behind an owner."""
    return frozenset(
        word for match in _OWNER.finditer(question) for word in words(match[1])[:1]
    )


def _written_as_names(question: str) -> frozenset[str]:
    """Return the words with a capital although no sentence begins there."""
    capital = (part for part, has_capital in capitals.written(question) if has_capital)
    return frozenset(word for part in capital for word in words(part))


def _strangers(question: str, written: frozenset[str], index: Index) -> frozenset[str]:
    """Return those among the words written as names that the base never says."""
    strange = frozenset(word for word in written if not is_said(word, index))
    if not strange or question.isupper() or _is_headline(question.split()):
        return frozenset()
    return strange


def _is_headline(parts: Sequence[str]) -> bool:
    """Tell whether all that says something is capitalized: no name can be told apart."""
    content = [part for part in parts if part.lower().strip("?,.!") not in FUNCTION_WORDS]
    return len(content) >= HEADLINE and all(part[:1].isupper() for part in content)


def _direct(said: Said, profile: str | None, scope: Scope) -> Reading:
    pronouns = scope.index.pronouns[profile] if profile else PRONOUNS
    masked = mask(said.words, said.mentions, profile, pronouns)
    naming = [m for m in said.mentions if profile in m.strong or profile in m.weak]
    named = ", ".join(dict.fromkeys(said.text(mention) for mention in naming))
    is_weak = bool(naming) and not any(profile in mention.strong for mention in naming)
    is_little = profile is None and WHO_IS_MEANT not in masked and not _says_enough(masked)
    reasons = {
        WEAK_NAME: is_weak,
        TWO_BEARERS: _has_two_bearers(said.mentions),
        TWO_QUESTIONS: asks_twice(masked),
        NOBODY: is_little,  # the last: it alone may be settled by who else comes near
    }
    unclear = tuple(reason for reason, holds in reasons.items() if holds)
    second = _is_second(said, profile)
    return Reading(profile, masked, named, unclear=unclear, named_second=second)


def _has_two_bearers(mentions: Sequence[Mention]) -> bool:
    """Tell whether somebody's first name stands before somebody else's family name."""
    return any(
        first.end == second.start
        and first.weak
        and not first.strong
        and second.strong
        and first.weak.isdisjoint(second.strong)
        for first, second in zip(mentions, mentions[1:], strict=False)
    )


def _says_enough(masked: Sequence[str]) -> bool:
    """Tell whether a question that names nobody has more than one word to go by."""
    return len(_content(masked)) > 1


def _content(said: Sequence[str]) -> frozenset[str]:
    return frozenset(word for word in said if word not in FUNCTION_WORDS)


def _one_of_two(said: Said, scope: Scope) -> Iterator[Reading]:
    """Read "Are Mirova and Khalimov dead?" as a question about each of them."""
    for first, second in zip(said.mentions, said.mentions[1:], strict=False):
        are_joined = said.words[first.end : second.start] == ("and",)
        if not are_joined or not first.strong or not second.strong:
            continue
        for profile in sorted((first.strong ^ second.strong) & scope.base.profiles.keys()):
            cut = _with_blank(said, first.start, second.end, profile)
            yield replace(_direct(cut, profile, scope), unclear=(TWO_PEOPLE,))


def _by_epithet(said: Said, scope: Scope) -> Iterator[Reading]:
    """Read "the defector" as the name of whom it stands for, where nobody is named."""
    found = None if said.strong else scope.index.names.epithet(said.words)
    if found is None or _goes_on(said, found):
        return
    for profile in sorted(found.strong & scope.base.profiles.keys()):
        if not scope.index.pronouns[profile].isdisjoint(said.words):
            continue  # "the commander before him" is another one
        cut = _with_blank(said, found.start, found.end, profile)
        reading = _direct(cut, profile, scope)
        reasons = (WEAK_NAME,) if len(found.strong) > 1 else ()
        named = said.text(found)
        yield replace(reading, named=named, unclear=(*reasons, *reading.unclear))
        yield from _through_relation(cut, profile, scope)


def _goes_on(said: Said, epithet: Mention) -> bool:
    """Tell whether what follows an epithet makes it somebody else's: "… in chief", "… 1995"."""
    after = next(iter(said.words[epithet.end :]), "")
    return after in _WHICH or after.isdigit()


def _is_second(said: Said, profile: str | None) -> bool:
    first = next((mention.strong for mention in said.mentions if mention.strong), frozenset())
    return bool(first) and profile in said.strong and profile not in first


def _through_relation(said: Said, profile: str, scope: Scope) -> Iterator[Reading]:
    """Read "Mirova's husband" as the husband himself, where he has a profile of his own."""
    for start, end, other in related(said.words, profile, scope.index):
        before = _possessed(said, start, end, profile, scope)
        if other is None or other not in scope.base.profiles or before is None:
            continue
        relation = " ".join(said.words[start:end])
        reading = _direct(_with_blank(said, *before, other), other, scope)
        yield replace(reading, named=relation, through=relation)


def _with_blank(said: Said, start: int, end: int, profile: str) -> Said:
    """Put one word that names a profile in the place of a stretch of words."""
    shift = start + 1 - end
    mentions = (
        *(m for m in said.mentions if m.end <= start),
        Mention(start, start + 1, strong=frozenset({profile})),
        *(
            replace(m, start=m.start + shift, end=m.end + shift)
            for m in said.mentions
            if m.start >= end
        ),
    )
    cut = (*said.words[:start], profile, *said.words[end:])
    return Said(cut, mentions, said.repairs, said.strangers)


def related(
    said: Sequence[str], profile: str, index: Index
) -> Iterator[tuple[int, int, str | None]]:
    """Yield the stretches of words that name a relation, with the relative's own profile."""
    spans = index.relations[profile]
    longest = max((len(span) for span in spans), default=0)
    place = 0
    while place < len(said):
        for length in range(longest, 0, -1):
            span = tuple(said[place : place + length])
            if span in spans:
                yield place, place + length, spans[span]
                place += length - 1
                break
        place += 1


def _possessed(
    said: Said, start: int, end: int, profile: str, scope: Scope
) -> tuple[int, int] | None:
    """Return the stretch of "his wife", "Mirova's husband" or "the husband of Mirova"."""
    if start and said.words[start - 1] in scope.index.pronouns[profile]:
        return start - 1, end
    for mention in said.mentions:
        if profile in mention.strong | mention.weak:
            if mention.end == start:
                return mention.start, end
            if mention.start == end + 1 and said.words[end] in {"of", "to"}:
                return start, mention.end
    return None
