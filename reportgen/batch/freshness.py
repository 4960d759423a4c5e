"""What need not be built again: its source, profile, forms, program and documents are the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from reportgen.batch.fingerprints import FormPrints, engine_version
from reportgen.batch.kit import Kit, absent_notices, wanted_forms
from reportgen.batch.manifest import BuiltDocument, BuiltPages, BuiltSource, Manifest, sha256_of
from reportgen.batch.outcome import Outcome, State
from reportgen.batch.sources import Source
from reportgen.loading.profiles import LoadedProfile

_NOTHING: Final = BuiltSource("", "", "", "", "", "", {}, {}, (), {})


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
        if profile is None or not self._same_tools(known, profile.sha256):
            return None
        wanted = self._wanted(known.profile, profile)
        if any(known.forms.get(form) != digest for form, digest in wanted.items()):
            return None
        if self._kit.strict and known.counts.get("error"):
            return self._outcome(known, State.WITHHELD)
        outcome = self._outcome(known, State.UNCHANGED)
        outcome.documents = [each for each in self._documents[source.file] if each.form in wanted]
        outcome.left_out = [form for form in known.left_out if form in wanted]
        outcome.notices = absent_notices(known.profile, profile, self._kit)
        return outcome if self._are_whole(outcome.documents, known, wanted) else None

    def record(self, outcome: Outcome) -> BuiltSource | None:
        """Return what to remember of a source that was built wholly; None of any other.

        What was built of the same source before, of other forms, is still so.
        """
        profile = self._kit.profiles.find(outcome.profile) if outcome.complete else None
        if profile is None:
            return None
        wanted = self._wanted(outcome.profile, profile)
        before = self._before.sources.get(outcome.file)
        if before is None or not self._is_same(before, outcome):
            before = _NOTHING
        others = {form: count for form, count in before.printed.items() if form not in wanted}
        left_out = [form for form in before.left_out if form not in wanted]
        return BuiltSource(
            source=outcome.file,
            sha256=outcome.sha256,
            folder=outcome.folder,
            profile=outcome.profile,
            profile_sha256=outcome.profile_sha256,
            engine=engine_version(),
            forms={**before.forms, **wanted},
            printed={**others, **Counter(each.form for each in outcome.documents)},
            left_out=(*left_out, *outcome.left_out),
            counts=outcome.counts,
        )

    def _is_same(self, known: BuiltSource, outcome: Outcome) -> bool:
        same = known.sha256 == outcome.sha256 and known.profile == outcome.profile
        return same and self._same_tools(known, outcome.profile_sha256)

    @staticmethod
    def _same_tools(known: BuiltSource, profile_sha256: str) -> bool:
        return known.engine == engine_version() and known.profile_sha256 == profile_sha256

    def _wanted(self, name: str, profile: LoadedProfile) -> Mapping[str, str]:
        wanted = wanted_forms(profile, self._kit.forms, self._kit.asked)
        return {form.id: self._prints.form(form, name) for form in wanted}

    def _are_whole(
        self, documents: Sequence[BuiltDocument], known: BuiltSource, wanted: Mapping[str, str]
    ) -> bool:
        """Whether all documents of the wanted forms are there, and still what was built."""
        printed = {form: count for form, count in known.printed.items() if form in wanted}
        if Counter(each.form for each in documents) != Counter(printed):
            return False
        return all(is_as_built(self._kit.output, each) for each in documents)

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
    # Asked of every document of a build: a path object and a buffer would take as long as the rest.
    try:
        with open(f"{output}/{document.file}", "rb", buffering=0) as file:  # noqa: PTH123
            return sha256_of(file.read()) == document.sha256
    except OSError:
        return False
