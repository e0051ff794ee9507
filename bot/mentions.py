"""A question in a message that names the bot."""

import re

from knowledge.text.fold import clean

_MARKUP = re.compile(r"<(?:@[!&]?|#|a?:\w+:|/[^:>]{1,100}:)\d+>")


def question_in(text: str) -> str:
    """Return the words of a message, without mentions, channels and custom emoji."""
    return clean(_MARKUP.sub(" ", text))


def names_bot(text: str, bot: int) -> bool:
    """Tell whether a message names the bot in words; a reply that pings it does not."""
    return f"<@{bot}>" in text or f"<@!{bot}>" in text
