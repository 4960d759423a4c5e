"""GB/T 9704-2012 in figures: paper, text area, sizes, and lines that make 22 on a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportgen.export.pages.word_file import TextArea
from reportgen.wording.language import Wording

GBT_9704: Final = "GB/T 9704"
"""As manifests write it under 版式."""
LINES: Final = 22
CHARACTERS: Final = 28
BODY_SIZE: Final = 16.0
"""3号, in points. Source: 5.2.2."""
TITLE_SIZE: Final = 22.0
"""2号, in points. Source: 7.3.1."""
_POINTS_A_MM: Final = 72 / 25.4
_PAPER: Final = (210.0, 297.0)
_WIDTH, _HEIGHT = 156.0, 225.0
_TOP, _BINDING = 37.0, 28.0
"""Source: 5.1 and 5.2.1."""
LOWEST_PITCH: Final = _HEIGHT * _POINTS_A_MM / (LINES + 1)
HIGHEST_PITCH: Final = _HEIGHT * _POINTS_A_MM / LINES
"""Line pitches of more than the first and at most the second, in points, give 22 lines."""
NARROWEST: Final = _WIDTH * _POINTS_A_MM / (CHARACTERS + 1)
WIDEST: Final = _WIDTH * _POINTS_A_MM / CHARACTERS
"""The same for what a character takes of its line."""
_PAPER_WIDTH: Final = Wording("纸宽", "the width of the paper")
_PAPER_HEIGHT: Final = Wording("纸高", "the height of the paper")
_EDGES: Final = (
    Wording("上边距", "the upper margin"),
    Wording("左边距", "the left margin"),
    Wording("下边距", "the lower margin"),
    Wording("右边距", "the right margin"),
)


def measures_of(area: TextArea) -> Iterator[tuple[Wording, float, float]]:
    """Yield each measure of a section's paper and margins: name, stated and wanted, in mm.

    On a page turned sideways the binding edge is above.
    """
    is_turned = area.width > area.height
    paper = _PAPER[::-1] if is_turned else _PAPER
    low = _PAPER[1] - _TOP - _HEIGHT
    right = _PAPER[0] - _BINDING - _WIDTH
    edges = (_BINDING, _TOP, right, low) if is_turned else (_TOP, _BINDING, low, right)
    stated = (area.top, area.left, area.height - area.bottom, area.width - area.right)
    yield _PAPER_WIDTH, area.width / _POINTS_A_MM, paper[0]
    yield _PAPER_HEIGHT, area.height / _POINTS_A_MM, paper[1]
    for name, length, wanted in zip(_EDGES, stated, edges, strict=True):
        yield name, length / _POINTS_A_MM, wanted
