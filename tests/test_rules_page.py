"""docs/rules.md is what the catalogue says now; `make docs` writes it."""

from __future__ import annotations

from pathlib import Path

from reportgen.cli.catalogue import catalogue
from tests.workspace import script

DOCS = Path(__file__).parents[1] / "docs"


def test_the_page_is_fresh() -> None:
    kept = (DOCS / "rules.md").read_text("utf-8")
    assert kept == script("docs/generate.py").rules_page(), "run: make docs"


def test_the_page_names_every_code_and_what_cannot_be_decided() -> None:
    page = (DOCS / "rules.md").read_text("utf-8")
    assert [code for code in catalogue() if f"### {code} " not in page] == []
    assert "| 001-15 | yunxi-2021 |" in page
