"""Near copies of public questions, to fill a base: one or two content words are swapped."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from random import Random

from benchmarks.matching.material import Part, Wordings
from benchmarks.matching.people import ATTRIBUTES, PHRASINGS, name_of
from knowledge.load.folder import COMMON_WORDS
from knowledge.text.lexicon import FUNCTION_WORDS

_WORD = re.compile(r"[a-z]+")


def parts(count: int, pool: Mapping[str, Sequence[str]], seed: int) -> Iterator[Part]:
    """Yield profiles of 20 facts, each of five questions of one intent with words swapped."""
    random = Random(f"noise {seed}")
    intents = sorted(pool)
    for number in range(count):
        facts = (
            _wordings(slot, pool[random.choice(intents)], random) for slot in range(ATTRIBUTES)
        )
        name = f"{name_of(random)} {name_of(random)}"
        yield Part(f"noise-{number}", name, tuple(facts))


def swapped(text: str, random: Random) -> str:
    """Return a text with one or two content words replaced by random words or names."""
    said = text.split()
    places = [place for place, word in enumerate(said) if _is_content(word)]
    for place in random.sample(places, min(len(places), random.randint(1, 2))):
        said[place] = name_of(random) if random.random() < 0.5 else random.choice(_words())
    return " ".join(said)


def _wordings(slot: int, texts: Sequence[str], random: Random) -> Wordings:
    chosen = random.sample(texts, PHRASINGS)
    return Wordings(f"noise.{slot}", tuple(swapped(text, random) for text in chosen))


def _is_content(word: str) -> bool:
    plain = word.lower().strip("?,.!'\"")
    return plain not in FUNCTION_WORDS and _WORD.fullmatch(plain) is not None


@cache
def _words() -> tuple[str, ...]:
    listed = COMMON_WORDS.read_text(encoding="utf-8").split()
    return tuple(word for word in listed if len(word) > 3 and word not in FUNCTION_WORDS)
