import os

import pytest

from benchmarks.matching.material import Material, Part, Wordings
from benchmarks.matching.peers.peer import PeerMissingError
from benchmarks.matching.peers.registry import OURS, PEERS, opened
from benchmarks.matching.peers.settings import DSN, VECTORS
from benchmarks.matching.tables import COMPARED
from benchmarks.matching.tasks import TASKS

SLOW = frozenset({"MiniLM", "MiniLM centroid"})  # to load where it is installed
FACTS = (
    Wordings(
        "about.lamp", ("Who trimmed the lamp of the tower?", "Which keeper lit the lamp?")
    ),
    Wordings("about.boat", ("Where is the boat?", "In which harbor lies the boat?")),
    Wordings("about.song", ("What song is sung on the pier?", "How does the song begin?")),
)


@pytest.mark.parametrize("name", [peer for peer in PEERS if peer not in SLOW])
def test_a_peer_finds_the_fact_of_a_phrasing_first_and_each_fact_once(name: str) -> None:
    if name == "pg_trgm" and not os.environ.get(DSN):
        pytest.skip("no PostgreSQL is named")
    if name == "model2vec" and not os.environ.get(VECTORS):
        pytest.skip("no static vectors are named")
    material = Material((Part("odalys-fennwick", "Odalys Fennwick", FACTS),))
    try:
        with opened(name) as peer:
            peer.build(material)
            ranked = {fact.id: peer.ask(fact.phrasings[1]) for fact in FACTS}
    except PeerMissingError as error:
        pytest.skip(str(error))

    assert [found[0][0] for found in ranked.values()] == material.facts
    assert all(len({fact for fact, _ in found}) == len(found) for found in ranked.values())
    assert all(
        sorted((s for _, s in f), reverse=True) == [s for _, s in f] for f in ranked.values()
    )


def test_footnote_comes_first_and_the_ratios_name_tasks_that_exist() -> None:
    assert PEERS[0] == OURS
    assert {task for kind, task, *_ in COMPARED if kind == "quality"} <= set(TASKS)
