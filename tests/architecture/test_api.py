"""The page on the API says nothing that does not run."""

import doctest
from pathlib import Path

import pytest

from tests.architecture.code import ROOT
from tests.bot.keepers import write_keepers
from tests.knowledge.make import FACT, PROFILE, write_base

BROKEN = {
    "odalys-fennwick/profile.toml": f'{PROFILE}[[person]]\nname = "X"\nprofile = "nobody"\n',
    "odalys-fennwick/facts/work.toml": FACT.replace("statement =", "statment ="),
}


def test_every_example_of_the_page_gives_what_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_keepers(tmp_path / "my-profiles")
    write_base(tmp_path / "broken-profiles", {**BROKEN})
    monkeypatch.chdir(tmp_path)
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    examples = doctest.DocTestParser().get_doctest(page, {}, "api.md", "docs/api.md", 0)
    said: list[str] = []
    outcome = doctest.DocTestRunner(verbose=False).run(examples, out=said.append)

    assert outcome.attempted > 20
    assert outcome.failed == 0, "".join(said)
