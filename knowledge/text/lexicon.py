"""Closed classes of English words that the matcher treats by rule."""

from enum import StrEnum


class Asks(StrEnum):
    """What kind of answer a question wants."""

    WHO = "who"
    WHEN = "when"
    WHERE = "where"
    WHY = "why"
    COUNT = "how many"
    LONG = "how long"
    OLD = "how old"
    HOW = "how"
    WHAT = "what"
    WHETHER = "yes or no"
    OPEN = "open"


_HOW = {
    **dict.fromkeys(("many", "much", "big", "large", "few", "often", "frequently"), Asks.COUNT),
    **dict.fromkeys(("long",), Asks.LONG),
    **dict.fromkeys(("old",), Asks.OLD),
}
_FIRST = {
    **dict.fromkeys(("who", "whom", "whose"), Asks.WHO),
    "when": Asks.WHEN,
    **dict.fromkeys(("where", "whereabouts"), Asks.WHERE),
    "why": Asks.WHY,
}
_WHAT_NOUN = {
    **dict.fromkeys(("date", "year", "day", "month", "time"), Asks.WHEN),
    **dict.fromkeys(("place", "city", "town", "country", "location", "province"), Asks.WHERE),
    **dict.fromkeys(("reason", "motive"), Asks.WHY),
    **dict.fromkeys(("number", "amount"), Asks.COUNT),
    "person": Asks.WHO,
}
_KNOWING = frozenset(
    "know known tell say said sure clear idea remember find check explain show recorded "
    "documented established stated mentioned".split()
)
AUXILIARIES = frozenset(
    "is are was were be been being am do does did done has have had will would can could may "
    "might shall should must".split()
)
NEGATIONS = frozenset("not never no none nobody nothing neither nor without".split())
FUNCTION_WORDS = AUXILIARIES | frozenset(
    "a an the of to in on at by for from with about into onto as and or but if so than then "
    "that this these those there here it its he him his she her hers they them their theirs "
    "i me my we us our you your who whom whose what which when where why how please tell "
    "give show know any some just also ever still exactly actually really again ok okay hi "
    "hello hey thanks thank got get info information details detail anything something "
    "everything let up out all more many much remind check need wonder wondering curious "
    "idea question quick quickly kindly anyone anybody someone somebody everyone everybody "
    "true specific specifically precisely kind sort case thing things reportedly allegedly "
    "supposedly supposed apparently presumably perhaps maybe possibly exact actual caption "
    "note desk file story piece draft colleague editor sure well too either both ask asking "
    "find whether regarding concerning become became gets getting going go goes went".split()
)
RELATIONS = frozenset(
    "wife husband spouse partner fiance fiancee girlfriend boyfriend ex widow widower "
    "mistress brother sister sibling twin father mother dad mom mum parent son daughter "
    "child kid baby uncle aunt cousin nephew niece grandfather grandmother grandparent "
    "grandson granddaughter grandchild relative relation stepfather stepmother stepson "
    "stepdaughter stepbrother stepsister inlaw brotherinlaw sisterinlaw fatherinlaw "
    "motherinlaw ancestor descendant friend neighbor neighbour colleague coworker boss "
    "deputy assistant secretary lawyer doctor teacher bodyguard driver predecessor "
    "successor mentor rival classmate roommate landlord employer employee".split()
)
MEN = frozenset(
    "husband brother father dad son uncle nephew grandfather grandson stepfather stepson "
    "stepbrother boyfriend fiance widower man boy king prince imam pope".split()
)
WOMEN = frozenset(
    "wife sister mother mom mum daughter aunt niece grandmother granddaughter stepmother "
    "stepdaughter stepsister girlfriend fiancee widow mistress woman girl queen "
    "princess".split()
)
PERSONS = RELATIONS | frozenset(
    "minister president ambassador prosecutor commander spokesman spokeswoman spokesperson "
    "officer official colonel captain chief leader director manager diplomat governor mayor "
    "preacher cleric judge journalist reporter author writer recruiter instructor trainer "
    "guard soldier fighter defector".split()
)
"""What one person may be called by, beside a name."""
CONTRASTS: tuple[frozenset[str], ...] = tuple(
    frozenset(group.split())
    for group in (
        "first second third fourth fifth last final next previous",
        "before after",
        "alive dead",
        "wife husband",
        "brother sister",
        "son daughter",
        "father mother",
        "join leave",
        "arrive leave",
        "start end",
        "begin end",
        "appoint dismiss",
        "arrest kill",
        "marry divorce",
        "buy sell",
        "win lose",
        "older younger",
        "oldest youngest",
        "max min",
        "highest lowest",
    )
)
WHO_IS_MEANT = "@"
"""The blank that stands for the profile's person in a masked question."""


