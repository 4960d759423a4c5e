"""What each name in a form means: a value, a group of named things, or a list."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from pydantic.fields import FieldInfo

from reportgen.figures.facts import derived_keys, fields_of
from reportgen.model.department_year import DepartmentYear
from reportgen.model.indicators import Indicator
from reportgen.model.profile import Profile
from reportgen.model.record import Record
from reportgen.rendering.charts.facts import CHARTS
from reportgen.rendering.review import KEYS as REVIEW_KEYS
from reportgen.rendering.review import REVIEW
from reportgen.rendering.rows import LEVELS
from reportgen.wording.language import Wording


@dataclass(frozen=True, slots=True)
class About:
    """What a name stands for, in words; a name that says it all has no note."""

    english: str = ""
    unit: str = ""
    note: str = ""


NOTHING: Final = About()


@dataclass(frozen=True, slots=True)
class Value:
    """Something that prints."""

    about: About = NOTHING


@dataclass(frozen=True, slots=True)
class Group:
    """Named things: the keys of a model, or a fixed set."""

    model: type[Record] | None = None
    fixed: tuple[tuple[str, Kind], ...] = ()
    about: About = NOTHING

    def keys(self) -> Mapping[str, Kind]:
        """Return what can be named in the group."""
        own = {} if self.model is None else _model_keys(self.model)
        return {**own, **dict(self.fixed)}


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of one kind of thing."""

    of: Kind
    about: About = NOTHING


@dataclass(frozen=True, slots=True)
class Table:
    """Names and values of a profile's own choice: one is taken by its name, all print as none."""

    about: About = NOTHING


Kind = Value | Group | Listing | Table
VALUE: Final = Value()


def _values(**notes: tuple[str, str]) -> tuple[tuple[str, Kind], ...]:
    return tuple((key, Value(About(english, note=note))) for key, (english, note) in notes.items())


LOOP: Final = Group(
    fixed=_values(
        index=("Number of the turn, from 1", "第几次，从 1 数起"),
        index0=("Number of the turn, from 0", "第几次，从 0 数起"),
        first=("Whether it is the first turn", "是不是第一次"),
        last=("Whether it is the last turn", "是不是最后一次"),
        length=("How many turns there are", "一共几次"),
    )
)
"""The counter of a loop."""
_DERIVED: Final = {
    "预算合计": About("Planned total", "万元", "算出的数：有总额用总额，没有就加各来源"),
    "执行合计": About("Executed total", "万元", "算出的数：有总额用总额，没有就加各来源"),
    "执行比例": About("Share executed", "", "算出的数：执行合计÷预算合计，打印时用 |百分比"),
}


@functools.cache
def _model_keys(model: type[Record]) -> Mapping[str, Kind]:
    keys: dict[str, Kind] = {}
    for key, name, kind, inner in fields_of(model):
        about = _about(model.model_fields[name])
        if kind == "table":
            keys[key] = Table(about)
            continue
        group: Kind = Value(about) if inner is None else Group(inner, about=about)
        keys[key] = Listing(group, about) if kind == "list" else group
    return keys | {key: Value(_DERIVED.get(key, NOTHING)) for key in derived_keys(model)}


def _about(info: FieldInfo) -> About:
    extra = info.json_schema_extra
    words = extra if isinstance(extra, dict) else {}
    english, unit = str(words.get("english", "")), str(words.get("unit", ""))
    return About(english, unit, info.description or "")


def form_names(entry: type[Record] | None) -> Group:
    """Return what a form may name: the department-year, profile, findings, and 本件 if any."""
    extra: list[tuple[str, Kind]] = [
        ("口径资料", Group(Profile, about=About("The profile", note="所用口径文件里的各项"))),
        ("表单", Value(About("Title of the form", note="本表单的标题"))),
        ("附件标记", Value(About("Annex mark of the form", note="口径给本表单的附件标记"))),
        (REVIEW, Listing(_REVIEW, About("Findings of the check", note="校验发现的问题，逐条"))),
        (CHARTS, Listing(_CHART, About("Charts of the report", note="报告要图表时才有，逐幅"))),
    ]
    if entry is not None:
        about = About("The entry this document is for", note="逐项出文书时，当前这一项")
        extra.append(("本件", Group(entry, about=about)))
    return Group(DepartmentYear, tuple(extra))


