"""`footnote schema`: JSON Schemas of a base's files, for editors."""

import json
from pathlib import Path

import click

from bot.cli.output import say
from bot.writing import write_whole
from knowledge.schema import json_schemas


@click.command
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
def schema(folder: Path) -> None:
    """Write into DIR the JSON Schema of each kind of file that a curator writes.

    An editor that is told of them completes and checks while somebody types.
    """
    for name, made in json_schemas().items():
        text = json.dumps(made, indent=2, ensure_ascii=False)
        write_whole(folder / f"{name}.json", f"{text}\n".encode())
        say(f"{folder / name}.json\n")
