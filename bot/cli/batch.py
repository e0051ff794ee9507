"""Questions as JSON lines in, one object for each of them out, in order."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import IO

import click

from bot.cli.broken import apology
from bot.cli.contract import LONGEST_LINE, Asked, answer_object, read_asked, read_line, to_line
from bot.cli.given import known_profile
from bot.days import as_of_day
from bot.memory import context_after
from knowledge.answer.answer import answer
from knowledge.answer.outcomes import Request
from knowledge.errors import RequestError
from knowledge.release import View


def ordinary(ctx: click.Context, param: click.Parameter, given: str | None) -> str | None:
    """Return a file's name or `-`; a pipe or a device that is named would never end."""
    if given not in {None, "-"} and not Path(given or "").is_file():
        raise click.BadParameter(
            f"{given} is no ordinary file; give - and pipe it in.", ctx, param
        )
    return given


def answer_lines(lines: IO[bytes], view: View, request: Request) -> Iterator[str]:
    """Yield one object for each line; a bad line's object has an `error`."""
    for line in _lines(lines):
        yield to_line(_answer_line(line, view, request))


def _lines(lines: IO[bytes]) -> Iterator[bytes]:
    """Yield each line; of one that is too long no more than shows that it is."""
    while line := lines.readline(LONGEST_LINE + 1):
        yield line
        while len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            line = lines.readline(LONGEST_LINE + 1)


def answer_asked(asked: Asked, view: View, request: Request) -> dict[str, object]:
    """Return the object of one question; RequestError where it cannot be asked so."""
    began = perf_counter()
    full = _request(asked, view, request)
    shown = answer_object(asked, answer(asked.question, view, full), view)
    return shown | {"elapsed_ms": round((perf_counter() - began) * 1000, 3)}


def _answer_line(line: bytes, view: View, request: Request) -> dict[str, object]:
    echoed: dict[str, object] = {}
    try:
        read = read_line(line)
        echoed = {key: read[key] for key in ("id", "question") if key in read}
        return answer_asked(read_asked(read), view, request)
    except RequestError as error:
        return {"id": None} | echoed | {"error": str(error)}
    except Exception as error:  # noqa: BLE001 -- the other lines are answered all the same
        return {"id": None} | echoed | {"error": apology(error)}


def _request(asked: Asked, view: View, request: Request) -> Request:
    told = request
    if asked.profile is not None:
        told = replace(told, profile=known_profile(view, asked.profile))
    if asked.as_of is not None:
        told = replace(told, as_of=as_of_day(asked.as_of))
    if asked.context is not None:
        told = replace(told, context=context_after(asked.context, view, told))
    return told
