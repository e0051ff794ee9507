"""Standard output and input as they are found: closed, piped, narrow or colored."""

import os
import shutil
import sys
from pathlib import Path
from typing import TextIO

import click

from bot.terminal.show import PLAIN, WIDTH, Screen

NARROWEST = 30


def settle_streams() -> None:
    """Make sure that no letter, and no closed stream, can end the program with a trace."""
    sys.stdin = _settled(sys.stdin, "r")
    sys.stdout = _settled(sys.stdout, "w")
    sys.stderr = _settled(sys.stderr, "w")


def say(text: str) -> None:
    """Write text that ends its own last line."""
    click.echo(text, nl=False)


def screen() -> Screen:
    """Return what standard output is: plain unless it is a terminal."""
    if not sys.stdout.isatty() or os.environ.get("TERM") == "dumb":
        return PLAIN
    columns = shutil.get_terminal_size().columns
    return Screen(
        width=max(NARROWEST, min(columns, WIDTH)),
        styled=True,
        colored="NO_COLOR" not in os.environ,
    )


def is_conversation() -> bool:
    """Tell whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _settled(stream: TextIO | None, mode: str) -> TextIO:
    if stream is None:  # closed by whoever started us
        return Path(os.devnull).open(mode, encoding="utf-8")  # type: ignore[return-value]
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="replace")
    return stream
