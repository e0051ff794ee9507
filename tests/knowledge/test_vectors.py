"""Comparing by meaning too, with vectors that are invented for the test."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from numpy.typing import NDArray

from knowledge.answer.outcomes import Answered
from knowledge.base import FactBase, build_base
from knowledge.errors import RequestError
from knowledge.index import meaning
from knowledge.index.build import Index
from knowledge.index.features import features
from knowledge.index.meaning import Common, Meaning, common_of, near_meanings
from knowledge.index.nominate import nominate
from knowledge.load.vectors import load_vectors, with_vectors
from knowledge.release import View
from knowledge.text.tokens import words
from tests.knowledge.islanders import FENNWICK, make_islanders, put

SAME = {"wage": 1, "earn": 1, "paid": 1, "salary": 1, "lamp": 2, "lantern": 2, "beacon": 2}
WIDTH = 64


class Invented:
    """Vectors in which a few words mean the same, and every other word its own."""

    name = "invented"

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        found = np.stack([self._one(text) for text in texts])
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        scaled: NDArray[np.float32] = (found / np.maximum(lengths, 1e-6)).astype(np.float32)
        return scaled

    def _one(self, text: str) -> NDArray[np.float64]:
        total = np.zeros(WIDTH)
        for word in text.split():
            seed = SAME.get(word, sum(map(ord, word)) + 100)
            total += np.random.default_rng(seed).normal(size=WIDTH)
        return total


def meant(base: FactBase) -> FactBase:
    return replace(base, lexicon=replace(base.lexicon, vectors=Invented()))


PLAIN = View(make_islanders())
BY_MEANING = View(meant(make_islanders()))
QUESTION = "What did Odalys Fennwick earn?"


def nominated(view: View) -> set[tuple[str, int]]:
    """Return the profiles and places of the facts that are compared with a question."""
    index = view.index
    asked = features(words("what did @ earn at the harbor"), index.concepts)
    (vector,) = Invented().embed(["what did he earn at the harbor"])
    return {
        (one.part.profile_of(fact), int(one.part.places[fact]))
        for one in nominate(index, asked.ids, meant_by(vector, index), None)
        for fact in one.facts.tolist()
    }


def meant_by(vector: NDArray[np.float32], index: Index) -> Meaning:
    assert index.common is not None
    return Meaning(index.common.without(vector), index.common)


def score(question: str, view: View, fact: str) -> float:
    candidates = put(question, view).explanation.candidates
    return max((c.similarity for c in candidates if c.fact == fact), default=0.0)


def test_a_wording_that_only_means_the_same_comes_nearer() -> None:
    assert score(QUESTION, BY_MEANING, "work.wage") > score(QUESTION, PLAIN, "work.wage")


def test_a_phrasing_is_answered_as_without_vectors() -> None:
    question = "Which medal did Odalys Fennwick receive?"
    plain, by_meaning = put(question, PLAIN), put(question, BY_MEANING)

    assert isinstance(plain, Answered)
    assert isinstance(by_meaning, Answered)
    assert plain.fact == by_meaning.fact


def test_an_edited_profile_is_compared_by_meaning_too() -> None:
    held = BY_MEANING.base.profiles[FENNWICK]
    edited = BY_MEANING.edited(replace(held, facts=held.facts[:-1]))

    assert edited.index.parts[-1].vectors.shape[1] == WIDTH
    assert put(QUESTION, edited).explanation.candidates


def test_an_edited_base_nominates_by_meaning_as_many_as_one_that_is_built_anew() -> None:
    held = BY_MEANING.base.profiles[FENNWICK]
    edited = BY_MEANING.edited(replace(held, facts=held.facts[:-1]))
    anew = View(edited.base)

    assert len(edited.index.parts) > 1
    assert nominated(edited) == nominated(anew)
    assert len(nominated(anew)) > 1


def test_a_base_without_a_fact_has_vectors_that_find_nothing() -> None:
    held = replace(BY_MEANING.base.profiles[FENNWICK], facts=())
    bare = View(meant(build_base([held], ())))

    assert bare.index.parts[0].vectors.shape == (0, WIDTH)
    assert put(QUESTION, bare).explanation.candidates == ()


def test_meaning_finds_no_row_out_of_reach() -> None:
    (part,) = BY_MEANING.index.parts
    reach = part.reach(part.profiles.index(FENNWICK))
    rows, added = near_meanings(part, meant_by(part.vectors[0], BY_MEANING.index), reach)

    assert len(rows) == len(added) > 0
    assert {part.profile_of(int(part.fact_of_row[row])) for row in rows} == {FENNWICK}


def test_too_many_texts_are_not_compared_by_meaning(monkeypatch: pytest.MonkeyPatch) -> None:
    (part,) = BY_MEANING.index.parts
    monkeypatch.setattr(meaning, "MOST_TEXTS", 1)

    first = meant_by(part.vectors[0], BY_MEANING.index)
    rows, added = near_meanings(part, first, (0, len(part.places)))

    assert len(rows) == len(added) == 0


def test_what_all_wordings_have_in_common_makes_no_two_alike() -> None:
    shared, apart = np.ones(WIDTH, np.float32), np.eye(2, WIDTH, dtype=np.float32)
    vectors = shared + apart
    common = Common(vectors.sum(axis=0, dtype=np.float64), len(vectors))
    first, second = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    left, right = common.without(vectors)

    assert first @ second > 0.9
    assert left @ right < 0


def test_what_is_common_follows_an_edit() -> None:
    held = BY_MEANING.base.profiles[FENNWICK]
    edited = BY_MEANING.edited(replace(held, facts=held.facts[:-2])).index.common
    anew = View(BY_MEANING.edited(replace(held, facts=held.facts[:-2])).base).index
    whole = common_of(anew.parts[0], (0, len(anew.parts[0].places)))

    assert edited is not None
    assert edited.rows == whole.rows
    assert np.allclose(edited.total, whole.total, atol=1e-4)


def test_vectors_change_the_name_of_the_release() -> None:
    assert PLAIN.name != BY_MEANING.name


def test_a_base_without_a_model_stays_as_it_is() -> None:
    assert with_vectors(PLAIN.base, None) is PLAIN.base


def test_a_missing_library_is_named_with_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "model2vec", None)

    with pytest.raises(RequestError, match=r"pip install '.\[semantic\]'"):
        load_vectors("a folder that is not asked for")


class Model:
    """A model as model2vec would load it from a folder of one file."""

    loaded = 0

    def __init__(self, tokenizer: str) -> None:
        self.embedding = np.eye(2, dtype=np.float32)
        self.tokenizer = SimpleNamespace(to_str=lambda: tokenizer)

    @classmethod
    def from_pretrained(cls, path: str, *, force_download: bool) -> "Model":
        assert not force_download
        cls.loaded += 1
        return cls((Path(path) / "tokenizer.json").read_text())


def test_a_folder_is_loaded_once_and_again_where_another_has_taken_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "model2vec", SimpleNamespace(StaticModel=Model))
    (tmp_path / "tokenizer.json").write_text("by letters")
    first, again = load_vectors(str(tmp_path)), load_vectors(str(tmp_path))
    (tmp_path / "tokenizer.json").write_text("by whole words")
    other = load_vectors(str(tmp_path))

    assert first is again
    assert Model.loaded == 2
    assert other.name != first.name  # the words are told apart in another way


def test_the_name_of_vectors_does_not_depend_on_where_they_lie(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "model2vec", SimpleNamespace(StaticModel=Model))
    folders = [tmp_path / "here", tmp_path / "there"]
    for folder in folders:
        folder.mkdir()
        (folder / "tokenizer.json").write_text("by letters")

    assert len({load_vectors(str(folder)).name for folder in folders}) == 1
