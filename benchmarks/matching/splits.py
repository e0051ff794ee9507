"""Which phrasings stand in a base, and which questions are asked of it.

The test is one fixed subsample for every method and every seed; a seed chooses the phrasings.
Validation questions, for thresholds and tuning, are no test question's twin.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.matching.material import Asked, Part, Wordings
from benchmarks.matching.public import ByIntent, PublicSets

HELD_OUT = 19  # intents of BANKING77 whose questions are near misses
CLINC_EACH, CLINC_OUTSIDE = 12, 400  # 1,800 in scope
BANKING_TEST, BANKING_OUTSIDE = 900, 300
VALIDATION, VALIDATION_OUTSIDE = 900, 200
LONGEST_ID = 40  # a fact's id
_NAMES = {"clinc": "Quendrith Ostavol", "banking": "Fiorabel Tanswick"}


@dataclass(frozen=True, slots=True)
class Split:
    """One profile to search, with questions for the test and for what is set before it."""

    part: Part
    test: tuple[Asked, ...]
    validation: tuple[Asked, ...]


def clinc(sets: PublicSets, phrasings: int, seed: int) -> Split:
    """Return CLINC150 with so many phrasings an intent, and its out-of-scope questions."""
    held = sets.clinc
    random = Random("clinc test")
    within = {name: random.sample(texts, CLINC_EACH) for name, texts in held["test"].items()}
    outside = random.sample(held["oos_test"]["oos"], CLINC_OUTSIDE)
    test = (*_labelled("clinc", within), *_outside(outside))
    every = (*held["test"].values(), *held["oos_test"].values())
    taken = _plain(text for texts in every for text in texts)
    spare = _left(held["val"], taken)
    beside = _left({"oos": (*held["oos_val"]["oos"], *held["oos_train"]["oos"])}, taken)["oos"]
    return Split(
        _part("clinc", _chosen(held["train"], phrasings, seed)),
        _shuffled(test),
        _sampled(list(_labelled("clinc", spare)), list(_outside(beside))),
    )


def banking(
    sets: PublicSets,
    phrasings: int,
    seed: int,
    *,
    held_out: int = HELD_OUT,
    redrawn: bool = False,
) -> Split:
    """Return BANKING77 with some intents held out of the base as near misses.

    Which are held out moves every method's figures by points; redrawn, each seed draws its own.
    """
    train, asked = sets.banking["train"], sets.banking["test"]
    draw = f"banking held out{f' {seed}' if redrawn else ''}"
    out = frozenset(Random(draw).sample(sorted(train), held_out))
    random = Random("banking test")
    within = list(_labelled("banking", _without(asked, out)))
    outside = list(_outside(text for name in sorted(out) for text in asked[name]))
    test = (
        *random.sample(within, BANKING_TEST),
        *random.sample(outside, BANKING_OUTSIDE if held_out else 0),
    )
    base = _chosen(_without(train, out), phrasings, seed)
    known = (text for texts in base.values() for text in texts)
    taken = _plain((*known, *(question.text for question in (*within, *outside))))
    spare = _left(train, taken)
    return Split(
        _part("banking", base),
        _shuffled(test),
        _sampled(
            list(_labelled("banking", _without(spare, out))),
            list(_outside(text for name in sorted(out) for text in spare[name])),
        ),
    )


def _chosen(texts: ByIntent, phrasings: int, seed: int) -> ByIntent:
    random = Random(f"phrasings {seed}")
    return {name: tuple(random.sample(held, phrasings)) for name, held in texts.items()}


def _part(set_: str, texts: ByIntent) -> Part:
    facts = (Wordings(_fact_id(name), tuple(held)) for name, held in texts.items())
    return Part(set_, _NAMES[set_], tuple(facts))


def _fact_id(intent: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", intent.lower()).strip("-")
    return f"intent.{slug}"[:LONGEST_ID].strip("-")


def _labelled(set_: str, texts: Mapping[str, Iterable[str]]) -> Iterator[Asked]:
    return (
        Asked(text, f"{set_}/{_fact_id(name)}") for name, held in texts.items() for text in held
    )


def _outside(texts: Iterable[str]) -> Iterator[Asked]:
    return (Asked(text, "") for text in texts)


def _without(texts: ByIntent, names: frozenset[str]) -> ByIntent:
    return {name: held for name, held in texts.items() if name not in names}


def _left(texts: ByIntent, taken: frozenset[str]) -> ByIntent:
    """Return the texts that are not taken already, however they are spelled."""
    return {
        name: tuple(text for text in held if _bare(text) not in taken)
        for name, held in texts.items()
    }


def _plain(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(_bare(text) for text in texts)


def _bare(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))


def _sampled(within: Sequence[Asked], outside: Sequence[Asked]) -> tuple[Asked, ...]:
    random = Random("validation")
    held = min(VALIDATION_OUTSIDE, len(outside))
    return _shuffled((*random.sample(within, VALIDATION), *random.sample(outside, held)))


def _shuffled(questions: Sequence[Asked]) -> tuple[Asked, ...]:
    """Mix what is in scope with what is not, so that a sample is the first so many."""
    return tuple(Random("order").sample(questions, len(questions)))
