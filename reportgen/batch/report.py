"""What came of a build."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportgen.batch.manifest import BuiltDocument
from reportgen.model.errors import ReportgenError
from reportgen.model.finding import Finding
from reportgen.model.form import Form
from reportgen.pipeline.check import CheckedDepartment
from reportgen.wording.language import Phrase


@dataclass(frozen=True)
class Failure:
    """Something that could not be printed or written, and the data file it comes from."""

    source: str
    error: ReportgenError


@dataclass
class BuildReport:
    """What came of it. `failures` could not be printed or written; `notices` are worth telling."""

    checked: list[CheckedDepartment] = field(default_factory=list)
    documents: list[BuiltDocument] = field(default_factory=list)
    left_out: list[tuple[str, Form]] = field(default_factory=list)
    withheld: list[CheckedDepartment] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    notices: list[Phrase] = field(default_factory=list)
    collided: list[Finding] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """Whether everything that was to be built was built."""
        unreadable = any(each.department_year is None for each in self.checked)
        return not (unreadable or self.withheld or self.failures or self.collided)

    def notice(self, phrase: Phrase) -> None:
        """Note something once, however many departments it concerns."""
        if phrase not in self.notices:
            self.notices.append(phrase)
