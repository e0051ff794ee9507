import json
from pathlib import Path

import pytest

from bot.limits import CONTENT

SPECIFICATION = Path(__file__).parents[3] / "shared" / "discord-openapi.json"


def test_a_reply_may_be_as_long_as_the_specification_says() -> None:
    if not SPECIFICATION.is_file():
        pytest.skip("Discord's API specification is not beside this checkout")
    schemas = json.loads(SPECIFICATION.read_text(encoding="utf-8"))["components"]["schemas"]

    content = schemas["IncomingWebhookInteractionRequest"]["properties"]["content"]

    assert content["maxLength"] == CONTENT
