"""Dates as people type them and as official documents print them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

_ISO: Final = re.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})")
_PRINTED: Final = re.compile("([0-9]{4})年([1-9]|1[0-2])月([1-9]|[12][0-9]|3[01])日")
_LOOSE: Final = re.compile(r"([0-9]{4})\s*[年./-]\s*([0-9]{1,2})\s*[月./-]\s*([0-9]{1,2})\s*日?")


@dataclass(frozen=True, slots=True)
class DateText:
    """A date as typed, with the day it means where that can be read.

    `day` is None for words such as `年底`. `standard` is true for `2024-06-13` and `2024年6月13日`
    only; anything else is printed as typed and reported. Source: GB/T 9704-2012, 成文日期.
    """

    text: str
    day: dt.date | None
    standard: bool

    def __str__(self) -> str:
        if self.standard and self.day is not None:
            return printed_date(self.day)
        return self.text


def parse_date(text: str) -> DateText:
    """Read a typed date. Raises ValueError for a day that does not exist (`2024-02-30`)."""
    stripped = text.strip()
    match = _LOOSE.fullmatch(stripped)
    if match is None:
        return DateText(text, None, standard=False)
    year, month, day = (int(part) for part in match.groups())
    standard = bool(_ISO.fullmatch(stripped) or _PRINTED.fullmatch(stripped))
    return DateText(text, dt.date(year, month, day), standard=standard)


def printed_date(day: dt.date) -> str:
    """Return `2024年6月13日`: Arabic digits, full year, no leading zero (GB/T 9704-2012)."""
    return f"{day.year}年{day.month}月{day.day}日"
