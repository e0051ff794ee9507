"""Measure Footnote in a channel beside a bare discord.py bot that answers "hello".

usage: python -m benchmarks.discord_load [--seconds 60] [--rate N] [--profiles DIR]

Both bots are real processes that speak to the stand-in for Discord of `tests/standin` over
loopback; the stand-in and the 50 people who ask share this process. Questions arrive at fixed
times, whether or not the ones before have been answered. A rate is sustained where no first
response is missing or takes over three seconds, and 99 of 100 take less than one; the highest
is found by raising the rate step by step until a step fails twice. Then Footnote at half of the
bare bot's highest rate for a minute, and the bare bot at that rate too. The questions are the
labelled ones of the base, answered, ambiguous and abstained on as they come: 200 of them that
recur, as in a channel, or all of them so that no question comes twice. Times are of this
machine: read the ratios. Where other work keeps it busy, `--rate 250` compares what an answer
costs in processor time.
"""

import argparse
import asyncio
import gc
import os
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import perf_counter, process_time
from typing import TypeAlias

from rich.console import Console
from rich.table import Table

from bot.limits import FIRST_RESPONSE, QUESTION
from knowledge.load.folder import SHIPPED, load_folder
from tests.standin.interactions import Interaction
from tests.standin.server import TOKEN, StandIn
from tests.standin.world import Channel, Member

PEOPLE = 50
RECURRING = 200  # questions that a channel asks again and again
WARM_UP = 3.0  # seconds that are not counted
STEP = 8.0  # seconds at each rate while the highest is sought
SLOWEST, FASTER = 300.0, 1.2  # the first rate, and how much each step adds
TRIES = 2
STEADY = 1000.0  # milliseconds that 99 of 100 wait at most, or else a queue is growing
HEARTBEAT = 5.0  # seconds; Discord asks for one every 41, so any stall shows here sooner
ROOT = Path(__file__).parent.parent
Command: TypeAlias = Callable[[Path, Path], list[str]]
"""The module to run and its arguments, from a folder to write in and the profiles."""


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
    cost: float
    """Milliseconds of processor that the bot spent on an answer."""

    @property
    def late(self) -> int:
        """Return how many got no first response that Discord would have taken."""
        return self.unanswered + sum(wait > FIRST_RESPONSE for wait in self.waits)

    @property
    def is_sustained(self) -> bool:
        """Tell whether everybody was answered in time, and no heartbeat was missed."""
        is_steady = bool(self.waits) and self.wait(0.99) < STEADY
        return is_steady and not self.late and not self.missed

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
    process: int

    def ask(self, number: int) -> Interaction:
        who = self.people[number % len(self.people)]
        held = len(self.questions) if self.is_new else RECURRING
        again, place = divmod(number, min(held, len(self.questions)))
        marks = "?" * (1 + again) if self.is_new else "?"
        question = self.questions[place].rstrip("?") + marks
        return self.discord.asks.slash(who, self.channel, "ask", {"question": question})


def main() -> None:
    parser = argparse.ArgumentParser(description="See the top of this file.")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--rate", type=float, help="Compare at this rate, without a search.")
    parser.add_argument("--profiles", type=Path, default=SHIPPED)
    options = parser.parse_args()
    # The stand-in keeps every interaction: to look through them all again and again would stall
    # it for seconds, and make either bot late.
    gc.disable()
    trial = Trial(options.profiles, mixed_questions(options.profiles))
    if options.rate:
        asyncio.run(at_one_rate(trial, options.rate, options.seconds))
    else:
        asyncio.run(compare(trial, options.seconds))


async def at_one_rate(trial: "Trial", rate: float, seconds: float) -> None:
    """Compare what an answer costs, at a rate that both bear: where the machine is busy."""
    bare = await trial.run(bare_bot, rate, seconds)
    own = await trial.run(footnote, rate, seconds)
    new = await trial.run(footnote, rate, seconds, is_new=True)
    report((("bare bot", bare), ("Footnote", own), ("Footnote, no question twice", new)))
    Console().print(
        f"By the processor time of an answer, Footnote bears {bare.cost / own.cost:.2f} of the "
        f"bare bot's rate, and {bare.cost / new.cost:.2f} where no question comes twice."
    )


