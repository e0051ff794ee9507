import io
import json
import logging
from collections.abc import Iterator

import pytest

from bot.log import redact, start_log

ADDRESS = "https://a.example/webhooks/123456789012345678/aW50ZXJhY3Rpb24.x-Y_z/messages"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = io.StringIO()
    start_log("DEBUG", stream)
    yield stream
    root.handlers[:] = handlers
    root.setLevel(level)


def test_ids_and_tokens_are_taken_out() -> None:
    assert redact("User: 123456789012345678, 12345") == "User: [id], 12345"
    assert "aW50" not in redact(ADDRESS)


def test_a_line_is_one_object_with_its_trace(written: io.StringIO) -> None:
    error = ValueError("about 123456789012345678\nand more")
    logging.getLogger("bot.x").error("failed ref=%s", "a1b2c3", exc_info=error)

    item = json.loads(written.getvalue())
    assert item["message"] == "failed ref=a1b2c3"
    assert "ValueError: about [id]" in item["trace"]


def test_the_librarys_details_stay_out_since_they_hold_messages(written: io.StringIO) -> None:
    logging.getLogger("discord.gateway").debug("content=%s", "Where was she born?")
    logging.getLogger("bot.x").debug("shown")

    assert "Where was she born?" not in written.getvalue()
    assert "shown" in written.getvalue()
