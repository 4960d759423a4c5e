"""The tags of a part as lines of Jinja, one a tag: line n is tag n, and every pair is closed.

A tag that is broken becomes a blank line, and a pair that lacks one half is completed, so that
what else is wrong in the part can still be found.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from jinja2 import Environment, TemplateSyntaxError, nodes

from reportgen.rendering.tag_places import TagPlace
from reportgen.rendering.template_problem import TemplateProblem
from reportgen.rendering.template_words import ALLOWED, FORBIDDEN, MEND_SYNTAX, SYNTAX
from reportgen.wording.language import did_you_mean
from reportgen.wording.nearest import nearest

MERGE: Final = "合并"
ANYTHING: Final = "_anything"
_PREFIX: Final = re.compile(r"^(\{[\{%])(?:p|tr|tc|r) ")
_WORD: Final = re.compile(r"\{%[-+]?\s*(\w+)")
_QUOTES: Final = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\n": " ", "\r": " "})
_TARGET: Final = re.compile(r"\{%[-+]?\s*for\s+(\w+)")
_ENDS: Final = {"endfor": "for", "endif": "if"}
_MIDDLES: Final = {"elif": ("if",), "else": ("if", "for")}
_WORDS: Final = ("for", "endfor", "if", "elif", "else", "endif", "set")
_FOREIGN: Final = frozenset(
    [
        "autoescape",
        "block",
        "call",
        "extends",
        "filter",
        "from",
        "import",
        "include",
        "macro",
        "print",
        "raw",
        "trans",
        "with",
        "vm",
        "hm",
        "cellbg",
        "colspan",
    ]
)
_ALONE: Final = {
    "for": "{}{{% endfor %}}",
    "if": "{}{{% endif %}}",
    "elif": "{{% if 1 %}}{}{{% endif %}}",
    "else": "{{% if 1 %}}{}{{% endif %}}",
    "endif": "{{% if 1 %}}{}",
    "endfor": "{{% for a in b %}}{}",
}


def plain_tag(tag: str) -> str:
    """Return a tag as Jinja reads it: without docxtpl's prefix, with straight quotes."""
    return _PREFIX.sub(r"\1 ", tag).translate(_QUOTES)


@functools.lru_cache(maxsize=1024)
def statement(tag: str) -> str:
    """Return the word a {% %} tag begins with; nothing for a tag that prints."""
    found = _WORD.match(plain_tag(tag))
    return found[1] if found else ""


class TagLines(NamedTuple):
    """The lines, what Jinja reads in them, and the tags that are wrong.

    Wrong are those that are no Jinja, not allowed, or without counterpart.
    """

    lines: Sequence[str]
    tree: nodes.Template
    problems: Sequence[TemplateProblem]


def as_lines(places: Sequence[TagPlace], environment: Environment) -> TagLines:
    """Return the tags at `places` as lines of Jinja."""
    lines = _Lines(environment)
    for place in places:
        lines.add(place, parses=True)
    lines.close()
    try:
        return lines.read()
    except TemplateSyntaxError:
        lines = _Lines(environment)
        for place in places:
            lines.add(place, parses=lines.stands_alone(place))
        lines.close()
        return lines.read()


def _parses(environment: Environment, source: str) -> bool:
    try:
        environment.parse(source)
    except TemplateSyntaxError:
        return False
    return True


class _Lines:
    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self.lines: list[str] = []
        self.problems: list[TemplateProblem] = []
        self._open: list[tuple[str, TagPlace]] = []

    def stands_alone(self, place: TagPlace) -> bool:
        """Whether the tag would be right if it had its counterpart."""
        word = _intended(statement(place.tag))
        source = _ALONE.get(word, "{}").format(_jinja(place.tag))
        return word in _FOREIGN or _parses(self.environment, source)

    def read(self) -> TagLines:
        """Return the lines as read. Raises TemplateSyntaxError."""
        tree = self.environment.parse("\n".join(self.lines))
        return TagLines(self.lines, tree, self.problems)

    def add(self, place: TagPlace, *, parses: bool) -> None:
        word = statement(place.tag)
        meant = _intended(word)
        if word in _FOREIGN or (meant == "set" and "=" not in place.tag):
            self._tell(place, "FORM-08", name=word)
            self.lines.append("")
        elif word.startswith("end") and meant not in _ENDS:
            self.lines.append("")  # of a block that was told at its beginning
        else:
            if not parses or (word and word != meant):
                self._tell(place, "FORM-02", near=meant if word != meant else None)
            self._add_known(place, meant, parses=parses and word == meant)

    def _add_known(self, place: TagPlace, word: str, *, parses: bool) -> None:
        line = _jinja(place.tag) if parses else _salvaged(word, place.tag)
        if word in _ENDS.values():
            self._open.append((word, place))
        elif word in _MIDDLES and not self._parts(word):
            self._tell(place, "FORM-02")
            line = ""
        elif word in _ENDS:
            line = self._close_to(_ENDS[word], place) + line
        self.lines.append(line)

    def _parts(self, word: str) -> bool:
        """Take else or elif; False when no pair is open that it may part."""
        if not self._open or self._open[-1][0] not in _MIDDLES[word]:
            return False
        opened, place = self._open[-1]
        if word == "else":  # nothing but the end may follow
            self._open[-1] = (f"{opened} else", place)
        return True

    def _close_to(self, word: str, place: TagPlace) -> str:
        """Return the ends that lack between an end and the tag that opens its pair."""
        if all(_opener(opened) != word for opened, _ in self._open):
            self._tell(place, "FORM-02")
            return "{% " + word + " 0 %}" if word == "if" else "{% for _ in " + ANYTHING + " %}"
        lacking = ""
        while _opener(self._open[-1][0]) != word:
            lacking += self._lacks_end()
        self._open.pop()
        return lacking

    def _lacks_end(self) -> str:
        word, place = self._open.pop()
        self._tell(place, "FORM-02")
        return "{% end" + _opener(word) + " %}"

    def close(self) -> None:
        while self._open:
            self.lines.append(self._lacks_end())

    def _tell(self, place: TagPlace, code: str, *, name: str = "", near: str | None = None) -> None:
        message, hint = (FORBIDDEN, ALLOWED) if name else (SYNTAX, MEND_SYNTAX)
        words = {"name": name, "suggestion": did_you_mean(near)}
        problem = TemplateProblem(code, message, hint, place, words)
        if not any(each.at is place for each in self.problems):
            self.problems.append(problem)


def _opener(opened: str) -> str:
    """Return the word of an open pair, whatever part of it is reached."""
    return opened.partition(" ")[0]


def _intended(word: str) -> str:
    """Return the statement that was meant: endfro is endfor."""
    if not word or word in _WORDS or word in _FOREIGN or word == MERGE:
        return word
    ends = word.startswith("end")
    if ends and (word.removeprefix("end") in _FOREIGN or word == "endset"):
        return word
    near = nearest(word, [known for known in _WORDS if known.startswith("end") is ends])
    return near or word


def _jinja(tag: str) -> str:
    plain = plain_tag(tag)
    if statement(tag) != MERGE:
        return plain
    return re.sub(r"^(\{%[-+]?\s*合并)\s+", r"{% set 合并 = ", plain)


def _salvaged(word: str, tag: str) -> str:
    """Return a line that keeps the pairs whole in place of a broken tag."""
    if word == "for":
        target = _TARGET.match(plain_tag(tag))
        return "{% for " + (target[1] if target else "_") + " in " + ANYTHING + " %}"
    if word in ("if", "elif"):
        return "{% " + word + " 0 %}"
    return "{% " + word + " %}" if word in (*_ENDS, "else") else ""
