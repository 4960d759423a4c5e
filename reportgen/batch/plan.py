"""Which forms a department prints, and where each document goes."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from reportgen.batch.kit import wanted_forms
from reportgen.figures.facts import Facts
from reportgen.loading.profiles import LoadedProfile
from reportgen.model.form import Form
from reportgen.pipeline.check import CheckedDepartment
from reportgen.pipeline.names import folder_of, safe_name
from reportgen.rendering.documents import LateFacts, document_names, has_data
from reportgen.rendering.printed import year_facts
from reportgen.rendering.review import REVIEW, review_facts


@dataclass(frozen=True, slots=True)
class Job:
    """One department's part of a build: its facts, its forms, and the paths they are written to.

    `late` are the facts that few forms print: they are made when one does.
    """

    source: CheckedDepartment
    profile_id: str
    profile: LoadedProfile
    facts: Facts
    late: LateFacts
    documents: tuple[tuple[Form, tuple[PurePosixPath, ...]], ...]
    left_out: tuple[Form, ...]
    folder: PurePosixPath

    @property
    def paths(self) -> list[PurePosixPath]:
        """Every path this job writes, below the output folder."""
        return [path for _, paths in self.documents for path in paths]


def plan_job(
    source: CheckedDepartment, forms: Mapping[str, Form], asked: tuple[Form, ...]
) -> Job | None:
    """Return what to print for one checked file; None when it cannot be printed."""
    year = source.department_year
    if year is None or source.profile is None:
        return None
    facts = year_facts(year, source.profile.profile)
    review = functools.cache(lambda: review_facts(source.findings, year))
    folder = folder_of(str(facts["年度"]), str(facts["部门"]["名称"]))
    taken: set[str] = set()
    kept, left_out = [], []
    for form in wanted_forms(source.profile, forms, asked):
        if has_data(form, facts):
            names = document_names(form, facts)
            kept.append((form, tuple(free_path(folder, name, taken) for name in names)))
        else:
            left_out.append(form)
    return Job(
        source,
        year.profile,
        source.profile,
        facts,
        {REVIEW: review},
        tuple(kept),
        tuple(left_out),
        folder,
    )


def free_path(folder: PurePosixPath, name: str, taken: set[str]) -> PurePosixPath:
    """Return a path in `folder` that is not `taken` yet, and take it; Windows ignores case."""
    stem, number = safe_name(name), 1
    candidate = stem
    while candidate.casefold() in taken:
        number += 1
        candidate = f"{stem}-{number}"
    taken.add(candidate.casefold())
    return folder / f"{candidate}.docx"
