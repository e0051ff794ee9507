"""How the types and fields of BibTeX and BibLaTeX stand to those of CSL."""

from types import MappingProxyType

CSL, OWN = "csl-", "footnote-"
"""What stands before a variable that BibTeX has no field for, and before a key of ours."""

TYPES = MappingProxyType(
    {
        "article": "article-journal",
        "artwork": "graphic",
        "audio": "song",
        "book": "book",
        "booklet": "pamphlet",
        "bookinbook": "chapter",
        "collection": "book",
        "commentary": "document",
        "conference": "paper-conference",
        "dataset": "dataset",
        "electronic": "webpage",
        "image": "graphic",
        "inbook": "chapter",
        "incollection": "chapter",
        "inproceedings": "paper-conference",
        "inreference": "entry-encyclopedia",
        "jurisdiction": "legal_case",
        "legal": "treaty",
        "legislation": "legislation",
        "letter": "personal_communication",
        "manual": "report",
        "mastersthesis": "thesis",
        "misc": "document",
        "movie": "motion_picture",
        "music": "song",
        "mvbook": "book",
        "mvcollection": "book",
        "mvproceedings": "book",
        "mvreference": "book",
        "online": "webpage",
        "patent": "patent",
        "performance": "performance",
        "periodical": "periodical",
        "phdthesis": "thesis",
        "proceedings": "book",
        "reference": "book",
        "report": "report",
        "review": "review",
        "software": "software",
        "standard": "standard",
        "suppbook": "chapter",
        "suppcollection": "chapter",
        "suppperiodical": "article-journal",
        "techreport": "report",
        "thesis": "thesis",
        "unpublished": "manuscript",
        "video": "motion_picture",
        "www": "webpage",
    }
)
"""What CSL calls a type of BibTeX or BibLaTeX."""

SUBTYPES = MappingProxyType(
    {"newspaper": "article-newspaper", "magazine": "article-magazine", "blog": "post-weblog"}
)
"""What `entrysubtype` makes of an article; other types stand there by their names in CSL."""

NEAREST_TYPE = MappingProxyType(
    {
        **{csl: ours for ours, csl in reversed(tuple(TYPES.items()))},
        "article-journal": "article",
        "article-magazine": "article",
        "article-newspaper": "article",
        "book": "book",
        "chapter": "incollection",
        "document": "misc",
        "entry": "inreference",
        "entry-dictionary": "inreference",
        "entry-encyclopedia": "inreference",
        "graphic": "image",
        "motion_picture": "movie",
        "paper-conference": "inproceedings",
        "post": "online",
        "post-weblog": "online",
        "report": "report",
        "review-book": "review",
        "song": "audio",
        "thesis": "thesis",
        "webpage": "online",
    }
)
"""The type of BibLaTeX that is nearest to one of CSL; misc where none is."""

IN_ARTICLES = frozenset(
    ("article-journal", "article-magazine", "article-newspaper", "periodical", "review")
)
IN_SERIES = frozenset(("book", "chapter", "paper-conference", "entry-encyclopedia"))
PARTS_OF_A_BOOK = frozenset(
    ("chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia")
)

FIELDS = MappingProxyType(
    {
        "abstract": "abstract",
        "addendum": "note",
        "address": "publisher-place",
        "annotation": "annote",
        "annote": "annote",
        "booktitle": "container-title",
        "chapter": "chapter-number",
        "doi": "DOI",
        "edition": "edition",
        "eprint": "number",
        "eventtitle": "event-title",
        "holder": "authority",
        "howpublished": "medium",
        "institution": "publisher",
        "isbn": "ISBN",
        "issn": "ISSN",
        "issue": "issue",
        "journal": "container-title",
        "journaltitle": "container-title",
        "keywords": "keyword",
        "langid": "language",
        "language": "language",
        "library": "source",
        "location": "publisher-place",
        "note": "note",
        "organization": "publisher",
        "origlocation": "original-publisher-place",
        "origpublisher": "original-publisher",
        "origtitle": "original-title",
        "pages": "page",
        "pagetotal": "number-of-pages",
        "part": "part-number",
        "pmcid": "PMCID",
        "pmid": "PMID",
        "publisher": "publisher",
        "pubstate": "status",
        "school": "publisher",
        "series": "collection-title",
        "shortjournal": "container-title-short",
        "shorttitle": "title-short",
        "title": "title",
        "type": "genre",
        "url": "URL",
        "venue": "event-place",
        "version": "version",
        "volume": "volume",
        "volumes": "number-of-volumes",
    }
)
"""The variable of CSL that a text field holds; `number` hangs on the type."""

SUBTITLES = MappingProxyType(
    {"subtitle": "title", "booksubtitle": "booktitle", "journalsubtitle": "journaltitle"}
)

NAMES = MappingProxyType(
    {
        "author": "author",
        "bookauthor": "container-author",
        "editor": "editor",
        "translator": "translator",
    }
)
"""The variable that a field of names holds."""

GENRES = MappingProxyType(
    {
        "candthesis": "Candidate thesis",
        "mastersthesis": "Master's thesis",
        "mathesis": "Master's thesis",
        "phdthesis": "PhD thesis",
        "resreport": "Research report",
        "techreport": "Technical report",
    }
)
"""What a type, or a word of BibLaTeX in the field `type`, says of the genre."""

DATES = MappingProxyType(
    {
        "date": "issued",
        "eventdate": "event-date",
        "origdate": "original-date",
        "urldate": "accessed",
    }
)

BOOKKEEPING = frozenset(
    (
        *("archiveprefix", "bibsource", "biburl", "bdsk-url-1", "citekey", "copyright"),
        *("creationdate", "date-added", "date-modified", "eprintclass", "eprinttype", "file"),
        *("groups", "ids", "keywords-plus", "mendeley-groups", "modificationdate", "month"),
        *("options", "owner", "primaryclass", "sortname", "sorttitle", "timestamp", "urlyear"),
        *("entrysubtype", "year", "day", "number", "shorthand"),
    )
)
"""What is no part of the work, or is read together with another field."""
