"""The same question and release give the same bytes, however the base came to be."""

import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from knowledge.base import ProfileFacts, build_base
from knowledge.load.folder import SHIPPED, load_folder
from knowledge.release import View
from tests.bot.keepers import write_keepers
from tests.knowledge.islanders import (
    LEXICON,
    SYNONYMS,
    islander_parts,
    make_islanders,
    put,
    sources,
)

ASKED = (
    "Where was Odalys Fennwick born?",
    "Where was Odalys born?",
    "How many sailors did she rescue?",
    "What was her salary?",
    "Where were Marrow and Fennwick born?",
    "Who gave her the oar?",
    "lamp born married",
    "Whre was the husband of Fennwick bron?",
)
OF_THE_SHIPPED = (
    "Is Khalimov dead?",
    "Where is she?",
    "khalimov reward amount",
    "When did they leave?",
    "Who was Mirova's first husband?",
    "Khalimov video Russia threat America",
)


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_records_never_shows(seed: int) -> None:
    shuffled = random.Random(seed)
    parts = [_shuffled(part, shuffled) for part in islander_parts()]
    listed, groups = list(sources()), list(SYNONYMS)
    for records in (parts, listed, groups):
        shuffled.shuffle(records)
    turned, usual = (
        View(build_base(parts, listed, groups, lexicon=LEXICON)),
        View(make_islanders()),
    )

    assert turned.name == usual.name
    assert [put(text, turned) for text in ASKED] == [put(text, usual) for text in ASKED]


def _shuffled(part: ProfileFacts, shuffled: random.Random) -> ProfileFacts:
    facts = list(part.facts)
    shuffled.shuffle(facts)
    return ProfileFacts(part.profile, tuple(facts))


def test_the_order_in_which_files_were_written_never_shows(tmp_path: Path) -> None:
    usual = load_folder(write_keepers(tmp_path / "usual"))
    files = sorted((tmp_path / "usual").rglob("*.toml"), reverse=True)
    for path in files:
        copy = tmp_path / "turned" / path.relative_to(tmp_path / "usual")
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    turned = load_folder(tmp_path / "turned")

    assert turned.name == usual.name
    assert [put(text, View(turned)) for text in ASKED] == [
        put(text, View(usual)) for text in ASKED
    ]


@pytest.mark.parametrize(
    ("folder", "asked"), [(None, ASKED), (SHIPPED, OF_THE_SHIPPED)], ids=["invented", "shipped"]
)
def test_the_hash_seed_never_shows(
    folder: Path | None, asked: tuple[str, ...], tmp_path: Path
) -> None:
    # a copy, so that both processes read the same although somebody edits the profiles
    copy = tmp_path / "profiles"
    profiles = shutil.copytree(folder, copy) if folder else write_keepers(copy)
    first, second = (_batch(profiles, asked, seed) for seed in ("0", "4711"))

    assert len(first) == len(asked)
    assert first == second


def _batch(profiles: Path, asked: tuple[str, ...], seed: str) -> list[dict[str, object]]:
    """Answer questions in a process with this hash seed; the time that it took is left out."""
    lines = "".join(json.dumps({"question": text}) + "\n" for text in asked)
    options = ("--profiles", str(profiles), "ask", "--today", "2026-03-01", "--batch", "-")
    told = subprocess.run(  # noqa: S603 -- our own command
        [sys.executable, "-m", "bot", *options],
        input=lines.encode(),
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONHASHSEED": seed},
        check=True,
        timeout=60,
    )
    objects = [json.loads(line) for line in told.stdout.splitlines()]
    return [{k: v for k, v in one.items() if k != "elapsed_ms"} for one in objects]
