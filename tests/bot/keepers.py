"""An invented base: two lighthouse keepers who never lived, with every kind of fact."""

from pathlib import Path

from tests.knowledge.make import write_base

SOURCES = """
[[source]]
id = "gull-gazette"
type = "article-newspaper"
title = "Lamps of the coast"
container-title = "Gull Gazette"
issued = "2011-03-02"
URL = "https://example.org/lamps"

[[source]]
id = "harbor-log"
type = "report"
title = "Log of the Grey Rock station"
publisher = "Harbor Office"
issued = "2012"

[[source]]
id = "tide-notes"
type = "webpage"
title = "Tide notes"
container-title = "Tidepedia"
"""
FENNWICK = """
id = "odalys-fennwick"
name = "Odalys Fennwick"
description = "invented lighthouse keeper"
names = ["O. Fennwick"]
weak_names = ["Fennwick"]
pronouns = ["she", "her"]
"""
MARROW = """
id = "tobin-marrow"
name = "Tobin Marrow"
description = "invented harbor pilot"
weak_names = ["Marrow"]
pronouns = ["he", "him", "his"]
note = "All that is known here about him comes from one log."
"""
LIFE = """
[[fact]]
id = "life.birthplace"
status = "established"
statement = "Fennwick was born on Tern Island."
phrasings = ["Where was Odalys Fennwick born?", "What is her birthplace?"]
citations = [{ source = "gull-gazette", locator = "page 3" }]

[[fact]]
id = "life.divorce"
status = "reported"
statement = "Fennwick and her first husband parted in 2009, the Gull Gazette reported."
phrasings = ["When did Odalys Fennwick get divorced?", "Did she split from her first husband?"]
citations = [{ source = "gull-gazette", locator = "page 9" }]
privacy = "restricted"
privacy_reason = "A divorce is private life."
"""
STORM = """
[[fact]]
id = "storm.rescue"
status = "disputed"
when = "2010-11"
statement = "How many sailors Fennwick pulled from the sea in the storm is disputed."
phrasings = ["How many sailors did Odalys Fennwick rescue?", "How many people did she save?"]

[[fact.claim]]
holder = "Gull Gazette"
statement = "She pulled out nine sailors."
said = "2011-03-02"
citations = [{ source = "gull-gazette", locator = "page 4" }]

[[fact.claim]]
holder = "Harbor Office"
statement = "She pulled out six."
note = "The log gives no names."
citations = [{ source = "harbor-log", via = "tide-notes", via_locator = "line 7 sentence 2" }]
"""
WORK = """
[[fact]]
id = "work.lamp"
statement = "Fennwick tended the Grey Rock lamp."
phrasings = ["What was the work of Odalys Fennwick?", "What did she do for a living?"]
citations = [{ source = "gull-gazette", locator = "page 3" }]
"""
PILOT = """
[[fact]]
id = "pilot.years"
status = "reported"
review_by = 2020-01-01
statement = "Marrow piloted ships from 2003 to 2008, according to the harbor log."
phrasings = ["When was Tobin Marrow a pilot?", "In which years did he pilot ships?"]
citations = [{ source = "harbor-log", locator = "page 12" }]
"""


def write_keepers(folder: Path, changes: dict[str, str | bytes] | None = None) -> Path:
    """Write the invented base, with some files changed, and return its folder."""
    usual: dict[str, str | bytes] = {
        "sources.toml": SOURCES,
        "odalys-fennwick/profile.toml": FENNWICK,
        "odalys-fennwick/facts/life.toml": LIFE,
        "odalys-fennwick/facts/storm.toml": STORM,
        "odalys-fennwick/facts/work.toml": WORK,
        "tobin-marrow/profile.toml": MARROW,
        "tobin-marrow/facts/pilot.toml": PILOT,
    }
    return write_base(folder, {**usual, **(changes or {})})
