"""What the bot knows here, how to ask it, and what it stores."""

from bot import channel_strings, limits, strings
from bot.render.answers import open_button
from bot.render.card import Card, button_rows, cut
from bot.render.markdown import escape, small
from knowledge.answer.outcomes import Answered
from knowledge.model.profile import Profile
from knowledge.release import View

MOST_NAMED = 10  # people; the rest is counted


def help_card(view: View, samples: tuple[tuple[str, Answered], ...]) -> Card:
    """Return who can be asked about, three real examples, and what is kept of a question."""
    examples = "\n".join(f"- {escape(cut(q, limits.OPTION_TEXT))}" for q, _ in samples)
    buttons = tuple(
        open_button(question, given.profile.id, given.fact.id, view.name)
        for question, given in samples
    )
    parts = (
        channel_strings.HELP_LEAD,
        f"**{channel_strings.HELP_PEOPLE}**\n{_people(view)}",
        f"**{channel_strings.HELP_EXAMPLES}**\n{examples}" if examples else "",
        f"**{channel_strings.HELP_COMMANDS}**\n{channel_strings.HELP_COMMAND_LIST}",
        f"**{channel_strings.HELP_STORED}**\n{channel_strings.HELP_STORED_TEXT}",
        small(strings.footer(view.name)),
    )
    return Card(tuple(part for part in parts if part), button_rows(buttons))


def _people(view: View) -> str:
    held = tuple(view.base.profiles.values())
    lines = [
        f"- {escape(_who(one.profile))} · {strings.fact_count(len(one.facts))}"
        for one in held[:MOST_NAMED]
    ]
    if len(held) > MOST_NAMED:
        lines.append(f"- and {len(held) - MOST_NAMED} more; see /profile")
    return "\n".join(lines) or channel_strings.NOBODY


def _who(profile: Profile) -> str:
    return f"{cut(profile.name, limits.OPTION_TEXT)}, {profile.description}"
