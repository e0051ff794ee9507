"""Footnote, asked through its public functions: the only file that knows its insides."""

import os
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import ClassVar

import numpy as np

from benchmarks.matching.material import Material, Part, Ranked, profile_facts
from benchmarks.matching.peers.peer import Peer, PeerMissingError
from benchmarks.matching.peers.settings import VECTORS
from knowledge.answer.answer import answer
from knowledge.answer.outcomes import Request
from knowledge.base import FactBase
from knowledge.index import nominate, search
from knowledge.index.steps.compiled import COMPILED
from knowledge.index.steps.steps import ARRAYS, LOOPS, Steps
from knowledge.load.vectors import with_vectors
from knowledge.release import View

REQUEST = Request(today=date(2026, 1, 1))


class Footnote(Peer):
    """The engine as it is shipped; the score is the candidate's, whatever is decided."""

    name: ClassVar[str] = "Footnote"
    packages: ClassVar[tuple[str, ...]] = ("numpy", "RapidFuzz", "PyStemmer")
    steps: ClassVar[Steps] = ARRAYS

    def build(self, material: Material) -> None:
        for room in (search, nominate):  # whatever is installed
            vars(room).update(STEPS=self.steps)
        self.view = View(self._base(material))
        _ = self.view.index

    def ask(self, question: str) -> Ranked:
        given = answer(question, self.view, REQUEST)
        return [(f"{c.profile}/{c.fact}", c.score) for c in given.explanation.candidates]

    def edit(self, part: Part) -> None:
        self.view = self.view.edited(profile_facts(part))

    def array_bytes(self) -> int:
        return sum({id(each): each.nbytes for each in _arrays(self.view.index, 4)}.values())

    def _base(self, material: Material) -> FactBase:
        return material.base


class FootnoteFast(Footnote):
    """The same with Numba installed, which compiles the loops of a search."""

    name: ClassVar[str] = "Footnote, fast"
    packages: ClassVar[tuple[str, ...]] = (*Footnote.packages, "numba")
    steps: ClassVar[Steps] = LOOPS

    def __init__(self) -> None:
        if not COMPILED:
            raise PeerMissingError("Numba is not installed")


class FootnoteSemantic(Footnote):
    """The same with `semantic` set: static vectors beside the words."""

    name: ClassVar[str] = "Footnote, semantic"
    packages: ClassVar[tuple[str, ...]] = (*Footnote.packages, "model2vec")

    def _base(self, material: Material) -> FactBase:
        folder = os.environ.get(VECTORS)
        if not folder:
            raise PeerMissingError("no --vectors are given")
        return with_vectors(material.base, folder)


def _arrays(held: object, depth: int) -> Iterator["np.ndarray[tuple[int, ...], np.dtype]"]:
    if isinstance(held, np.ndarray):
        yield held
    elif depth and is_dataclass(held):
        for field in fields(held):
            yield from _arrays(getattr(held, field.name), depth - 1)
    elif depth and isinstance(held, (tuple, list)) and len(held) < 100:
        for part in held:
            yield from _arrays(part, depth - 1)
