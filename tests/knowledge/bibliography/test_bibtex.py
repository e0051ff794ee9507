"""BibTeX in: what Zotero and people write, and what nobody should."""

from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.bibliography.bibtex import read_bibtex
from knowledge.bibliography.latex import from_latex, to_latex
from knowledge.bibliography.records import Incoming
from knowledge.text.fold import clean
from tests.knowledge.bibliography.sources import AT_ANY_SPEED, TEXTS

Keys: TypeAlias = dict[str, object]
GOOD = "@book{good, title = {Lamps}}"
DOUBLING = "\n".join(
    f"@string{{s{at} = {f's{at - 1} # s{at - 1}' if at else chr(34) + 'ha' * 40 + chr(34)}}}"
    for at in range(40)
)
ZOTERO = r"""
@article{quill_lamps_2011,
	title = {Lamps of the {Coast}: a {Survey} of {H}\"auser \& {T}{\"u}rme},
	volume = {12},
	issn = {1234-5679},
	shorttitle = {Lamps},
	url = {https://gull.example/a_b?x=1\%20},
	doi = {10.5555/gull\_12},
	language = {en},
	number = {3},
	urldate = {2020-01-05},
	journal = {Gull {Gazette}},
	author = {Qu{\'i}ll, Ad{\`a} and van der Beek, Jan and {Harbor Office and Sons}
		and Marrow, Jr., Tobin and others},
	month = mar,
	year = {2011},
	pages = {101--119},
	file = {Full Text PDF:/home/someone/x.pdf:application/pdf},
	keywords = {fog, light},
}
"""


def read(text: str) -> list[Incoming]:
    return list(read_bibtex(text))


def keys(text: str) -> Keys:
    [found] = read(text)
    assert (found.wrong, found.without) == ((), ())
    return dict(found.keys)


def test_a_record_of_zotero_comes_in_whole() -> None:
    assert keys(ZOTERO) == {
        "type": "article-journal",
        "title": "Lamps of the Coast: a Survey of Häuser & Türme",
        "volume": "12",
        "ISSN": "1234-5679",
        "title-short": "Lamps",
        "URL": "https://gull.example/a_b?x=1%20",
        "DOI": "10.5555/gull_12",
        "language": "en",
        "issue": "3",
        "accessed": "2020-01-05",
        "container-title": "Gull Gazette",
        "author": [
            {"family": "Quíll", "given": "Adà"},
            {"family": "Beek", "given": "Jan", "non-dropping-particle": "van der"},
            {"literal": "Harbor Office and Sons"},
            {"family": "Marrow", "given": "Tobin", "suffix": "Jr."},
        ],
        "issued": "2011-03",
        "page": "101-119",
        "keyword": "fog, light",
    }


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("date = {2015-04-21/2015-04-30}", {"issued": "2015-04-21/2015-04-30"}),
        ("date = {2008~}", {"issued": "2008~"}),
        ("year = 2011, month = {September}, day = {2}", {"issued": "2011-09-02"}),
        ("year = {2011}, month = 9", {"issued": "2011-09"}),
        ("year = {n.d.}", {}),
        (
            "series = {Coast}, number = {7}",
            {"collection-title": "Coast", "collection-number": "7"},
        ),
        ("number = {7}", {"number": "7"}),
        ("subtitle = {A survey}", {"title": "Lamps: A survey"}),
        ("publisher = {A} # { and } # {B}", {"publisher": "A and B"}),
        ("location = {Tern Island}", {"publisher-place": "Tern Island"}),
        ("note = {100% of $5}", {"note": "100% of $5"}),
        ("note = {$\\alpha$--$\\beta$}", {"note": "α–β"}),
        ("csl-guest = {Vale, Perrin}", {"guest": [{"family": "Vale", "given": "Perrin"}]}),
        (
            "author = {family={Humboldt}, given={A.}, prefix={von}, useprefix=false}",
            {"author": [{"family": "Humboldt", "given": "A.", "dropping-particle": "von"}]},
        ),
        (
            "author = {Выдуманная, Анна}",
            {"author": [{"family": "Выдуманная", "given": "Анна"}]},
        ),
    ],
)
def test_a_field_becomes_what_csl_calls_it(fields: str, expected: Keys) -> None:
    assert keys(f"@book{{x, title = {{Lamps}}, {fields}}}") == {
        **{"type": "book", "title": "Lamps"},
        **expected,
    }


