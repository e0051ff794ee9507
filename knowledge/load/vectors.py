"""Static word vectors, read with model2vec where the operator has installed it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.base import FactBase
from knowledge.errors import RequestError

NAME = 12  # hex digits


@dataclass(frozen=True)
class StaticVectors:
    """The mean of a text's word vectors (Tulkens and van Dongen, Model2Vec 2024)."""

    name: str
    model: Any = field(repr=False, compare=False)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one vector of length 1 for each text, of zeros where no word is known."""
        found = np.asarray(self.model.encode(list(texts)), np.float32)
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        scaled: NDArray[np.float32] = found / np.maximum(lengths, np.float32(1e-6))
        return scaled


def with_vectors(base: FactBase, model: str | None) -> FactBase:
    """Return the base that also compares by meaning, or as it is where no model is named.

    The model is a local folder in model2vec's format, or a model's name that model2vec knows.
    RequestError says what is missing.
    """
    if model is None:
        return base
    return replace(base, lexicon=replace(base.lexicon, vectors=load_vectors(model)))


@cache
def load_vectors(model: str) -> StaticVectors:
    """Load static vectors from a folder, or by a model's name; RequestError says why not."""
    try:
        from model2vec import StaticModel  # noqa: PLC0415 an extra that few install
    except ImportError as error:
        raise RequestError(
            "semantic is set, but model2vec is not installed; "
            "run: pip install '.[semantic]', or leave semantic out"
        ) from error
    try:
        found = StaticModel.from_pretrained(model)
    except Exception as error:  # whatever the model's files hold
        raise RequestError(
            f"semantic = {model!r} cannot be loaded ({type(error).__name__}); name a folder "
            "in model2vec's format, or a model that can be reached"
        ) from error
    return StaticVectors(_name(model, found.embedding), found)


def _name(model: str, embedding: NDArray[np.floating]) -> str:
    digest = sha256(np.ascontiguousarray(embedding).tobytes())
    digest.update(Path(model).name.encode())
    return digest.hexdigest()[:NAME]
