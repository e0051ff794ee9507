import asyncio

from bot.limits import FIRST_RESPONSE
from bot.turns import AT_ONCE, Turns


def test_after_so_many_answers_everything_else_has_its_turn() -> None:
    order: list[str] = []

    async def answer(turns: Turns) -> None:
        await turns.take()
        order.append("answer")

    async def play() -> None:
        turns = Turns(lambda: 0.0)
        asked = [asyncio.create_task(answer(turns)) for _ in range(3 * AT_ONCE)]
        for _ in range(12):
            await asyncio.sleep(0)
            order.append("beat")
        await asyncio.gather(*asked)

    asyncio.run(play())

    rounds = "".join(mark[0] for mark in order).split("b")
    assert order.count("answer") == 3 * AT_ONCE
    assert max(map(len, rounds)) <= 2 * AT_ONCE
    assert sum(bool(answers) for answers in rounds) > 1


def test_a_queue_is_worked_off_many_at_a_time() -> None:
    async def play() -> int:
        turns = Turns(lambda: 0.0)
        asked = [asyncio.create_task(turns.take()) for _ in range(20 * AT_ONCE)]
        beats = 0
        while not all(task.done() for task in asked):
            await asyncio.sleep(0)
            beats += 1
        return beats

    assert asyncio.run(play()) < 20 * 3


def test_who_waited_longer_than_discord_does_is_left() -> None:
    now = 0.0

    async def play() -> list[bool]:
        nonlocal now
        turns = Turns(lambda: now)
        asked = [asyncio.create_task(turns.take()) for _ in range(AT_ONCE + 2)]
        await asyncio.sleep(0)
        now += FIRST_RESPONSE
        return await asyncio.gather(*asked)

    assert asyncio.run(play()) == [True] * AT_ONCE + [False] * 2


def test_who_stopped_waiting_takes_nobodys_turn() -> None:
    async def play() -> bool:
        turns = Turns(lambda: 0.0)
        tasks = [asyncio.create_task(turns.take()) for _ in range(2 * AT_ONCE)]
        await asyncio.sleep(0)
        for task in tasks[AT_ONCE:-1]:
            task.cancel()
        return await tasks[-1]

    assert asyncio.run(play())
