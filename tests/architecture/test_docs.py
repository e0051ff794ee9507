import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import click
import pytest
from pydantic import BaseModel

from bot.cli.app import cli
from bot.config import Config
from knowledge.load.folder import SHIPPED
from tests.architecture.code import ROOT, shown

PAGES = tuple(sorted((*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), SHIPPED / "README.md")))
LINK = re.compile(r"\]\(([^)#]+)[^)]*\)")
FROM_THE_ENVIRONMENT = {"token"}


def settings(kind: type[BaseModel], table: str = "") -> Iterator[str]:
    """Yield each setting with the tables that it stands in: server.channel.id."""
    for name, field in kind.model_fields.items():
        yield f"{table}{name}"
        for part in (field.annotation, *get_args(field.annotation)):
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield from settings(part, f"{table}{name}.")


SETTINGS = sorted(set(settings(Config)) - FROM_THE_ENVIRONMENT)
VERBS = cli.list_commands(click.Context(cli))


def options(verb: str) -> list[str]:
    command = cli.get_command(click.Context(cli), verb)
    assert command
    return [option for param in command.params for option in param.opts if option[:2] == "--"]


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_and_its_options_are_in_the_page_on_running(verb: str) -> None:
    page = (ROOT / "docs" / "run.md").read_text(encoding="utf-8")

    assert f"`footnote {verb}" in page
    assert [option for option in options(verb) if option not in page] == []


@pytest.mark.parametrize("setting", SETTINGS)
def test_every_setting_is_in_the_example_and_in_the_page_on_running(setting: str) -> None:
    example = (ROOT / "config.example.toml").read_text(encoding="utf-8")
    page = (ROOT / "docs" / "run.md").read_text(encoding="utf-8")
    *_, key = setting.split(".")

    assert re.search(rf"^(# )?({key} = |\[+{re.escape(setting)}\]+$)", example, re.MULTILINE)
    assert f"`{key}`" in page


def test_everything_in_the_example_is_a_setting_with_a_valid_value() -> None:
    example = (ROOT / "config.example.toml").read_text(encoding="utf-8")
    uncommented = re.sub(r"^# (\w+ = |\[+[\w.]+\]+$)", r"\1", example, flags=re.MULTILINE)

    assert Config.model_validate(tomllib.loads(uncommented))


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_every_link_leads_to_a_file(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    local = [link for link in links if "://" not in link]

    assert [link for link in local if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", sorted(ROOT.glob("docs/decisions/*.md")), ids=shown)
def test_every_decision_says_what_was_rejected_and_what_would_change_it(page: Path) -> None:
    headings = re.findall(r"^## (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)

    assert headings == [
        *("Context", "Decision", "Rejected, and why", "What would change our mind"),
    ]
