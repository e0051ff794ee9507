"""The public sets, read from a folder: CLINC150 and BANKING77."""

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

DATA = Path(__file__).parents[3] / "shared" / "data"
FILES = ("clinc150_full.json", "banking_train.csv", "banking_test.csv")
ByIntent: TypeAlias = Mapping[str, Sequence[str]]


class NoDataError(Exception):
    """The public sets are not where they were looked for."""


@dataclass(frozen=True)
class PublicSets:
    """CLINC150 and BANKING77, each read when it is first used."""

    folder: Path = DATA

    @cached_property
    def clinc(self) -> Mapping[str, ByIntent]:
        """Return the splits of CLINC150: train, val, test, and out of scope oos_train … ."""
        rows = json.loads(self._path(FILES[0]).read_text(encoding="utf-8"))
        return {split: _by_intent(pairs) for split, pairs in rows.items()}

    @cached_property
    def banking(self) -> Mapping[str, ByIntent]:
        """Return the two splits of BANKING77: train and test."""
        return {split: self._banking(split) for split in ("train", "test")}

    @property
    def pool(self) -> ByIntent:
        """Return the training questions of both sets."""
        return {**self.clinc["train"], **self.banking["train"]}

    def _banking(self, split: str) -> ByIntent:
        path = self._path(f"banking_{split}.csv")
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        return _by_intent((" ".join(row["text"].split()), row["category"]) for row in rows)

    def _path(self, name: str) -> Path:
        path = self.folder / name
        if not path.is_file():
            raise NoDataError(
                f"{name} is not in {self.folder}: name the folder that holds "
                f"{', '.join(FILES)} with --data DIR"
            )
        return path


def _by_intent(pairs: Iterable[Iterable[str]]) -> ByIntent:
    """Gather texts by intent, in the order of intents, each text once."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for text, intent in pairs:
        found[intent][text] = None
    return {intent: tuple(found[intent]) for intent in sorted(found)}
