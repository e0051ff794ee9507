"""PostgreSQL's trigrams, where a server answers."""

import os
from typing import ClassVar

from benchmarks.matching.material import Material, Ranked
from benchmarks.matching.peers.peer import NEAR, Peer, PeerMissingError
from benchmarks.matching.peers.settings import DSN


class PgTrgm(Peer):
    """pg_trgm: nearest neighbors over a GiST index, in a temporary table."""

    name = "pg_trgm"
    packages: ClassVar[tuple[str, ...]] = ("psycopg",)
    reach = 4e7
    most = most_timed = 200_000

    def __init__(self) -> None:
        import psycopg

        try:
            self.server = psycopg.connect(os.environ.get(DSN, ""), autocommit=True)
            self.server.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        except psycopg.Error as error:
            reason = str(error).strip().splitlines()[0]
            raise PeerMissingError(f"no PostgreSQL with pg_trgm answers: {reason}") from error
        major = self.server.info.server_version // 10_000
        type(self).packages = ("psycopg", f"PostgreSQL {major}")

    def build(self, material: Material) -> None:
        self.material = material
        self.server.execute("DROP TABLE IF EXISTS held")
        self.server.execute("CREATE TEMPORARY TABLE held (row integer, text text)")
        with self.server.cursor().copy("COPY held FROM STDIN") as copy:
            for held in enumerate(material.texts):
                copy.write_row(held)
        self.server.execute("CREATE INDEX ON held USING gist (text gist_trgm_ops)")
        self.server.execute("ANALYZE held")

    def ask(self, question: str) -> Ranked:
        return self.material.ranked(self._found(question, NEAR))

    def first(self, question: str) -> object:
        return self._found(question, 1)

    def close(self) -> None:
        self.server.close()

    def _found(self, question: str, limit: int) -> list[tuple[int, float]]:
        rows = self.server.execute(
            "SELECT row, 1 - (text <-> %(asked)s) FROM held ORDER BY text <-> %(asked)s "
            "LIMIT %(limit)s",
            {"asked": question, "limit": limit},
        ).fetchall()
        return [(row, float(score)) for row, score in rows]
