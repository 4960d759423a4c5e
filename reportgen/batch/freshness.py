"""What need not be built again: its source, profile, forms, program and documents are the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from reportgen.batch.fingerprints import FormPrints, engine_version
from reportgen.batch.manifest import BuiltDocument, BuiltPages, BuiltSource, Manifest, sha256_of
from reportgen.batch.outcome import Outcome, State
from reportgen.batch.plan import wanted_forms
from reportgen.batch.sources import Source
from reportgen.batch.workbench import Kit, absent_notices
from reportgen.loading.profiles import LoadedProfile


class Freshness:
    """Compares sources and their documents with what the last builds have left."""

    def __init__(self, kit: Kit, before: Manifest) -> None:
        self._kit = kit
        self._before = before
        self._prints = FormPrints()
        self._documents: dict[str, list[BuiltDocument]] = defaultdict(list)
        for document in before.documents.values():
            if not document.orphan:
                self._documents[document.source].append(document)

    def unchanged(self, source: Source) -> Outcome | None:
        """Return what a build of `source` would come to; None when it must be built to know.

        Raises ProfileError when its profile cannot be used.
        """
        known = self._before.sources.get(source.file)
        if known is None or not source.sha256 or source.sha256 != known.sha256:
            return None
        profile = self._kit.profiles.find(known.profile)
        if profile is None or not self._same_tools(known, profile):
            return None
        if self._kit.strict and known.counts.get("error"):
            return self._outcome(known, State.WITHHELD)
        documents = [each for each in self._documents[source.file] if each.form in known.forms]
        if len(documents) != known.documents or not all(map(self._is_whole, documents)):
            return None
        outcome = self._outcome(known, State.UNCHANGED)
        outcome.documents = documents
        outcome.left_out = list(known.left_out)
        outcome.notices = absent_notices(known.profile, profile, self._kit)
        return outcome

    def record(self, outcome: Outcome) -> BuiltSource | None:
        """Return what to remember of a source that was built wholly; None of any other."""
        profile = self._kit.profiles.find(outcome.profile) if outcome.complete else None
        if profile is None:
            return None
        return BuiltSource(
            source=outcome.file,
            sha256=outcome.sha256,
            folder=outcome.folder,
            profile=outcome.profile,
            profile_sha256=outcome.profile_sha256,
            engine=engine_version(),
            forms=self._wanted(outcome.profile, profile),
            asked=tuple(form.id for form in self._kit.asked),
            left_out=tuple(outcome.left_out),
            documents=len(outcome.documents),
            counts=outcome.counts,
        )

    def _same_tools(self, known: BuiltSource, profile: LoadedProfile) -> bool:
        return (
            known.engine == engine_version()
            and known.profile_sha256 == profile.sha256
            and known.asked == tuple(form.id for form in self._kit.asked)
            and known.forms == self._wanted(known.profile, profile)
        )

    def _wanted(self, name: str, profile: LoadedProfile) -> Mapping[str, str]:
        wanted = wanted_forms(profile, self._kit.forms, self._kit.asked)
        return {form.id: self._prints.form(form, name) for form in wanted}

    def _is_whole(self, document: BuiltDocument) -> bool:
        return is_as_built(self._kit.output, document)

    @staticmethod
    def _outcome(known: BuiltSource, state: State) -> Outcome:
        return Outcome(
            file=known.source,
            state=state,
            sha256=known.sha256,
            profile=known.profile,
            profile_sha256=known.profile_sha256,
            folder=known.folder,
            counts=dict(known.counts),
        )


def is_as_built(output: Path, document: BuiltDocument | BuiltPages) -> bool:
    """Whether a document, or pages of one, are still what was built."""
    try:
        content = output.joinpath(*PurePosixPath(document.file).parts).read_bytes()
    except OSError:
        return False
    return sha256_of(content) == document.sha256
