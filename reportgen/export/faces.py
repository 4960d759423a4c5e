"""The faces that official papers are set in, and what this computer shows for each.

The official faces may not be passed on with the program; documents name them. Source of the
names: GB/T 9704-2012, 5.2.2, 7.3.1, and the usage of county offices.
"""

from __future__ import annotations

import sys
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reportgen.export.font_folders import MACOS_FOLDERS, fonts_in
from reportgen.export.fontconfig import fontconfig_is_here, matched, shown_with
from reportgen.export.windows_fonts import registered_fonts

RARE: Final = "镕喆玥昇犇燚"
"""Characters of given names that GB 2312, and with it Fandol, does not have."""


class Standing(StrEnum):
    """How near what is shown comes to the official face."""

    OFFICIAL = "official"
    KIN = "kin"
    OPEN = "open"
    OTHER = "other"


@dataclass(frozen=True)
class Face:
    """A face by its official name, and the names of what may be there in its place.

    Names are those of families and, without ending, of font files. `own` are the face itself,
    its English name first, `kin` the nearest that Windows and WPS ship, `open` the free ones.
    """

    name: str
    own: tuple[str, ...]
    kin: tuple[str, ...]
    open: tuple[str, ...]


@dataclass(frozen=True)
class Shown:
    """What is shown for a face: `by` is None where nothing of its kind was found."""

    face: Face
    standing: Standing
    by: str | None


FACES: Final = (
    Face(
        "方正小标宋简体",
        ("FZXiaoBiaoSong-B05S", "FZXBSJW"),
        ("方正小标宋_GBK", "FZXiaoBiaoSong-B05", "FZXBSK", "华文中宋", "STZhongsong", "STZHONGS"),
        ("FandolSong", "FandolSong-Bold", "Noto Serif CJK SC"),
    ),
    Face(
        "仿宋_GB2312",
        ("FangSong_GB2312",),
        ("仿宋", "FangSong", "simfang", "方正仿宋_GBK", "FZFangSong-Z02", "华文仿宋", "STFangsong"),
        ("FandolFang", "FandolFang-Regular"),
    ),
    Face(
        "楷体_GB2312",
        ("KaiTi_GB2312",),
        ("楷体", "KaiTi", "simkai", "方正楷体_GBK", "FZKai-Z03", "华文楷体", "STKaiti"),
        ("FandolKai", "FandolKai-Regular"),
    ),
    Face(
        "黑体",
        ("SimHei",),
        ("方正黑体_GBK", "FZHei-B01", "华文黑体", "STHeiti", "STHeiti Medium"),
        ("FandolHei", "FandolHei-Regular", "Noto Sans CJK SC"),
    ),
    Face(
        "宋体",
        ("SimSun", "NSimSun", "新宋体"),
        ("方正书宋_GBK", "FZShuSong-Z01", "华文宋体", "STSong", "Songti"),
        ("FandolSong", "FandolSong-Regular", "Noto Serif CJK SC"),
    ),
)


def shown_faces() -> tuple[Shown, ...] | None:
    """Return what this computer shows for each official face; None where it cannot be asked."""
    if sys.platform == "win32":
        return shown_by_installed(registered_fonts())
    if sys.platform == "darwin":
        return shown_by_installed(fonts_in(MACOS_FOLDERS))
    if not fontconfig_is_here():
        return None
    return tuple(_shown_by_match(face) for face in FACES)


def shown_by_installed(names: Collection[str]) -> tuple[Shown, ...]:
    """Return what serves for each official face where the fonts of these names are installed."""
    return tuple(_best(face, names) or Shown(face, Standing.OTHER, None) for face in FACES)


def rare_characters_without_face() -> str | None:
    """Return the rare characters that nothing here shows; None where it cannot be asked."""
    if sys.platform in ("win32", "darwin") or not fontconfig_is_here():
        return None
    return "".join(each for each in RARE if shown_with("仿宋_GB2312", each) is None)


def _shown_by_match(face: Face) -> Shown:
    names = matched(face.name)
    return _best(face, names) or Shown(face, Standing.OTHER, names[0] or None)


def _best(face: Face, names: Collection[str]) -> Shown | None:
    there = {name.casefold() for name in names}
    for standing, wanted in (
        (Standing.OFFICIAL, (face.name, *face.own)),
        (Standing.KIN, face.kin),
        (Standing.OPEN, face.open),
    ):
        for name in wanted:
            if name.casefold() in there:
                return Shown(face, standing, name)
    return None
