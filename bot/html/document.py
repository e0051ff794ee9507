"""One HTML file that needs nothing else: no script, no font, no picture from anywhere.

Whatever stands in it is escaped by htpy, and the policy in its head would keep a browser from
running or fetching anything even if that failed.
"""

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

import htpy as h
from markupsafe import Markup

STYLE = files("bot.html").joinpath("style.css").read_text(encoding="utf-8")
_HASH = b64encode(sha256(STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"


def document(title: str, body: h.Node) -> str:
    """Return the file's text."""
    page = h.html(lang="en")[
        h.head[
            h.meta(charset="utf-8"),
            h.meta(http_equiv="Content-Security-Policy", content=POLICY),
            h.meta(name="viewport", content="width=device-width, initial-scale=1"),
            h.meta(name="color-scheme", content="light dark"),
            h.meta(name="referrer", content="no-referrer"),
            h.meta(name="robots", content="noindex, nofollow, noarchive"),
            h.title[title],
            h.style[Markup(STYLE)],  # noqa: S704 -- our own file; all else is escaped
        ],
        h.body[body],
    ]
    return f"{page}\n"
