"""How many single wrong figures the auditor notices, on the five published departments.

    python -m benchmarks.mutation

Every figure of a money table, every weight, score and execution rate of data/*.yaml is altered,
one at a time: one digit changed, two neighbours swapped, one dropped (where the figure has them).
A mutant counts as noticed when it raises an error or a warning of a code at a place where there
was none. Seeded: the same mutants in every run.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.measuring import Table, show
from reportgen.figures.citations import resolve_citations
from reportgen.loading.profiles import Profiles
from reportgen.loading.yaml_source import YamlSource, read_yaml
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import DataPath, Severity, path_text
from reportgen.rules.registry import Subject, declared_rules, run_rules

DATA = Path(__file__).resolve().parent.parent / "data"
SEED = 20210101
AIM = 98
KINDS = ("changed", "swapped", "dropped")
MONEY = ("资金", "机构", "本级预算", "上级资金", "资金合计")
POINTS = ("分值", "得分")
FIGURE = re.compile(r"(0|[1-9]\d*)(\.\d+)?%?")
# Figures that no other figure of the document depends on, and why. The rest stand in an identity.
FREE = (
    ("gaoyang-2021", r"资金\.到位资金", "funds received may be less than the budget"),
    ("gaoyang-2021", r"资金\.总额\.(预算数|执行率)", "the rate is wrong as published (90%)"),
    ("yuanjiang-2024", r"项目\[\d\]\.(本级预算|上级资金\..*)", "no total is printed to add to"),
)


@dataclass(frozen=True)
class Mutant:
    name: str
    path: DataPath
    kind: str
    typed: str
    altered: str

    @property
    def free(self) -> str | None:
        """Why nothing contradicts the figure; None when it stands in an identity."""
        place = path_text(self.path)
        reasons = (
            why for name, where, why in FREE if name == self.name and re.fullmatch(where, place)
        )
        return next(reasons, None)


Outcome = tuple[Mutant, bool]


def figures(value: Any, path: DataPath = ()) -> Iterator[tuple[DataPath, str]]:
    """Yield every figure of the money tables, the weights, scores and rates."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from figures(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from figures(item, (*path, index))
    elif isinstance(value, str) and FIGURE.fullmatch(value):
        is_money = path[0] in MONEY or (path[0] == "项目" and path[2] in MONEY)
        if is_money or path[-1] in POINTS:
            yield path, value


def alterations(typed: str, draw: random.Random) -> Iterator[tuple[str, str]]:
    """Yield one alteration of each kind that gives another figure of the same form."""
    digits = [at for at, character in enumerate(typed) if character.isdigit()]
    for kind in KINDS:
        draw.shuffle(digits)
        for at in digits:
            altered = altered_at(typed, at, kind, draw)
            if altered is not None and FIGURE.fullmatch(altered) and altered != typed:
                yield kind, altered
                break


def altered_at(typed: str, at: int, kind: str, draw: random.Random) -> str | None:
    if kind == "changed":
        return (
            typed[:at] + draw.choice([d for d in "0123456789" if d != typed[at]]) + typed[at + 1 :]
        )
    if kind == "dropped":
        return typed[:at] + typed[at + 1 :]
    after = at + 1
    if after < len(typed) and typed[after].isdigit():
        return typed[:at] + typed[after] + typed[at] + typed[after + 1 :]
    return None


def mutants(name: str, source: YamlSource) -> Iterator[Mutant]:
    draw = random.Random(f"{SEED} {name}")  # noqa: S311 - not for secrets
    for path, typed in figures(source.data):
        for kind, altered in alterations(typed, draw):
            yield Mutant(name, path, kind, typed, altered)


class Auditor:
    """One department's file, checked again and again."""

    def __init__(self, path: Path, profiles: Profiles) -> None:
        self.source = read_yaml(path.name, path.read_bytes())
        loaded = profiles.find(str((self.source.data or {})["口径"]))
        assert loaded is not None  # noqa: S101
        self.profile = loaded.profile
        self.usual = self.findings()

    def findings(self) -> set[tuple[str, str]]:
        """Return the code and the path of every error and warning."""
        typed = DepartmentYear.model_validate(self.source.data)
        subject = Subject(resolve_citations(typed)[0], self.profile)
        found = run_rules(subject, declared_rules().values())
        return {
            (each.code, path_text(each.path))
            for each in found
            if each.severity is not Severity.INFO
        }

    def notices(self, mutant: Mutant) -> bool:
        holder: Any = self.source.data
        for step in mutant.path[:-1]:
            holder = holder[step]
        holder[mutant.path[-1]] = mutant.altered
        try:
            return bool(self.findings() - self.usual)
        finally:
            holder[mutant.path[-1]] = mutant.typed


def measure() -> list[Table]:
    profiles = Profiles()
    outcomes: list[Outcome] = []
    for path in sorted(DATA.glob("*.yaml")):
        auditor = Auditor(path, profiles)
        outcomes += [(each, auditor.notices(each)) for each in mutants(path.stem, auditor.source)]
    return [noticed_table(outcomes), survivors_table(outcomes)]


def noticed_table(outcomes: list[Outcome]) -> Table:
    bound = [outcome for outcome in outcomes if outcome[0].free is None]
    table = Table(
        "一次只改错一个数，查得出几处 / One figure wrong at a time: how many are noticed",
        ("file", "mutants", "noticed", "in an identity", "noticed"),
        before=__doc__.partition("\n\n    ")[2].partition("\n\n")[2].strip(),
        after="In an identity, by kind: "
        + "; ".join(f"{kind} {' of '.join(counted(of_kind(bound, kind))[::-1])}" for kind in KINDS)
        + f". The aim is {AIM}% of the figures that stand in an identity.",
    )
    for name in (*sorted({mutant.name for mutant, _ in outcomes}), None):
        cells = [
            cell
            for group in (outcomes, bound)
            for cell in counted([each for each in group if name in (None, each[0].name)])
        ]
        table.rows.append([name or "**all**", *cells])
    return table


def survivors_table(outcomes: list[Outcome]) -> Table:
    table = Table(
        "没有查出的，以及为什么 / What survives, and why",
        ("file", "figure", "typed → altered", "why"),
    )
    for mutant, noticed in outcomes:
        if not noticed:
            altered = f"{mutant.typed} → {mutant.altered}"
            why = mutant.free or "**no rule**"
            table.rows.append([mutant.name, path_text(mutant.path), altered, why])
    return table


def of_kind(outcomes: list[Outcome], kind: str) -> list[Outcome]:
    return [outcome for outcome in outcomes if outcome[0].kind == kind]


def counted(outcomes: list[Outcome]) -> list[str]:
    noticed = sum(noticed for _, noticed in outcomes)
    share = f" ({noticed / len(outcomes):.1%})" if outcomes else ""
    return [str(len(outcomes)), f"{noticed}{share}"]


if __name__ == "__main__":
    show(*measure())
