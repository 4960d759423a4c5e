"""What checking one department costs: 60 indicators, 12 units, 4 KB of prose, on one core.

    python benchmarks/one_department.py [-v]

From data to findings: model, citations, every rule. Reading YAML is not in it. Medians of many
runs; -v names the dearest rules.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

from made_departments import department

from reportgen.figures.citations import resolve_citations
from reportgen.loading.places import Places
from reportgen.loading.profiles import Profiles
from reportgen.model.department_year import DepartmentYear
from reportgen.rules import THEMES  # noqa: F401 - declares the rules
from reportgen.rules.registry import Subject, declared_rules, run_rules

ROUNDS = 60
DEAREST = 12


def milliseconds(work: Callable[[], Any], rounds: int = ROUNDS) -> float:
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return statistics.median(times) * 1000


def main() -> None:
    data = department(60, 12, 4096)
    loaded = Profiles().find("national-2020")
    assert loaded is not None  # noqa: S101
    rules = list(declared_rules().values())
    place_of = Places("made.yaml").at

    def model() -> DepartmentYear:
        return DepartmentYear.model_validate(data)

    typed = model()
    resolved = resolve_citations(typed)[0]

    def whole() -> None:
        run_rules(Subject(resolve_citations(model())[0], loaded.profile), place_of, rules)

    def fresh() -> Subject:
        return Subject(resolved.model_copy(), loaded.profile)

    found = run_rules(fresh(), place_of, rules)
    print(f"one department: {len(rules)} rules, {len(found)} findings, ms (median of {ROUNDS})")
    print(f"  model      {milliseconds(model):6.2f}")
    print(f"  citations  {milliseconds(lambda: resolve_citations(typed)):6.2f}")
    print(f"  rules      {milliseconds(lambda: run_rules(fresh(), place_of, rules)):6.2f}")
    print(f"  all        {milliseconds(whole):6.2f}")
    if "-v" in sys.argv[1:]:
        subject = fresh()
        costs = [
            (milliseconds(lambda each=each: run_rules(subject, place_of, [each]), 15), each.code)
            for each in rules
        ]
        for cost, code in sorted(costs, reverse=True)[:DEAREST]:
            print(f"    {code:10} {cost:.3f}")


if __name__ == "__main__":
    main()
