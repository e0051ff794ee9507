"""Sources for the laws of bibliographies: any variable of CSL, any text that a base takes."""

import json
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st

from knowledge.bibliography.csl_json import read_csl_json
from knowledge.bibliography.csl_keys import DATES, KEYS, NAMES
from knowledge.model.source import TYPES, Source
from knowledge.text.fold import clean
from tests.knowledge.dates_table import DATES as EDTF

AT_ANY_SPEED = settings(deadline=None, max_examples=60)
_FIFTY = Path(__file__).with_name("fifty.json")
FIFTY = _FIFTY.read_text(encoding="utf-8")
ITEMS = {item["id"]: item for item in json.loads(FIFTY)}
SOURCES = {found.key: found.source(found.key) for found in read_csl_json(FIFTY)}
"""More than fifty invented works, one at least of every type of CSL."""

_APART = frozenset(("id", "type", "URL", "archive-url", "grade", *DATES, *NAMES))
_SIGNS = st.sampled_from("ab Z{}\\$&%#_~^-`'\"!?<>,.;:()[]|@=*/+é–“ßЖ灯")


def _plain(text: str) -> str:
    """Return a text as a curator could have written it: what looks like markup taken apart."""
    return clean(text.replace("<", "< ")) or "x"


TEXTS = (
    st.text(_SIGNS, max_size=16) | st.text(st.characters(exclude_categories=["C"]), max_size=9)
).map(_plain)
_PERSONS = st.fixed_dictionaries(
    {"family": TEXTS},
    optional={
        "given": TEXTS,
        "suffix": TEXTS,
        "dropping-particle": TEXTS,
        "non-dropping-particle": st.sampled_from(("van der", "al-", "De", "d’")) | TEXTS,
        "comma-suffix": st.just(value=True),
        "static-ordering": st.just(value=True),
    },
)
PEOPLE = st.lists(_PERSONS | st.fixed_dictionaries({"literal": TEXTS}), min_size=1, max_size=3)
_ADDRESSES = st.builds("https://a.example/{}".format, st.text("ab_%&#~?=-/{}.", max_size=9))
ANY_SOURCE = st.fixed_dictionaries(
    {"id": st.just("x"), "type": st.sampled_from(TYPES), "title": TEXTS},
    optional={
        "URL": _ADDRESSES,
        "archive-url": _ADDRESSES,
        "grade": st.sampled_from("ABCDEF"),
        **dict.fromkeys(DATES, EDTF),
        **dict.fromkeys(NAMES, PEOPLE),
        **{key: TEXTS for key in KEYS if key not in _APART and key != "title"},
    },
).map(Source.model_validate)
