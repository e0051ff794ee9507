"""Where a file may be written that is no part of a base."""

import os
from pathlib import Path

from knowledge.errors import RequestError


def refuse_inside(file: Path, folder: Path, why: str) -> None:
    """Refuse a file in a folder, were it by a link: it might take another's place there."""
    if Path(os.path.realpath(file)).is_relative_to(os.path.realpath(folder)):
        raise RequestError(f"{file} lies in {folder}, {why}; name a file elsewhere.")
