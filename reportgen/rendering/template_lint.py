"""What docxtpl-lint knows of docxtpl's own pitfalls, told in our codes and words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from reportgen.model.finding import Severity
from reportgen.rendering import template_words as words
from reportgen.rendering.merging import TAG
from reportgen.rendering.package import assemble, store
from reportgen.rendering.patching import may_hold_tags
from reportgen.rendering.tag_places import PartPlaces, TagPlace, W
from reportgen.rendering.template_problem import NOWHERE, TemplateProblem
from reportgen.wording.language import Wording

if TYPE_CHECKING:
    from docxtpl_lint.api import Result

Told = tuple[str, Wording, Wording]
RULES: Final[Mapping[str, Told]] = {
    "DTL001": ("FORM-02", words.SYNTAX, words.MEND_SYNTAX),
    "DTL002": ("FORM-10", words.BROKEN_OVER, words.JOIN_IT),
    "DTL003": ("FORM-11", words.DELETED, words.ACCEPT),
    "DTL005": ("FORM-20", words.SUPPRESSED_NOTHING, words.REMOVE_IT),
    "DTL101": ("FORM-02", words.SYNTAX, words.MEND_SYNTAX),
    "DTL102": ("FORM-02", words.SYNTAX, words.MEND_SYNTAX),
    "DTL103": ("FORM-02", words.SYNTAX, words.MEND_SYNTAX),
    "DTL104": ("FORM-06", words.UNKNOWN_FILTER, words.SEE_TAGS),
    "DTL105": ("FORM-06", words.UNKNOWN_TEST, words.SEE_TAGS),
    "DTL106": ("FORM-19", words.LOOP_OVER, words.STAY_INSIDE),
    "DTL201": ("FORM-12", words.PERCENT, words.SET_FIRST),
    "DTL202": ("FORM-13", words.SPACED, words.CLOSE_UP),
    "DTL203": ("FORM-14", words.NO_TABLE, words.INTO_TABLE),
    "DTL204": ("FORM-15", words.UNLIKE, words.ALIKE),
    "DTL205": ("FORM-16", words.TWO_TABLES, words.OWN_LINES),
    "DTL206": ("FORM-16", words.ONE_ROW, words.OWN_LINES),
    "DTL207": ("FORM-16", words.TWO_ROWS, words.OWN_LINES),
    "DTL208": ("FORM-08", words.FORBIDDEN, words.ALLOWED),
    "DTL209": ("FORM-07", words.DROPPED, words.STAND_ALONE),
    "DTL210": ("FORM-16", words.ONE_PARAGRAPH, words.OWN_LINES),
}
"""What each rule of docxtpl-lint is here; one that is not known yet is told in its own words."""
_EXPLAINS: Final[Mapping[str, frozenset[str]]] = {
    "FORM-10": frozenset({"FORM-02"}),
    "FORM-11": frozenset({"FORM-09"}),
    "FORM-12": frozenset({"FORM-02", "FORM-07"}),
    "FORM-13": frozenset({"FORM-02", "FORM-08"}),
    "FORM-14": frozenset({"FORM-02", "FORM-07"}),
    "FORM-15": frozenset({"FORM-02", "FORM-16"}),
    "FORM-16": frozenset({"FORM-02", "FORM-07"}),
    "FORM-19": frozenset({"FORM-01"}),
}
"""Which of our problems of the same tag only follow from what the code tells."""
_COMPARED: Final = 16
_LABELS: Final = {"body": "document"}


def lint_problems(
    parts: Mapping[str, bytes], filters: Iterable[str], tests: Iterable[str]
) -> list[TemplateProblem]:
    """Return what docxtpl-lint finds in a template; 合并 tags are shown to it as plain prints."""
    from docxtpl_lint.api import lint  # noqa: PLC0415 - only `forms check` needs it

    pieces = [
        store(name, _without_merges(part) if may_hold_tags(name) else part)
        for name, part in parts.items()
    ]
    result = lint(assemble(pieces).content, filters=filters, tests=tests, autoescape=True)
    places = {name: PartPlaces(name, part) for name, part in parts.items() if may_hold_tags(name)}
    return list(_told(result, places))


def joined(
    ours: Iterable[TemplateProblem], theirs: Iterable[TemplateProblem]
) -> list[TemplateProblem]:
    """Return both without saying anything twice; the one that explains the other stays."""
    kept = list(ours)
    for problem in theirs:
        following = _EXPLAINS.get(problem.code, frozenset())
        if any(_same_tag(each, problem) and each.code == problem.code for each in kept):
            continue
        kept = [e for e in kept if not (_same_tag(e, problem) and e.code in following)]
        kept.append(problem)
    return kept


def _same_tag(one: TemplateProblem, other: TemplateProblem) -> bool:
    here, there = one.at, other.at
    if (here.part, here.paragraph) != (there.part, there.paragraph):
        return False
    heads = (re.sub(r"\s", "", at.tag)[:_COMPARED] for at in (here, there))
    first, second = sorted(heads, key=len)
    return second.startswith(first) or one.code == other.code


def _told(result: Result, places: Mapping[str, PartPlaces]) -> Iterable[TemplateProblem]:
    chinese = result.to_dict("zh")["issues"]
    for issue, said in zip(result.issues, chinese, strict=True):
        location = issue.location
        part = f"word/{_LABELS.get(location.part, location.part)}.xml"
        at = _place(places.get(part), location.paragraph, issue.snippet)
        message = Wording(_escaped(said["message"]), _escaped(issue.message))
        code, *told = RULES.get(issue.rule, ("FORM-22", words.OTHER, words.SEE_GUIDE))
        severity = Severity.WARNING if issue.rule == "DTL005" else Severity.ERROR
        arguments: dict[str, Any] = {"detail": message, "name": _name(issue.snippet)}
        yield TemplateProblem(code, told[0], told[1], at, arguments, severity)


def _place(part: PartPlaces | None, paragraph: int, snippet: str) -> TagPlace:
    if part is None or not 0 < paragraph <= len(part.wheres):
        return NOWHERE
    element = next(e for n, e in enumerate(part.root.iter(f"{W}p"), 1) if n == paragraph)
    return part.at(snippet, element)


def _name(snippet: str) -> str:
    found = re.search(r"[|%]\s*(\w+)", snippet)
    return found[1] if found else snippet


def _escaped(message: str) -> str:
    return message.replace("{", "{{").replace("}", "}}")


def _without_merges(part: bytes) -> bytes:
    root = etree.fromstring(part)
    for paragraph in root.iter(f"{W}p"):
        texts = [node for node in paragraph.iter(f"{W}t") if _own(node) is paragraph]
        text = "".join(node.text or "" for node in texts)
        if TAG.search(text):
            for node in texts:
                node.text = ""
            texts[0].text = TAG.sub(r"{{ \1 }}", text)
    return etree.tostring(root)


def _own(node: etree._Element) -> etree._Element | None:
    return next(node.iterancestors(f"{W}p"), None)
