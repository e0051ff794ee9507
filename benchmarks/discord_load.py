"""Measure Footnote in a channel beside a bare discord.py bot that answers "hello".

usage: python -m benchmarks.discord_load [--seconds 60] [--profiles DIR]

Both bots are real processes that speak to the stand-in for Discord of `tests/standin` over
loopback; the stand-in and the people who ask share this process. First each bot's highest rate:
50 people who ask again as soon as they are answered. Then Footnote at half of the bare bot's
rate for a minute, questions arriving at fixed times whether or not the ones before have been
answered, and the bare bot at that same rate. The questions are the labelled ones of the base,
answered, ambiguous and abstained on as they come. They recur, unless it is said that no
question comes twice. Times are of this machine: read the ratios.
"""

import argparse
import asyncio
import os
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import perf_counter, process_time

from rich.console import Console
from rich.table import Table

from bot.limits import FIRST_RESPONSE, QUESTION
from knowledge.load.folder import SHIPPED, load_folder
from tests.standin.interactions import Interaction
from tests.standin.server import TOKEN, StandIn
from tests.standin.world import Channel, Member

PEOPLE = 50
WARM_UP = 3.0  # seconds that are not counted
SATURATED = 15.0  # seconds over which the highest rate is measured
HEARTBEAT = 5.0  # seconds; Discord asks for one every 41, so any stall shows here sooner
ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Run:
    """What one bot did under one load."""

    rate: float
    """Answers a second."""
    waits: tuple[float, ...]
    """Seconds to each first response, sorted."""
    unanswered: int
    missed: int
    """Heartbeats that did not come in time."""
    busy: float
    """Share of one processor that the stand-in and the people took."""

    def wait(self, share: float) -> float:
        """Return the wait in milliseconds that a share of the answers did not exceed."""
        if not self.waits:
            return float("nan")
        return self.waits[min(len(self.waits) - 1, int(share * len(self.waits)))] * 1000


@dataclass(frozen=True, slots=True)
class Stage:
    """A bot that is online, and 50 people who ask it."""

    discord: StandIn
    channel: Channel
    people: tuple[Member, ...]
    questions: tuple[str, ...]
    is_new: bool
    """Whether no text comes twice, so that no answer of late can help."""

    def ask(self, number: int) -> Interaction:
        who = self.people[number % len(self.people)]
        again, place = divmod(number, len(self.questions))
        marks = "?" * (1 + again) if self.is_new else "?"
        question = self.questions[place].rstrip("?") + marks
        return self.discord.asks.slash(who, self.channel, "ask", {"question": question})


def main() -> None:
    parser = argparse.ArgumentParser(description="See the top of this file.")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--profiles", type=Path, default=SHIPPED)
    options = parser.parse_args()
    asyncio.run(compare(options.profiles, options.seconds))


async def compare(profiles: Path, seconds: float) -> None:
    questions = mixed_questions(profiles)
    rows: list[tuple[str, Run]] = []
    async with online(bare_bot, profiles, questions) as stage:
        bare = await saturate(stage, SATURATED)
    rows.append(("bare bot, highest rate", bare))
    async with online(footnote, profiles, questions) as stage:
        new = await saturate(stage, SATURATED)
    rows.append(("Footnote, highest rate, no question twice", new))
    async with online(footnote, profiles, questions, is_new=False) as stage:
        own = await saturate(stage, SATURATED)
    rows.append(("Footnote, highest rate, questions recur", own))
    half = bare.rate / 2
    async with online(footnote, profiles, questions, is_new=False) as stage:
        rows.append(("Footnote, half of the bare rate", await hold(stage, half, seconds)))
    async with online(bare_bot, profiles, questions) as stage:
        rows.append(("bare bot, the same rate", await hold(stage, half, seconds)))
    report(rows, new.rate / bare.rate, own.rate / bare.rate)


def mixed_questions(profiles: Path) -> tuple[str, ...]:
    base = load_folder(profiles)
    found = [q.question for held in base.profiles.values() for q in held.questions]
    short = [question for question in found if question.strip() and len(question) <= QUESTION]
    Random(3).shuffle(short)
    return tuple(short)