def asks(masked: tuple[str, ...]) -> Asks:
    """Return what kind of answer a question wants, by its first question word."""
    if masked[:1] and masked[0] in AUXILIARIES and _KNOWING.isdisjoint(masked):
        return Asks.WHETHER  # "did anybody answer when …" asks for no time
    for place, word in enumerate(masked):
        if word in _FIRST:
            return _FIRST[word]
        if word == "how":
            return (
                _HOW.get(masked[place + 1], Asks.HOW) if place + 1 < len(masked) else Asks.HOW
            )
        if word in {"what", "which"}:
            nouns = (_WHAT_NOUN[w] for w in masked[place + 1 : place + 4] if w in _WHAT_NOUN)
            return next(nouns, Asks.WHAT)
    return next((_WHAT_NOUN[word] for word in masked if word in _WHAT_NOUN), Asks.OPEN)


def asks_twice(masked: tuple[str, ...]) -> bool:
    """Tell whether a question joins two question words: "when and where", "who … and how"."""
    places = [place for place, word in enumerate(masked) if word in _FIRST or word == "how"]
    return any(
        masked[left] != masked[right] and "and" in masked[left + 1 : right]
        for left, right in zip(places, places[1:], strict=False)
    )


_REQUESTS = frozenset(
    "know known tell give remind check find need wonder wondering show explain looking want "
    "wants asking ask idea sure clarify confirm remember".split()
)
AROUND_REQUESTS = _REQUESTS | frozenset(
    "could can would will do does is are was i we you me us my our your it please quick "
    "quickly question for the a an of about on out up if whether any anyone anybody "
    "someone somebody everyone there to in at hi hello hey ok okay so and just maybe "
    "perhaps kindly let desk editor colleague team boss caption story piece draft article "
    "file line one have has got help some information info details detail curious trying "
    "like love be able great good one's here now not sorry also again "
    "exactly".split()
)


_HESITATIONS = frozenset("uh um er erm eh ah oh hm hmm".split())
_FILLERS = tuple(
    tuple(phrase.split())
    for phrase in (
        "i mean",
        "you see",
        "yes or no",
        "yes no",
        "true or false",
        "true or not",
        "right or wrong",
        "so to speak",
        "by the way",
    )
)
_FILLING = _HESITATIONS.union(phrase[0] for phrase in _FILLERS)


def unwrapped(said: tuple[str, ...]) -> tuple[str, ...]:
    """Return a question without what is said around it: "uh, could you tell me when …"."""
    return _without_request(_without_fillers(said))


def _without_fillers(said: tuple[str, ...]) -> tuple[str, ...]:
    if _FILLING.isdisjoint(said):
        return said
    kept: list[str] = []
    place = 0
    while place < len(said):
        filler = next((f for f in _FILLERS if said[place : place + len(f)] == f), None)
        if filler is None and said[place] not in _HESITATIONS:
            kept.append(said[place])
        place += len(filler or (1,))
    return tuple(kept) or said


def _without_request(said: tuple[str, ...]) -> tuple[str, ...]:
    end = next((i for i, word in enumerate(said) if word not in AROUND_REQUESTS), len(said))
    if end == len(said) or _REQUESTS.isdisjoint(said[:end]):
        return said
    return said[end:]


_SMALL_TALK = _HESITATIONS | frozenset(
    "thanks thank thx cheers welcome ok okay hello hi hey bye great nice cool perfect wow lol "
    "good morning evening night yes yeah yep no nope got sorry please".split()
)
_IN_SMALL_TALK = _SMALL_TALK | frozenset(
    "i you it we that so very much a lot for the all and to".split()
)


_THE_BOT = frozenset("you your yourself bot footnote".split())
_IN_ABOUT_THE_BOT = _THE_BOT | frozenset(
    "who what how are can do does is the this a name work works help me with".split()
)
_HELP = frozenset({("help",), ("help", "me"), ("i", "need", "help")})


def is_small_talk(said: tuple[str, ...]) -> bool:
    """Tell whether somebody only says thanks or hello, or asks the bot about itself."""
    is_polite = not _SMALL_TALK.isdisjoint(said) and _IN_SMALL_TALK.issuperset(said)
    is_about_it = not _THE_BOT.isdisjoint(said) and _IN_ABOUT_THE_BOT.issuperset(said)
    return is_polite or is_about_it or said in _HELP
