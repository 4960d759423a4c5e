"""Every shipped file with slips of the hand: told where and how to mend, never a crash.

`--mutations 5000` looks longer; a failure names the file and the seed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportgen.loading.department_file import department_of, read_model
from reportgen.loading.manifest_checks import check_manifest
from reportgen.loading.profiles import Profiles
from reportgen.loading.yaml_source import read_yaml
from reportgen.model.finding import Finding
from reportgen.model.form import FormManifest
from reportgen.model.profile import Profile
from reportgen.pipeline.check import check_loaded
from reportgen.wording.language import LANGUAGES
from tests.mutations import mutated
from tests.workspace import ROOT

FILES = sorted(
    path for folder in ("data", "profiles", "templates") for path in (ROOT / folder).rglob("*.yaml")
)
# A pattern that goes back and forth takes minutes; what is in order takes a twentieth of a second.
LEFT_OPEN = re.compile(r"\{[a-z_]+\}|\bNone\b")


def told(path: Path, text: str) -> tuple[Finding, ...]:
    """Return what is said of a data file, a profile or a manifest that holds `text`."""
    raw = text.encode()
    kind = path.relative_to(ROOT).parts[0]
    if kind == "data":
        return check_loaded(department_of(raw, "a.yaml"), Profiles()).findings
    model = Profile if kind == "profiles" else FormManifest
    source = read_yaml("a.yaml", raw, model)
    read, findings = read_model(source, model)
    if isinstance(read, FormManifest):
        return (*findings, *check_manifest(read, source.data, source.places))
    return findings


def wrong(finding: Finding, lines: list[str]) -> Iterator[str]:
    """Yield what is wrong with a finding on a file of these lines."""
    place = finding.place
    if not 1 <= place.line <= len(lines):
        yield f"line {place.line} of {len(lines)}"
    elif not 1 <= place.column <= len(lines[place.line - 1]) + 1:
        yield f"column {place.column} of {lines[place.line - 1]!r}"
    for language in LANGUAGES:
        for sentence in (finding.say(language), finding.say_hint(language)):
            if not sentence.strip() or LEFT_OPEN.search(sentence):
                yield f"{language}: {sentence!r}"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Share the mutations among the files: the same seeds in every run."""
    if "seeds" not in metafunc.fixturenames:
        return
    count = -(-metafunc.config.getoption("--mutations") // len(FILES))
    metafunc.parametrize(
        ("path", "seeds"),
        [(path, range(count)) for path in FILES],
        ids=[path.relative_to(ROOT).as_posix() for path in FILES],
    )


def test_slips_are_told_and_never_crash(path: Path, seeds: range) -> None:
    text = path.read_text("utf-8")
    failed = []
    for seed in seeds:
        slipped = mutated(text, seed)
        lines = re.split(r"\r\n|\r|\n", slipped)
        failed += [
            (seed, finding.code, each)
            for finding in told(path, slipped)
            for each in wrong(finding, lines)
        ]
    assert failed == []


@pytest.mark.parametrize("path", [FILES[0]])
def test_a_mutation_is_the_same_for_the_same_seed(path: Path) -> None:
    text = path.read_text("utf-8")
    assert mutated(text, 7) == mutated(text, 7)
    assert len({mutated(text, seed) for seed in range(20)}) > 10
