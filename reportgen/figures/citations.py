"""Facts cited in typed text: `支出{{ 资金.执行合计 }}万元`.

Resolved once, before the rules run, so that rules read the same text that forms print. Only
expressions are allowed, no statements; a citation that fails is a problem with a path.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from reportgen.figures.completed import completed
from reportgen.figures.contents import contents, reworded
from reportgen.figures.facts import Facts, readers_of, some_facts
from reportgen.figures.meant_citations import find_meant
from reportgen.figures.paths import UnknownFact, follow, is_path, typed_at
from reportgen.figures.printing import UnroundedError, printable
from reportgen.model.fields import Rate
from reportgen.model.finding import DataPath
from reportgen.model.profile import Profile
from reportgen.model.record import Record
from reportgen.wording.dates import DateText, parse_date
from reportgen.wording.language import Wording, did_you_mean
from reportgen.wording.quantities import Quantity, parse_quantity

if TYPE_CHECKING:
    from reportgen.model.department_year import DepartmentYear

_CITATION: Final = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_DELIMITER: Final = re.compile(r"\{\{|\{%|\}\}|%\}")
_LONGEST: Final = 400
_VALUES: Final = frozenset({str, int, Decimal, Rate, Quantity, DateText})
_GROUPS: Final = (dict, list, tuple, Record)


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


def resolve_citations(
    department_year: DepartmentYear,
    profile: Profile | None = None,
) -> tuple[DepartmentYear, tuple[CitationProblem, ...]]:
    """Return the department-year with every citation replaced by its fact, and what failed.

    A citation that fails is kept as typed.
    """
    resolver = _Resolver(department_year, profile or Profile())
    held = contents(department_year)
    words: dict[DataPath, Any] = {}
    for path, value, _ in (*held.words, *held.dates):
        text = value if type(value) is str else value.text
        # Most texts hold no brace at all.
        if "{" in text or "}" in text or "｛" in text:
            resolved = resolver.text(text, path)
            if resolved != text:
                words[path] = _read_again(value, resolved)
    return reworded(department_year, words), tuple(resolver.problems)


class _Resolver:
    def __init__(self, department_year: DepartmentYear, profile: Profile) -> None:
        self.department_year = department_year
        self.profile = profile
        self.problems: list[CitationProblem] = []

    @functools.cached_property
    def completed(self) -> DepartmentYear:
        """The year with what was left blank computed; only a blank or an expression needs it."""
        return completed(self.department_year, self.profile)

    def text(self, text: str, path: DataPath) -> str:
        # Words and citations take turns.
        parts = _CITATION.split(text)
        self.check("".join(parts[::2]), path)
        parts[1::2] = [self.cite(typed, path) for typed in parts[1::2]]
        return "".join(parts)

    def check(self, rest: str, path: DataPath) -> None:
        """Tell of braces in a text without its citations."""
        if not ("{" in rest or "}" in rest or "｛" in rest):
            return
        stray = _DELIMITER.search(rest)
        if stray:
            self.problems.append(CitationProblem(path, UNPAIRED, {"citation": stray[0]}))
            return
        meant = find_meant(rest, readers_of(type(self.department_year)))
        if meant is not None:
            arguments = {"typed": meant.typed, "citation": meant.named}
            self.problems.append(CitationProblem(path, MEANT, arguments))

    def cite(self, typed: str, path: DataPath) -> str:
        """Return what is printed for what is typed between two braces and two braces."""
        citation = typed.strip()
        outcome = self.evaluate(citation)
        if isinstance(outcome, str):
            return outcome
        fault, arguments = outcome
        self.problems.append(CitationProblem(path, fault, {"citation": citation} | arguments))
        return f"{{{{{typed}}}}}"

    def evaluate(self, citation: str) -> str | tuple[CitationFault, dict[str, object]]:
        """Return the printed fact, or what is wrong with the citation."""
        if len(citation) > _LONGEST:
            return BROKEN, {"citation": citation[:40] + "…"}
        # What is typed stays as typed, so that most citations need nothing computed.
        value = typed_at(self.department_year, citation)
        if value is not None:
            return _printed(value)
        try:
            if is_path(citation):
                return _printed(follow(self.completed, citation))
            return _computed(citation, self.completed)
        except UnknownFact as unknown:
            near = unknown.suggestion or unknown.nearest_of(readers_of(type(self.department_year)))
            return UNKNOWN, {"name": unknown.name, "suggestion": did_you_mean(near)}


def _computed(citation: str, year: DepartmentYear) -> str | tuple[CitationFault, dict[str, object]]:
    # Jinja costs 50 ms to import; most citations only name a fact.
    from jinja2 import TemplateError  # noqa: PLC0415

    try:
        compute, names = _expression(citation)
        return _printed(compute(some_facts(year, names)))
    except (TemplateError, ArithmeticError, TypeError, ValueError, RecursionError):
        # {{ 甲 }和{{ 乙 }}: a brace is missing, and two citations became one.
        return UNPAIRED if "{{" in citation else BROKEN, {}


@functools.lru_cache(maxsize=512)
def _expression(citation: str) -> tuple[Callable[[Facts], Any], frozenset[str]]:
    """Compile an expression once a process: compiling costs a thousand times the evaluation.

    With the names it reads.
    """
    from reportgen.figures.expressions import FactEnvironment  # noqa: PLC0415
    from reportgen.figures.filters import FILTERS  # noqa: PLC0415

    environment = FactEnvironment(FILTERS)
    compute = environment.compile_expression(citation, undefined_to_none=False)
    return compute, environment.names_in(citation)


def _read_again(typed: str | Quantity | DateText, text: str) -> str | Quantity | DateText:
    """Return the resolved text as the kind of value that was typed."""
    if isinstance(typed, Quantity):
        return parse_quantity(text)
    if isinstance(typed, DateText):
        try:
            return parse_date(text)
        except ValueError:
            return DateText(text, None, standard=False)
    return text


def _printed(value: Any) -> str | tuple[CitationFault, dict[str, object]]:
    if type(value) not in _VALUES:
        if value is None:
            return BLANK, {}
        return (NOT_A_VALUE if isinstance(value, _GROUPS) else BROKEN), {}
    try:
        text = str(printable(value))
    except UnroundedError:
        return UNROUNDED, {}
    return (CHAINED, {}) if _DELIMITER.search(text) else text
