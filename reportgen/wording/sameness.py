"""Texts as they are compared: what two spellings of one thing have in common."""

from __future__ import annotations

from typing import Final

_CLOSING: Final = "：:。；;，,"
_NOTHING: Final = frozenset({"无", "暂无", "没有", "不存在", "无问题", "暂无问题"})


OPEN: Final = "\0"
"""Stands for a character left open: nobody can type it."""


def halves(text: str) -> tuple[str, str]:
    """Return both halves of a text, of which one wrong character leaves one."""
    middle = len(text) // 2
    return text[:middle], text[middle:]


def unclosed(text: str) -> str:
    """Return a name without blanks around it and the mark that some tables print after it."""
    return text.strip().rstrip(_CLOSING)


def squeezed(text: object) -> str:
    """Return a text without blanks anywhere and without a closing mark."""
    return "".join(str(text).split()).rstrip(_CLOSING)


def means_nothing(text: str) -> bool:
    """Whether a paragraph is blank or only says 无."""
    said = text.strip()
    return not said or said.rstrip("。.") in _NOTHING
