"""Gathering: every wording of a base, read and masked, before it becomes arrays."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from knowledge.base import FactBase, ProfileFacts
from knowledge.index.concepts import Concepts
from knowledge.index.features import Unit, units, word_number, word_numbers
from knowledge.index.mask import PRONOUNS, mask
from knowledge.index.names import NameIndex, person_token
from knowledge.model.fact import Fact
from knowledge.model.profile import Profile
from knowledge.text.lexicon import NEGATIONS, WHO_IS_MEANT, Asks, asks, unwrapped
from knowledge.text.tokens import stem, words

ASKS_BITS = {kind: 1 << place for place, kind in enumerate(Asks)}


@dataclass
class Gathered:
    """The rows and facts of a base, in order, as they are read."""

    texts: list[tuple[Unit, ...]] = field(default_factory=list)
    fact_of_row: list[int] = field(default_factory=list)
    names_person: list[bool] = field(default_factory=list)
    content: list[tuple[int, ...]] = field(default_factory=list)
    facts: list[tuple[str, str]] = field(default_factory=list)
    told: list[frozenset[int]] = field(default_factory=list)
    asked: list[frozenset[int]] = field(default_factory=list)
    asks_bits: list[int] = field(default_factory=list)
    negated: list[bool] = field(default_factory=list)
    shadows: list[bool] = field(default_factory=list)
    exact: dict[int, int] = field(default_factory=dict)
    uses: Counter[str] = field(default_factory=Counter)
    capitalized: set[str] = field(default_factory=set)
    """Parts of texts that begin with a capital although no sentence begins there."""
    small: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Reader:
    """Reads the wordings of one profile's facts."""

    base: FactBase
    names: NameIndex
    concepts: Concepts
    profile: str
    pronouns: frozenset[str]
    kin: Mapping[int, frozenset[int]]
    """Words that mean the same person here: "husband" and the name of the one husband."""

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


def gather_profile(gathered: Gathered, held: ProfileFacts, reader: Reader) -> None:
    """Add every fact of a profile; what a curator wrote goes before what all profiles share."""
    shared_exact: dict[int, int] = {}
    for fact in held.facts:
        shared = shared_phrasings(fact, held, reader.base)
        shared_exact.update(_gather(gathered, fact, shared, reader))
    for number, row in shared_exact.items():
        gathered.exact.setdefault(number, row)


def shared_phrasings(fact: Fact, held: ProfileFacts, base: FactBase) -> tuple[str, ...]:
    """Return the phrasings of the fact's attribute, where no other fact bears it too."""
    attribute = base.attributes.get(fact.attribute or "")
    if attribute is None or held.bearers[attribute.id] > 1:
        return ()
    return attribute.phrasings


def row_text(fact: Fact, held: ProfileFacts, base: FactBase, place: int) -> str:
    """Return the wording of a fact's row: a phrasing, an attribute's, or a sentence of it."""
    return (*fact.phrasings, *shared_phrasings(fact, held, base), *fact.sentences)[place]


def exact_number(masked: Sequence[str], profile: str) -> int:
    """Return the number under which a masked phrasing of a profile is found at once."""
    return word_number(f"{profile}:{' '.join(masked)}")


def _gather(
    gathered: Gathered, fact: Fact, shared: Sequence[str], reader: Reader
) -> dict[int, int]:
    """Add one fact; return the rows of its shared phrasings by the number of their wording."""
    _add_fact(gathered, fact, reader, is_shadow=False)
    bits, negated, asked, told = 0, False, set[int](), set[int]()
    shared_exact: dict[int, int] = {}
    for place, (phrasing, masked) in enumerate(_wordings(fact, shared, reader)):
        is_own = place < len(fact.phrasings)
        exact = gathered.exact if is_own else shared_exact
        exact.setdefault(exact_number(masked, reader.profile), len(gathered.texts))
        (asked if is_own else told).update(_add_row(gathered, masked, reader))
        bits |= ASKS_BITS[asks(masked)]
        negated |= not NEGATIONS.isdisjoint(masked)
        _note_words(gathered, masked, phrasing)
    for number in tuple(asked):
        asked |= reader.kin.get(number, frozenset())
    gathered.asked.append(frozenset(asked))
    gathered.told.append(frozenset(told) | _gather_told(gathered, fact, reader))
    gathered.asks_bits.append(bits)
    gathered.negated.append(negated)
    if fact.near_misses:
        _gather_shadow(gathered, fact, reader)
    return shared_exact


def _gather_shadow(gathered: Gathered, fact: Fact, reader: Reader) -> None:
    """Add the near misses as a fact of their own, which draws questions and answers none."""
    _add_fact(gathered, fact, reader, is_shadow=True)
    for text in fact.near_misses:
        masked = reader.masked(text, reader.pronouns)
        gathered.exact.setdefault(exact_number(masked, reader.profile), len(gathered.texts))
        _add_row(gathered, masked, reader)
        gathered.uses.update(masked)
    gathered.asked.append(frozenset())
    gathered.told.append(frozenset())
    gathered.asks_bits.append(0)
    gathered.negated.append(False)


def _add_fact(gathered: Gathered, fact: Fact, reader: Reader, *, is_shadow: bool) -> None:
    gathered.facts.append((reader.profile, fact.id))
    gathered.shadows.append(is_shadow)


def _gather_told(gathered: Gathered, fact: Fact, reader: Reader) -> frozenset[int]:
    told: set[int] = set()
    for sentence in fact.sentences:
        masked = reader.masked(sentence, reader.pronouns)
        told.update(_add_row(gathered, masked, reader))
        _note_words(gathered, masked, sentence)
    return frozenset(told)


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
    gathered.texts.append(found)
    gathered.fact_of_row.append(len(gathered.facts) - 1)
    gathered.names_person.append(WHO_IS_MEANT in masked)
    content = {unit.number: None for unit in found if not unit.is_light}
    gathered.content.append(tuple(content))
    return word_numbers(found)


def _note_words(gathered: Gathered, masked: Sequence[str], text: str) -> None:
    gathered.uses.update(masked)
    parts = text.split()
    for before, part in zip(parts, parts[1:], strict=False):
        is_inside = before[-1] not in ".?!:"
        kept = gathered.capitalized if part[0].isupper() and is_inside else gathered.small
        kept.add(part)
