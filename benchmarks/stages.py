"""Where the processor time of a build goes: each stage's functions timed, nested ones taken out.

python -m benchmarks.stages
"""

from __future__ import annotations

import contextlib
import importlib
import io
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.alike import DOCUMENTS, workspace
from benchmarks.engine import reportgen_engine
from benchmarks.measuring import Table, build, one_core, show
from reportgen.cli.main import cli

DEPARTMENTS = 100
RENDERS = 300
SMALLEST = 0.001
STAGES = {
    "reading YAML, with the place of every value": (
        "reportgen.loading.department_file:read_yaml",
    ),
    "the model (pydantic)": ("reportgen.loading.department_file:read_model",),
    "citations": ("reportgen.pipeline.check:resolve_citations",),
    "rules": ("reportgen.pipeline.check:run_rules",),
    "places and answers of findings": (
        "reportgen.pipeline.check:_placed",
        "reportgen.pipeline.check:apply_answers",
        "reportgen.batch.plan:review_facts",
    ),
    "facts for the forms": (
        "reportgen.rendering.printed:facts_of",
        "reportgen.rendering.documents:facts_of",
    ),
    "compiling the templates (once)": (
        "reportgen.rendering.documents:open_template",
    ),
    "Jinja, printing values": ("reportgen.rendering.environment:PartEnvironment.rendered",),
    "escaping values": ("reportgen.rendering.environment:PartEnvironment.printed",),
    "encoding and mending the XML": ("reportgen.rendering.emptied:mended",),
    "proof that every value arrived": ("reportgen.rendering.engine:shows_the_same",),
    "deflating and hashing": (
        "reportgen.rendering.engine:store",
        "reportgen.rendering.engine:assemble",
        "reportgen.batch.manifest:sha256_of",
        "reportgen.batch.writer:sha256_of",
    ),
    "writing files": ("reportgen.batch.writer:write_whole",),
    "what is there, what changed": (
        "reportgen.batch.build:survey",
        "reportgen.batch.freshness:Freshness.unchanged",
    ),
    "journal and manifest": (
        "reportgen.batch.journal:note",
        "reportgen.batch.manifest:write_manifest",
        "reportgen.batch.bookkeeping:write_manifest",
    ),
    "printing the outcome": ("reportgen.cli.build:_print_report",),
}  # fmt: skip
REST = "all else"


class Stopwatch:
    """Adds up the time spent in each stage and not in a stage called by it."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self._running = [REST]
        self._since = time.process_time()

    def switch(self) -> None:
        now = time.process_time()
        self.spent[self._running[-1]] += now - self._since
        self._since = now

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def wrapper(*arguments: Any, **named: Any) -> Any:
            self.switch()
            self._running.append(stage)
            try:
                return function(*arguments, **named)
            finally:
                self.switch()
                self._running.pop()

        return wrapper

    @contextlib.contextmanager
    def watching(self) -> Iterator[None]:
        """Time every function of STAGES that is there; a renamed one counts as all else."""
        replaced = []
        for stage, names in STAGES.items():
            for name in names:
                holder, attribute = _holder(name)
                if not hasattr(holder, attribute):
                    print(f"stages: {name} is not there any more", file=sys.stderr)
                    continue
                function = getattr(holder, attribute)
                replaced.append((holder, attribute, function))
                setattr(holder, attribute, self.timed(stage, function))
        self._since = time.process_time()
        try:
            yield
            self.switch()
        finally:
            for holder, attribute, function in reversed(replaced):
                setattr(holder, attribute, function)


def _holder(name: str) -> tuple[Any, str]:
    module, _, path = name.partition(":")
    *outer, attribute = path.split(".")
    holder: Any = importlib.import_module(module)
    for step in outer:
        holder = getattr(holder, step)
    return holder, attribute


def _build(folder: Path, output: str) -> None:
    arguments = build("data", "-o", output)[3:]
    with contextlib.chdir(folder), contextlib.redirect_stdout(io.StringIO()):
        cli.main(arguments, standalone_mode=False)


def measure(departments: int = DEPARTMENTS) -> list[Table]:
    with tempfile.TemporaryDirectory() as name, one_core():
        folder = workspace(Path(name), departments)
        _build(folder, "unmeasured")
        whole = Stopwatch()
        with whole.watching():
            _build(folder, "output")
        alone = Stopwatch()
        with alone.watching():
            render = reportgen_engine(folder)  # compiled here, so that its functions are watched
            render()
            alone.spent.clear()
            for _ in range(RENDERS):
                render()
    about = (
        f"One process building {departments} departments to disk, {DOCUMENTS} documents each, its "
        "modules already imported. Each line is what is spent in the stage itself; processor "
        "time, so waiting for the disk is not in it; being timed makes a stage of many small "
        "calls look longer, the escaping of values most."
    )
    return [
        _table("Where the time of a build goes", about, whole),
        _table("Where the time of one document goes", "The form of the first table.", alone),
    ]


def _table(title: str, about: str, stopwatch: Stopwatch) -> Table:
    total = sum(stopwatch.spent.values())
    shares = [(stage, spent / total) for stage, spent in stopwatch.spent.most_common()]
    rows = [(stage, f"{share:.1%}") for stage, share in shares if share >= SMALLEST]
    return Table(title, ("stage", "share"), rows, about)


if __name__ == "__main__":
    show(*measure())
