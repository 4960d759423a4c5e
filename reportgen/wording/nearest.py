"""The name that was probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most like `name`, or None when none is like it."""
    found = difflib.get_close_matches(name, list(candidates), n=1, cutoff=0.4)
    return found[0] if found else None


def nearest_code(code: str, codes: Iterable[str]) -> str | None:
    """Return the code (`EXEC-02`) most like `code` in the family most like its own, or None."""
    typed = code.strip().upper()
    known = list(codes)
    family = nearest(typed.partition("-")[0], {each.partition("-")[0] for each in known})
    return nearest(typed, (each for each in known if each.partition("-")[0] == family))
