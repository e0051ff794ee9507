"""How many answers may be wrong, as a verb is told."""

from math import isnan

import click

from bot.config import LEAST_WRONG

_RANGE = click.FloatRange(LEAST_WRONG, 1, max_open=True)


def _number(ctx: click.Context, param: click.Parameter, given: float | None) -> float | None:
    """Return the share that was given: of what is no number, click's range has no opinion."""
    if given is not None and isnan(given):
        raise click.BadParameter("It is no number; write one such as 0.02.", ctx, param)
    return given


most_wrong_option = click.option(
    "--most-wrong",
    type=_RANGE,
    callback=_number,
    metavar="SHARE",
    help="The share of answers that may be wrong, such as 0.02; else the configured one.",
)
