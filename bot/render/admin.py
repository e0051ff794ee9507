"""What an admin reads: how the bot stands, what is wrong, what a reload changed."""

from dataclasses import dataclass
from datetime import datetime
from math import isfinite

from bot import channel_strings, limits, strings
from bot.render.card import Card
from bot.render.markdown import escape, small
from knowledge.errors import Problem
from knowledge.release import View

MOST_LISTED = 8  # ids of one kind of change that stand in the card
FILE = "problems.txt"


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs between two releases, by full ids of facts."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Health:
    """How the running bot stands, in numbers."""

    since: datetime
    uptime: float
    """Seconds."""
    latency: float
    """Seconds between a heartbeat and its acknowledgment; not a number before the first."""
    servers: int


def status_card(view: View, health: Health) -> Card:
    """Return the release that runs, its counts, since when, uptime and latency."""
    base = view.base
    disputed = sum(
        fact.status.value == "disputed"
        for held in base.profiles.values()
        for fact in held.facts
    )
    people = f"{len(base.profiles)} profiles · {strings.fact_count(base.fact_count)}"
    lines = (
        f"**release {view.name}**",
        f"- {people} · {disputed} disputed · {len(base.sources)} sources",
        f"- {sum(len(held.questions) for held in base.profiles.values())} labelled questions",
        f"- since {health.since:%Y-%m-%d %H:%M %Z}",
        "- problems: none; a base with problems never runs",
        f"- up for {_span(health.uptime)} · {health.servers} servers · {_latency(health)}",
    )
    return Card(("\n".join(lines),))


def problems_card(problems: tuple[Problem, ...], hidden: int, lead: str) -> Card:
    """Return every problem, as a file where they are too many to read in a message."""
    total = len(problems) + hidden
    head = f"**{lead}** · {total} to mend"
    more = (small(channel_strings.HIDDEN_PROBLEMS),) if hidden else ()
    lines = tuple(str(problem) for problem in problems)
    body = "\n".join(f"- {escape(line)}" for line in lines)
    if len(body) <= limits.PAGE:
        return Card(tuple(part for part in (head, body, *more) if part))
    return Card((head, *more), file=(FILE, "\n".join(lines) + "\n"))


def sound_card(view: View, questions: int, lead: str) -> Card:
    """Return that there is nothing to mend."""
    body = (
        f"- release {view.name} · {strings.fact_count(view.base.fact_count)}\n"
        f"- {questions} labelled questions asked, nothing to mend"
    )
    return Card((f"**{lead}**", body))


def reloaded_card(view: View, found: Changes, questions: int) -> Card:
    """Return what a reload changed."""
    parts = {"added": found.added, "changed": found.changed, "removed": found.removed}
    lines = [f"- {word}: {_listed(ids)}" for word, ids in parts.items() if ids]
    body = "\n".join(lines) or f"- {channel_strings.NOTHING_CHANGED}"
    sound = sound_card(view, questions, channel_strings.RELOADED)
    return Card((*sound.texts, body))


def _listed(ids: tuple[str, ...]) -> str:
    shown = ", ".join(escape(id_) for id_ in ids[:MOST_LISTED])
    more = len(ids) - MOST_LISTED
    return f"{len(ids)} ({shown}{f' and {more} more' if more > 0 else ''})"


def _span(seconds: float) -> str:
    minutes = int(seconds // 60)
    days, hours = minutes // (24 * 60), minutes // 60 % 24
    return f"{days} d {hours} h {minutes % 60} min"


def _latency(health: Health) -> str:
    is_known = isfinite(health.latency)
    return f"latency {health.latency * 1000:.0f} ms" if is_known else "latency not measured yet"
