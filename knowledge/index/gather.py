"""Gathering: every wording of a base, read and masked, before it becomes arrays."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from knowledge.base import FactBase, ProfileFacts
from knowledge.index.concepts import Concepts
from knowledge.index.features import Unit, text_number, units, word_number, word_numbers
from knowledge.index.mask import PRONOUNS, mask
from knowledge.index.names import NameIndex, person_token
from knowledge.model.fact import Fact
from knowledge.model.profile import Profile
from knowledge.text import capitals
from knowledge.text.lexicon import NEGATIONS, WHO_IS_MEANT, Asks, asks, unwrapped
from knowledge.text.tokens import stem, words

ASKS_PLACES = {kind: place for place, kind in enumerate(Asks)}
ASKS_BITS = {kind: 1 << place for kind, place in ASKS_PLACES.items()}


@dataclass
class Stretches:
    """Many short lists of features, one after the other."""

    ends: "array[int]" = field(default_factory=lambda: array("I"))
    held: "array[int]" = field(default_factory=lambda: array("I"))

    def add(self, features: Iterable[int]) -> None:
        """Add one list."""
        self.held.extend(features)
        self.ends.append(len(self.held))


@dataclass
class Tally:
    """How often the texts of some profiles say a word, and how they write it."""

    uses: Counter[str] = field(default_factory=Counter)
    capitalized: Counter[str] = field(default_factory=Counter)
    """Stems, and how often they begin with a capital although no sentence begins there."""
    small: Counter[str] = field(default_factory=Counter)


@dataclass
class Gathered:
    """The texts, rows and facts of some profiles, in order, as they are read.

    A row is one wording of a fact; rows with the same masked words share a text.
    """

    texts: list[tuple[Unit, ...]] = field(default_factory=list)
    """Those that are no arrays yet: `first_text` is the number of the first."""
    first_text: int = 0
    known_texts: dict[int, int] = field(default_factory=dict)
    """By the number that masked words have everywhere: their text here."""
    names_person: "array[int]" = field(default_factory=lambda: array("b"))
    """By text: it speaks of the profile's person."""
    asks_of_text: "array[int]" = field(default_factory=lambda: array("b"))
    text_of_row: "array[int]" = field(default_factory=lambda: array("I"))
    first_row: "array[int]" = field(default_factory=lambda: array("I"))
    """By fact."""
    first_fact: "array[int]" = field(default_factory=lambda: array("I"))
    """By profile."""
    places: "array[int]" = field(default_factory=lambda: array("I"))
    """By fact: its place among the facts of its profile."""
    shadows: "array[int]" = field(default_factory=lambda: array("b"))
    is_personal: "array[int]" = field(default_factory=lambda: array("b"))
    asks_bits: "array[int]" = field(default_factory=lambda: array("h"))
    negated: "array[int]" = field(default_factory=lambda: array("b"))
    asked: Stretches = field(default_factory=Stretches)
    told: Stretches = field(default_factory=Stretches)
    wordings: bytearray = field(default_factory=bytearray)
    wording_ends: "array[int]" = field(default_factory=lambda: array("I"))
    """By text: its masked words end here among the wordings."""
    exact_numbers: "array[int]" = field(default_factory=lambda: array("Q"))
    exact_rows: "array[int]" = field(default_factory=lambda: array("I"))
    """What stands first for a number holds."""
    said: Tally = field(default_factory=Tally)


@dataclass(frozen=True)
class Reader:
    """Reads the wordings of one profile's facts."""

    base: FactBase
    names: NameIndex
    concepts: Concepts
    profile: str
    pronouns: frozenset[str]

    @cached_property
    def held(self) -> ProfileFacts:
        """Return the profile with its facts."""
        return self.base.profiles[self.profile]

    @cached_property
    def kin(self) -> Mapping[int, frozenset[int]]:
        """Return words that mean the same person here: "husband" and the one husband's name."""
        return kin_of(self.held.profile)

    def masked(self, text: str, pronouns: frozenset[str]) -> tuple[str, ...]:
        """Return the words of a text with the profile's person as the blank."""
        said = unwrapped(words(text))
        return mask(said, self.names.mentions(said), self.profile, pronouns)


def kin_of(profile: Profile) -> Mapping[int, frozenset[int]]:
    """Return the words that mean the same person, where only one person bears a relation."""
    bearers = Counter(words(r) for person in profile.persons for r in set(person.relations))
    same: dict[int, frozenset[int]] = {}
    for person in profile.persons:
        token = f"={person.profile}" if person.profile else person_token(person)
        single = [words(r) for r in person.relations if bearers[words(r)] == 1]
        named = {word_number(stem(said[0])) for said in single if len(said) == 1}
        if named and (person.profile or person.name):
            group = frozenset((*named, word_number(stem(token))))
            same.update(dict.fromkeys(group, group))
    return same


def gather_profile(gathered: Gathered, reader: Reader) -> None:
    """Add every fact of a profile; what a curator wrote goes before what all profiles share."""
    gathered.first_fact.append(len(gathered.places))
    shared_exact: list[tuple[int, int]] = []
    written: Counter[tuple[str, bool]] = Counter()
    for place, fact in enumerate(reader.held.facts):
        shared = shared_phrasings(fact, reader.held, reader.base)
        shared_exact += _gather(gathered, _Reading(fact, place, shared, reader, written))
    for number, row in shared_exact:
        gathered.exact_numbers.append(number)
        gathered.exact_rows.append(row)
    for kept, is_capital in ((gathered.said.capitalized, True), (gathered.said.small, False)):
        for (part, capital), times in written.items():
            if capital == is_capital:
                for word in words(part):
                    kept[stem(word)] += times


