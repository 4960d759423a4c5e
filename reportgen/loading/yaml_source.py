"""Strict YAML: every scalar as the text that was typed, with the place of every value.

The data are built straight from the parser's events, in one pass: nothing is resolved, so nothing
is changed (`no`, `001`, `1.10`, dates), and the limits hold before anything grows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import yaml

from reportgen.loading.diagnosis import Trouble
from reportgen.loading.event_walk import EventWalk
from reportgen.loading.limits import LimitReached, check_directives, check_parser, check_size
from reportgen.loading.model_keys import vocabulary
from reportgen.loading.places import Places
from reportgen.loading.refusals import refuse
from reportgen.loading.source_text import SourceText, read_text
from reportgen.loading.text_findings import TextFindings, at_most
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import Finding, Place
from reportgen.model.record import Record
from reportgen.wording.language import Wording

if TYPE_CHECKING:
    from reportgen.loading.diagnosis import Repair

_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST_REPAIRS: Final = 50
_MOST_REREAD: Final = 500_000
_A_LIST: Final = Wording(zh="一个列表", en="a list")
_A_TEXT: Final = Wording(zh="一段文字", en="a text")


@dataclass(frozen=True, slots=True)
class YamlSource:
    """What one file holds: plain data, the place of everything, and what is wrong with the text.

    `data` is None where the text could not be read to its end.
    """

    data: Any
    places: Places
    findings: tuple[Finding, ...] = ()


def read_yaml(file: str, raw: bytes, model: type[Record] = DepartmentYear) -> YamlSource:
    """Read `raw`, the bytes of `file`, written for `model`. Never raises for bad data."""
    try:
        check_size(len(raw))
    except LimitReached as limit:
        return _over_limit(Places(file), limit)
    source = read_text(file, raw)
    if source.text is None:
        return YamlSource(None, source.places, source.findings)
    try:
        check_directives(source.text)
        return _read(source, source.text, model)
    except LimitReached as limit:
        return _over_limit(source.places, limit)


def _over_limit(places: Places, limit: LimitReached, place: Place | None = None) -> YamlSource:
    spot = places.place(1, 1) if place is None else place
    found = refuse("YAML-04", spot, what=limit.what, limit=limit.limit)
    return YamlSource(None, places, (found,))


def _read(source: SourceText, text: str, model: type[Record]) -> YamlSource:
    """Walk the events; after a slip whose cause is certain, repair the text and walk again."""
    findings = TextFindings(source.places, frozenset(each.place.line for each in source.findings))
    for _ in range(max(1, min(_MOST_REPAIRS, _MOST_REREAD // len(text)))):
        walk = EventWalk(text, model, findings)
        try:
            trouble = _walk(walk, text)
        except LimitReached as limit:
            return _over_limit(source.places, limit, findings.place(walk.understood))
        if trouble is None:
            break
        repair = _note_cause(text, trouble, model, findings)
        if repair is None:
            break
        text = findings.repair(text, *repair)
    places = replace(source.places, root=walk.spot, placed=findings.place)
    data = walk.root if trouble is None else None
    if trouble is None:
        _check_top(data, findings)
    found = at_most((*source.findings, *findings.all()), findings.more)
    return YamlSource(data if isinstance(data, dict) else None, places, found)


def _walk(walk: EventWalk, text: str) -> Trouble | None:
    """Take every event; return where the parser gave up, if it did."""
    loader = _LOADER(text)
    try:
        walk.read(loader.get_event)
    except yaml.MarkedYAMLError as error:
        check_parser(error.problem)
        here, opened = error.problem_mark, error.context_mark
        return Trouble(
            walk.understood if here is None else here.index,
            None if opened is None else opened.index,
            walk.understood,
        )
    finally:
        loader.dispose()
    return None


def _note_cause(
    text: str, trouble: Trouble, model: type[Record], findings: TextFindings
) -> Repair | None:
    # Most files are in order: only the others pay for the import.
    from reportgen.loading.syntax_causes import VAGUE, diagnose  # noqa: PLC0415
    from reportgen.loading.syntax_words import SYNTAX_WORDS  # noqa: PLC0415

    diagnosis = diagnose(text, trouble, vocabulary(model))
    findings.forget(trouble.understood)
    words = SYNTAX_WORDS[diagnosis.kind]._asdict() if diagnosis.kind else {}
    # What is vague most likely follows from what was told in its line, or just above.
    vague = diagnosis.kind and findings.blames(diagnosis.offset, diagnosis.kind in VAGUE)
    if not vague:
        findings.add(diagnosis.code, diagnosis.offset, arguments={**diagnosis.arguments, **words})
    return diagnosis.repair


def _check_top(data: Any, findings: TextFindings) -> None:
    if data is None:
        findings.add("YAML-01", 0)
    elif not isinstance(data, dict) and not findings.all():
        found = _A_LIST if isinstance(data, list) else _A_TEXT
        findings.add("YAML-16", 0, arguments={"found": found})
