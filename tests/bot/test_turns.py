import asyncio

from bot.limits import FIRST_RESPONSE
from bot.turns import Turns


def test_between_two_turns_everything_else_gets_its_own() -> None:
    order: list[str] = []
    clock = [0.0]  # each answer takes a second

    async def answer(turns: Turns, name: str) -> None:
        await turns.take()
        order.append(name)
        clock.append(len(order))
        asyncio.get_running_loop().call_soon(order.append, "beat")

    async def play() -> None:
        turns = Turns(lambda: clock[-1])
        await asyncio.gather(*(answer(turns, name) for name in "abc"))

    asyncio.run(play())

    assert order[0] == "a"
    assert order.index("beat") < order.index("c")


def test_who_waited_longer_than_discord_does_is_left() -> None:
    now = 0.0

    async def play() -> tuple[bool, bool]:
        nonlocal now
        turns = Turns(lambda: now)
        in_time = await turns.take()
        now += 1
        late = asyncio.create_task(turns.take())
        await asyncio.sleep(0)
        now += FIRST_RESPONSE
        return in_time, await late

    assert asyncio.run(play()) == (True, False)
