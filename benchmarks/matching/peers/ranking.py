"""Methods that rank phrasings by the words, or pieces of words, that they share."""

import re
import sqlite3
from typing import Any, ClassVar

import numpy as np
import Stemmer

from benchmarks.matching.material import Material, Ranked
from benchmarks.matching.peers.peer import NEAR, Peer

_WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return _WORD.findall(text.lower())


class Bm25s(Peer):
    """bm25s over stemmed words, all of them: stop lists cost it accuracy."""

    name = "bm25s"
    packages = ("bm25s", "PyStemmer")

    def __init__(self) -> None:
        import bm25s

        self.library = bm25s
        self.stem = Stemmer.Stemmer("english").stemWords

    def build(self, material: Material) -> None:
        self.material = material
        self.index = self.library.BM25()
        texts = (self.stem(words(text)) for text in material.texts)
        self.index.index(list(texts), show_progress=False)

    def ask(self, question: str) -> Ranked:
        scores = self._scores(question)
        if scores is None:
            return []
        near = min(NEAR, len(scores))
        rows = np.argpartition(-scores, near - 1)[:near]
        return self.material.ranked((int(row), float(scores[row])) for row in rows)

    def first(self, question: str) -> object:
        scores = self._scores(question)
        return None if scores is None else int(scores.argmax())

    def _scores(self, question: str) -> Any:  # noqa: ANN401 -- an array of a library without types
        known = [w for w in self.stem(words(question)) if w in self.index.vocab_dict]
        return self.index.get_scores(known) if known else None


class Sqlite(Peer):
    """SQLite's FTS5, any of the words may occur."""

    packages = (f"SQLite {sqlite3.sqlite_version}",)
    tokenizer: ClassVar[str]

    def build(self, material: Material) -> None:
        self.material = material
        self.store = sqlite3.connect(":memory:")
        self.store.execute(
            f"CREATE VIRTUAL TABLE held USING fts5(text, tokenize='{self.tokenizer}')"
        )
        rows = enumerate(material.texts)
        self.store.executemany("INSERT INTO held(rowid, text) VALUES (?, ?)", rows)
        self.store.execute("INSERT INTO held(held) VALUES ('optimize')")

    def ask(self, question: str) -> Ranked:
        return self.material.ranked((row, -rank) for row, rank in self._found(question, NEAR))

    def first(self, question: str) -> object:
        return self._found(question, 1)

    def close(self) -> None:
        if hasattr(self, "store"):
            self.store.close()

    def _found(self, question: str, limit: int) -> list[tuple[int, float]]:
        asked = " OR ".join(f'"{piece}"' for piece in self.pieces(question))
        if not asked:
            return []
        select = "SELECT rowid, rank FROM held WHERE held MATCH ? ORDER BY rank LIMIT ?"
        return self.store.execute(select, (asked, limit)).fetchall()

    def pieces(self, question: str) -> list[str]:
        """Return what is looked up."""
        return list(dict.fromkeys(words(question)))


class SqlitePorter(Sqlite):
    name = "SQLite FTS5 porter"
    tokenizer = "porter unicode61"
    reach = 6e7


class SqliteTrigram(Sqlite):
    name = "SQLite FTS5 trigram"
    tokenizer = "trigram"
    reach = 3e7

    def pieces(self, question: str) -> list[str]:
        text = " ".join(words(question))
        return list(dict.fromkeys(text[i : i + 3] for i in range(len(text) - 2)))


class Tantivy(Peer):
    """tantivy in memory, with its English stemmer, any of the words may occur."""

    name = "tantivy"
    packages = ("tantivy",)

    def __init__(self) -> None:
        import tantivy

        self.library = tantivy

    def build(self, material: Material) -> None:
        self.material = material
        schema = self.library.SchemaBuilder()
        schema.add_text_field("text", stored=False, tokenizer_name="en_stem")
        schema.add_unsigned_field("row", stored=True)
        self.index = self.library.Index(schema.build())
        writer = self.index.writer(heap_size=256_000_000, num_threads=1)
        for row, text in enumerate(material.texts):
            writer.add_document(self.library.Document(text=[text], row=row))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.searcher = self.index.searcher()

    def ask(self, question: str) -> Ranked:
        return self.material.ranked(self._found(question, NEAR))

    def first(self, question: str) -> object:
        return self._found(question, 1)

    def _found(self, question: str, limit: int) -> list[tuple[int, float]]:
        said = " ".join(words(question)).lower()
        if not said:
            return []
        asked = self.index.parse_query(said, ["text"])
        found = self.searcher.search(asked, limit, count=False).hits
        return [(self.searcher.doc(place)["row"][0], score) for score, place in found]


class TfIdfCharacters(Peer):
    """Cosine of TF-IDF over pieces of words of two to five characters."""

    name = "TF-IDF characters"
    packages = ("scikit-learn", "scipy")

    def __init__(self) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer

        self.pieces = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, dtype=np.float32
        )

    def build(self, material: Material) -> None:
        self.material = material
        self.columns = self.pieces.fit_transform(material.texts).T.tocsr()

    def ask(self, question: str) -> Ranked:
        found = self._scores(question)
        near = min(NEAR, found.nnz)
        if not near:
            return []
        best = np.argpartition(-found.data, near - 1)[:near]
        return self.material.ranked(
            (int(found.indices[each]), float(found.data[each])) for each in best
        )

    def first(self, question: str) -> object:
        found = self._scores(question)
        return int(found.indices[found.data.argmax()]) if found.nnz else None

    def array_bytes(self) -> int:
        held = self.columns
        return int(held.data.nbytes + held.indices.nbytes + held.indptr.nbytes)

    def _scores(self, question: str) -> Any:  # noqa: ANN401 -- a matrix of a library without types
        return self.pieces.transform([question]) @ self.columns
