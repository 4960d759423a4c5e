"""Proof that a document shows what its tags printed: nothing vanished between tag and file."""

from __future__ import annotations

from collections.abc import Sequence


def first_lost(printed: Sequence[str], part: bytes) -> int | None:
    """Return the number of the first printed text that a part does not show; None when all are.

    Texts are looked for in the order they were printed, each after the one before it, in the text
    of the part and never inside its markup.
    """
    position = 0
    for number, text in enumerate("\0".join(printed).encode().split(b"\0")):
        found = part.find(text, position)
        while found >= 0 and part.rfind(b"<", position, found) > part.rfind(b">", position, found):
            position = part.find(b">", found)
            found = part.find(text, position)
        if found < 0:
            return number
        position = found + len(text)
    return None
