"""Everything that can be written in a form, from the model: tags, fields, filters."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from reportgen.model.form import ENTRIES
from reportgen.model.record import Record
from reportgen.rendering.filters import FILTERS
from reportgen.rendering.tag_names import ENTRY, ITEM
from reportgen.rendering.vocabulary import (
    FILTER_KINDS,
    LOOP,
    TAGS,
    About,
    Group,
    Kind,
    Listing,
    Table,
    form_names,
)
from reportgen.wording.language import Language, Phrase, Wording

TAG: Final = Wording("标签", "Tag")
FILTER: Final = Wording("过滤器", "Filter")
IN_LOOP: Final = Wording("循环里", "In a loop")
FIELD: Final = Wording("字段", "Field")
AFTER: Final = Wording("|{name} 之后", "After |{name}")
LIST: Final = Wording("列表", "list")
TEXTS: Final = Wording("列表，每项是一段文字", "list of texts")
GROUP: Final = Wording("一组", "group")
TABLE: Final = Wording("一组名称和值，用名称取一个", "names and values, one taken by its name")
AS_ABOVE: Final = Wording("下面各项同 {path}", "with the fields of {path}")
ONE_BY_ONE: Final = Wording(
    "范围为“{scope}”的表单：各项同 {scope}[]", "In forms for each {scope}: the fields of {scope}[]"
)
_BETWEEN: Final[Mapping[Language, str]] = {"zh": "；", "en": "; "}


@dataclass(frozen=True, slots=True)
class TagRow:
    """One thing that can be written: what it is, how it is written, its unit, what it does."""

    section: Wording | Phrase
    written: str
    unit: str
    said: tuple[Phrase, ...]

    def meaning(self, language: Language) -> str:
        """Return what it does, in words; nothing when its name says it all."""
        told = [phrase.say(language) for phrase in self.said]
        return _BETWEEN[language].join(each for each in told if each)


def tag_rows() -> list[TagRow]:
    """Return everything that can be written in a form, in the order of a manual."""
    rows = [TagRow(TAG, tag, "", (Phrase(words),)) for tag, words in TAGS.items()]
    rows += (TagRow(FILTER, f"|{name}", "", (_of_filter(name),)) for name in FILTERS)
    rows += _Walk(IN_LOOP).rows(LOOP, "loop.")
    rows += _Walk(FIELD).rows(form_names(None), "")
    rows += (TagRow(FIELD, ENTRY, "", (Phrase(ONE_BY_ONE, {"scope": scope}),)) for scope in ENTRIES)
    for name, kind in FILTER_KINDS.items():
        if isinstance(kind, Listing) and isinstance(kind.of, Group):
            section = Phrase(AFTER, {"name": name})
            rows += _Walk(section, {"指标": "指标[]"}).rows(kind.of, "行.")
    return rows


def _of_filter(name: str) -> Phrase:
    chinese, _, english = (inspect.getdoc(FILTERS[name]) or "").partition("\n\n")
    return Phrase(Wording(_flowing(chinese), _flowing(english)))


def _flowing(text: str) -> str:
    """Return a paragraph as one line, its braces for a Wording."""
    flowing = " ".join(text.split()).removesuffix("。").removesuffix(".")
    return flowing.replace("{", "{{").replace("}", "}}")


class _Walk:
    """Lists what can be named in a group; a model is told once, later ones refer to it."""

    def __init__(self, section: Wording | Phrase, told: dict[str, str] | None = None) -> None:
        self.section = section
        self._told: dict[type[Record], str] = {}
        if told:
            names = form_names(None).keys()
            for key, path in told.items():
                inner = _inner(names[key])
                if inner is not None:
                    self._told[inner] = path

    def rows(self, group: Group, prefix: str) -> Iterator[TagRow]:
        for key, kind in group.keys().items():
            path = f"{prefix}{key}"
            if isinstance(kind, Listing):
                yield from self._below(path + ITEM, kind.of, kind.about, LIST)
            elif isinstance(kind, Group):
                yield from self._below(path, kind, kind.about, GROUP)
            else:
                yield self._row(path, kind.about, TABLE if isinstance(kind, Table) else None)

    def _below(self, path: str, kind: Kind, about: About, what: Wording) -> Iterator[TagRow]:
        if not isinstance(kind, Group):
            yield self._row(path, about, TEXTS)
            return
        first = None if kind.model is None else self._told.setdefault(kind.model, path)
        if first is not None and first != path:
            yield self._row(path, about, what, Phrase(AS_ABOVE, {"path": first}))
        else:
            yield self._row(path, about, what)
            yield from self.rows(kind, f"{path}.")

    def _row(
        self, path: str, about: About, what: Wording | None = None, more: Phrase | None = None
    ) -> TagRow:
        note = Phrase(Wording(_flowing(about.note), _flowing(about.english)))
        kind = None if what is None else Phrase(what)
        said = tuple(each for each in (note, kind, more) if each is not None)
        return TagRow(self.section, path, about.unit, said)


def _inner(kind: Kind) -> type[Record] | None:
    inner = kind.of if isinstance(kind, Listing) else kind
    return inner.model if isinstance(inner, Group) else None