async def saturate(stage: Stage, seconds: float) -> Run:
    """Let every person ask again as soon as they are answered."""
    numbers = iter(range(10**9))
    await _asking(stage, numbers.__next__, WARM_UP)
    done: list[Interaction] = []
    began, used = perf_counter(), process_time()
    await _asking(stage, numbers.__next__, seconds, done)
    return _run(stage, done, perf_counter() - began, process_time() - used)


async def _asking(
    stage: Stage,
    number: Callable[[], int],
    seconds: float,
    done: list[Interaction] | None = None,
) -> None:
    end = perf_counter() + seconds

    async def person() -> None:
        while perf_counter() < end:
            asked = stage.ask(number())
            await stage.discord.reply_to(asked)
            if done is not None:
                done.append(asked)

    await asyncio.gather(*(person() for _ in stage.people))


async def hold(stage: Stage, rate: float, seconds: float) -> Run:
    """Ask at fixed times, whether or not the questions before have been answered."""
    await _at_rate(stage, rate, WARM_UP)
    began, used = perf_counter(), process_time()
    asked = await _at_rate(stage, rate, seconds)
    spent, worked = perf_counter() - began, process_time() - used
    await asyncio.sleep(FIRST_RESPONSE)
    return _run(stage, asked, spent, worked)


async def _at_rate(stage: Stage, rate: float, seconds: float) -> list[Interaction]:
    asked: list[Interaction] = []
    began = perf_counter()
    for number in range(int(rate * seconds)):
        ahead = began + number / rate - perf_counter()
        if ahead > 0:
            await asyncio.sleep(ahead)
        elif number % 16 == 0:
            await asyncio.sleep(0)
        asked.append(stage.ask(number))
    return asked


def _run(stage: Stage, asked: list[Interaction], spent: float, worked: float) -> Run:
    waits = sorted(each.elapsed for each in asked if each.elapsed is not None)
    missed = stage.discord.gateway.missed_heartbeats
    return Run(
        len(waits) / spent, tuple(waits), len(asked) - len(waits), missed, worked / spent
    )


@asynccontextmanager
async def online(
    command: Callable[[Path, Path], list[str]],
    profiles: Path,
    questions: tuple[str, ...],
    *,
    is_new: bool = True,
) -> AsyncIterator[Stage]:
    """Start a bot as a process of its own and wait until it is online."""
    async with StandIn(heartbeat=HEARTBEAT, openapi=None, patience=30) as discord:
        guild = discord.guild("Desk")
        channel = discord.channel(guild, "research")
        people = tuple(discord.member(guild, f"Person {n}") for n in range(PEOPLE))
        with tempfile.TemporaryDirectory() as folder:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "tests.standin.launch"),
                *(discord.rest_url, discord.gateway_url),
                *command(Path(folder), profiles),
                cwd=folder,
                env={**os.environ, "DISCORD_TOKEN": TOKEN, "PYTHONPATH": str(ROOT)},
            )
            try:
                await discord.gateway.until(lambda: discord.is_online, patience=30)
                yield Stage(discord, channel, people, questions, is_new)
            finally:
                process.terminate()
                await process.wait()


def footnote(folder: Path, profiles: Path) -> list[str]:
    config = folder / "config.toml"
    settings = 'log_level = "ERROR"\n[access]\ncooldown = 0\n'
    config.write_text(settings, encoding="utf-8")
    return ["bot", "--config", str(config), "--profiles", str(profiles.resolve()), "run"]


def bare_bot(folder: Path, profiles: Path) -> list[str]:
    del folder, profiles
    return ["benchmarks.bare_bot"]


def report(rows: list[tuple[str, Run]], new: float, recurring: float) -> None:
    table = Table(title="/ask over loopback, 50 people", box=None, pad_edge=False)
    table.add_column("")
    for name in ("answers/s", "p50 ms", "p99 ms", "max ms", "late", "missed beats", "driver"):
        table.add_column(name, justify="right")
    for name, run in rows:
        late = run.unanswered + sum(wait > FIRST_RESPONSE for wait in run.waits)
        waits = (f"{run.wait(at):.1f}" for at in (0.5, 0.99, 1.0))
        table.add_row(
            name, f"{run.rate:.0f}", *waits, str(late), str(run.missed), f"{run.busy:.0%}"
        )
    console = Console()
    console.print(table)
    console.print(
        f"Footnote's highest rate as a share of the bare bot's: {new:.2f} where no question "
        f"comes twice, {recurring:.2f} where questions recur."
    )


if __name__ == "__main__":
    main()
