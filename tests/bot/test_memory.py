"""What is remembered of people: little, hashed, and not for long."""

from bot.memory import MOST_HELD, REMEMBERED, Cooldown, Memory
from knowledge.answer.outcomes import Context

ANN, BOB = 100000000000000001, 100000000000000002
TALK, OTHER = 11, 12
LAMP = Context("odalys-fennwick", "work.lamp")


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_the_question_before_is_known_for_the_same_person_in_the_same_channel() -> None:
    memory = Memory(Clock())
    memory.keep(ANN, TALK, LAMP)

    assert memory.before(ANN, TALK) == LAMP
    assert memory.before(BOB, TALK) is None
    assert memory.before(ANN, OTHER) is None


def test_it_is_forgotten_after_ten_minutes() -> None:
    clock = Clock()
    memory = Memory(clock)
    memory.keep(ANN, TALK, LAMP)
    clock.now += REMEMBERED
    memory.keep(BOB, TALK, LAMP)

    assert memory.before(ANN, TALK) is None
    assert len(memory._held) == 1  # noqa: SLF001 -- it is gone, not only hidden


def test_a_question_that_was_not_understood_leaves_the_one_before() -> None:
    memory = Memory(Clock())
    memory.keep(ANN, TALK, LAMP)
    memory.keep(ANN, TALK, None)

    assert memory.before(ANN, TALK) == LAMP


def test_only_so_many_are_held() -> None:
    memory = Memory(Clock())
    for person in range(MOST_HELD + 5):
        memory.keep(person, TALK, LAMP)

    assert memory.before(0, TALK) is None
    assert memory.before(MOST_HELD + 4, TALK) == LAMP


def test_what_is_held_names_nobody_and_two_starts_hold_other_hashes() -> None:
    first, second = Memory(Clock()), Memory(Clock())
    for memory in (first, second):
        memory.keep(ANN, TALK, LAMP)

    assert str(ANN) not in repr(first)
    assert first._held.keys() != second._held.keys()  # noqa: SLF001 -- that is the promise


def test_who_asks_again_too_soon_waits_and_others_do_not() -> None:
    clock = Clock()
    cooldown = Cooldown(2.0, clock)

    assert cooldown.wait(ANN) == 0
    assert cooldown.wait(BOB) == 0
    clock.now += 0.5
    assert cooldown.wait(ANN) == 1.5
    clock.now += 1.5
    assert cooldown.wait(ANN) == 0
    assert str(ANN) not in repr(cooldown)


def test_without_a_cooldown_nobody_waits() -> None:
    cooldown = Cooldown(0, Clock())

    assert [cooldown.wait(ANN) for _ in range(3)] == [0, 0, 0]


def test_people_who_may_ask_again_are_not_kept() -> None:
    clock = Clock()
    cooldown = Cooldown(2.0, clock)
    cooldown.wait(ANN)
    clock.now += 5
    cooldown.wait(BOB)

    assert len(cooldown._last) == 1  # noqa: SLF001 -- it is gone, not only hidden
