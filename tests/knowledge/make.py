"""Builders of small invented bases: say what a test is about, leave the rest out."""

from pathlib import Path

from knowledge.base import FactBase, ProfileFacts, build_base
from knowledge.model.fact import Citation, Claim, Fact
from knowledge.model.profile import Profile
from knowledge.model.questions import LabelledQuestion, LeftOut
from knowledge.model.source import Source

PROFILE = """id = "odalys-fennwick"
name = "Odalys Fennwick"
description = "invented lighthouse keeper"
names = ["O. Fennwick"]
pronouns = ["she", "her"]
"""
SOURCES = """[[source]]
id = "gull-gazette"
type = "article-newspaper"
title = "Lamps of the coast"
issued = "2011-03-02"
"""
FACT = """[[fact]]
id = "work.lamp"
statement = "Fennwick tended the Grey Rock lamp, the Gull Gazette reported."
phrasings = ["What was her work?"]
citations = [{ source = "gull-gazette", locator = "page 3" }]
"""


def make_fact(**changes: object) -> Fact:
    """Return a valid fact with some keys changed."""
    usual: dict[str, object] = {
        "id": "work.lamp",
        "statement": "Fennwick tended the Grey Rock lamp.",
        "phrasings": ("What was her work?",),
        "citations": (make_citation(),),
    }
    return Fact.model_validate({**usual, **changes})


def make_dispute(*claims: Claim, **changes: object) -> Fact:
    """Return a disputed fact of two or more claims."""
    sides = claims or (make_claim(), make_claim(holder="Harbor office"))
    return make_fact(**{"status": "disputed", "claim": sides, "citations": (), **changes})


def make_claim(**changes: object) -> Claim:
    """Return a valid claim with some keys changed."""
    usual: dict[str, object] = {
        "holder": "Gull Gazette",
        "statement": "The lamp burned all night.",
        "citations": (make_citation(),),
    }
    return Claim.model_validate({**usual, **changes})


def make_citation(source: str = "gull-gazette", **changes: object) -> Citation:
    """Return a citation of page 3, or of what is given."""
    place: dict[str, object] = {} if "via" in changes else {"locator": "page 3"}
    return Citation.model_validate({"source": source, **place, **changes})


def make_source(id_: str = "gull-gazette", **changes: object) -> Source:
    """Return a source that has an id and a title, and what is given."""
    usual: dict[str, object] = {"id": id_, "type": "article-newspaper", "title": f"The {id_}"}
    return Source.model_validate({**usual, **changes})


def make_profile(**changes: object) -> Profile:
    """Return an invented person's profile with some keys changed."""
    usual: dict[str, object] = {
        "id": "odalys-fennwick",
        "name": "Odalys Fennwick",
        "description": "invented lighthouse keeper",
        "pronouns": ("she", "her"),
    }
    return Profile.model_validate({**usual, **changes})


def make_held(
    *facts: Fact,
    profile: Profile | None = None,
    questions: tuple[LabelledQuestion, ...] = (),
    left_out: tuple[LeftOut, ...] = (),
) -> ProfileFacts:
    """Return what one profile's folder holds."""
    return ProfileFacts(profile or make_profile(), facts, questions, left_out)


def make_base(*facts: Fact, sources: tuple[Source, ...] = (make_source(),)) -> FactBase:
    """Return a base of one profile."""
    return build_base([make_held(*facts)], sources)


def ask(question: str, expect: str = "ABSTAIN", **changes: object) -> LabelledQuestion:
    """Return a labelled question."""
    return LabelledQuestion.model_validate({"question": question, "expect": expect, **changes})


def write_base(folder: Path, changes: dict[str, str | bytes] | None = None) -> Path:
    """Write a valid base of one profile, with some files changed, and return its folder."""
    usual: dict[str, str | bytes] = {
        "sources.toml": SOURCES,
        "odalys-fennwick/profile.toml": PROFILE,
        "odalys-fennwick/facts/work.toml": FACT,
    }
    for name, content in {**usual, **(changes or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder
