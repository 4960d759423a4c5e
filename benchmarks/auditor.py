"""Measure the auditor and write docs/auditor.md.

    python -m benchmarks.auditor

A minute or two. Nothing but what is in this checkout, and the published texts where they are.
"""

from __future__ import annotations

import contextlib
import io

from benchmarks import linearity, mutation, one_department, prose_precision
from benchmarks.measuring import ROOT, Table, show

PAGE = ROOT / "docs" / "auditor.md"
HEAD = """# 审得准不准、快不快 / How well and how fast the auditor works

<!-- 由 make bench 测得并写成，不要手改 / measured and written by `make bench`, do not edit -->

查什么见 [rules.md](rules.md)，判断不了的也在那里。下面的数都可以在本机重跑：
`python -m benchmarks.名称`，名称是 mutation、linearity、one_department、prose_precision。

What is checked, and what a program cannot decide: [rules.md](rules.md). Every figure below can be
measured again with `python -m benchmarks.NAME`."""


def main() -> None:
    tables: list[Table] = []
    for measure in (linearity.measure, one_department.measure, mutation.measure):
        tables += measure()
        show(tables[-1])
    PAGE.write_text("\n\n".join((HEAD, *map(str, tables), prose())) + "\n", "utf-8")


def prose() -> str:
    """Return what prose_precision prints, as a section of the page."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        prose_precision.main()
    print(said.getvalue())
    title = "正文里手工录入的数 / Figures typed in running text (NAR-15)"
    why = "The published texts, with figures altered by the script, held against data/*.yaml."
    return f"## {title}\n\n{why}\n\n```text\n{said.getvalue().strip()}\n```"


if __name__ == "__main__":
    main()
