"""The picture of the coverage page in the docs, of the invented base.

    python -m tests.bot.html.picture docs/coverage.png

It shows nothing of a real document. Chromium has to be installed.
"""

import asyncio
import sys
from base64 import b64decode
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bot.covered import page_of, write_covered
from tests.bot.html.browser import found, started, tab

WIDTH, HEIGHT = 1160, 1390


async def draw(port: int, page: Path) -> bytes:
    """Return the top of the page as PNG."""
    async with tab(port) as shown:
        await shown.look(WIDTH)
        await shown.open(page)
        clip = {"x": 0, "y": 0, "width": WIDTH, "height": HEIGHT, "scale": 1}
        taken = await shown.call(
            "Page.captureScreenshot", clip=clip, captureBeyondViewport=True
        )
        return b64decode(taken["data"])


def main(file: Path) -> None:
    """Write the picture."""
    program = found()
    if program is None:
        sys.exit("No Chromium is installed.")
    with TemporaryDirectory() as folder:
        base = write_covered(Path(folder), but_for=("tide-notes", "line 3"))
        page = base.top / "coverage.html"
        page.write_text(page_of(base), encoding="utf-8")
        with started(program, base.top / "browser") as port:
            file.write_bytes(asyncio.run(draw(port, page)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
