"""An invented base with its invented archive: every statement stands in its cited sentence."""

from collections.abc import Mapping

from knowledge.base import FactBase, build_base
from knowledge.load.folder import load_folder
from knowledge.model.fact import Claim, Fact
from knowledge.model.profile import Profile
from tests.knowledge.make import make_claim, make_fact, make_held, make_profile, make_source

GAZETTE, WIKI = "gull-gazette", "tidepedia"
# What the archive says, and what the curator wrote: line by line, in other words.
TOLD = (
    (
        "Odalys Fennwick was born on May 4, 1970 on Tern Island, 30 kilometres off Sorrel.",
        "Fennwick was born on Tern Island, 30 km from Sorrel, on 4 May 1970.",
    ),
    (
        "She joined the Harbour Service in March 1989 and served for 12 years.",
        "Fennwick entered the Harbour Service in March 1989, and stayed twelve years.",
    ),
    (
        "In late October 2003, the light keeper earned $1.5 million from the Brannock Prize.",
        "The Brannock Prize of late October 2003 was worth 1,500,000 US dollars.",
    ),
    (
        "Fennwick pulled nine sailors from the Marigold on 17 November 2010 within 40 minutes.",
        "On 17 November 2010 it took Fennwick 40 minutes to save 9 sailors of the Marigold.",
    ),
    (
        "The storm of 2010 took over 2,000 roofs, 350 boats and her brother Corvin Fennwick.",
        "Over two thousand roofs, 350 boats and Corvin were lost in the storm of 2010.",
    ),
    (
        "Her second husband, Tobin Marrow, piloted the ferry to Dunmarsh from 2003 to 2008.",
        "From 2003 to 2008 her second husband, Captain Marrow, piloted the Dunmarsh ferry.",
    ),
    (
        "Marrow sold the Kittiwake to the Sedgeworth Trust for £260,000 on 5 January 2012.",
        "On 5 January 2012 the Kittiwake went to the Sedgeworth Trust for 260 thousand pounds.",
    ),
    (
        "The lamp of Grey Rock, first lit in August 1871, is seen from 18 miles away.",
        "Grey Rock's lamp was lit in August 1871 and reaches eighteen miles.",
    ),
    (
        "The child was three months old when the Ministry of Lights closed in June 1999.",
        "In June 1999, with the child three months old, the Ministry of Lights shut.",
    ),
    (
        "In December 2014 the Auk Foundation gave Fennwick 75 percent of its 8 million crowns.",
        "Fennwick got 75% of the Auk Foundation's eight million crowns in December 2014.",
    ),
    (
        "Ulla Sedgeworth followed Fennwick on 9 February 2015, aged 44, after 20 days.",
        "At 44, after twenty days, Ulla Sedgeworth succeeded Fennwick in February 2015.",
    ),
    (
        "Odalys Fennwick spoke for 25 minutes at the Congress in Low Harrow in July 2016.",
        "Fennwick's speech at the Low Harrow Congress of July 2016 took 25 minutes.",
    ),
)
# The archive's sentence, then the claims that it supports: holder and statement.
DISPUTED = (
    (
        "The Gale Bureau counted 700 wrecks in April 2011.",
        (("Gale Bureau", "700 wrecks, in April 2011."),),
    ),
    (
        "Insurers of Dunmarsh counted 450 wrecks in May 2011.",
        (("Insurers of Dunmarsh", "450 wrecks, in May 2011."),),
    ),
    (
        "According to the mayor of Low Harrow, Perrin Holt, 90 houses fell in September 2012.",
        (("Perrin Holt, mayor of Low Harrow", "90 houses fell in September 2012."),),
    ),
    (
        "Fisherwomen spoke of 60 houses, and the Salt Guild of 35.",
        (("Fisherwomen", "60 houses."), ("The Salt Guild", "Thirty-five houses.")),
    ),
    (
        "An unnamed captain told Tern Radio that the tower leaned 3 metres in January 2013.",
        (("An unnamed captain, per Tern Radio", "The tower leaned three metres."),),
    ),
    (
        "Engineers from Varholm wrote in October 2013 that it leaned 12 metres.",
        (("Engineers from Varholm", "It leaned 12 m, they wrote in October 2013."),),
    ),
    (
        "The Kelp Party promised 5 million crowns; the Reed Party promised 4 billion.",
        (("Kelp Party", "Five million crowns."), ("Reed Party", "Four billion.")),
    ),
    (
        "Corvin Fennwick's widow denied on 2 March 2011 that he had sailed.",
        (("His widow", "She denied on 2 March 2011 that Corvin had sailed."),),
    ),
)
TEXTS: Mapping[str, tuple[str, ...]] = {
    GAZETTE: tuple(sentence for sentence, _ in TOLD),
    WIKI: tuple(sentence for sentence, _ in DISPUTED),
}


def fennwick() -> Profile:
    return make_profile(
        names=("Fennwick", "O. Fennwick"),
        pronouns=("she", "her"),
        person=(
            {"name": "Tobin Marrow", "names": ("Marrow", "Captain Marrow")},
            {"name": "Corvin Fennwick", "names": ("Corvin",), "relations": ("brother",)},
            {"name": "Ulla Sedgeworth", "names": ("Sedgeworth",)},
            {"name": "Perrin Holt", "names": ("Holt",)},
        ),
    )


def told() -> tuple[Fact, ...]:
    return tuple(
        make_fact(
            id=f"told.line-{number:02}",
            statement=statement,
            phrasings=(f"What was told in line {number}?",),
            citations=({"source": GAZETTE, "locator": f"line {number} sentence 1"},),
        )
        for number, (_, statement) in enumerate(TOLD, 1)
    )


def disputes() -> tuple[Fact, ...]:
    claims = [
        make_claim(
            holder=holder,
            statement=statement,
            citations=({"source": WIKI, "locator": f"line {line} sentence 1"},),
        )
        for line, (_, said) in enumerate(DISPUTED, 1)
        for holder, statement in said
    ]
    pairs = zip(claims[::2], claims[1::2], strict=True)
    return tuple(_dispute(number, pair) for number, pair in enumerate(pairs, 1))


def _dispute(number: int, claims: tuple[Claim, ...]) -> Fact:
    return make_fact(
        id=f"disputed.count-{number}",
        status="disputed",
        statement="How much the storm did on the island is disputed.",
        phrasings=(f"What did storm {number} do?",),
        citations=(),
        claim=claims,
    )


def lamps(*facts: Fact) -> FactBase:
    """Return the invented base, or one of some facts with the same people and sources."""
    held = make_held(*(facts or (*told(), *disputes())), profile=fennwick())
    sources = (
        make_source(GAZETTE, archive="gazette.txt", issued="2016-08-01"),
        make_source(WIKI, archive="tidepedia.txt", **{"container-title": "Tidepedia"}),
        make_source("harbor-log", **{"container-title": "Harbor Log"}),
    )
    shared = load_folder()
    return build_base([held], sources, shared.synonyms, lexicon=shared.lexicon)
