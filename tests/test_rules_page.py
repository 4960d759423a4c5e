"""docs/rules.md is what the catalogue says now; `make docs` writes it."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

from reportgen.cli.catalogue import catalogue

DOCS = Path(__file__).parents[1] / "docs"


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_fresh() -> None:
    kept = (DOCS / "rules.md").read_text("utf-8")
    assert kept == generator().rules_page(), "run: make docs"


def test_the_page_names_every_code_and_what_cannot_be_decided() -> None:
    page = (DOCS / "rules.md").read_text("utf-8")
    assert [code for code in catalogue() if f"### {code} " not in page] == []
    assert "| 001-15 | yunxi-2021 |" in page
