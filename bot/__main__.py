"""`footnote` and `python -m bot`."""

import os

# One small matrix at a time: several threads of it wait for each other longer than they work.
# numpy reads these when it is imported, so they stand before everything else.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")

from bot.cli.app import cli  # noqa: E402
from bot.cli.output import settle_streams  # noqa: E402


def main() -> None:
    """Run the command line."""
    settle_streams()
    cli(prog_name="footnote")


if __name__ == "__main__":
    main()
