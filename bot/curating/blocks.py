"""A new block in a file of blocks: in the order of ids, all else byte for byte as it was."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import tomlkit

from bot.writing import NotWrittenError
from knowledge.load.toml import TomlError, read_toml

Values = Mapping[str, object]
"""A block's keys in the order in which they are written."""
WIDTH = 96  # as the files that are there


def block_text(key: str, values: Values) -> str:
    """Return a `[[key]]` block, with a block of its own for each record that it lists."""
    return "".join(_block_lines(key, values))


def table_text(values: Values) -> str:
    """Return the keys of a file that is one table."""
    return "".join(f"{_key(name)} = {_value(name, value)}\n" for name, value in values.items())


def with_block(content: bytes, key: str, values: Values) -> bytes:
    """Return the file with the block before the first one of a later id.

    A comment right above a block stays with it. NotWrittenError where the file cannot be read,
    or has a block of that id.
    """
    text = _text(content)
    blocks = _blocks(text, key)
    if any(block.get("id") == values["id"] for block in blocks):
        raise NotWrittenError(f"{values['id']} is there already; nothing was written.")
    made = block_text(key, values)
    at = next((i for i, b in enumerate(blocks) if str(b.get("id")) > str(values["id"])), None)
    wanted = _blocks(made, key)
    later = len(blocks) if at is None else at
    wanted = [*blocks[:later], *wanted, *blocks[later:]]
    for start in _starts(text, key, at):
        written = _inserted(text, made, start)
        if _is(written, key, wanted):
            return written.encode()
    raise NotWrittenError(f"No place was found for {values['id']}; write the block by hand.")


def _block_lines(key: str, values: Values) -> Iterator[str]:
    yield f"[[{key}]]\n"
    blocks = {name: value for name, value in values.items() if name in _NESTED}
    yield table_text({name: value for name, value in values.items() if name not in blocks})
    for name, value in blocks.items():
        for nested in value if isinstance(value, Sequence) else ():
            yield f"\n{block_text(f'{key}.{name}', nested)}"


_NESTED = frozenset({"claim"})  # what stands in blocks of its own; other records are inline


def _value(name: str, value: object) -> str:
    flat = _inline(value)
    if not isinstance(value, list | tuple) or len(f"{name} = {flat}") <= WIDTH:
        return flat
    return "[\n" + "".join(f"  {_inline(each)},\n" for each in value) + "]"


def _inline(value: object) -> str:
    match value:
        case Mapping():
            pairs = ", ".join(f"{_key(name)} = {_inline(each)}" for name, each in value.items())
            return f"{{ {pairs} }}"
        case list() | tuple():
            return f"[{', '.join(_inline(each) for each in value)}]"
        case date():
            return tomlkit.date(value.isoformat()).as_string()
        case _:
            return tomlkit.string(str(value)).as_string()


def _key(name: str) -> str:
    return tomlkit.key(name).as_string()


def _text(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise NotWrittenError("The file is not UTF-8; save it so, then try again.") from error


def _blocks(text: str, key: str) -> list[Mapping[str, object]]:
    try:
        found = read_toml(text.removeprefix("\ufeff")).get(key, [])
    except TomlError as error:
        raise NotWrittenError(f"The file {error}, then try again.") from error
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise NotWrittenError(f"{key!r} is no list of blocks; write [[{key}]], then try again.")
    return found


def _starts(text: str, key: str, at: int | None) -> Iterator[int]:
    """Yield where the block may go, the likeliest place first.

    A line in a string may look like the head of a block, so more than one place is tried.
    """
    if at is None:
        yield len(text)
        return
    heads = [m.start() for m in re.finditer(_head(key), text, re.MULTILINE)]
    for place in sorted(range(len(heads)), key=lambda i: abs(i - at)):
        yield _above_comment(text, heads[place])


def _head(key: str) -> str:
    return rf"^[ \t]*\[\[[ \t]*{re.escape(key)}[ \t]*\]\]"


def _above_comment(text: str, head: int) -> int:
    """Return where the comment begins that stands right above a block, else the block.

    A comment that opens the file is about the file.
    """
    start = head
    for line in reversed(text[:head].splitlines(keepends=True)):
        if not line.lstrip().startswith("#"):
            return start
        start -= len(line)
    return head


def _inserted(text: str, made: str, start: int) -> str:
    before, after = text[:start], text[start:]
    ends = "\r\n" if "\r\n" in text else "\n"
    gap = ""
    if before.strip("\ufeff \t\r\n"):  # else nothing stands above
        end = before[len(before.rstrip("\r\n")) :]
        gap = "\n" * max(0, 2 - end.count("\n"))
    block = gap + made + ("\n" if after else "")
    return before + block.replace("\n", ends) + after


def _is(text: str, key: str, wanted: Sequence[object]) -> bool:
    try:
        return _blocks(text, key) == wanted
    except NotWrittenError:
        return False


def with_blocks(content: bytes, key: str, several: Sequence[Values]) -> bytes:
    """Return the file with all the blocks, each where `with_block` would put it.

    They are put in place together, so that a thousand cost few readings of the file. Where a
    string looks like the head of a block, they go to the end instead.
    """
    text = _text(content)
    blocks = _blocks(text, key)
    runs = _runs(key, blocks, several)
    in_order = [*blocks]
    for at, made in runs:
        in_order[at:at] = _blocks(made, key)
    at_the_end = [
        *blocks,
        *(block for _, made in reversed(runs) for block in _blocks(made, key)),
    ]
    for written, wanted in (
        (_with_runs(text, key, runs, len(blocks)), in_order),
        (_inserted(text, "\n".join(made for _, made in reversed(runs)), len(text)), at_the_end),
    ):
        if _is(written, key, wanted):
            return written.encode()
    raise NotWrittenError("No place was found for the blocks; write them by hand.")


def _runs(
    key: str, blocks: Sequence[Values], several: Sequence[Values]
) -> list[tuple[int, str]]:
    """Return the text of the new blocks by the place that they go to, the last one first."""
    ids = [str(block.get("id")) for block in blocks]
    runs: dict[int, list[Values]] = {}
    for values in sorted(several, key=lambda each: str(each["id"])):
        later = (i for i, id_ in enumerate(ids) if id_ > str(values["id"]))
        runs.setdefault(next(later, len(ids)), []).append(values)
    return [
        (at, "\n".join(block_text(key, values) for values in run))
        for at, run in sorted(runs.items(), reverse=True)
    ]


def _with_runs(text: str, key: str, runs: Sequence[tuple[int, str]], blocks: int) -> str:
    for at, made in runs:
        start = next(_starts(text, key, at if at < blocks else None), len(text))
        text = _inserted(text, made, start)
    return text
