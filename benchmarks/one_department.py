"""What checking one department costs: 60 indicators, 12 units, 4 KB of prose, on one core.

    python -m benchmarks.one_department

From data to findings: model, citations, every rule. Reading YAML is not in it. Medians of many
runs, of processor time.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping
from typing import Any

from benchmarks.made_departments import department
from benchmarks.measuring import Table, one_core, show
from reportgen.figures.citations import resolve_citations
from reportgen.loading.profiles import Profiles
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import Finding
from reportgen.rules.registry import Rule, Subject, declared_rules, run_rules

ROUNDS = 60
DEAREST = 6
AIM = 5


def milliseconds(work: Callable[[], Any], rounds: int = ROUNDS) -> float:
    times = []
    for _ in range(rounds):
        started = time.process_time_ns()
        work()
        times.append(time.process_time_ns() - started)
    return statistics.median(times) / 1e6


class Department:
    """The department of the benchmark at each stage of its check."""

    def __init__(self) -> None:
        self.data = department(60, 12, 4096)
        loaded = Profiles().find("national-2020")
        assert loaded is not None  # noqa: S101
        self.profile = loaded.profile
        self.rules = list(declared_rules().values())
        self.typed = self.model()
        self.resolved = self.citations()

    def model(self) -> DepartmentYear:
        return DepartmentYear.model_validate(self.data)

    def citations(self) -> DepartmentYear:
        return resolve_citations(self.typed)[0]

    def check(self, subject: Subject, rules: list[Rule]) -> list[Finding]:
        return run_rules(subject, rules)

    def fresh(self) -> Subject:
        """Return a subject that nothing is remembered of."""
        return Subject(self.resolved.model_copy(), self.profile)


def measure() -> list[Table]:
    made = Department()
    with one_core():
        stages = {
            "model: data to records": milliseconds(made.model),
            "citations: {{ }} resolved": milliseconds(made.citations),
            f"{len(made.rules)} rules": milliseconds(lambda: made.check(made.fresh(), made.rules)),
        }
        seen = made.fresh()
        made.check(seen, made.rules)
        costs = {
            rule.code: milliseconds(lambda rule=rule: made.check(seen, [rule]), 15)
            for rule in made.rules
        }
    return [stages_table(stages), rules_table(costs, stages)]


def stages_table(stages: Mapping[str, float]) -> Table:
    whole = sum(stages.values())
    table = Table(
        "一个部门要多久 / What one department costs",
        ("stage", "ms", "share"),
        before="60 indicators, 12 units, 4 KB of prose, one core; medians of processor time on the"
        f" machine that measured. The aim is {AIM} ms.",
    )
    table.rows += [[name, f"{ms:.1f}", f"{ms / whole:.0%}"] for name, ms in stages.items()]
    table.rows.append(
        ["**all**", f"{whole:.1f}", f"{AIM} ms: {'met' if whole <= AIM else 'missed'}"]
    )
    return table


def rules_table(costs: Mapping[str, float], stages: Mapping[str, float]) -> Table:
    rules = [*stages.values()][-1]
    dearest = sorted(costs, key=costs.__getitem__, reverse=True)[:DEAREST]
    table = Table(
        "规则的时间用在哪里 / Where the time of the rules goes",
        ("rule", "share"),
        after="No other rule stands out: each looks once at every row or text that concerns it.",
    )
    table.rows += [[code, f"{costs[code] / rules:.0%}"] for code in dearest]
    others = sum(costs.values()) - sum(costs[code] for code in dearest)
    walks = max(0.0, rules - sum(costs.values()))
    table.rows.append([f"the other {len(costs) - len(dearest)} rules", f"{others / rules:.0%}"])
    table.rows.append(["what they share: walks over texts, figures, rows", f"{walks / rules:.0%}"])
    return table


if __name__ == "__main__":
    show(*measure())
