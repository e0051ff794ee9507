"""How many answers may be wrong, as a verb is told."""

import click

most_wrong_option = click.option(
    "--most-wrong",
    type=click.FloatRange(0, 1, min_open=True, max_open=True),
    metavar="SHARE",
    help="The share of answers that may be wrong, such as 0.02; else the configured one.",
)
