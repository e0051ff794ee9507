"""Compiling: plain loops over arrays, as machine code where Numba is installed.

As Python they give the same, slowly; tests run them so.
"""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numpy as np

try:
    from numba import config, njit
except ImportError:
    COMPILED = False
else:
    COMPILED = not config.DISABLE_JIT

Step = TypeVar("Step", bound=Callable[..., Any])
# A signed number of 64 bits: what Numba makes of int leaves unsigned numbers as they are.
whole = cast("Callable[[Any], int]", np.int64)


def compiled(step: Step) -> Step:
    """Return a step, compiled where that can be."""
    return _jitted(step, fastmath=False) if COMPILED else step


def summing(step: Step) -> Step:
    """Return a step that may add up in any order, several numbers at once."""
    return _jitted(step, fastmath=True) if COMPILED else step


def _jitted(step: Step, *, fastmath: bool) -> Step:
    try:
        jitted = njit(cache=True, nogil=True, fastmath=fastmath)(step)
    except RuntimeError:  # no folder may be written to: compiled anew at every start
        jitted = njit(nogil=True, fastmath=fastmath)(step)
    return cast("Step", jitted)
