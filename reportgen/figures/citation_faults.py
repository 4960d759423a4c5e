"""What can be wrong with a citation, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from reportgen.model.finding import DataPath
from reportgen.wording.language import Wording


@dataclass(frozen=True, slots=True)
class CitationFault:
    """What can be wrong with a citation: its code, and the words for it."""

    code: str
    message: Wording
    hint: Wording


UNKNOWN: Final = CitationFault(
    "DATA-11",
    Wording("引用“{citation}”：没有“{name}”这一项", 'Citation "{citation}": there is no "{name}"'),
    Wording(
        "{suggestion}引用写作 {{{{ 资金.总额.执行数 }}}}，名称与本文件的键相同",
        "{suggestion}A citation is {{{{ 资金.总额.执行数 }}}}, with the keys of this file",
    ),
)
BROKEN: Final = CitationFault(
    "DATA-12",
    Wording("引用“{citation}”写法有误，无法计算", '"{citation}" cannot be evaluated as written'),
    Wording(
        "引用写作 {{{{ 名称 }}}}，可用 + - * / 和 |保留(2)、|百分比",
        "Write {{{{ name }}}}; + - * / and |保留(2), |百分比 can be used",
    ),
)
BLANK: Final = CitationFault(
    "DATA-13",
    Wording("引用的“{citation}”没有填写", '"{citation}" is cited but blank'),
    Wording("请先填写该项，或改引用别的数据", "Fill it in, or cite something else"),
)
NOT_A_VALUE: Final = CitationFault(
    "DATA-14",
    Wording("引用的“{citation}”是一组数据，不是单个的值", '"{citation}" is a group, not one value'),
    Wording("请写到最后一级，如 资金.总额.执行数", "Name one value in it, as 资金.总额.执行数"),
)
CHAINED: Final = CitationFault(
    "DATA-15",
    Wording("引用的“{citation}”本身又含有引用", '"{citation}" itself cites another fact'),
    Wording("请直接引用最初的那一项", "Cite the original fact directly"),
)
UNPAIRED: Final = CitationFault(
    "DATA-16",
    Wording("文字中的“{citation}”不成对或不能使用", 'Stray or forbidden "{citation}" in a text'),
    Wording(
        "引用写作 {{{{ 名称 }}}}，两边各两个花括号；文字中不能用 {{% %}}",
        "A citation is {{{{ name }}}}; statements {{% %}} cannot be used in a text",
    ),
)
UNROUNDED: Final = CitationFault(
    "DATA-24",
    Wording(
        "引用“{citation}”除不尽，没有写保留几位小数",
        'Citation "{citation}": a quotient without end, not rounded',
    ),
    Wording(
        "写作 {{{{ ({citation})|保留(2) }}}} 或 {{{{ ({citation})|百分比 }}}}",
        "Write {{{{ ({citation})|保留(2) }}}} or {{{{ ({citation})|百分比 }}}}",
    ),
)
MEANT: Final = CitationFault(
    "DATA-21",
    Wording(
        "“{typed}”不是引用，会照原样印出来",
        '"{typed}" is no citation: it would be printed as it is',
    ),
    Wording(
        "写作 {{{{ {citation} }}}}：两边各两个半角花括号，连着写",
        "Write {{{{ {citation} }}}}: two ASCII braces, next to each other, on either side",
    ),
)


@dataclass(frozen=True, slots=True)
class CitationProblem:
    """A citation that failed: where it stands, why, and the words that fill the sentence."""

    path: DataPath
    fault: CitationFault
    arguments: Mapping[str, object]
