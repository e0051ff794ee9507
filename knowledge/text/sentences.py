"""Sentences, counted by one rule, so that a locator means the same place everywhere."""

import re

# A run of [7] marks, as encyclopedias print their references.
_MARK = r"\[\d+\]"
_CLOSING = r"[\"”’')\]]*+"
_NEXT = r"(?=\s+[\"“‘'(]*[A-ZÀ-ÞА-ЯЁҲҶӢӮҚҒ0-9])"
# "Ada B. Quill": a single capital and a period are an initial, not an end.
_NOT_AN_INITIAL = r"(?<![\s(“\"'][A-Z])(?<!^[A-Z])"
_END = re.compile(rf"(?:{_NOT_AN_INITIAL}[.!?…]++{_CLOSING}(?:{_MARK})*+|(?:{_MARK})++){_NEXT}")


def sentences(line: str) -> tuple[str, ...]:
    """Split one line of a source into its sentences.

    A sentence ends at `.`, `!`, `?` or `…` (with closing quotes, brackets and reference marks)
    or at a reference mark, where white space and then a capital letter, a digit or an opening
    quote follows. A single initial does not end one.
    """
    ends = [match.end() for match in _END.finditer(line)]
    starts = [0, *ends]
    parts = (line[start:end].strip() for start, end in zip(starts, [*ends, None], strict=True))
    return tuple(part for part in parts if part)
