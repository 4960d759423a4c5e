"""Whether checking takes time in proportion to the size: 2,000 against 20,000 indicators.

    python benchmarks/linearity.py

From data to findings: model, citations, every rule; medians. Ten times the indicators should take
ten times as long, and at most twelve.
"""

from __future__ import annotations

import statistics
import sys
import time

from made_departments import department

from reportgen.figures.citations import resolve_citations
from reportgen.loading.places import Places
from reportgen.loading.profiles import Profiles
from reportgen.model.department_year import DepartmentYear
from reportgen.rules import THEMES  # noqa: F401 - declares the rules
from reportgen.rules.registry import Subject, declared_rules, run_rules

SMALL, LARGE = 2_000, 20_000
MOST = 12
ROUNDS = {SMALL: 7, LARGE: 3}


def seconds(indicators: int) -> float:
    loaded = Profiles().find("national-2020")
    assert loaded is not None  # noqa: S101
    data = department(indicators, 12, 4096)
    rules = list(declared_rules().values())
    times = []
    for _ in range(ROUNDS[indicators]):
        started = time.perf_counter()
        typed = DepartmentYear.model_validate(data)
        run_rules(
            Subject(resolve_citations(typed)[0], loaded.profile), Places("made.yaml").at, rules
        )
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def main() -> None:
    small, large = seconds(SMALL), seconds(LARGE)
    ratio = large / small
    print(f"{SMALL} indicators {small * 1000:.0f} ms, {LARGE} {large * 1000:.0f} ms: {ratio:.1f}x")
    sys.exit(f"more than {MOST}x" if ratio > MOST else 0)


if __name__ == "__main__":
    main()
