"""The end of a build: what the manifest says of it, and what nothing prints any more."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from reportgen.batch.freshness import Freshness
from reportgen.batch.journal import remove_journals
from reportgen.batch.kit import Kit
from reportgen.batch.known import folder_with
from reportgen.batch.manifest import (
    NAME,
    BuiltDocument,
    BuiltPages,
    BuiltSource,
    Manifest,
    write_manifest,
)
from reportgen.batch.outcome import Failure, Outcome, State
from reportgen.batch.report import BuildReport
from reportgen.batch.volumes import is_bound, volume_sha256
from reportgen.model.errors import OutputError
from reportgen.pipeline.writing import settle

_UNBUILT: Final = (State.UNREADABLE, State.WITHHELD)


def close(
    kit: Kit, before: Manifest, report: BuildReport, freshness: Freshness, *, interrupted: bool
) -> None:
    """Write the manifest, also of a build that was stopped half-way; list the orphans."""
    now = {document.file: document for each in report.outcomes for document in each.documents}
    kept = {each.file: each for each in _kept(kit, before, report, now)}
    report.orphans = [each for _, each in sorted(kept.items()) if each.orphan]
    unbuilt = {each.file for state in _UNBUILT for each in report.of(state)}
    report.left_behind = Counter(each.source for each in kept.values() if each.source in unbuilt)
    documents = {**kept, **now}
    pages = _pages(kit, before, report)
    report.stale = sorted(_stale(pages, documents, kit), key=lambda each: each.file)
    if not (documents or before.documents):
        return
    sources = {each.source: each for each in _sources(before, report, freshness)}
    report.stray_failures += _unsettled(kit.output, report)
    after = Manifest(documents, sources, pages, interrupted)
    try:
        if after != before:
            write_manifest(kit.output, after)
    except OutputError as error:
        report.stray_failures.append(Failure(NAME, error))
        return
    if not interrupted:
        remove_journals(kit.output)


def _unsettled(output: Path, report: BuildReport) -> Iterator[Failure]:
    """Settle on the disk what was written, before the manifest says it is there."""
    files = [*(each.file for each in report.documents), *(each.file for each in report.paged.made)]
    for file, error in settle(output, files):
        yield Failure(file, error)


def _kept(
    kit: Kit, before: Manifest, report: BuildReport, now: dict[str, BuiltDocument]
) -> Iterator[BuiltDocument]:
    """Yield what earlier builds left that is still there, orphans marked as such."""
    retold = {
        each.file: each for each in report.outcomes if each.state is State.BUILT and each.complete
    }
    sources = {each.source for each in before.documents.values()}
    gone = {source for source in sources if not Path(source).exists()}
    for file, entry in before.documents.items():
        if file in now or not (kit.output / file).is_file():
            continue
        outcome = retold.get(entry.source)
        untold = outcome is not None and _is_untold(entry, outcome, all_forms=not kit.asked)
        orphan = entry.orphan or untold or entry.source in gone
        yield entry if orphan == entry.orphan else replace(entry, orphan=orphan)


def _is_untold(entry: BuiltDocument, outcome: Outcome, *, all_forms: bool) -> bool:
    """Whether a document that was not built now is wrong now.

    One of a form that was asked for earlier is as right as it was while its source is the same.
    """
    built = {*(document.form for document in outcome.documents), *outcome.left_out}
    return entry.form in built or (all_forms and entry.source_sha256 != outcome.sha256)


def _pages(kit: Kit, before: Manifest, report: BuildReport) -> dict[str, BuiltPages]:
    """Return the pages made now, and those of earlier builds that are still there."""
    there = {file: each for file, each in before.pages.items() if (kit.output / file).is_file()}
    return {**there, **{each.file: each for each in report.paged.made}}


def _stale(
    pages: Mapping[str, BuiltPages], documents: Mapping[str, BuiltDocument], kit: Kit
) -> Iterator[BuiltPages]:
    """Yield the pages of what is not as it was when they were made."""
    if not pages:
        return
    folders: dict[str, list[BuiltDocument]] = defaultdict(list)
    now: dict[str, str] = {}
    for file, document in documents.items():
        if not document.orphan:
            now[file] = document.sha256
            if is_bound(document, kit.forms):
                folders[folder_with(file)].append(document)
    for each in pages.values():
        sha256 = now.get(each.origin)
        if sha256 is None and each.origin in folders:
            sha256 = volume_sha256(folders[each.origin])
        if sha256 != each.origin_sha256:
            yield each


def _sources(before: Manifest, report: BuildReport, freshness: Freshness) -> Iterator[BuiltSource]:
    """Yield what need not be built again while nothing changes."""
    outcomes = {outcome.file: outcome for outcome in report.outcomes}
    for name, known in before.sources.items():
        outcome = outcomes.get(name)
        if outcome is None and Path(name).exists():
            yield known
        if outcome is not None and outcome.state in (State.UNCHANGED, State.WITHHELD):
            yield known
    for outcome in outcomes.values():
        record = _record(outcome, freshness)
        if record is not None:
            yield record


def _record(outcome: Outcome, freshness: Freshness) -> BuiltSource | None:
    return freshness.record(outcome) if outcome.state is State.BUILT else None
