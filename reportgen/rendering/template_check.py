"""Everything that can be known to be wrong with a template before anything is rendered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jinja2 import TemplateSyntaxError, nodes
from lxml import etree

from reportgen.figures.expressions import FactEnvironment
from reportgen.model.record import Record
from reportgen.rendering import template_words as words
from reportgen.rendering.package import unreadable
from reportgen.rendering.patching import for_jinja, may_hold_tags, patched
from reportgen.rendering.tag_names import NameCheck, Use
from reportgen.rendering.tag_pairs import torn_apart
from reportgen.rendering.tag_places import COMMENT, PartPlaces, TagPlace
from reportgen.rendering.tag_statements import as_lines
from reportgen.rendering.tag_structure import (
    kept_tags,
    lost_beside,
    outside_text,
    printed_out_of_text,
    written_wrongly,
)
from reportgen.rendering.template_problem import TemplateProblem
from reportgen.rendering.vocabulary import form_names


@dataclass(frozen=True, slots=True)
class CheckedPart:
    """A part as docxtpl patches it, its tags in order, what is wrong with them, what they name.

    `tree` is what Jinja reads in it, merges and marks included; None when something is wrong.
    """

    source: str
    tags: Sequence[TagPlace]
    problems: Sequence[TemplateProblem]
    uses: Sequence[Use]
    tree: nodes.Template | None

    @property
    def is_dynamic(self) -> bool:
        """Whether there is anything to render: a tag, or a note that is not to be printed."""
        return bool(self.tags) or COMMENT.search(self.source) is not None


def check_package(
    path: Path,
    parts: Mapping[str, bytes],
    environment: FactEnvironment,
    entry: type[Record] | None,
) -> dict[str, CheckedPart]:
    """Return the parts of a template that Word shows text of, each checked.

    `entry` is what 本件 stands for. Raises FormError when one cannot be read.
    """
    try:
        return {
            name: check_part(name, parts[name], environment, entry)
            for name in filter(may_hold_tags, parts)
        }
    except etree.XMLSyntaxError as error:
        raise unreadable(path) from error


def check_part(
    name: str, xml: bytes, environment: FactEnvironment, entry: type[Record] | None
) -> CheckedPart:
    """Patch and check one part. Raises XMLSyntaxError when it is no XML."""
    part = PartPlaces(name, xml)
    source = patched(xml)
    places = part.tags()
    broken = [
        TemplateProblem("FORM-02", words.SYNTAX, words.MEND_SYNTAX, place)
        for place in places
        if not place.whole
    ]
    outside = outside_text(part)
    problems = [*broken, *outside, *written_wrongly(places, part)]
    tags = places
    if not broken and not outside:
        problems += lost_beside(places, source)
        tags = kept_tags(places, source)
    whole = [place for place in tags if place.whole]
    _, lines, unpaired = as_lines(whole, environment)
    names = NameCheck(whole, environment)
    names.walk(lines.body, form_names(entry))
    # A tag that is broken or lost leaves its counterpart alone: that is told already.
    told = [each for each in unpaired if each.code != "FORM-02" or not _explained(problems)]
    problems += [*told, *names.problems]
    if not unpaired and not any(each.code in _UNEVEN for each in problems):
        problems += torn_apart(tags, source)
    tree = None
    if not problems:
        problems += printed_out_of_text(tags, source)
        try:
            tree = environment.parse(for_jinja(source))
        except TemplateSyntaxError:
            problems.append(_not_together(tags))
    return CheckedPart(source, tags, _in_order(problems, places), names.uses, tree)


def _explained(problems: Iterable[TemplateProblem]) -> bool:
    return any(each.code in ("FORM-02", "FORM-07", "FORM-12", "FORM-21") for each in problems)


_UNEVEN: Final = frozenset({"FORM-02", "FORM-07", "FORM-08", "FORM-09", "FORM-12"})
"""What leaves tags without a place or without a counterpart."""


def _not_together(tags: Sequence[TagPlace]) -> TemplateProblem:
    """Return the problem of tags that are right alone, and that Jinja refuses together."""
    place = next((tag for tag in tags if tag.tag.startswith("{%")), tags[0])
    return TemplateProblem("FORM-02", words.SYNTAX, words.MEND_SYNTAX, place)


def _in_order(
    problems: Iterable[TemplateProblem], places: Sequence[TagPlace]
) -> list[TemplateProblem]:
    """Return each problem once, in the order of the tags; text boxes are in a file twice."""
    once: dict[tuple[object, ...], TemplateProblem] = {}
    for each in problems:
        said = each.code, each.at.where, each.at.tag, each.say("zh"), _twin(each)
        once.setdefault(said, each)
    order = {id(place): number for number, place in enumerate(places)}
    return sorted(once.values(), key=lambda each: (each.at.paragraph, order.get(id(each.at), 0)))


def _twin(problem: TemplateProblem) -> object:
    """Return what keeps equal tags of one paragraph apart; those of text boxes are one."""
    return "" if "文本框" in problem.at.where.zh else id(problem.at)