async def compare(trial: "Trial", seconds: float) -> None:
    bare = await trial.highest(bare_bot)
    new = await trial.highest(footnote, is_new=True)
    own = await trial.highest(footnote)
    half = bare.rate / 2
    rows = (
        ("bare bot, highest rate", bare),
        ("Footnote, highest rate", own),
        ("Footnote, highest, no question twice", new),
        ("Footnote, half of the bare rate", await trial.run(footnote, half, seconds)),
        ("bare bot, the same rate", await trial.run(bare_bot, half, seconds)),
    )
    report(rows)
    Console().print(
        f"Footnote's highest rate is {own.rate / bare.rate:.2f} of the bare bot's, "
        f"and {new.rate / bare.rate:.2f} where no question comes twice."
    )


@dataclass(frozen=True, slots=True)
class Trial:
    """Loads on bots, each on a fresh process."""

    profiles: Path
    questions: tuple[str, ...]

    async def run(
        self, command: Command, rate: float, seconds: float, *, is_new: bool = False
    ) -> Run:
        """Ask one bot at one rate."""
        async with online(command, self.profiles, self.questions, is_new=is_new) as stage:
            return await hold(stage, rate, seconds)

    async def highest(self, command: Command, *, is_new: bool = False) -> Run:
        """Return the run at the highest rate that a bot sustains."""
        rate, best = SLOWEST, None
        while True:
            for _ in range(TRIES):
                run = await self.run(command, rate, STEP, is_new=is_new)
                if run.is_sustained:
                    break
            else:
                break
            best, rate = run, rate * FASTER
            print(f"  {command.__name__} sustains {run.rate:.0f}/s", file=sys.stderr)
        if best is None:
            raise SystemExit(f"{command.__name__} does not sustain even {rate:.0f}/s here")
        return best


def mixed_questions(profiles: Path) -> tuple[str, ...]:
    base = load_folder(profiles)
    found = [q.question for held in base.profiles.values() for q in held.questions]
    short = [question for question in found if question.strip() and len(question) <= QUESTION]
    Random(3).shuffle(short)
    return tuple(short)


async def hold(stage: Stage, rate: float, seconds: float) -> Run:
    """Ask at fixed times, whether or not the questions before have been answered."""
    await _at_rate(stage, rate / 2, WARM_UP)
    began, used, bot = perf_counter(), process_time(), processor_time(stage.process)
    asked = await _at_rate(stage, rate, seconds)
    spent, worked = perf_counter() - began, process_time() - used
    await asyncio.sleep(FIRST_RESPONSE)
    cost = (processor_time(stage.process) - bot) / len(asked)
    return _run(stage, asked, (spent, worked, cost))


def processor_time(process: int) -> float:
    """Return the seconds of processor that a process has used; not a number but on Linux."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    except OSError:
        return float("nan")
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


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


def _run(stage: Stage, asked: list[Interaction], times: tuple[float, float, float]) -> Run:
    spent, worked, cost = times
    waits = sorted(each.elapsed for each in asked if each.elapsed is not None)
    return Run(
        rate=len(waits) / spent,
        waits=tuple(waits),
        unanswered=len(asked) - len(waits),
        missed=stage.discord.gateway.missed_heartbeats,
        busy=worked / spent,
        cost=cost * 1000,
    )


@asynccontextmanager
async def online(
    command: Command,
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
                stderr=asyncio.subprocess.DEVNULL,
                env={**os.environ, "DISCORD_TOKEN": TOKEN, "PYTHONPATH": str(ROOT)},
            )
            try:
                await discord.gateway.until(lambda: discord.is_online, patience=30)
                yield Stage(discord, channel, people, questions, is_new, process.pid)
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


def report(rows: tuple[tuple[str, Run], ...]) -> None:
    table = Table(title="/ask over loopback, 50 people", box=None, pad_edge=False)
    table.add_column("", no_wrap=True)
    for name in (
        "per s",
        "p50 ms",
        "p99 ms",
        "max ms",
        "late",
        "beats missed",
        "cpu ms",
        "driver",
    ):
        table.add_column(name, justify="right")
    for name, run in rows:
        waits = (f"{run.wait(at):.1f}" for at in (0.5, 0.99, 1.0))
        table.add_row(
            name,
            f"{run.rate:.0f}",
            *waits,
            str(run.late),
            str(run.missed),
            f"{run.cost:.2f}",
            f"{run.busy:.0%}",
        )
    Console(width=110).print(table)


if __name__ == "__main__":
    main()
