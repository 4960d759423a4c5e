"""A form: its Word template, and what its manifest says of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from pathlib import Path
from typing import Annotated, Any, Final, Literal, NamedTuple

from reportgen.model.department_year import DepartmentYear
from reportgen.model.fields import MANY, MAPPING, HeldAs, Text, field
from reportgen.model.papers import FeedbackLetter, Project, Rectification
from reportgen.model.record import Record

Scope = Literal["部门", "项目", "征求意见", "整改"]
Standard = Literal["GB/T 9704"]


class FormManifest(Record):
    """The manifest of a form: NAME.yaml beside NAME.docx. Without one the defaults hold."""

    title: Text | None = field("标题", "Title", note="文件名和清单用，缺省为模板的文件名")
    english: Text | None = field("英文", "English title")
    scope: Scope = field("范围", "One document for", default="部门", note="部门，或逐项的列表")
    suffix: Text | None = field("后缀", "Field added to the file name", note="如 名称")
    needs: Annotated[tuple[Text, ...], MANY] = field(
        "需要", "Data without which the form is left out", default=()
    )
    variants: Annotated[dict[str, str], MAPPING] = field("变体", "Template by profile", default={})
    bound: Literal["是", "否"] = field(
        "合订", "Bound into the volume of the department", default="是", note="--merge 时"
    )
    attached: Annotated[tuple[Text, ...], MANY] = field(
        "附带", "Pictures and documents printed in it", default=(), note="模板旁边的文件"
    )
    is_official: Literal["是", "否"] = field(
        "公文", "Takes the page of official documents", default="否", note="口径的版面对它有效"
    )
    blank: Annotated[dict[str, Any], MAPPING, HeldAs(DepartmentYear)] = field(
        "空表", "Data that the blank form prints", default={}
    )
    variant_blanks: Annotated[
        dict[str, dict[str, Any]], MAPPING, HeldAs(dict[str, DepartmentYear])
    ] = field("变体空表", "The same by profile", default={}, note="没有写的口径用“空表”")
    pages: Text | None = field("页数", "Pages of a document", note="如 2、1-2、2-（至少两页）")
    variant_pages: Annotated[dict[str, str], MAPPING] = field(
        "变体页数", "The same by profile", default={}, note="没有写的口径用“页数”"
    )
    standard: Standard | None = field(
        "版式", "Standard that the pages follow", note="写了就核对纸张、字体、字号、行数和字数"
    )


ENTRIES: Final[Mapping[str, type[Record]]] = {
    "项目": Project,
    "征求意见": FeedbackLetter,
    "整改": Rectification,
}
"""The lists that a form may be made for one by one, and what an entry (本件) of each is."""


_PAGES: Final = re.compile(r"([1-9]\d{0,3})(?:(-)([1-9]\d{0,3})?)?")


class PageRange(NamedTuple):
    """The fewest and the most pages; None when there is no limit."""

    fewest: int
    most: int | None


ANY_NUMBER: Final = PageRange(1, None)


def page_range(text: str) -> PageRange | None:
    """Return what 页数 means: "2", "1-2", or "2-" for at least two; None when it means nothing."""
    match = _PAGES.fullmatch(text.strip())
    if match is None:
        return None
    fewest = int(match[1])
    most = fewest if match[2] is None else int(match[3]) if match[3] else None
    return None if most is not None and most < fewest else PageRange(fewest, most)


@dataclass(frozen=True)
class Form:
    """A form: its .docx and what its manifest says.

    `siblings` are the templates its variants may name; others are looked for beside its own.
    """

    id: str
    template: Path
    manifest: FormManifest = dataclass_field(default_factory=FormManifest)
    siblings: Mapping[str, Path] = dataclass_field(default_factory=dict)

    @property
    def title(self) -> str:
        """The title in lists and file names."""
        return self.manifest.title or self.id

    @property
    def entry(self) -> type[Record] | None:
        """What 本件 is; None when the form is made once for a department."""
        return ENTRIES.get(self.manifest.scope)

    def template_for(self, profile: str) -> Path:
        """Return the template that `profile` (a file name) prints."""
        variant = self.manifest.variants.get(profile)
        return self._sibling(variant) if variant else self.template

    def pages_for(self, profile: str) -> PageRange:
        """Return how many pages a document of `profile` (a file name) should have."""
        stated = self.manifest.variant_pages.get(profile) or self.manifest.pages
        return (stated and page_range(stated)) or ANY_NUMBER

    def blank_for(self, template: Path) -> Mapping[str, Any]:
        """Return the data that a blank `template` prints."""
        own = (
            self.manifest.variant_blanks.get(profile)
            for profile, name in self.manifest.variants.items()
            if name == template.name
        )
        return next((blank for blank in own if blank is not None), self.manifest.blank)

    def blank_profile(self, template: Path) -> str | None:
        """Return the profile whose local words a blank `template` prints, if one is named."""
        for profile, name in self.manifest.variants.items():
            if name == template.name:
                return profile
        typed = self.manifest.blank.get("口径")
        return None if typed is None else str(typed)

    def templates(self) -> tuple[Path, ...]:
        """Return every template of the form, the standing one first."""
        variants = [self._sibling(name) for name in self.manifest.variants.values()]
        return (self.template, *dict.fromkeys(variants))

    def files(self) -> tuple[Path, ...]:
        """Return every template of the form and every file that one may bring in, each once."""
        templates = self.templates()
        brought = (path for each in templates for path in self.attached_to(each).values())
        return tuple(dict.fromkeys((*templates, *brought)))

    def attached_to(self, template: Path) -> Mapping[str, Path]:
        """Return the files that a template of the form may bring in, by name."""
        return {name: template.parent / name for name in self.manifest.attached}

    def _sibling(self, name: str) -> Path:
        return self.siblings.get(name) or self.template.parent / name
