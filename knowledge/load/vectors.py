"""Static word vectors, read with model2vec where the operator has installed it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
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

    The model is a local folder in model2vec's format, or a model's name: what of it is not on
    this machine yet, model2vec fetches now. Nothing is fetched while questions are answered.
    RequestError says what is missing.
    """
    if model is None:
        return base
    return replace(base, lexicon=replace(base.lexicon, vectors=load_vectors(model)))


def load_vectors(model: str) -> StaticVectors:
    """Load static vectors from a folder, or by a model's name; RequestError says why not."""
    return _load(model, _state(Path(model)))


@lru_cache(maxsize=2)  # what runs, and what a reload may put in its place
def _load(model: str, _: tuple[tuple[str, int, int], ...]) -> StaticVectors:
    try:
        from model2vec import StaticModel  # noqa: PLC0415 an extra that few install
    except ImportError as error:
        raise RequestError(
            "semantic is set, but model2vec is not installed; "
            "run: pip install '.[semantic]', or leave semantic out"
        ) from error
    try:
        found = StaticModel.from_pretrained(model, force_download=False)
        optional = (getattr(found, part, None) for part in ("weights", "token_mapping"))
        name = _name(found.tokenizer.to_str(), (found.embedding, *optional))
    except Exception as error:  # whatever the model's files hold
        raise RequestError(
            f"semantic = {model!r} cannot be loaded ({type(error).__name__}); name a folder "
            "in model2vec's format, or a model that can be reached"
        ) from error
    return StaticVectors(name, found)


def _state(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Return what tells a folder from the one that replaces it; nothing of a model's name."""
    held = ((path, path.stat()) for path in sorted(folder.glob("*")) if path.is_file())
    return tuple((path.name, stat.st_mtime_ns, stat.st_size) for path, stat in held)


def _name(tokenizer: str, parts: Iterable[NDArray[Any] | None]) -> str:
    """Return the hash of everything that a text's vector is made from."""
    digest = sha256(tokenizer.encode())
    for part in parts:
        digest.update(b"-" if part is None else np.ascontiguousarray(part).tobytes())
    return digest.hexdigest()[:NAME]
