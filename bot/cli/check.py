"""`footnote check`: everything that a curator must mend, in one report."""

import click

from bot.cli.given import Given
from bot.cli.output import say

PROBLEMS = 1


@click.command
@click.pass_context
def check(ctx: click.Context) -> None:
    """Load, audit and ask the labelled questions; exit 0 where all is well, else 1."""
    given: Given = ctx.obj
    base, problems = given.read()
    for problem in problems:
        say(f"{problem}\n")
    if problems:
        say(f"\n{len(problems)} to mend\n")
        ctx.exit(PROBLEMS)
    say(f"release {base.name}: {base.fact_count} facts, nothing to mend\n")
