"""Guards of names: what speaks against a fact where a question names others than it does."""

from collections.abc import Iterator

from knowledge.index.features import Unit, units
from knowledge.index.mask import PRONOUNS
from knowledge.match.objection import Against, Guard, Objection, is_asked
from knowledge.match.question import Asked
from knowledge.text.lexicon import RELATIONS, WHO_IS_MEANT
from knowledge.text.peoples import is_country
from knowledge.text.tokens import stem

_RELATION_STEMS = frozenset(stem(word) for word in RELATIONS)


def _other_names(question: Asked, against: Against) -> Iterator[Objection]:
    for unit, weight in question.proper:
        if not is_asked(unit, against):
            name = "name told" if unit.number in against.told else "other name"
            yield Objection(name, " ".join(unit.words), weight)


def _name_for_name(question: Asked, against: Against) -> Iterator[Objection]:
    """Object where the question has one name in the place of the nearest phrasing's other."""
    strange = [
        " ".join(unit.words)
        for unit, _ in question.proper
        if not is_asked(unit, against) and unit.number not in against.told
    ]
    if strange and any(_is_missing(unit, question) for unit in _of_phrasing(question, against)):
        yield Objection("name for name", ", ".join(strange), 1.0)


def _of_phrasing(question: Asked, against: Against) -> tuple[Unit, ...]:
    return units(against.wording.split(), question.index.concepts)


def _is_missing(unit: Unit, question: Asked) -> bool:
    """Tell whether a name of the nearest phrasing does not stand in the question."""
    is_name = question.index.vocabulary.is_proper(unit.stems)
    return is_name and not unit.is_light and unit.number not in question.said


def _other_countries(question: Asked, against: Against) -> Iterator[Objection]:
    """Object where a country or its people are named that the fact does not speak of."""
    for unit in question.found.units:
        if not is_country(unit.words[0]) or is_asked(unit, against):
            continue
        if unit.number not in against.told:
            yield Objection("other country", unit.words[0], 1.0)


def _names_countries(question: Asked) -> bool:
    return any(is_country(unit.words[0]) for unit in question.found.units)


def _strangers(question: Asked, _: Against) -> Iterator[Objection]:
    yield Objection("stranger", ", ".join(question.strangers), 1.0)


def _other_persons(question: Asked, against: Against) -> Iterator[Objection]:
    for unit in question.found.units:
        word = unit.words[0]
        if is_asked(unit, against):
            continue
        if word.startswith("="):
            name = "person told" if unit.number in against.told else "other person"
            yield Objection(name, word[1:], 1.0)
        elif word in PRONOUNS:
            yield Objection("other pronoun", word, 1.0)


def _names_persons(question: Asked) -> bool:
    firsts = (unit.words[0] for unit in question.found.units)
    return any(word[0] == "=" or word in PRONOUNS for word in firsts)


def _somebody_else(question: Asked, against: Against) -> Iterator[Objection]:
    """Object where the question names others, and not whom the phrasing asks about."""
    if not against.names_the_person:
        return
    others = [
        unit
        for unit in question.found.units
        if unit.words[0].startswith("=") or question.index.vocabulary.is_proper(unit.stems)
    ]
    if others:
        is_theirs = any(is_asked(unit, against) for unit in others)
        name = "somebody else" if is_theirs else "another subject"
        yield Objection(name, ", ".join(unit.words[0] for unit in others), 1.0)


def _relations(question: Asked, against: Against) -> Iterator[Objection]:
    for unit in question.found.units:
        if not _RELATION_STEMS.isdisjoint(unit.stems) and not is_asked(unit, against):
            yield Objection("relation", " ".join(unit.words), 1.0)


def _relatives(question: Asked, against: Against) -> Iterator[Objection]:
    """Object where somebody's relative is asked about, and the nearest phrasing has no other.

    "Where was Fennwick's husband born?" is not asked of Fennwick, though another phrasing of
    that fact may name him.
    """
    held = _of_phrasing(question, against)
    if any(unit.meant.startswith("=") for unit in held):
        return
    numbers = {unit.number for unit in held}
    for unit in _own_relatives(question):
        if is_asked(unit, against) and unit.number not in numbers:
            yield Objection("another subject", " ".join(unit.words), 1.0)


def _own_relatives(question: Asked) -> list[Unit]:
    """Return the relations of the profile's person: behind the blank, or one word farther."""
    units = question.found.units
    return [
        unit
        for place, unit in enumerate(units)
        if not _RELATION_STEMS.isdisjoint(unit.stems)
        and any(before.meant == WHO_IS_MEANT for before in units[max(0, place - 2) : place])
    ]


def _names_relations(question: Asked) -> bool:
    return any(not _RELATION_STEMS.isdisjoint(unit.stems) for unit in question.found.units)


GUARDS_OF_NAMES: tuple[Guard, ...] = (
    Guard(lambda question: bool(question.proper), _other_names),
    Guard(lambda question: bool(question.proper), _name_for_name),
    Guard(_names_countries, _other_countries),
    Guard(lambda question: bool(question.strangers), _strangers),
    Guard(_names_persons, _other_persons),
    Guard(lambda question: WHO_IS_MEANT not in question.masked, _somebody_else),
    Guard(_names_relations, _relations),
    Guard(lambda question: bool(question.owned and _own_relatives(question)), _relatives),
)
