"""A build: every file checked, every document written, nothing lost on the way."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from reportgen.batch import bookkeeping
from reportgen.batch.conversion import Conversion, PagesWanted
from reportgen.batch.crew import Crew
from reportgen.batch.freshness import Freshness
from reportgen.batch.kit import Kit, chosen_forms
from reportgen.batch.known import Known
from reportgen.batch.lock import alone_in
from reportgen.batch.manifest import read_manifest
from reportgen.batch.outcome import Outcome, Progress, State, Task
from reportgen.batch.pool import cores, hired_pool
from reportgen.batch.report import BuildReport
from reportgen.batch.shelf import Shelf
from reportgen.batch.sources import TAKEN, Source, clash_finding, clashes, owners_of, survey
from reportgen.batch.volumes import Volumes
from reportgen.loading.profiles import Profiles
from reportgen.model.errors import UsageError
from reportgen.model.form import Form
from reportgen.wording.language import Wording

if TYPE_CHECKING:
    from reportgen.batch.workbench import Workbench

NO_DASK: Final = Wording(
    "--cluster 需要 dask.distributed，这里没有安装", "--cluster needs dask.distributed"
)
INSTALL_DASK: Final = Wording(
    '每个节点都在 reportgen 的源码文件夹里运行：pip install ".[cluster]"',
    'On every node, in the folder of its source: pip install ".[cluster]"',
)
# Starting processes costs more than they would save on so few sources.
_WORTH_PROCESSES: Final = 16
_UNSURE: Final = ""


@dataclass(frozen=True)
class BuildRequest:
    """What to build: `asked` names forms by id, none for those of each profile.

    `processes` is None for as many as are worth it.
    """

    files: Sequence[tuple[Path, str]]
    output: Path
    forms: Mapping[str, Form]
    profiles: Profiles
    asked: Sequence[str] = ()
    strict: bool = False
    processes: int | None = None
    force: bool = False
    cluster: str | None = None
    pages: PagesWanted = field(default_factory=PagesWanted)


def build(request: BuildRequest, progress: Progress) -> BuildReport:
    """Build what has changed since the last build, then write the manifest.

    Raises UsageError (also when another build is at work in the folder), FormError or ProfileError
    when the run as a whole cannot go on; nothing is written then. A KeyboardInterrupt passes
    through when what was begun is finished and told.
    """
    with alone_in(request.output):
        return _Run(request, progress).whole()


class _Run:
    """One build, from the survey of its sources to its manifest."""

    def __init__(self, request: BuildRequest, progress: Progress) -> None:
        asked = chosen_forms(request.forms, request.asked)
        self.kit = Kit(request.output, request.forms, request.profiles, asked, request.strict)
        self.request = request
        self.progress = progress
        self.before = read_manifest(request.output)
        self.freshness = Freshness(self.kit, self.before)
        request.pages.check()
        shelf = Shelf(request.output, self.before, force=request.force)
        self.volumes = Volumes(self.kit, shelf, self.before)
        self.conversion = Conversion(
            shelf, pictures=request.pages.pictures, processes=request.processes or cores()
        )
        self.report = BuildReport(paged=self.conversion.paged)
        self.sources = [
            survey(path, file, self.before.sources.get(file)) for path, file in request.files
        ]

    @functools.cached_property
    def bench(self) -> Workbench:
        """Where sources are built here. Loading rules and templates takes a while: only if any."""
        from reportgen.batch.workbench import Workbench  # noqa: PLC0415

        return Workbench(self.kit)

    def whole(self) -> BuildReport:
        """Build everything that needs it."""
        todo = self._todo()
        if todo:
            names = [source.profile for source in todo if source.profile is not None]
            self.bench.check_tools(dict.fromkeys(names))
        interrupted = True
        try:
            with self.conversion:
                self._take_pages(*self.report.outcomes)
                if todo:
                    self._work(todo)
                self.conversion.finish(self.progress)
            if self.request.pages.volumes:
                self.volumes.bind(self.report.outcomes, self.report.paged)
            interrupted = False
        finally:
            order = {file: number for number, (_, file) in enumerate(self.request.files)}
            self.report.outcomes.sort(key=lambda outcome: order[outcome.file])
            bookkeeping.close(
                self.kit, self.before, self.report, self.freshness, interrupted=interrupted
            )
        return self.report

    def _todo(self) -> list[Source]:
        usable = set(self.kit.profiles.names())
        self.report.collided = clashes([each for each in self.sources if each.profile in usable])
        clashing = {finding.place.file for finding in self.report.collided}
        todo = []
        for source in self.sources:
            if source.file in clashing:
                continue
            unchanged = None if self.request.force else self.freshness.unchanged(source)
            if unchanged is None:
                todo.append(source)
            else:
                self.report.outcomes.append(unchanged)
        return todo

    def _work(self, todo: Sequence[Source]) -> None:
        known = Known(self.before, self.kit.output)
        tasks = [
            Task(source.path, source.file, folder, known.below(folder))
            for source in todo
            for folder in [source.folder or _UNSURE]
        ]
        here = [task for task in tasks if task.folder == _UNSURE]
        there = [task for task in tasks if task.folder != _UNSURE]
        with self._crew(len(there)) as crew:
            if crew is None:
                self._alone(there, len(tasks))
            else:
                self._together(crew, there, len(tasks))
        self._alone(here, len(tasks))
        self._settle_strays(known)

    def _crew(self, tasks: int) -> AbstractContextManager[Crew[Any] | None]:
        if self.request.cluster is not None:
            return _cluster(self.request.cluster, self.kit)
        wanted = self.request.processes
        if wanted is None:
            wanted = cores() if tasks >= _WORTH_PROCESSES else 1
        processes = min(wanted, tasks)
        return hired_pool(self.bench, processes) if processes > 1 else contextlib.nullcontext()

    def _alone(self, tasks: Sequence[Task], total: int) -> None:
        for task in tasks:
            self.progress(len(self.report.outcomes), total, task.file)
            outcome = Outcome(task.file)
            self.report.outcomes.append(outcome)
            self.bench.build(task, outcome)
            self._take_pages(outcome)

    def _together(self, crew: Crew[Any], tasks: Sequence[Task], total: int) -> None:
        outcomes = self.report.outcomes
        try:
            for outcome in crew.outcomes(tasks):
                outcomes.append(outcome)
                self._take_pages(outcome)
                self.progress(len(outcomes), total, outcome.file)
        except KeyboardInterrupt:
            noted = {outcome.file for outcome in outcomes}
            outcomes += [each for each in crew.finish() if each.file not in noted]
            raise

    def _take_pages(self, *outcomes: Outcome) -> None:
        wanted = self.request.pages
        for outcome in outcomes if wanted.anything else ():
            own = outcome.documents if wanted.pdf or wanted.pictures else ()
            bound = self.volumes.documents(outcome) if wanted.volumes else ()
            self.conversion.take({each.file: each for each in (*own, *bound)}.values())

    def _settle_strays(self, known: Known) -> None:
        """Build what goes elsewhere than foreseen, unless another has its place."""
        owners = dict(owners_of(self.sources))
        by_file = {source.file: source for source in self.sources}
        for outcome in list(self.report.of(State.STRAYED)):
            source = by_file[outcome.file]
            owner = owners.setdefault(outcome.folder.casefold(), source)
            if owner is not source:
                finding = clash_finding(source, owner, outcome.folder, TAKEN)
                self.report.collided.append(finding)
                continue
            self.report.outcomes.remove(outcome)
            task = Task(source.path, source.file, None, known.below(outcome.folder))
            self._alone([task], len(self.sources))


@contextlib.contextmanager
def _cluster(address: str, kit: Kit) -> Iterator[Crew[Any]]:
    try:
        from reportgen.batch.cluster import joined_cluster  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise UsageError(NO_DASK, INSTALL_DASK) from error
    with joined_cluster(address, kit) as crew:
        yield crew
