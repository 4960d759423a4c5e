"""reportgen validate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reportgen.batch.sources import clashing
from reportgen.cli import words
from reportgen.cli.console import Console
from reportgen.cli.findings import (
    findings_json,
    print_files_with_errors,
    print_findings,
    print_summary,
    summary,
)
from reportgen.loading.profiles import Profiles
from reportgen.loading.workspace import find_data_files
from reportgen.pipeline.check import check_department, with_answer_places


def validate_files(console: Console, paths: Sequence[str], *, as_json: bool, strict: bool) -> int:
    """Check files and print what was found. Returns 1 for errors (warnings too when strict)."""
    files = find_data_files(paths)
    profiles = Profiles()
    checked = []
    with console.progress(words.CHECKING) as progress:
        for done, path in enumerate(files):
            progress(done, len(files), path.as_posix())
            checked.append(check_department(path, path.as_posix(), profiles))
    findings = [finding for each in checked for finding in with_answer_places(each)]
    findings += clashing(files, profiles)
    if as_json:
        names = [each.file for each in checked]
        console.json(findings_json(names, findings, console.language))
    else:
        print_findings(console, findings)
        print_summary(console, len(files), findings)
        errors = Counter(each.place.file for each in findings if each.is_open_error)
        print_files_with_errors(console, {each.file: errors[each.file] for each in checked})
    counts = summary(findings)
    return int(counts["error"] > 0 or (strict and counts["warning"] > 0))
