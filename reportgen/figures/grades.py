"""The grade (等次) of a total score. Scores in points (分).

Source: 财预〔2020〕10号 as published forms restate it: from 90 优, from 80 良, from 60 中, else 差.
The lower bound is inside its band: exactly 90 is 优.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from reportgen.model.profile import GradeBand


def grade_of(score: Decimal, bands: Iterable[GradeBand]) -> str | None:
    """Return the grade that `score` means; None where no band reaches down to it."""
    reached = [band for band in bands if score >= band.lowest]
    return max(reached, key=lambda band: band.lowest).grade if reached else None


def grade_meant(word: str, bands: Iterable[GradeBand]) -> str | None:
    """Return the grade a typed word means: itself, or the one it is an alias of; None if none."""
    typed = word.strip()
    return next((band.grade for band in bands if typed in (band.grade, *band.aliases)), None)
