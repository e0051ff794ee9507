"""Where a record stands, so that a problem names the file to open."""

from knowledge.errors import Problem
from knowledge.model.fact import Fact
from knowledge.model.questions import LabelledQuestion

SHARED_SOURCES = "sources.toml"
LONGEST_LABEL = 80


def in_fact(profile: str, fact: Fact, wrong: str, remedy: str) -> Problem:
    """Return a problem of one fact, in the file of its topic."""
    return Problem(f"{profile}/facts/{fact.topic}.toml", fact.id, wrong, remedy)


def in_question(profile: str, question: LabelledQuestion, wrong: str, remedy: str) -> Problem:
    """Return a problem of one labelled question."""
    label = question.question[:LONGEST_LABEL]
    return Problem(f"{profile}/questions.toml", label, wrong, remedy)


def is_about_labels(problem: Problem) -> bool:
    """Tell whether a problem is one of labelled questions: nobody is answered from those."""
    return problem.file.endswith("/questions.toml")


def is_yet_to_come(problem: Problem) -> bool:
    """Tell whether a problem is only that the first fact, or the first source, is not there."""
    is_first_source = (problem.file, problem.fact) == (SHARED_SOURCES, "")
    return is_first_source or problem.file.endswith("/facts")


def in_profile(profile: str, wrong: str, remedy: str) -> Problem:
    """Return a problem of a profile's own record."""
    return Problem(f"{profile}/profile.toml", profile, wrong, remedy)


def in_source(source: str, wrong: str, remedy: str) -> Problem:
    """Return a problem of a source; its file is not known here, so the shared one is named."""
    return Problem(SHARED_SOURCES, source, wrong, remedy)