@pytest.mark.parametrize(
    ("head", "type_", "genre"),
    [
        ("@phdthesis{x", "thesis", "PhD thesis"),
        ("@thesis{x, type = {mathesis}", "thesis", "Master's thesis"),
        ("@article{x, entrysubtype = {newspaper}", "article-newspaper", None),
        ("@misc{x, entrysubtype = {interview}", "interview", None),
        ("@inproceedings{x", "paper-conference", None),
        ("@ONLINE{x", "webpage", None),
        ("@techreport(x", "report", None),
    ],
)
def test_a_type_becomes_what_csl_calls_it(head: str, type_: str, genre: str | None) -> None:
    end = ")" if "(" in head else "}"
    read_keys = keys(f"{head}, title = {{Lamps}}{end}")

    assert (read_keys["type"], read_keys.get("genre")) == (type_, genre)


@pytest.mark.parametrize(
    ("bad", "wrong"),
    [
        ("@book{b, title = {a}, title = {b}}", "has title twice"),
        ("@book{b, title = {a {b}, year = 2001}", "is broken"),
        ("@book{b, title = {a}} }, year = 2001}", ""),
        ("@book{b, title = " + "{" * 5000 + "}" * 5000 + "}", "is longer than 5000"),
        ("@book{b, title = " + "{" * 2000 + "}" * 2000 + "}", "nests its braces too deep"),
        (DOUBLING + "@book{b, title = s39}", "uses 's39', which no @string before it defines"),
        ("@book{b, title = nowhere}", "uses 'nowhere'"),
        ("@book{b, title = {\\input{/etc/passwd}}}", "holds the command \\input"),
        ("@book{b, title = {\\unheard{x}}}", "holds the command \\unheard"),
        ("@book{b, title = {<script>alert(1)</script>}}", "title holds markup"),
        ("@book{b, title = {a\x07b}}", "control character U+0007"),
        ("@book{b, title = {a\udcffb}}", "is not UTF-8"),
        ("@book{b, title = {a}, author = {Quill, A, B, C, D}}", "holds the name"),
        ("@book{b, title = {a}, year = {in press}}", "no date in EDTF"),
        ("@book{b, title = {a}, year = 2011, month = 13}", ""),
        ("@leaflet{b, title = {a}}", "@leaflet is no type of BibTeX"),
        ("@book{good, title = {Again}}", "has the key 'good'"),
    ],
    ids=lambda text: text[:40],
)
def test_a_bad_record_is_named_and_the_others_come_in(bad: str, wrong: str) -> None:
    found = read(f"{GOOD}\n{bad}\n@book{{last, title = {{Wicks}}}}\n")
    said = ["; ".join(part for refusal in each.wrong for part in refusal) for each in found]

    assert wrong in said[1]
    assert (said[0], said[-1]) == ("", "")
    assert found[1].label.startswith("record on line ")


def test_what_is_no_part_of_a_source_stays_behind_by_name() -> None:
    [found] = read("@book{x, title = {Lamps}, shelfmark = {B 4}, csl-nothing = {x}}")

    assert found.without == ("shelfmark", "csl-nothing")


def test_comments_and_preambles_are_no_records() -> None:
    text = "plain words\n@comment{x}\n@preamble{{y}}\n@string{z = {w}}\n" + GOOD

    assert [each.key for each in read(text)] == ["good"]


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (
            r"{\'E}t{\'e} \`a No\"el \v{C}apek \c{c}a \~n \o{} \ss \aa \l{}",
            "Été à Noël Čapek ça ñ ø ßåł",
        ),
        (r"\H{o} \u{g} \.{I} \k{a} {\AE}on \i", "ő ğ İ ą Æon ı"),
        (r"``quoted'' -- and --- so", "“quoted” – and — so"),
        (r"\emph{not} {B}ra{C}es \LaTeX", "not BraCes LaTeX"),
        (r"50\% \& \$5 \#1 a\_b", "50% & $5 #1 a_b"),
    ],
)
def test_accents_are_letters(latex: str, text: str) -> None:
    assert clean(from_latex(latex)) == text


@AT_ANY_SPEED
@given(TEXTS)
def test_text_in_latex_is_read_back_as_it_was(text: str) -> None:
    assert clean(from_latex(to_latex(text))) == text


@AT_ANY_SPEED
@given(st.text() | st.text(st.sampled_from('@book{}(),="# \\\nabc1')))
def test_no_text_breaks_the_reading(text: str) -> None:
    assert all(each.label for each in read(text))
