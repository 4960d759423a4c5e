"""Filters for forms only; those that typed text may use too stand in `figures`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from reportgen.figures.filters import FILTERS as FACT_FILTERS
from reportgen.rendering.attachments import ATTACHING
from reportgen.rendering.rows import at_least, indicator_rows, numbered, section_paragraphs

BLANK_DATE: Final = "    年   月   日"


def date_or_blank(value: Any) -> str:
    """日期空着时印“年 月 日”留空手填：{{ 报告.日期|日期空 }}。

    A date as printed, or the blanks a pen fills in.
    """
    return BLANK_DATE if value is None else str(value)


def characters(value: Any) -> int:
    """一段文字有几个字，空着是 0：{{ 报告.署名|字数 }}。

    How many characters a text has; a blank has none.
    """
    return 0 if value is None else len(str(value))


FILTERS: Final[dict[str, Callable[..., Any]]] = {
    **FACT_FILTERS,
    "展开": indicator_rows,
    "展开章节": section_paragraphs,
    "至少": at_least,
    "编号段": numbered,
    "日期空": date_or_blank,
    "字数": characters,
    **ATTACHING,
}
"""Every filter a form may use."""
