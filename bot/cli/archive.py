"""`--archive DIR`, the same on every verb that reads stored copies."""

from pathlib import Path

import click

from bot.cli.given import Given
from knowledge.errors import RequestError

archive_option = click.option(
    "--archive",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder of stored copies of sources; else the configured one.",
)


def known_archive(given: Given, named: Path | None) -> Path | None:
    """Return the archive that is named, else configured; RequestError where it is no folder."""
    archive = named or given.config.archive
    if archive is not None and not archive.is_dir():
        raise RequestError(f"The archive {archive} is no folder; name one with --archive.")
    return archive


def needed_archive(given: Given, named: Path | None) -> Path:
    """Return the archive; RequestError says how to name one where there is none."""
    archive = known_archive(given, named)
    if archive is None:
        raise RequestError(
            "No archive: name the folder of stored copies with --archive DIR, or write it into "
            'the settings as archive = "…".'
        )
    return archive
