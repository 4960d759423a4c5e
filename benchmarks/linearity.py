"""Whether checking takes time in proportion to the size: 2,000 against 20,000 indicators.

    python -m benchmarks.linearity

From data to findings: model, citations, every rule; processor time on one core. Ten times the
indicators should take ten times as long, and at most twelve. The two are measured in turns, one
ratio a round, and the median is what is told.
"""

from __future__ import annotations

import gc
import statistics
import time

from benchmarks.made_departments import department
from benchmarks.measuring import Table, one_core, show, verdict
from reportgen.figures.citations import resolve_citations
from reportgen.loading.profiles import Profiles
from reportgen.model.department_year import DepartmentYear
from reportgen.rules.registry import Subject, declared_rules, run_rules

SMALL, LARGE = 2_000, 20_000
MOST = 12
ROUNDS = 5
SMALL_RUNS = 5
# As the command does: what is checked holds no cycles, and looking for them is not linear.
COLLECT_EVERY = 50_000


class Check:
    """One made department, ready to be checked again and again."""

    def __init__(self, indicators: int) -> None:
        self.data = department(indicators, 12, 4096)
        loaded = Profiles().find("national-2020")
        assert loaded is not None  # noqa: S101
        self.profile = loaded.profile
        self.rules = list(declared_rules().values())

    def seconds(self) -> float:
        started = time.process_time()
        typed = DepartmentYear.model_validate(self.data)
        subject = Subject(resolve_citations(typed)[0], self.profile)
        run_rules(subject, self.rules)
        return time.process_time() - started


def measure() -> list[Table]:
    gc.set_threshold(COLLECT_EVERY)
    small, large = Check(SMALL), Check(LARGE)
    with one_core():
        ratios = [
            large.seconds() / statistics.median(small.seconds() for _ in range(SMALL_RUNS))
            for _ in range(ROUNDS)
        ]
    ratio = statistics.median(ratios)
    table = Table(
        "指标多十倍，用时多几倍 / Ten times the indicators, how many times as long",
        ("indicators", "time", "aim"),
        before=(__doc__ or "").partition("linearity\n\n")[2].strip(),
    )
    table.rows += [
        [f"{SMALL:,}", "1x", ""],
        [f"{LARGE:,}", f"{ratio:.1f}x", verdict(ratio, MOST, at_most=True)],
    ]
    return [table]


if __name__ == "__main__":
    show(*measure())