_CHART: Final = Group(
    fixed=_values(
        序号=("Its number", "图1、图2 的数"),
        种类=("What it shows", "预算执行、指标失分、单位执行率"),
        标题=("Its title", "图题，不带序号"),
        图=("The chart itself", "图本身，独占一段，行距用单倍"),
        已放=("Whether a section has it", "是不是画在某一章之后"),
    )
)
_REVIEW: Final = Group(fixed=tuple((key, VALUE) for key in REVIEW_KEYS))
_NODE: Final = Group(Indicator)
_ROW: Final = Group(
    fixed=(
        *((level, _NODE) for level in LEVELS),
        ("指标", Group(Indicator, about=About("The indicator itself", note="这一行的指标"))),
        *_values(
            目标=("Target, its own or shared", "自己的目标；没有就是上级共用的"),
            分值=("Points, its own or shared", "自己的分值；没有就是上级共用的"),
            评分标准=("Scoring rule, its own or shared", "自己的评分标准；没有就是上级共用的"),
            共用目标=("Whether the target is shared", "目标是不是上级共用的"),
            序号=("Number under its parent", "在同一上级下的序号"),
            层数=("How many levels it has", "这一行有几级"),
        ),
    )
)
_PARAGRAPH: Final = Group(
    fixed=(
        *_values(
            级=("Level of a heading, 0 for body", "标题是第几级；正文是 0"),
            序号=("Number of the heading", "标题或条目的序号"),
            文字=("The text", "这一段的文字"),
        ),
        ("图", replace(_CHART, about=About("The chart of the section", note="这一章的图"))),
    )
)
_NUMBERED: Final = Group(
    fixed=_values(序号=("Number", "1. 2. 3.；只有一个“无”时不编号"), 文字=("Text", "文字"))
)
FILTER_KINDS: Final[Mapping[str, Kind]] = {
    "展开": Listing(_ROW),
    "展开章节": Listing(_PARAGRAPH),
    "编号段": Listing(_NUMBERED),
}
"""What the filters that give lists give; 至少 gives what it takes, the others a value."""
TAGS: Final[Mapping[str, Wording]] = {
    "{{ 名称 }}": Wording("打印一项；空着就什么也不印", "Prints a value; nothing when it is blank"),
    "{{ 名称|过滤器 }}": Wording(
        "先换个样子再打印，可以连用", "Prints a value changed by a filter; filters may follow"
    ),
    "{{ 甲 ~ 乙 }}": Wording("把两项连起来打印", "Prints two values joined"),
    "{{ 甲 + 乙 }}": Wording("用数计算：+ - * / //", "Computes with figures: + - * / //"),
    "{%tr for 行 in 列表 %}": Wording(
        "到 {{%tr endfor %}} 为止的表格行，列表里每一项印一遍；标签自己占一行，那一行不印",
        "Repeats the table rows to {{%tr endfor %}}; each tag has a row of its own, not printed",
    ),
    "{%tc for 格 in 列表 %}": Wording(
        "同上，重复的是格（列），到 {{%tc endfor %}} 为止",
        "The same for cells, to {{%tc endfor %}}",
    ),
    "{%p for 段 in 列表 %}": Wording(
        "同上，重复的是段落，到 {{%p endfor %}} 为止；标签自己占一段",
        "The same for paragraphs, to {{%p endfor %}}; each tag has a paragraph of its own",
    ),
    "{%p if 名称 %}": Wording(
        "填了才印，到 {{%p endif %}} 为止；中间可有 {{%p else %}}；行用 tr，格用 tc",
        "Printed when it is filled, to {{%p endif %}}; {{%p else %}} between; tr: rows, tc: cells",
    ),
    "{%p if 甲 > 90 and not 乙 %}": Wording(
        "比较用 == != < > <= >=，连接用 and、or、not", "Compares with == != < > <= >=, and, or, not"
    ),
    "{% 合并 行.名称 %}": Wording(
        "写在循环行的一格里：与上一行同一格的值相同就合成一格",
        "In a cell of a repeated row: merges with the cell above it that has the same value",
    ),
    "{% set 名 = 值 %}": Wording("给一个值起名，后面可用", "Names a value for later use"),
    "{# 文字 #}": Wording("给自己看的注，不印", "A note that is not printed"),
}
"""The tags of a form and what each is for."""
