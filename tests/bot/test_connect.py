"""From the settings to the desk of the running bot."""

import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from bot.cli.connect import open_desk
from bot.cli.given import Given
from bot.config import Config
from tests.knowledge.test_vectors import WIDTH, Invented


class Model:
    """A model as model2vec would load it."""

    embedding = np.eye(2, WIDTH, dtype=np.float32)
    tokenizer = SimpleNamespace(to_str=lambda: "{}")
    encode = Invented().embed

    @classmethod
    def from_pretrained(cls, path: str, *, force_download: bool) -> "Model":  # noqa: ARG003
        return cls()


def test_the_running_bot_compares_by_meaning_where_the_settings_say_so(
    keepers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "model2vec", SimpleNamespace(StaticModel=Model))
    desk = open_desk(Given(Config(semantic=str(tmp_path)), keepers))
    by_words = open_desk(Given(Config(), keepers))

    assert desk.shelf.release.withheld.index.vectors is not None
    assert by_words.shelf.release.withheld.index.vectors is None
    assert desk.shelf.release.name != by_words.shelf.release.name
