"""Public sets of the real shape, with made texts, for where the real ones are not."""

import csv
import json
from pathlib import Path

CLINC_INTENTS, BANKING_INTENTS = 150, 77
TRAIN, VALIDATION, TEST = 20, 20, 30  # an intent of CLINC150
BANKING_TRAIN, BANKING_TEST = 35, 40
TWINS = 3  # texts of each intent's test that stand, spelled otherwise, in another split


def write_sets(folder: Path) -> Path:
    """Write the three files and return their folder."""
    (folder / "clinc150_full.json").write_text(json.dumps(_clinc()), encoding="utf-8")
    for split, count in (("train", BANKING_TRAIN), ("test", BANKING_TEST)):
        with (folder / f"banking_{split}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(("text", "category"))
            for intent in range(BANKING_INTENTS):
                name = f"banking {intent}"
                writer.writerows((text, name) for text in _texts(name, split, count))
    return folder


def _clinc() -> dict[str, list[tuple[str, str]]]:
    sizes = {"train": TRAIN, "val": VALIDATION, "test": TEST}
    held = {
        split: [
            (text, f"clinc {intent}")
            for intent in range(CLINC_INTENTS)
            for text in _texts(f"clinc {intent}", split, count)
        ]
        for split, count in sizes.items()
    }
    outside = {"oos_train": 110, "oos_val": 110, "oos_test": 1000}
    for split, count in outside.items():
        held[split] = [(text, "oos") for text in _texts("oos", split, count)]
    return held


def _texts(name: str, split: str, count: int) -> list[str]:
    is_test = split.endswith("test")
    mark = "?" if is_test else "."
    twins = [f"twin {number} of {name}{mark}" for number in range(TWINS)]
    return [*twins, *(f"{name} {split} {number}" for number in range(count - TWINS))]
