"""The name that was probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most like `name`, or None when none is like it."""
    found = difflib.get_close_matches(name, list(candidates), n=1, cutoff=0.4)
    return found[0] if found else None


def nearest_code(code: str, codes: Iterable[str]) -> str | None:
    """Return the code (`EXEC-02`) most like `code` in the family most like its own, or None.

    EXEC-2 is EXEC-02, not EXEC-12.
    """
    typed = code.strip().upper()
    known = list(codes)
    letters, _, number = typed.partition("-")
    family = nearest(letters, {each.partition("-")[0] for each in known})
    if f"{family}-{number:0>2}" in known:
        return f"{family}-{number:0>2}"
    return nearest(typed, (each for each in known if each.partition("-")[0] == family))
