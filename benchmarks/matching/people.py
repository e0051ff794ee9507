"""Large bases of invented people: names of syllables × attributes × frames, by seed.

Each person has 20 of the 24 attributes in frames.toml, and each attribute 5 of its 6 frames;
its other 3 frames are held out and never stand in a base.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from types import MappingProxyType

from benchmarks.matching.material import Asked, Part, Wordings

FRAMES = Path(__file__).with_name("frames.toml")
ATTRIBUTES, PHRASINGS = 20, 5  # of a person, of an attribute
EACH = ATTRIBUTES * PHRASINGS
GIVEN, FAMILY = 300, 2_000  # names that people share, strangers with those in a base too
TOPIC = "about"
_ONSETS = "b br d dr f g gr h j k kl l m n p r s st t tr v z".split()
_VOWELS = "a e i o u ai ei".split()
_CODAS = ["", "", "", "l", "n", "r", "s", "m", "k"]
_OFFICES = (
    *("Harbor Office", "Water Board", "Grain Union", "Survey Corps", "Bridge Guard"),
    *("Tram Company", "Salt Guild", "Night Watch", "Weather Bureau", "Canal Trust"),
    *("Mint", "Observatory", "Quarry Council", "Ferry Line", "Press House"),
)


@dataclass(frozen=True, slots=True)
class Attribute:
    """What is asked about a person: the frames of a base, and those for its questions."""

    name: str
    base: tuple[str, ...]
    held_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """An invented person: a name, and the attributes that the base tells."""

    id: str
    name: str
    details: Mapping[str, str]
    told: tuple[Attribute, ...]

    def words(self, frame: str) -> str:
        """Return a frame filled in for this person."""
        return frame.format(name=self.name, **self.details)


@cache
def attributes() -> tuple[Attribute, ...]:
    """Return every attribute, as frames.toml has it."""
    tables = tomllib.loads(FRAMES.read_text(encoding="utf-8"))
    return tuple(
        Attribute(name, tuple(table["base"]), tuple(table["held-out"]))
        for name, table in tables.items()
    )


def invented(count: int, seed: int) -> Iterator[Person]:
    """Yield people whose names differ, the same ones for the same seed."""
    random = Random(f"people {seed}")
    seen: set[str] = set()
    while len(seen) < count:
        name = (
            f"{random.choice(_names('given', GIVEN))} {random.choice(_names('family', FAMILY))}"
        )
        if name in seen:
            continue
        seen.add(name)
        told = tuple(random.sample(attributes(), ATTRIBUTES))
        yield Person(name.lower().replace(" ", "-"), name, _details(random), told)


def parts(count: int, seed: int) -> Iterator[Part]:
    """Yield the parts of invented people, 100 phrasings each."""
    random = Random(f"frames {seed}")
    for person in invented(count, seed):
        facts = (_wordings(person, attribute, random) for attribute in person.told)
        yield Part(person.id, person.name, tuple(facts))


def questions(
    people: tuple[Person, ...], count: int, frames: slice, random: Random
) -> Iterator[Asked]:
    """Yield questions in held-out frames about what the base tells."""
    for person in random.choices(people, k=count):
        attribute = random.choice(person.told)
        frame = random.choice(attribute.held_out[frames])
        yield Asked(person.words(frame), f"{person.id}/{fact_id(attribute)}")


def untold(
    people: tuple[Person, ...], count: int, frames: slice, random: Random
) -> Iterator[Asked]:
    """Yield questions in held-out frames that the base answers only of other people."""
    for person in random.choices(people, k=count):
        missing = [each for each in attributes() if each not in person.told]
        frame = random.choice(random.choice(missing).held_out[frames])
        yield Asked(person.words(frame), "")


def fact_id(attribute: Attribute) -> str:
    """Return the id that an attribute's fact has in every profile."""
    return f"{TOPIC}.{attribute.name}"


def name_of(random: Random) -> str:
    """Return a name of two or three syllables."""
    return "".join(_syllable(random) for _ in range(random.randint(2, 3))).capitalize()


@cache
def _names(kind: str, count: int) -> tuple[str, ...]:
    """Return the names that everybody's are drawn from, whatever the seed."""
    random = Random(f"{kind} names")
    found: dict[str, None] = {}
    while len(found) < count:
        found[name_of(random)] = None
    return tuple(found)


def _syllable(random: Random) -> str:
    return random.choice(_ONSETS) + random.choice(_VOWELS) + random.choice(_CODAS)


def _details(random: Random) -> Mapping[str, str]:
    town = name_of(random)
    office = f"{name_of(random)} {random.choice(_OFFICES)}"
    return MappingProxyType({"town": town, "office": office})


def _wordings(person: Person, attribute: Attribute, random: Random) -> Wordings:
    frames = random.sample(attribute.base, PHRASINGS)
    return Wordings(fact_id(attribute), tuple(person.words(frame) for frame in frames))
