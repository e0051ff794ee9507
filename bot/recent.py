"""Answers of late: a question that is asked again is not matched again."""

import hmac
import secrets
from collections import OrderedDict
from dataclasses import replace

from knowledge.answer.answer import answer
from knowledge.answer.outcomes import Answer, Request
from knowledge.match.explain import Explanation
from knowledge.release import View

MOST_HELD = 2048
_DIGEST = 16  # bytes: no two questions meet by chance
_NOTHING = Explanation()


class Recent:
    """Answers of one view by the keyed hash of question and request, in memory only.

    The same question and request always have the same answer, so nothing has to be told
    apart. Neither the question nor how it was read is held.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self._key = secrets.token_bytes(32)
        self._held: OrderedDict[bytes, Answer] = OrderedDict()

    def answer(self, question: str, request: Request) -> Answer:
        """Return the answer, matched now or of late."""
        key = self._hash(question, request)
        known = self._held.get(key)
        if known is not None:
            self._held.move_to_end(key)
            return known
        given = replace(answer(question, self._view, request), explanation=_NOTHING)
        self._held[key] = given
        if len(self._held) > MOST_HELD:
            self._held.popitem(last=False)
        return given

    def _hash(self, question: str, request: Request) -> bytes:
        text = repr((question, request)).encode("utf-8", "surrogatepass")
        return hmac.digest(self._key, text, "sha256")[:_DIGEST]
