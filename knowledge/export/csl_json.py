"""CSL-JSON out: the items that reference managers and citation processors read."""

import json
from collections.abc import Iterable, Mapping

from knowledge.bibliography.csl_dates import write_date
from knowledge.bibliography.csl_json import CUSTOM
from knowledge.bibliography.csl_keys import DATES, OWN, TO_CSL, written_keys
from knowledge.model.source import Source


def to_csl_json(sources: Iterable[Source]) -> str:
    """Return the sources as a list of CSL-JSON items."""
    return json.dumps([to_item(each) for each in sources], ensure_ascii=False, indent=2) + "\n"


def to_item(source: Source) -> Mapping[str, object]:
    """Return one source as an item; what CSL does not know stands in its `custom`."""
    held = written_keys(source)
    item = {
        TO_CSL.get(key, key): write_date(str(value)) if key in DATES else value
        for key, value in held.items()
        if key not in OWN
    }
    own = {key: value for key, value in held.items() if key in OWN}
    return {**item, "custom": {CUSTOM: own}} if own else item
