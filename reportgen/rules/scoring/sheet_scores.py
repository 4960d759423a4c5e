"""The rows of the common index sheet beside what they should score; the SHT rules read them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from reportgen.figures.common_sheet import UNLIMITED, score_agrees
from reportgen.figures.remembered import remembered
from reportgen.figures.rounding import plain, round_half_up
from reportgen.figures.sheet_inputs import Reading, read_input
from reportgen.figures.sheet_rows import SHEET_ROWS, Outcome, SheetRow
from reportgen.model.finding import DataPath
from reportgen.model.indicators import Indicator
from reportgen.model.profile import PerPoint
from reportgen.rules.readings.walks import tree_nodes
from reportgen.rules.registry import Hit, Subject
from reportgen.wording.language import Wording

SCORE_BY_RULE: Final = Wording(
    "请按评分标准改正得分，或更正计算所用的数据",
    "Score the row by its rule, or correct the figures it is computed from",
)
FORM: Final = "附件3-1评分表，见云溪区2021年公开文本"
_IGNORED: Final = re.compile(r"[\s“”\"＂‘’'「」：:]")
_INNER_QUOTES: Final = str.maketrans("“”", "‘’")
_NO_BASE: Final = Wording("（基数为0）", "(base 0)")


class ScoredRow(NamedTuple):
    """A computable row with its self-score, and what was found of its inputs."""

    path: DataPath
    node: Indicator
    score: Decimal
    row: SheetRow
    readings: tuple[Reading | None, ...]

    @property
    def name(self) -> str:
        """The name as a sentence quotes it: quotation marks inside quotation marks are single."""
        return (self.node.name or "").translate(_INNER_QUOTES)

    def outcome(self, per_point: PerPoint) -> Outcome | None:
        """Return what the row should score; None when that cannot be computed."""
        full = self.row.full if self.node.weight is None else self.node.weight
        values = tuple([None if each is None else each.value for each in self.readings])
        return self.row.compute(values, full, per_point)


@remembered
def scored_rows(subject: Subject) -> tuple[ScoredRow, ...]:
    """Return the computable rows that are scored, if the scheme has the common index sheet."""
    return tuple(_scored_rows(subject)) if subject.profile.common_sheet == "是" else ()


def _scored_rows(subject: Subject) -> Iterator[ScoredRow]:
    for path, node in tree_nodes(subject.department_year)["评分表", "指标"]:
        if node.score is None or node.children:
            continue
        name = node.name or ""
        row = SHEET_ROWS.get(name) or SHEET_ROWS.get(_IGNORED.sub("", name))
        if row is not None:
            readings = tuple([read_input(subject.department_year, each) for each in row.inputs])
            yield ScoredRow(path, node, node.score, row, readings)


@remembered
def _scored_by_name(subject: Subject) -> Mapping[str, list[ScoredRow]]:
    found: defaultdict[str, list[ScoredRow]] = defaultdict(list)
    for scored in scored_rows(subject):
        found[scored.row.name].append(scored)
    return found


def wrongly_scored(subject: Subject, name: str) -> Iterator[Hit]:
    """Yield a hit at the self-score of the row `name` when its inputs give another score.

    `measured` is the figure in the words of the message: 174.41%, 2 or 12.5.
    """
    for scored in _scored_by_name(subject).get(name, ()):
        outcome = scored.outcome(subject.profile.per_point)
        if outcome is not None and not score_agrees(scored.score, outcome.points):
            yield Hit(
                (*scored.path, "得分"),
                stated=plain(scored.score),
                computed=plain(round_half_up(outcome.points, 2)),
                arguments={"measured": _measured(outcome.measured), "rate": _rate(outcome)},
                other=next((each.path for each in scored.readings if each), None),
            )


def missing_inputs(scored: ScoredRow) -> list[str]:
    """Return the inputs whose absence keeps a row from being computed."""
    missing = [
        each.label
        for each, reading in zip(scored.row.inputs, scored.readings, strict=True)
        if reading is None
    ]
    return missing if missing and scored.outcome("continuous") is None else []


def _measured(value: Decimal) -> str:
    return plain(value) if value < UNLIMITED else ""


def _rate(outcome: Outcome) -> str | Wording:
    if outcome.measured == UNLIMITED:
        return _NO_BASE
    shown = round_half_up(outcome.measured, 2)
    hides_band = shown != outcome.measured and shown == shown.to_integral_value()
    return f"{plain(round_half_up(outcome.measured, 6) if hides_band else shown)}%"
