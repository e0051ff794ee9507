"""Standard output and input as they are found: closed, piped, narrow or colored."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import click

from bot.terminal.show import PLAIN, WIDTH, Screen
from knowledge.errors import FootnoteError

NARROWEST = 30


class OutputError(FootnoteError):
    """Standard output cannot be written; the sentence says why."""


class _Output(TextIOWrapper):
    """Standard output that says in words why it cannot be written.

    That nobody reads on is no error: click ends the program then. It says so once: Python
    flushes again when the program ends, and older ones print a trace of what that raises.
    """

    _has_failed = False

    def write(self, text: str, /) -> int:
        """Write; OutputError where the disk is full, say."""
        with _worded():
            return super().write(text)

    def flush(self) -> None:
        """Send on what was written; OutputError where the disk is full, say."""
        if self._has_failed:
            return
        with _worded():
            try:
                super().flush()
            except OSError:
                self._has_failed = True
                raise


@contextmanager
def _worded() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise OutputError(
            f"Standard output cannot be written ({reason}); make room, or send it elsewhere."
        ) from error


def settle_streams() -> None:
    """Make sure that no letter, and no closed or full stream, ends the program with a trace."""
    sys.stdin = _settled(sys.stdin, "r")
    sys.stdout = _worded_output(_settled(sys.stdout, "w"))
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


def _worded_output(stream: TextIO) -> TextIO:
    if not isinstance(stream, TextIOWrapper):
        return stream
    is_lined, encoding = stream.line_buffering, stream.encoding
    return _Output(stream.detach(), encoding, "replace", line_buffering=is_lined)


def _settled(stream: TextIO | None, mode: str) -> TextIO:
    if stream is None:  # closed by whoever started us
        return Path(os.devnull).open(mode, encoding="utf-8")  # type: ignore[return-value]
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="replace")
    return stream
