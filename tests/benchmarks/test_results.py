from math import nan
from pathlib import Path

from benchmarks.matching.material import Material, Part, Wordings
from benchmarks.matching.ours import Footnote
from benchmarks.matching.page import written
from benchmarks.matching.store import Key, Store
from benchmarks.matching.tables import sheets


def test_results_are_taken_up_again_from_their_file(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    key = Key("quality", "clinc-10", "Footnote", "0")
    Store(path).add(key, {"accuracy": 0.5, "AUROC": nan}, ("numpy", "SQLite 3.40"))
    again = Store(path)

    assert again.rows == {key: {"accuracy": 0.5, "AUROC": None}}
    assert set(again.versions) == {"numpy", "SQLite"}
    assert len(again.machines) == 1


def test_results_of_another_file_are_taken_in_and_go_before(tmp_path: Path) -> None:
    first, second = (Store(tmp_path / f"{name}.json") for name in ("first", "second"))
    shared, other = (Key("quality", task, "bm25s", "0") for task in ("clinc-10", "own"))
    first.add(shared, {"accuracy": 0.25})
    second.add(shared, {"accuracy": 0.5})
    second.add(other, {"accuracy": 1.0})
    first.take_in(second)

    assert Store(first.path).rows == {shared: {"accuracy": 0.5}, other: {"accuracy": 1.0}}


def test_a_figure_is_the_mean_of_the_runs_that_have_it() -> None:
    store = Store(None)
    for run, value in (("0", 0.25), ("1", 0.75), ("2", nan)):
        store.add(Key("quality", "own", "Footnote", run), {"accuracy": value})

    assert store.mean("quality", "own", "Footnote", "accuracy") == 0.5
    assert store.mean("quality", "own", "Footnote", "coverage") is None


def test_the_table_of_ratios_is_the_last_one() -> None:
    store = Store(None)
    for peer, accuracy, milliseconds in (("Footnote", 0.9, 1.0), ("bm25s", 0.6, 200.0)):
        store.add(Key("quality", "clinc-10", peer, "0"), {"accuracy": accuracy})
        store.add(Key("speed", "100k", peer, "1"), {"p50 ms": milliseconds, "timed": 300})
    *_, last = sheets(store)

    assert last.heads == ("Footnote ÷ …", "CLINC", "typos", "at 95%", "p50 100k")
    assert last.rows == (("bm25s", "1.50", "–", "–", "1/200"),)


def test_the_page_holds_every_table_and_what_it_was_measured_with() -> None:
    store = Store(None)
    store.add(Key("quality", "own", "Footnote", "0"), {"accuracy": 0.9}, ("numpy",))
    page = written(store)

    assert "| Footnote | 0.900 |" in page
    assert "Versions: numpy " in page


def test_footnote_ranks_the_facts_of_a_made_base_and_takes_in_an_edit() -> None:
    facts = (
        Wordings("about.lamp", ("Who trimmed the lamp?", "Which keeper lit the lamp?")),
        Wordings("about.boat", ("Where is the boat?", "In which harbor lies the boat?")),
    )
    part = Part("odalys-fennwick", "Odalys Fennwick", facts)
    engine = Footnote()
    engine.build(Material((part,)))
    before = engine.ask("Where was the harmonica bought?")
    new = Wordings("about.music", ("Where was the harmonica bought?",))
    engine.edit(part._replace(facts=(*facts, new)))

    assert engine.ask("In what harbor is the boat?")[0][0] == "odalys-fennwick/about.boat"
    assert engine.ask("Where was the harmonica bought?")[0][0] == "odalys-fennwick/about.music"
    assert "odalys-fennwick/about.music" not in [fact for fact, _ in before]
    assert engine.array_bytes() > 0
