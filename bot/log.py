"""Logs of the running bot: one JSON object a line, without question text and ids of askers."""

import json
import logging
import re
import sys
from typing import TextIO

# Discord's ids are 17 to 20 digits. Errors of the library name people and channels by them.
_ID = re.compile(r"(?<!\d)\d{17,20}(?!\d)")
# What stands behind these in an address opens an interaction for fifteen minutes.
_TOKEN = re.compile(r"((?:webhooks|interactions)/[^/\s]+/)[\w.-]+")
_LIBRARY = "discord"


class Lines(logging.Formatter):
    """One line for each record, so that a search tool can read it."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as JSON, ids and tokens taken out."""
        item = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "name": record.name,
            "message": redact(record.getMessage()),
        }
        if record.exc_info:
            item["trace"] = redact(self.formatException(record.exc_info))
        return json.dumps(item, ensure_ascii=False)


def redact(text: str) -> str:
    """Return a text without ids of people and without tokens."""
    return _ID.sub("[id]", _TOKEN.sub(r"\1[token]", text))


def start_log(level: str, stream: TextIO | None = None) -> logging.Handler:
    """Write to a stream from now on; the library's own details stay out: they hold messages."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(Lines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    quiet = max(logging.INFO, logging.getLevelNamesMapping()[level])
    logging.getLogger(_LIBRARY).setLevel(quiet)
    return handler
