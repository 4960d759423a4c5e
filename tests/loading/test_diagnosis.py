"""A diagnosis in the words of YAML-20."""

from __future__ import annotations

from reportgen.loading.diagnosis import Repair, named
from reportgen.loading.syntax_words import SYNTAX_WORDS


def test_a_named_cause_has_its_words() -> None:
    found = named("lost comma", 3, Repair(3, 1, ","))
    assert (found.code, found.offset, found.repair) == ("YAML-20", 3, (3, 1, ","))
    assert found.kind in SYNTAX_WORDS
