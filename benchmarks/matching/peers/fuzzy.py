"""Methods that compare the question with every phrasing, character by character."""

from collections.abc import Callable
from difflib import SequenceMatcher
from functools import partial
from heapq import nlargest
from typing import ClassVar

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from benchmarks.matching.material import Material, Ranked
from benchmarks.matching.peers.peer import NEAR, Peer


class RapidFuzz(Peer):
    """`rapidfuzz.process`, with one of its scorers; texts are folded beforehand."""

    packages: ClassVar[tuple[str, ...]] = ("RapidFuzz",)
    scorer: ClassVar[Callable[..., float]]

    def build(self, material: Material) -> None:
        self.material = material
        self.texts = [default_process(text) for text in material.texts]

    def ask(self, question: str) -> Ranked:
        held = default_process(question)
        found = process.extract(held, self.texts, scorer=type(self).scorer, limit=NEAR)
        return self.material.ranked((row, score) for _, score, row in found)

    def first(self, question: str) -> object:
        scorer = type(self).scorer
        return process.extractOne(default_process(question), self.texts, scorer=scorer)


class Ratio(RapidFuzz):
    name = "rapidfuzz ratio"
    scorer = fuzz.ratio
    reach = 2.5e8


class TokenSortRatio(RapidFuzz):
    name = "rapidfuzz token_sort_ratio"
    scorer = fuzz.token_sort_ratio
    reach = 5e7


class TokenSetRatio(RapidFuzz):
    name = "rapidfuzz token_set_ratio"
    scorer = fuzz.token_set_ratio
    reach = 2e7


class WRatio(RapidFuzz):
    name = "rapidfuzz WRatio"
    scorer = fuzz.WRatio
    reach = 1e7


class TheFuzz(Peer):
    """`thefuzz.process` as it comes: WRatio over texts that it folds for each question."""

    name = "thefuzz WRatio"
    packages = ("thefuzz",)
    reach = 6e5
    most = most_timed = 200_000

    def __init__(self) -> None:
        from thefuzz import process as found

        self.process = found

    def build(self, material: Material) -> None:
        self.material = material
        self.rows = dict(enumerate(material.texts))

    def ask(self, question: str) -> Ranked:
        found = self.process.extract(question, self.rows, limit=NEAR)
        return self.material.ranked((row, float(score)) for _, score, row in found)

    def first(self, question: str) -> object:
        return self.process.extractOne(question, self.rows)


class Difflib(Peer):
    """The standard library's ratio, with the short cuts of `get_close_matches`."""

    name = "difflib"
    reach = 2e5
    most = most_timed = 10_000

    def build(self, material: Material) -> None:
        self.material = material
        self.texts = [default_process(text) for text in material.texts]

    def ask(self, question: str) -> Ranked:
        matcher: SequenceMatcher[str] = SequenceMatcher()
        matcher.set_seq2(default_process(question))
        scored = map(partial(_ratio, matcher), self.texts)
        return self.material.ranked(
            (row, score)
            for score, row in nlargest(NEAR, ((s, r) for r, s in enumerate(scored)))
        )


def _ratio(matcher: SequenceMatcher[str], text: str) -> float:
    matcher.set_seq1(text)
    return matcher.ratio()
