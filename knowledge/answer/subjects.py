"""Whom a question is about: the profiles that are tried, in order."""

from collections.abc import Sequence

from knowledge.answer.outcomes import Request
from knowledge.index.mask import PRONOUNS
from knowledge.match.reading import Said, Scope

MOST_TRIED = 8  # profiles that one question is held against by name


def subjects(said: Said, request: Request, scope: Scope) -> Sequence[str | None]:
    """Return the profiles to try; [None] means that nobody is named and all may answer.

    None at all where only people are named whom a narrowed view leaves out.
    """
    if request.profile is not None:
        return [request.profile]
    named = sorted(said.strong) or sorted(said.weak)
    if named:
        meant = (*named, *_meant_by_pronoun(said, named, scope))
        return [profile for profile in meant if profile in scope.base.profiles][:MOST_TRIED]
    around = sorted({p for token in said.persons for p in _profiles_around(token, scope)})
    context = request.context.profile if request.context else None
    if _fits_context(said, context, around, scope):
        return [context]
    if around:
        return around[:MOST_TRIED]
    fitting = _by_pronoun(said, scope)
    return fitting if len(fitting) == 1 else [None]


def _fits_context(said: Said, context: str | None, around: Sequence[str], scope: Scope) -> bool:
    if context not in scope.base.profiles or (around and context not in around):
        return False
    return _pronouns_fit(said, context, scope)


def _meant_by_pronoun(said: Said, named: Sequence[str], scope: Scope) -> list[str]:
    """Return the one profile that "she" means in a question that names only men."""
    if any(_pronouns_fit(said, profile, scope) for profile in named):
        return []
    fitting = [profile for profile in _by_pronoun(said, scope) if profile not in named]
    return fitting if len(fitting) == 1 else []


def _profiles_around(token: str, scope: Scope) -> frozenset[str]:
    return scope.index.names.person_profiles.get(token, frozenset())


def _pronouns_fit(said: Said, profile: str | None, scope: Scope) -> bool:
    used = PRONOUNS.intersection(said.words)
    return profile is not None and (
        not used or not used.isdisjoint(scope.index.pronouns[profile])
    )


def _by_pronoun(said: Said, scope: Scope) -> list[str]:
    used = PRONOUNS.intersection(said.words)
    if not used or len(scope.base.profiles) > MOST_TRIED:
        return []
    return [p for p in scope.base.profiles if not used.isdisjoint(scope.index.pronouns[p])]
