"""The sentences of a reply, without headings and source lines."""

from collections.abc import Iterator

from bot import strings
from bot.render.reply import Claims, Note, Reply, Statement


def read_sentences(reply: Reply) -> tuple[str, ...]:
    """Return what the asker reads as sentences: statement, claims with holders, notes."""
    return tuple(_sentences(reply))


def _sentences(reply: Reply) -> Iterator[str]:
    for block in reply.blocks:
        match block:
            case Statement(text) | Note(text=text):
                yield text
            case Claims(lines):
                for line in lines:
                    said = strings.claim(line.statement, holder=line.holder, said=line.said)
                    yield " ".join(part for part in (said, line.note) if part)
            case _:
                pass
