"""Values as an error repeats them: in quotation marks, and never by the page."""

LONGEST = 120  # characters; as long as any wording of a question that people type


def brief(text: str) -> str:
    """Return a text in quotation marks, cut with … where it is long."""
    return repr(text if len(text) <= LONGEST else f"{text[:LONGEST]}…")
