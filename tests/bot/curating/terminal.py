"""A pseudo-terminal with our command in it, so that a test can type as a person does."""

import os
import pty
import re
import select
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 30.0  # seconds until a test gives up on a prompt that never comes
ENTER, CTRL_C, CTRL_D, CLEAR = "\r", "\x03", "\x04", "\x15"
_READY = "\x1b[?2004h"  # the line editor asks for pasted text to be marked: it has begun
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|\r")


class Terminal:
    """What stands on the screen, and the keys."""

    def __init__(self, process: subprocess.Popen[bytes], master: int) -> None:
        self._process = process
        self._master = master
        self._seen = ""

    def answer(self, label: str, text: str) -> str:
        """Wait until something is asked for, type an answer, and return what stood before."""
        before = self.ready(label)
        self.type(f"{CLEAR}{text}{ENTER}")
        return before

    def ready(self, label: str) -> str:
        """Wait until something is asked for, and return what stood before."""
        before = self.wait_for(_READY)
        while f"{label}:" not in plain(self._seen):
            assert self._more(), f"{label!r} was not asked for: {plain(self._seen)!r}"
        return plain(before)

    def wait_for(self, text: str) -> str:
        """Read until the text stands there, and return what was read before it."""
        while text not in self._seen:
            assert self._more(), f"{text!r} never came: {self._seen[-2000:]!r}"
        before, _, self._seen = self._seen.partition(text)
        return before

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._master, keys.encode())

    def end(self) -> tuple[str, int]:
        """Read to the end, and return what stood there and the exit status."""
        while self._more():
            pass
        return plain(self._seen), self._process.wait(PATIENCE)

    def _more(self) -> bool:
        ready, _, _ = select.select([self._master], [], [], PATIENCE)
        try:
            read = os.read(self._master, 65_536) if ready else b""
        except OSError:  # Linux says so where the other end is closed
            read = b""
        self._seen += read.decode("utf-8", "replace")
        return bool(read)


def plain(text: str) -> str:
    """Return what was written without what moves and colors it."""
    return _ESCAPES.sub("", text)


@contextmanager
def terminal(folder: Path, *arguments: str) -> Iterator[Terminal]:
    """Run our command on a base in a terminal of 100 columns."""
    master, slave = pty.openpty()
    termios.tcsetwinsize(slave, (40, 100))
    process = subprocess.Popen(  # noqa: S603 -- our own command
        [sys.executable, "-m", "bot", "--profiles", str(folder), *arguments],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
        env={
            **os.environ,
            "TERM": "xterm",
            "PROMPT_TOOLKIT_NO_CPR": "1",
        },
    )
    os.close(slave)
    try:
        yield Terminal(process, master)
    finally:
        process.kill()
        process.wait()
        os.close(master)
