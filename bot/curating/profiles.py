"""What is asked about a new profile."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from bot import strings
from bot.curating.dialogue import Dialogue, Wanted, wanted
from knowledge.audit.naming import bearers, is_everyday, is_own_name, surname
from knowledge.audit.profiles import profile_problems
from knowledge.base import FactBase, ProfileFacts
from knowledge.model.profile import Profile

_ORDER = ("id", "name", "description", "names", "weak_names", "epithets", "pronouns", "note")
_ANYBODY = {"id": "anybody", "name": "?", "description": "?"}
_PRONOUNS = ("she", "her", "hers", "he", "him", "his", "they", "them", "their")


@dataclass(frozen=True)
class NewProfile:
    """Asks for a profile that the base does not hold yet."""

    dialogue: Dialogue
    base: FactBase
    folder: Path
    takes_surname: bool = True
    """Whether the last word of the name becomes a name of its own."""

    def values(self) -> dict[str, object]:
        """Return the keys of the profile in the order in which they are written."""
        one, many = self.dialogue.one, self.dialogue.many
        found: dict[str, object] = {"id": one(wanted(Profile, "id", self._id_check))}
        found["name"] = one(self._naming("name", found))
        found["description"] = one(wanted(Profile, "description"))
        names = many(self._naming("names", found))
        found["names"] = names
        found["weak_names"] = many(wanted(Profile, "weak_names"))
        if self.takes_surname:
            found["names"] = (*names, *self._surname(_draft(found)))
        found["epithets"] = many(wanted(Profile, "epithets"))
        found["pronouns"] = many(replace(wanted(Profile, "pronouns"), offers=_PRONOUNS))
        found["note"] = one(wanted(Profile, "note"))
        return {key: found[key] for key in _ORDER if found[key]}

    def _id_check(self, answer: str, before: Sequence[str]) -> str:
        del before
        taken = (self.folder / answer).exists()
        return f"id {answer!r} is taken; there is such a folder already" if taken else ""

    def _surname(self, draft: Profile) -> tuple[str, ...]:
        """Return the last word of the name where it may mean this person alone, and say so."""
        word = surname(draft.name)
        if not word or is_own_name(word, draft):
            return ()
        others = bearers(word, self.base, draft.id)
        if others or is_everyday(word, self.base):
            self.dialogue.say(f"{strings.surname_left(word, others)}\n")
            return ()
        self.dialogue.say(f"{strings.surname_taken(word)}\n")
        return (word,)

    def _naming(self, key: str, found: Mapping[str, object]) -> Wanted:
        """Return what is wanted of a name: that it identifies nobody else."""

        def wrong(answer: str, before: Sequence[str]) -> str:
            named = {"name": answer} if key == "name" else {"names": [*before, answer]}
            draft = _draft({**found, **named})
            for problem in profile_problems(_with(self.base, draft)):
                if problem.fact == draft.id:
                    return f"The profile {problem.wrong}; {problem.remedy}"
            return ""

        return wanted(Profile, key, wrong)


def _draft(found: Mapping[str, object]) -> Profile:
    """Return the profile as far as it is known."""
    known = {key: found[key] for key in _ORDER if found.get(key)}
    return Profile.model_validate({**_ANYBODY, **known})


def _with(base: FactBase, profile: Profile) -> FactBase:
    held = ProfileFacts(profile, ())
    return replace(base, profiles=MappingProxyType({**base.profiles, profile.id: held}))
