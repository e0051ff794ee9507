"""The variables of CSL that few sources need: any record of a reference manager fits."""

from pydantic import Field

from knowledge.model.names import Name
from knowledge.model.record import Edtf, Line, Record


class CslItem(Record):
    """What a bibliography may hold of a work beside the usual, by its name in CSL 1.0.2."""

    abstract: Line | None = Field(default=None, description="What it says, in its own words.")
    annote: Line | None = Field(default=None, description="What a reader noted on it.")
    archive_name: Line | None = Field(
        default=None,
        alias="archive-name",
        description="The archive that holds the original (CSL: archive).",
    )
    archive_collection: Line | None = Field(
        default=None,
        description="The collection within the archive that holds it.",
    )
    archive_location: Line | None = Field(
        default=None,
        description="Where in the archive it is: a box, a folder.",
    )
    archive_place: Line | None = Field(
        default=None,
        alias="archive-place",
        description="Where the archive is.",
    )
    authority: Line | None = Field(
        default=None,
        description="The body that made it: a court, a parliament, a committee.",
    )
    call_number: Line | None = Field(
        default=None,
        alias="call-number",
        description="Where it stands in a library.",
    )
    chapter_number: Line | None = Field(
        default=None,
        alias="chapter-number",
        description="The number of the chapter.",
    )
    collection_number: Line | None = Field(
        default=None,
        alias="collection-number",
        description="Its number in the series.",
    )
    collection_title: Line | None = Field(
        default=None,
        alias="collection-title",
        description="The series that it belongs to.",
    )
    container_title_short: Line | None = Field(
        default=None,
        alias="container-title-short",
        description="The short name of what it stands in.",
    )
    dimensions: Line | None = Field(
        default=None,
        description="How large or how long it is: 90 min, 30 by 40 cm.",
    )
    division: Line | None = Field(
        default=None,
        description="The division of a court or of an office.",
    )
    event_title: Line | None = Field(
        default=None,
        alias="event-title",
        description="The conference, hearing or exhibition.",
    )
    event_place: Line | None = Field(
        default=None,
        alias="event-place",
        description="Where that took place.",
    )
    jurisdiction: Line | None = Field(
        default=None,
        description="Where a law or a judgment holds.",
    )
    keyword: Line | None = Field(default=None, description="Its keywords.")
    medium: Line | None = Field(
        default=None,
        description="What carries it: DVD, podcast, oil on canvas.",
    )
    number_of_pages: Line | None = Field(
        default=None,
        alias="number-of-pages",
        description="How many pages it has.",
    )
    number_of_volumes: Line | None = Field(
        default=None,
        alias="number-of-volumes",
        description="How many volumes it has.",
    )
    original_publisher: Line | None = Field(
        default=None,
        alias="original-publisher",
        description="Who published it first.",
    )
    original_publisher_place: Line | None = Field(
        default=None,
        alias="original-publisher-place",
        description="Where that publisher sat.",
    )
    original_title: Line | None = Field(
        default=None,
        alias="original-title",
        description="The title that it had first, or in the first language.",
    )
    page_first: Line | None = Field(
        default=None,
        alias="page-first",
        description="The first of its pages.",
    )
    part_number: Line | None = Field(
        default=None,
        alias="part-number",
        description="The number of the part.",
    )
    part_title: Line | None = Field(
        default=None,
        alias="part-title",
        description="The title of the part.",
    )
    PMCID: Line | None = Field(default=None, description="Its number in PubMed Central.")
    PMID: Line | None = Field(default=None, description="Its number in PubMed.")
    printing_number: Line | None = Field(
        default=None,
        alias="printing-number",
        description="The number of the printing.",
    )
    references: Line | None = Field(
        default=None,
        description="What it refers to, as a bill or a case does.",
    )
    reviewed_genre: Line | None = Field(
        default=None,
        alias="reviewed-genre",
        description="What kind of work it reviews.",
    )
    reviewed_title: Line | None = Field(
        default=None,
        alias="reviewed-title",
        description="The work that it reviews.",
    )
    scale: Line | None = Field(default=None, description="The scale of a map.")
    section: Line | None = Field(
        default=None,
        description="The section of a newspaper or a law.",
    )
    found_in: Line | None = Field(
        default=None,
        alias="source",
        description="Where the record was found: a catalog, a database.",
    )
    status: Line | None = Field(
        default=None,
        description="How far it was published: in press, forthcoming, retracted.",
    )
    supplement_number: Line | None = Field(
        default=None,
        alias="supplement-number",
        description="The number of the supplement.",
    )
    title_short: Line | None = Field(
        default=None,
        alias="title-short",
        description="The short title.",
    )
    software_edition: Line | None = Field(
        default=None,
        alias="version",
        description="Of software or a dataset: which one it is.",
    )
    volume_title: Line | None = Field(
        default=None,
        alias="volume-title",
        description="The title of the volume.",
    )
    volume_title_short: Line | None = Field(
        default=None,
        alias="volume-title-short",
        description="The short title of the volume.",
    )
    available_date: Edtf | None = Field(
        default=None,
        alias="available-date",
        description="When it became available.",
    )
    event_date: Edtf | None = Field(
        default=None,
        alias="event-date",
        description="When the event took place.",
    )
    original_date: Edtf | None = Field(
        default=None,
        alias="original-date",
        description="When it was first published.",
    )
    submitted: Edtf | None = Field(default=None, description="When it was handed in or filed.")
    chair: tuple[Name, ...] = Field(default=(), description="Who chaired it.")
    collection_editor: tuple[Name, ...] = Field(
        default=(),
        alias="collection-editor",
        description="Who edited the series.",
    )
    compiler: tuple[Name, ...] = Field(default=(), description="Who compiled it.")
    composer: tuple[Name, ...] = Field(default=(), description="Who composed it.")
    container_author: tuple[Name, ...] = Field(
        default=(),
        alias="container-author",
        description="Who wrote the book that it stands in.",
    )
    contributor: tuple[Name, ...] = Field(default=(), description="Who contributed to it.")
    curator: tuple[Name, ...] = Field(default=(), description="Who curated the exhibition.")
    director: tuple[Name, ...] = Field(default=(), description="Who directed it.")
    editor_translator: tuple[Name, ...] = Field(
        default=(),
        alias="editor-translator",
        description="Who edited and translated it.",
    )
    editorial_director: tuple[Name, ...] = Field(
        default=(),
        alias="editorial-director",
        description="Who led the edition.",
    )
    executive_producer: tuple[Name, ...] = Field(
        default=(),
        alias="executive-producer",
        description="Who produced it, as executive producer.",
    )
    guest: tuple[Name, ...] = Field(default=(), description="Who was a guest in it.")
    host: tuple[Name, ...] = Field(default=(), description="Who hosted it.")
    illustrator: tuple[Name, ...] = Field(default=(), description="Who illustrated it.")
    interviewer: tuple[Name, ...] = Field(default=(), description="Who asked the questions.")
    narrator: tuple[Name, ...] = Field(default=(), description="Who told it.")
    organizer: tuple[Name, ...] = Field(default=(), description="Who organized the event.")
    original_author: tuple[Name, ...] = Field(
        default=(),
        alias="original-author",
        description="Who wrote the original.",
    )
    performer: tuple[Name, ...] = Field(default=(), description="Who performed it.")
    producer: tuple[Name, ...] = Field(default=(), description="Who produced it.")
    recipient: tuple[Name, ...] = Field(default=(), description="Who received the letter.")
    reviewed_author: tuple[Name, ...] = Field(
        default=(),
        alias="reviewed-author",
        description="Who wrote what it reviews.",
    )
    script_writer: tuple[Name, ...] = Field(
        default=(),
        alias="script-writer",
        description="Who wrote the script.",
    )
    series_creator: tuple[Name, ...] = Field(
        default=(),
        alias="series-creator",
        description="Who created the series.",
    )
    translator: tuple[Name, ...] = Field(default=(), description="Who translated it.")
