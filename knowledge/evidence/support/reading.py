"""What a text says in numbers, dates and names: read once, and then asked."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from knowledge.evidence.support.amounts import Amount, Kind, amounts, units_named
from knowledge.evidence.support.moments import Moment, moments
from knowledge.evidence.support.names import (
    FUNCTION_WORDS,
    Word,
    initials,
    runs,
    without_codes,
    words_of,
)
from knowledge.evidence.support.vocabulary import Vocabulary
from knowledge.text.peoples import are_kin
from knowledge.text.tokens import stem

# Tables lose their cells when they become text: "RankColonel".
_RUN_TOGETHER = re.compile(r"(?<=[a-zà-þ])[A-ZÀ-Þ][^\W\d_]+|[^\W\d_]{0,40}[a-zà-þ](?=[A-ZÀ-Þ])")


@dataclass(frozen=True)
class Reading:
    """What a text, or several together, says."""

    moments: tuple[Moment, ...] = ()
    exact: frozenset[tuple[str, int, int]] = frozenset()
    """Dates of records, that support nothing but the very same date."""
    amounts: tuple[Amount, ...] = ()
    units: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()
    """Words as they are compared, and their stems."""
    capitals: frozenset[str] = frozenset()
    """Names among those words."""
    acronyms: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    """What its names may be shortened to."""
    groups: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    """The people of titles, whom the sentences below need not name."""

    def __or__(self, other: "Reading") -> "Reading":
        return Reading(
            self.moments + other.moments,
            self.exact | other.exact,
            self.amounts + other.amounts,
            self.units | other.units,
            self.keys | other.keys,
            self.capitals | other.capitals,
            self.acronyms | other.acronyms,
            self.initials | other.initials,
            self.groups | other.groups,
            self.about | other.about,
        )

    @property
    def without_pronouns(self) -> "Reading":
        """Return the reading without small words: an explanation's "he" means nobody new."""
        return replace(self, keys=self.keys - FUNCTION_WORDS)

    def has_moment(self, said: Moment) -> bool:
        """Tell whether a date stands in the text, as exactly as it is said or more so."""
        if any(moment.implies(said) for moment in self.moments):
            return True
        if not said.part and (said.year, said.month, said.day) in self.exact:
            return True
        is_plain = not (said.month or said.part) and said.year.isdigit()
        return is_plain and self._has_number(float(said.year), "", {Kind.COUNT})

    def has_amount(self, said: Amount) -> bool:
        """Tell whether a number stands in the text, with its unit where it is said with one."""
        if said.kind is Kind.LOOSE and not said.value:
            return said.unit in self.units
        if self._has_number(said.value, said.unit, {said.kind}):
            return True
        years = {moment.year for moment in self.moments if not moment.month}
        return not said.unit and f"{said.value:.0f}" in years

    def has_word(self, word: Word) -> bool:
        """Tell whether a word stands in the text, in whatever form."""
        if {word.key, stem(word.key)} & self.keys:
            return True
        if word.is_acronym and word.key.lstrip("^") in self.initials:
            return True
        return any(are_kin(word.key, other) for other in self.capitals)

    def _has_number(self, value: float, unit: str, kinds: set[Kind]) -> bool:
        return any(
            one.value == value and one.kind in kinds and (not unit or unit == one.unit)
            for one in self.amounts
        )


def read(text: str, vocabulary: Vocabulary) -> Reading:
    """Return what a text says."""
    dated, rest = moments(text)
    words = (*words_of(rest), *words_of(" | ".join(_RUN_TOGETHER.findall(rest))))
    capitals = frozenset(word.key for word in words if word.is_name)
    keys = frozenset(word.key for word in words)
    return Reading(
        moments=dated,
        amounts=amounts(without_codes(rest)),
        units=units_named(rest),
        keys=keys | {stem(one) for one in keys},
        capitals=capitals,
        acronyms=frozenset(word.key.lstrip("^") for word in words if word.is_acronym),
        initials=frozenset(one for run in runs(words) for one in initials(words, run)),
        groups=frozenset(
            group for _, groups in vocabulary.groups_in(words) for group in groups
        ),
    )


def read_all(texts: Iterable[str], vocabulary: Vocabulary) -> Reading:
    """Return what several texts say, each read by itself."""
    return merged([read(text, vocabulary) for text in texts])


def merged(readings: Sequence[Reading]) -> Reading:
    """Return what several readings say together."""
    return reduce(Reading.__or__, readings, Reading())
