"""What is wrong with how lines stand to each other: a lost “- ”, a value above its children."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import Final

from reportgen.loading.diagnosis import Diagnosis, Repair, Trouble, named
from reportgen.loading.model_keys import Vocabulary
from reportgen.loading.source_lines import Line, line_at, lines_above

_FARTHEST: Final = 200
_STEP: Final = 2
_NOT_VALUES: Final = ("|", ">", "&", "*", "!", "[", "{", '"', "'")


def find_layout(text: str, trouble: Trouble, words: Vocabulary) -> Diagnosis | None:
    """Return the line above the trouble that it follows from, where that is certain."""
    line = line_at(text, trouble.offset)
    above = list(islice(lines_above(text, line), _FARTHEST))
    if not above or line.text[: trouble.offset - line.start].count('"') % 2:
        return None
    return (
        _value_above_children(line, above[0], words)
        or (_lost_mark(line, above) if line.is_item else None)
        or _outdented(line, above, words)
        or _no_colon(line, above, trouble)
    )


def _value_above_children(line: Line, above: Line, words: Vocabulary) -> Diagnosis | None:
    """Find 部门: 某局 with keys below: the text cannot stand beside them."""
    value = above.value
    if not value.text or value.text.startswith(_NOT_VALUES) or above.key not in words.groups:
        return None
    deeper = line.indent >= above.key_column + (0 if line.is_item else _STEP)
    if not deeper or (line.key is None and not line.is_item):
        return None
    blotted = Repair(value.start, len(value.text), " " * len(value.text))
    return named("value above", value.start, blotted)


def _lost_mark(line: Line, above: list[Line]) -> Diagnosis | None:
    """Find the line above an item that should begin an item, or be one, itself."""
    first = above[0]
    is_text = first.key is None and not first.content.startswith(_NOT_VALUES)
    if first.indent == line.indent and not first.is_item and is_text:
        return _without_mark(first, first.indent)
    for each, over in pairwise(above):
        if each.indent <= line.indent or each.is_item:
            return None
        if over.indent < line.indent + (over.indent == line.indent):
            bare = over.key is not None and not over.value.text and over.key_column <= line.indent
            return _without_mark(each, line.indent) if bare and not over.is_item else None
    return None


def _without_mark(line: Line, column: int) -> Diagnosis:
    here = line.start + line.indent
    if line.indent >= column + _STEP:
        return named("lost mark", here, Repair(line.start + column, _STEP, "- "))
    return named("lost mark", here, Repair(here, 0, "- "))


def _outdented(line: Line, above: list[Line], words: Vocabulary) -> Diagnosis | None:
    """Find a key at the left edge that belongs further in, as what follows it does."""
    edge = next((each for each in above if not each.indent), None)
    if edge is None or edge.key not in words.known - words.top or edge.is_item:
        edge = _childless(above)
    if edge is None or edge.indent >= line.indent:
        return None
    here, more = edge.start + edge.indent, line.indent - edge.indent
    return named("indentation", here, Repair(edge.start, 0, " " * more))


def _childless(above: list[Line]) -> Line | None:
    """Return the line above when it stands right below a key that has nothing else."""
    if len(above) < _STEP:
        return None
    line, key = above[:_STEP]
    is_child = bool(line.value.text) and key.key is not None and not key.value.text
    return line if is_child and line.indent == key.indent and not line.is_item else None


def _no_colon(line: Line, above: list[Line], trouble: Trouble) -> Diagnosis | None:
    """Find a text between what was understood last and the trouble, no further in than that."""
    doubtful = [each for each in above if each.start > trouble.understood]
    last = next((each for each in above if each.start <= trouble.understood), line)
    for each in reversed(doubtful):
        if each.key is None and not each.is_item and each.indent <= last.indent:
            return named("no colon", each.start + each.indent)
    return None
