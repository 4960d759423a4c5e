"""reportgen proof."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportgen.batch.papers import find_papers
from reportgen.batch.proof import Proofs, prove
from reportgen.cli import words
from reportgen.cli.console import Console
from reportgen.cli.excerpt import visible
from reportgen.cli.findings import findings_json, print_summary, summary
from reportgen.export.pages.page_words import WHERE
from reportgen.loading.form_files import load_forms
from reportgen.model.finding import Finding


def prove_documents(console: Console, paths: Sequence[str], *, as_json: bool) -> int:
    """Check pages and print what is wrong on them. Returns 1 for errors."""
    papers = find_papers(paths)
    with console.progress(words.PROVING) as progress:
        proofs = prove(papers, load_forms(), progress)
    if as_json:
        console.json(_as_json(console, proofs))
    else:
        for finding in proofs.findings:
            _print(console, finding)
        print_summary(console, len(papers), proofs.findings)
    return int(summary(proofs.findings)["error"] > 0)


def _print(console: Console, finding: Finding) -> None:
    severity = words.SEVERITIES[finding.severity].say(console.language)
    console.say(
        words.ON_PAGE,
        file=visible(finding.place.file),
        where=visible(console.said(WHERE, finding.arguments)),
        mark=console.coloured(f"{finding.code} {severity}", finding.severity.value),
        message=visible(finding.say(console.language)),
    )
    hint = {"hint": visible(finding.say_hint(console.language))}
    console.line(f"  {words.HINT.say(console.language, hint)}")


def _as_json(console: Console, proofs: Proofs) -> dict[str, Any]:
    """Return the object of `validate --format json`, each finding with its form and its page."""
    content = findings_json(list(proofs.forms), proofs.findings, console.language)
    for entry, finding in zip(content["findings"], proofs.findings, strict=True):
        entry["form"] = proofs.forms[finding.place.file] or None
        entry["page"] = finding.place.line
        entry["where"] = console.said(WHERE, finding.arguments)
    return content
