"""The tasks: a base, the questions of its test, and those of its validation."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import TypeAlias

from benchmarks.matching import noise, people
from benchmarks.matching.material import Asked, Material, Part, parts_of
from benchmarks.matching.people import EACH, Person
from benchmarks.matching.public import PublicSets
from benchmarks.matching.splits import HELD_OUT, Split, banking, clinc
from benchmarks.matching.typos import with_typos
from knowledge.evaluate.run import Half, half_of
from knowledge.load.folder import load_folder
from knowledge.model.questions import ABSTAIN, AMBIGUOUS

NAMED, UNTOLD, STRANGERS = 600, 150, 150  # questions about people in a base of 100,000
TEST_FRAMES, VALIDATION_FRAMES = slice(0, 2), slice(2, 3)  # of the three that are held out
ELSEWHERE = 1000  # a seed whose people are in no base


@dataclass(frozen=True, slots=True)
class Task:
    """A base to search, with questions for the test and for what is set before it."""

    material: Material
    test: tuple[Asked, ...]
    validation: tuple[Asked, ...]


Make: TypeAlias = Callable[[PublicSets, int], Task]


def alone(split: Split) -> Task:
    """Return a task whose base is one public set."""
    return Task(Material((split.part,)), split.test, split.validation)


def clinc_alone(sets: PublicSets, seed: int, *, phrasings: int) -> Task:
    return alone(clinc(sets, phrasings, seed))


def banking_alone(
    sets: PublicSets,
    seed: int,
    *,
    phrasings: int,
    held_out: int = HELD_OUT,
    redrawn: bool = False,
) -> Task:
    return alone(banking(sets, phrasings, seed, held_out=held_out, redrawn=redrawn))


def clinc_hidden(sets: PublicSets, seed: int, *, among: int) -> Task:
    """Return CLINC150 with 10 phrasings an intent, hidden among generated phrasings."""
    split = clinc(sets, 10, seed)
    parts = (split.part, *people.parts(among // EACH, seed))
    return Task(Material(parts), split.test, split.validation)


def names(sets: PublicSets, seed: int, *, size: int) -> Task:
    """Return invented people and questions in held-out frames: right person and attribute."""
    del sets
    held = tuple(people.invented(size // EACH, seed))
    material = Material(tuple(people.parts(size // EACH, seed)))
    return Task(
        material, _about(held, seed, TEST_FRAMES), _about(held, seed, VALIDATION_FRAMES)
    )


def shipped(sets: PublicSets, seed: int) -> Task:
    """Return the project's own base: the reporting half is the test, the tuning half not.

    Questions that lean on others, or that fit two facts, are left out: the peers know neither.
    """
    del sets, seed
    base = load_folder()
    halves: dict[Half, list[Asked]] = {half: [] for half in Half}
    for id_, held in base.profiles.items():
        for label in held.questions:
            if label.context or label.as_of or label.expect == AMBIGUOUS:
                continue
            expected = "" if label.expect == ABSTAIN else label.expected(id_) or ""
            halves[half_of(label.question)].append(Asked(label.question, expected))
    parts = tuple(parts_of(base))
    return Task(Material(parts, base), *(tuple(halves[half]) for half in _ORDER))


TASKS: Mapping[str, Make] = {
    "clinc-10": partial(clinc_alone, phrasings=10),
    "clinc-5": partial(clinc_alone, phrasings=5),
    "banking-10": partial(banking_alone, phrasings=10),
    "banking-10-redrawn": partial(banking_alone, phrasings=10, redrawn=True),
    "banking-5": partial(banking_alone, phrasings=5),
    "banking-all-10": partial(banking_alone, phrasings=10, held_out=0),
    "banking-all-5": partial(banking_alone, phrasings=5, held_out=0),
    "names-100k": partial(names, size=100_000),
    "clinc-10-in-100k": partial(clinc_hidden, among=100_000),
    "clinc-10-in-1m": partial(clinc_hidden, among=1_000_000),
    "own": shipped,
}
ONE_SEED = frozenset({"own"})
"""Tasks in which nothing is drawn."""
_ORDER = (Half.REPORTING, Half.TUNING)


def large(sets: PublicSets, size: int, seed: int) -> Material:
    """Return a base of one size, half about people and half near copies of public questions."""
    persons = size // EACH // 2
    parts: Iterable[Part] = (
        *people.parts(persons, seed),
        *noise.parts(size // EACH - persons, sets.pool, seed),
    )
    return Material(tuple(parts))


def timed_questions(sets: PublicSets, size: int, seed: int, count: int) -> tuple[str, ...]:
    """Return what a large base is asked: half about its people, every fourth with typos."""
    random = Random(f"timed {seed}")
    persons = tuple(people.invented(size // EACH // 2, seed))
    about = people.questions(persons, count // 2, TEST_FRAMES, random)
    asked = [text for split in ("clinc", "banking") for text in _test_texts(sets, split)]
    texts = [*(question.text for question in about), *random.sample(asked, count - count // 2)]
    random.shuffle(texts)
    return tuple(text if place % 4 else with_typos(text) for place, text in enumerate(texts))


def _test_texts(sets: PublicSets, name: str) -> list[str]:
    by_intent = sets.clinc["test"] if name == "clinc" else sets.banking["test"]
    return [text for texts in by_intent.values() for text in texts]


def _about(held: tuple[Person, ...], seed: int, frames: slice) -> tuple[Asked, ...]:
    random = Random(f"questions {seed} {frames}")
    known = {person.id for person in held}
    others = people.invented(STRANGERS, seed + ELSEWHERE)
    strangers = tuple(person for person in others if person.id not in known)
    asked = [
        *people.questions(held, NAMED, frames, random),
        *people.untold(held, UNTOLD, frames, random),
        *(
            question._replace(expected="")
            for question in people.questions(strangers, STRANGERS, frames, random)
        ),
    ]
    random.shuffle(asked)
    return tuple(asked)
