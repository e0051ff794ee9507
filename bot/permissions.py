"""The permissions that the bot asks a server for, and which of them are missing."""

import discord

NEEDED = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    read_message_history=True,
    attach_files=True,
)


def missing(granted: discord.Permissions) -> str:
    """Return what is needed and not granted, in Discord's names, for the log."""
    names = (name for name, is_needed in NEEDED if is_needed)
    return ", ".join(name for name in names if not getattr(granted, name)) or "unknown"
