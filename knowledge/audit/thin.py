"""What a small base lacks before those who ask find much in it."""

from collections.abc import Iterator

from knowledge.audit.unread import has_unread_questions
from knowledge.base import FactBase, ProfileFacts
from knowledge.errors import Problem

FEW_PHRASINGS = 6  # README.md of the fact base: 6 or more
_LISTED = 3


def thin_remarks(held: ProfileFacts, base: FactBase) -> Iterator[Problem]:
    """Yield what is thin: pronouns, phrasings (in one remark), labelled questions."""
    profile = held.profile.id
    if not held.profile.pronouns:
        wrong = 'lists no pronoun, so that any "he" or "she" may mean this person'
        remedy = 'write those that do, as pronouns = ["she", "her", "hers"]'
        yield Problem(f"{profile}/profile.toml", "", wrong, remedy)
    few = [fact.id for fact in held.facts if len(fact.phrasings) < FEW_PHRASINGS]
    if few:
        more = f" and {len(few) - _LISTED} more" if len(few) > _LISTED else ""
        listed = f"{', '.join(few[:_LISTED])}{more}"
        counted = f"{len(few)} of {len(held.facts)} facts have"
        wrong = f"{counted} fewer than {FEW_PHRASINGS} phrasings: {listed}"
        yield Problem(f"{profile}/facts", "", wrong, "write more, or let others ask for them")
    if held.facts and not held.questions and not has_unread_questions(profile, base):
        remedy = "write some, and as many near misses with ABSTAIN, for footnote eval to count"
        yield Problem(f"{profile}/questions.toml", "", "holds no labelled question", remedy)
