"""The findings of the schema, DATA-01 to DATA-10: what each says and what to do about it."""

from __future__ import annotations

from typing import Final

from reportgen.loading.refusals import Refusal
from reportgen.wording.language import Wording


def _refusal(zh: str, en: str, hint_zh: str, hint_en: str) -> Refusal:
    return Refusal(Wording(zh=zh, en=en), Wording(zh=hint_zh, en=hint_en))


SCHEMA_WORDS: Final[dict[str, Refusal]] = {
    "DATA-01": _refusal(
        "“{where}”里没有“{key}”这个键",
        "There is no key {key} in {where}",
        "{advice}这里可用的键：{keys}",
        "{advice}The keys here are: {keys}",
    ),
    "DATA-02": _refusal(
        "缺少必填的“{key}”",
        "{key} is required and missing",
        "补上“{key}: …”",
        "Add {key}: …",
    ),
    "DATA-03": _refusal(
        "“{key}”应是{expected}，这里却是{found}",
        "{key} should be {expected}; here is {found}",
        "{advice}",
        "{advice}",
    ),
    "DATA-04": _refusal(
        "“{key}”应是数字，写的是“{typed}”",
        "{key} should be a figure; {typed} was typed",
        "{advice}",
        "{advice}",
    ),
    "DATA-05": _refusal(
        "“{key}”里带了单位：{typed}",
        "{key} holds a unit: {typed}",
        "{advice}",
        "{advice}",
    ),
    "DATA-06": _refusal(
        "“{key}”应是整数，写的是“{typed}”",
        "{key} should be a whole number; {typed} was typed",
        "只填整数，如 426，不带小数点",
        "Give the whole number only, such as 426, without a decimal point",
    ),
    "DATA-07": _refusal(
        "“{key}”应是四位年份，写的是“{typed}”",
        "{key} should be a year of four digits; {typed} was typed",
        "只填年份数字，如 2024，不带“年”字",
        "Give the four digits only, such as 2024",
    ),
    "DATA-08": _refusal(
        "“{key}”应是百分数，写的是“{typed}”",
        "{key} should be a percentage; {typed} was typed",
        "{advice}",
        "{advice}",
    ),
    "DATA-09": _refusal(
        "“{key}”没有这一天：{typed}",
        "{key}: there is no such day as {typed}",
        "核对月份和日子，写成 2024-06-13",
        "Check month and day, and write it as 2024-06-13",
    ),
    "DATA-10": _refusal(
        "“{key}”不能填“{typed}”",
        "{key} cannot be {typed}",
        "{advice}只能填：{choices}",
        "{advice}It must be one of: {choices}",
    ),
}

TOP: Final = Wording(zh="最外层", en="the top level")
GROUP: Final = Wording(zh="一组键（键: 值）", en="a group of keys with values")
LIST: Final = Wording(zh="列表（每项以“- ”开头）", en="a list (items that start with “- ”)")
TEXT: Final = Wording(zh="一段文字或一个数", en="a text or a figure")
BLANK: Final = Wording(zh="空白", en="nothing")

WRITE_GROUP: Final = Wording(
    zh="换行，缩进两格，逐行写“键: 值”。可用的键：{keys}",
    en="Start a new line, two spaces in, and write key: value on each line. Keys: {keys}",
)
WRITE_LIST: Final = Wording(
    zh="换行，每项一行，以“- ”开头", en="Start a new line; begin each item with “- ”"
)
WRITE_ENTRIES: Final = Wording(
    zh="用半角方括号和逗号写成 [{entries}]，或换行，每项一行，以“- ”开头",
    en="Write [{entries}] in ASCII, or begin each item with “- ” on a line of its own",
)
FILL_ITEM: Final = Wording(
    zh="填上这一项，或删去这个“-”", en="Fill this item in, or take its “-” away"
)
FILL_ROW: Final = Wording(
    zh="填上这一项，或删去这个“-”；要印一个空行，写“- {{}}”。可用的键：{keys}",
    en="Fill it in, or take its “-” away; for an empty row write “- {{}}”. Keys: {keys}",
)
WRITE_CITATION: Final = Wording(
    zh="要引用别处的数，整段用英文引号括起来，写两层花括号：'{{{{ {key} }}}}'",
    en="To cite a figure, put the text in quotes and write two pairs of braces: '{{{{ {key} }}}}'",
)
WRITE_QUOTED: Final = Wording(
    zh="若是一段文字，里面的“: ”改成全角冒号，或整段用英文引号 '…' 括起来",
    en="If it is text, write its “: ” full-width, or put the text in quotes '…'",
)
WRITE_TEXT: Final = Wording(
    zh="直接写在冒号后面；多行文字用“|”",
    en="Write it after the colon; use “|” for a text of several lines",
)
WRITE_PAIRS: Final = Wording(
    zh="换行，缩进两格，每行一个“名称: 值”",
    en="Start a new line, two spaces in, and write name: value on each line",
)
FIGURE_ONLY: Final = Wording(
    zh="只填数字，如 1234.56；没有数就留空，说明写在别处",
    en="Give the figure only, such as 1234.56; leave it blank if there is none",
)
WRITE_FIGURE: Final = Wording(
    zh="写成 {number}；没有数就留空，说明写在别处",
    en="Write {number}; leave it blank if there is none",
)
WRITE_RATE: Final = Wording(
    zh="写成带百分号的数，如 90%", en="Write a number with its sign, such as 90%"
)
TOO_LONG: Final = Wording(zh="数字太长，最多 28 位", en="The figure is too long: at most 28 digits")
NUMBER_ONLY: Final = Wording(
    zh="只填数字：{number}（单位已定为{unit}）",
    en="Give the figure only: {number} (the unit is {unit})",
)
CONVERT: Final = Wording(
    zh="这里的单位是万元，{typed}应写成 {number}",
    en="The unit here is 万元 (10,000 yuan): write {number} for {typed}",
)
BELONGS: Final = Wording(
    zh="这个键属于“{home}”，请检查缩进；", en="That key belongs to {home}; check the indentation. "
)
