"""A reply as Discord's Markdown; text, so that its length can be measured without Discord."""

import re
from collections.abc import Iterator

from bot import strings
from bot.render.reply import (
    Abstention,
    Block,
    Choices,
    ClaimLine,
    Claims,
    Heading,
    Note,
    Option,
    Reply,
    Sources,
    Statement,
)

_MARKUP = re.compile(r"[\\*_~`|<>\[\]]")
# Only at the start of a line: headings, lists, numbered lists, small text.
_OPENING = re.compile(r"^(\d*)([#+.)-])")


def escape(text: str) -> str:
    """Return text that Discord shows as it stands: no styles, links, mentions or lists."""
    return _OPENING.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", text))


def markdown(reply: Reply) -> str:
    """Return the whole reply, nothing cut."""
    lines = [line for block in reply.blocks for line in _lines(block)]
    return "\n".join((*lines, _small(reply.footer)))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield from _heading(block)
        case Statement(text, numbers):
            yield escape(text) + reference_marks(numbers)
        case Claims(lines):
            yield from (text for line in lines for text in _claim(line))
        case Note(text=text):
            yield _small(text)
        case Sources(independence, lines):
            yield _small(independence)
            yield from (f"-# [{line.number}] {escape(line.text)}" for line in lines)
        case Choices(lead, options):
            yield from (escape(lead), *(_option(option) for option in options))
        case Abstention(text):
            yield escape(text)


def reference_marks(numbers: tuple[int, ...]) -> str:
    """Return reference numbers as they stand behind a sentence: " [1][3]"."""
    return " " + "".join(f"[{number}]" for number in numbers) if numbers else ""


def _heading(heading: Heading) -> Iterator[str]:
    yield f"**{escape(heading.name)}** · {escape(heading.description)}"
    if heading.standing:
        yield _small(heading.standing)


def _claim(line: ClaimLine) -> Iterator[str]:
    text = strings.claim(line.statement, holder=line.holder, said=line.said)
    yield f"- {escape(text)}{reference_marks(line.numbers)}"
    if line.note:
        yield _small(line.note)


def _option(option: Option) -> str:
    about = f" ({escape(option.name)})" if option.name else ""
    return f"- {escape(option.question)}{about}"


def _small(text: str) -> str:
    return f"-# {escape(text)}"
