"""Facts cited in typed text: `支出{{ 资金.执行合计 }}万元`.

Resolved once, before the rules run, so that rules read the same text that forms print. Only
expressions are allowed, no statements; a citation that fails is a problem with a path.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Collection, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from reportgen.figures.citation_faults import (
    BLANK,
    BROKEN,
    CHAINED,
    MEANT,
    NOT_A_VALUE,
    UNKNOWN,
    UNPAIRED,
    UNROUNDED,
    CitationFault,
    CitationProblem,
)
from reportgen.figures.completed import completed
from reportgen.figures.contents import contents, reworded
from reportgen.figures.facts import readers_of, some_facts
from reportgen.figures.meant_citations import find_meant
from reportgen.figures.paths import UnknownFact, follow, is_path, typed_at
from reportgen.figures.printing import UnroundedError, printable
from reportgen.model.fields import Rate
from reportgen.model.finding import DataPath
from reportgen.model.profile import Profile
from reportgen.model.record import Record
from reportgen.wording.dates import DateText, parse_date
from reportgen.wording.language import did_you_mean
from reportgen.wording.quantities import Quantity, parse_quantity

if TYPE_CHECKING:
    from reportgen.model.department_year import DepartmentYear

_CITATION: Final = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_STEP_END: Final = re.compile(r"[.\[]")
_DELIMITER: Final = re.compile(r"\{\{|\{%|\}\}|%\}")
_LONGEST: Final = 400
_VALUES: Final = frozenset({str, int, Decimal, Rate, Quantity, DateText})
_GROUPS: Final = (dict, list, tuple, Record)


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
        if _holds_brace(text):
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
        if not _holds_brace(rest):
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
            return self.compute(citation)
        except UnknownFact as unknown:
            near = unknown.suggestion or unknown.nearest_of(readers_of(type(self.department_year)))
            return UNKNOWN, {"name": unknown.name, "suggestion": did_you_mean(near)}

    def compute(self, citation: str) -> str | tuple[CitationFault, dict[str, object]]:
        # Jinja costs 50 ms to import; most citations only name a fact.
        from jinja2 import TemplateError  # noqa: PLC0415

        try:
            compute, paths = _expression(citation)
            return _printed(compute(self.facts_for(paths)))
        except (TemplateError, ArithmeticError, TypeError, ValueError, RecursionError):
            # {{ 甲 }和{{ 乙 }}: a brace is missing, and two citations became one.
            return UNPAIRED if "{{" in citation else BROKEN, {}

    def facts_for(self, paths: Collection[str]) -> Mapping[str, Any]:
        """Return what an expression reads that names these facts: if all are typed, as typed."""
        names = {_STEP_END.split(path, maxsplit=1)[0] for path in paths}
        if all(type(typed_at(self.department_year, path)) in _VALUES for path in paths):
            return {name: typed_at(self.department_year, name) for name in names}
        return some_facts(self.completed, names)


@functools.lru_cache(maxsize=512)
def _expression(citation: str) -> tuple[Callable[[Mapping[str, Any]], Any], tuple[str, ...]]:
    """Compile an expression once a process: compiling costs a thousand times the evaluation.

    With the paths of the facts it reads.
    """
    from reportgen.figures.expressions import FactEnvironment  # noqa: PLC0415
    from reportgen.figures.filters import FILTERS  # noqa: PLC0415

    environment = FactEnvironment(FILTERS)
    compute = environment.compile_expression(citation, undefined_to_none=False)
    return compute, environment.paths_in(citation)


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
        text = value if type(value) is str else str(printable(value))
    except UnroundedError:
        return UNROUNDED, {}
    return (CHAINED, {}) if _holds_brace(text) and _DELIMITER.search(text) else text


def _holds_brace(text: str) -> bool:
    # Most texts hold none, and looking for one character is many times faster than a pattern.
    return "{" in text or "}" in text or "｛" in text