def shared_phrasings(fact: Fact, held: ProfileFacts, base: FactBase) -> tuple[str, ...]:
    """Return the phrasings of the fact's attribute, where no other fact bears it too."""
    attribute = base.attributes.get(fact.attribute or "")
    if attribute is None or held.bearers[attribute.id] > 1:
        return ()
    return attribute.phrasings


def row_text(fact: Fact, held: ProfileFacts, base: FactBase, place: int) -> str:
    """Return the wording of a fact's row: a phrasing, an attribute's, or a sentence of it."""
    if place < len(fact.phrasings):
        return fact.phrasings[place]
    others = (*shared_phrasings(fact, held, base), *fact.sentences)
    return others[place - len(fact.phrasings)]


def exact_number(masked: Sequence[str], profile: str) -> int:
    """Return the number under which a masked phrasing of a profile is found at once."""
    return text_number(f"{profile}:{' '.join(masked)}")


@dataclass(frozen=True, slots=True)
class _Reading:
    """One fact on its way into the arrays."""

    fact: Fact
    place: int
    shared: tuple[str, ...]
    reader: Reader
    written: Counter[tuple[str, bool]]
    """Parts of texts within sentences, and whether each begins with a capital."""


def _gather(gathered: Gathered, reading: _Reading) -> Iterator[tuple[int, int]]:
    """Add one fact; yield the numbers and rows of its shared phrasings."""
    _add_fact(gathered, reading.place, is_shadow=False)
    fact, reader = reading.fact, reading.reader
    bits, negated, asked, told = 0, False, set[int](), set[int]()
    first = len(gathered.text_of_row)
    for number, (phrasing, masked) in enumerate(_wordings(fact, reading.shared, reader)):
        exact = exact_number(masked, reader.profile)
        if is_own := number < len(fact.phrasings):
            gathered.exact_numbers.append(exact)
            gathered.exact_rows.append(len(gathered.text_of_row))
        else:
            yield exact, len(gathered.text_of_row)
        (asked if is_own else told).update(_add_row(gathered, masked, reader))
        bits |= ASKS_BITS[asks(masked)]
        negated |= not NEGATIONS.isdisjoint(masked)
        _note_words(gathered, masked, phrasing, reading.written)
    own = gathered.text_of_row[first : first + len(fact.phrasings)]
    gathered.is_personal.append(any(gathered.names_person[text] for text in own))
    asked |= {kin for number in asked for kin in reader.kin.get(number, ())}
    told |= _add_sentences(gathered, reading)
    _end_fact(gathered, asked, told, bits, negated=negated)
    if missed := reader.held.missed(fact):
        _gather_shadow(gathered, reading, missed)


def _add_sentences(gathered: Gathered, reading: _Reading) -> set[int]:
    """Add what a fact says as rows; return its words."""
    told, reader = set[int](), reading.reader
    for sentence in reading.fact.sentences:
        masked = reader.masked(sentence, reader.pronouns)
        told |= _add_row(gathered, masked, reader)
        _note_words(gathered, masked, sentence, reading.written)
    return told


def _gather_shadow(gathered: Gathered, reading: _Reading, missed: Sequence[str]) -> None:
    """Add the near misses as a fact of their own, which draws questions and answers none."""
    _add_fact(gathered, reading.place, is_shadow=True)
    reader = reading.reader
    for text in missed:
        masked = reader.masked(text, reader.pronouns)
        gathered.exact_numbers.append(exact_number(masked, reader.profile))
        gathered.exact_rows.append(len(gathered.text_of_row))
        _add_row(gathered, masked, reader)
        gathered.said.uses.update(masked)
    gathered.is_personal.append(1)
    _end_fact(gathered, (), (), 0, negated=False)


def _add_fact(gathered: Gathered, place: int, *, is_shadow: bool) -> None:
    gathered.places.append(place)
    gathered.first_row.append(len(gathered.text_of_row))
    gathered.shadows.append(is_shadow)


def _end_fact(
    gathered: Gathered, asked: Iterable[int], told: Iterable[int], bits: int, *, negated: bool
) -> None:
    gathered.asked.add(sorted(asked))
    gathered.told.add(sorted(told))
    gathered.asks_bits.append(bits)
    gathered.negated.append(negated)


def _wordings(
    fact: Fact, shared: Sequence[str], reader: Reader
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the fact's own phrasings, then its attribute's, which say "he" of everybody."""
    for text in fact.phrasings:
        yield text, reader.masked(text, reader.pronouns)
    for text in shared:
        yield text, reader.masked(text, PRONOUNS)


def _add_row(gathered: Gathered, masked: tuple[str, ...], reader: Reader) -> frozenset[int]:
    found = units(masked, reader.concepts)
    wording = " ".join(masked)
    number = text_number(wording)
    text = gathered.known_texts.get(number)
    if text is None:
        text = gathered.known_texts[number] = gathered.first_text + len(gathered.texts)
        gathered.texts.append(found)
        gathered.names_person.append(WHO_IS_MEANT in masked)
        gathered.asks_of_text.append(ASKS_PLACES[asks(masked)])
        gathered.wordings += wording.encode("utf-8", "surrogatepass")
        gathered.wording_ends.append(len(gathered.wordings))
    gathered.text_of_row.append(text)
    return word_numbers(found)


def _note_words(
    gathered: Gathered, masked: Sequence[str], text: str, written: Counter[tuple[str, bool]]
) -> None:
    gathered.said.uses.update(masked)
    if text.islower():  # typed in a hurry: it does not tell names from words
        return
    written.update(capitals.written(text))
