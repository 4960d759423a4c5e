"""What came of a build."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from reportgen.batch.manifest import BuiltDocument, BuiltPages
from reportgen.batch.outcome import Failure, Outcome, State
from reportgen.batch.shelf import Paged
from reportgen.model.finding import Finding
from reportgen.wording.language import Phrase


@dataclass
class BuildReport:
    """What came of every source. `stray_failures` are those of no source in particular.

    `left_behind` counts, by file, what earlier builds wrote of a source that was not built now;
    `stale` are pages of documents that have changed since, or that nothing prints any more.
    """

    outcomes: list[Outcome] = field(default_factory=list)
    collided: list[Finding] = field(default_factory=list)
    orphans: list[BuiltDocument] = field(default_factory=list)
    left_behind: dict[str, int] = field(default_factory=dict)
    stray_failures: list[Failure] = field(default_factory=list)
    paged: Paged = field(default_factory=Paged)
    stale: list[BuiltPages] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """Whether everything that was to be built was built."""
        built = all(outcome.complete for outcome in self.outcomes)
        return built and not (self.collided or self.stray_failures or self.paged.failures)

    @property
    def documents(self) -> list[BuiltDocument]:
        """Every document that was built now."""
        return [
            document
            for outcome in self.outcomes
            if outcome.state is not State.UNCHANGED
            for document in outcome.documents
        ]

    @property
    def unchanged(self) -> int:
        """How many documents were left as they were."""
        return sum(len(each.documents) for each in self.of(State.UNCHANGED))

    @property
    def left_out(self) -> list[tuple[str, str]]:
        """The forms left out for want of data: file and form id."""
        return [(outcome.file, form) for outcome in self.outcomes for form in outcome.left_out]

    @property
    def failures(self) -> list[Failure]:
        """What could not be printed or written."""
        own = [each for outcome in self.outcomes for each in outcome.failures]
        return [*own, *self.paged.failures, *self.stray_failures]

    @property
    def notices(self) -> list[Phrase]:
        """What is worth telling, once, however many departments it concerns."""
        told: list[Phrase] = []
        seen: set[str] = set()
        own = (each for outcome in self.outcomes for each in outcome.notices)
        for notice in (*own, *self.paged.notices):
            if (said := notice.say("en")) not in seen:
                seen.add(said)
                told.append(notice)
        return told

    @property
    def counts(self) -> Counter[str]:
        """The open findings of all sources by severity, and the answered ones."""
        total: Counter[str] = Counter()
        for outcome in self.outcomes:
            total.update(outcome.counts)
        return total

    def of(self, state: State) -> Iterator[Outcome]:
        """Yield what came no further, or came as far."""
        return (outcome for outcome in self.outcomes if outcome.state is state)
