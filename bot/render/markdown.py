"""A reply as Discord's Markdown; text, so that its length can be measured without Discord."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from bot import strings
from bot.limits import URL
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
from knowledge.cite.lines import SourceLine

_MARKUP = {ord(mark): f"\\{mark}" for mark in "\\*_~`|<>[]"}
# Only at the start of a line: headings, lists, numbered lists, small text.
_OPENING = re.compile(r"^(\d*)([#+.)-])")

_ADDRESS = re.compile(r"https?://[!-;=?-~]+")  # printable ASCII without < and >


def escape(text: str) -> str:
    """Return text that Discord shows as it stands: no styles, links, mentions or lists."""
    return _OPENING.sub(r"\1\\\2", text.translate(_MARKUP))


def markdown(reply: Reply) -> str:
    """Return the whole reply, nothing cut."""
    lines = [line for block in reply.blocks for line in _lines(block)]
    return "\n".join((*lines, small(reply.footer)))


def block_markdown(block: Block) -> str:
    """Return one block, nothing cut."""
    return "\n".join(_lines(block))


def small(text: str) -> str:
    """Return a line of small print."""
    return f"-# {escape(text)}"


def source_link(url: str | None) -> str:
    """Return a link that shows where it leads and brings no preview, or nothing.

    An address that could end the link early is not linked.
    """
    if not url or len(url) > URL or not _ADDRESS.fullmatch(url):
        return ""
    host = urlsplit(url).hostname or ""
    return f" [{escape(host.removeprefix('www.'))}](<{url}>)" if host else ""


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield from _heading(block)
        case Statement(text, numbers):
            yield escape(text) + reference_marks(numbers)
        case Claims(lines):
            yield from (text for line in lines for text in _claim(line))
        case Note(text=text):
            yield small(text)
        case Sources(independence, lines):
            yield small(independence)
            yield from (_source(line) for line in lines)
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
        yield small(heading.standing)


def _claim(line: ClaimLine) -> Iterator[str]:
    text = strings.claim(line.statement, holder=line.holder, said=line.said)
    yield f"- {escape(text)}{reference_marks(line.numbers)}"
    if line.note:
        yield small(line.note)


def _option(option: Option) -> str:
    about = f" ({escape(option.name)})" if option.name else ""
    return f"- {escape(option.question)}{about}"


def _source(line: SourceLine) -> str:
    return f"-# [{line.number}] {escape(line.text)}{source_link(line.url)}"
