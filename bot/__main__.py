"""`footnote` and `python -m bot`."""

from bot.cli.app import cli
from bot.cli.output import settle_streams


def main() -> None:
    """Run the command line."""
    settle_streams()
    cli(prog_name="footnote")


if __name__ == "__main__":
    main()
