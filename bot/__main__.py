"""`footnote` and `python -m bot`."""

import os
import sys

import click

# One small matrix at a time: several threads of it wait for each other longer than they work.
# numpy reads these when it is imported, so they stand before everything else.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")

from bot.cli.app import CANNOT_RUN, cli  # noqa: E402
from bot.cli.output import OutputError, settle_streams  # noqa: E402


def main() -> None:
    """Run the command line."""
    settle_streams()
    try:
        cli(prog_name="footnote")
    except OutputError as error:  # the help, which is written before any verb runs
        click.echo(str(error), err=True)
        sys.exit(CANNOT_RUN)


if __name__ == "__main__":
    main()
