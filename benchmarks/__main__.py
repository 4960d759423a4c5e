"""Measure everything and write docs/performance.md.

    python -m benchmarks [--all]

A quarter of an hour; --all takes longer: 10,000 departments too.
"""

from __future__ import annotations

import sys

from benchmarks import build, engine, pdf, scaling, stages, startup
from benchmarks.measuring import ROOT, Table, show

PAGE = ROOT / "docs" / "performance.md"
HEAD = """# 有多快 / How fast

<!-- 由 make bench 测得并写成，不要手改 / measured and written by `make bench`, do not edit -->

一处机器上的秒数换一处就不算数，所以这里只有比值：同一次运行里轮流测，每轮算一个比值，取中位数（五轮以上）。

Seconds hold for one machine only, so these are ratios: measured in turns in one run, one ratio a
round, the median of five rounds or more. `python -m benchmarks.NAME` measures one of them: engine,
build, stages, scaling, pdf, startup."""


def main() -> None:
    everything = "--all" in sys.argv[1:]
    tables: list[Table] = []
    for measured in (
        engine.measure,
        build.measure,
        stages.measure,
        lambda: scaling.measure(largest=everything),
        pdf.measure,
        startup.measure,
    ):
        found = measured()
        show(*found)
        tables += found
    PAGE.write_text("\n\n".join((HEAD, *map(str, tables))) + "\n", "utf-8")


if __name__ == "__main__":
    main()
