"""What a person reads where the program itself failed; the log has the trace."""

import logging
import secrets

_log = logging.getLogger(__name__)


def apology(error: Exception) -> str:
    """Return one sentence with a reference, and log the trace under it."""
    ref = secrets.token_hex(3)
    _log.debug("failed ref=%s", ref, exc_info=error)
    return (
        f"Something broke on our side (ref {ref}): {type(error).__name__}. "
        'Set log_level = "DEBUG" in the configuration to see where.'
    )
