"""What is wrong with where and how a tag is written, whatever it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from lxml import etree

from reportgen.rendering import template_words as words
from reportgen.rendering.patching import tags_of
from reportgen.rendering.tag_places import OPENING, PartPlaces, TagPlace, W
from reportgen.rendering.tag_statements import MERGE, plain_tag, statement
from reportgen.rendering.template_problem import TemplateProblem
from reportgen.wording.language import Wording

_PREFIXED_PRINT: Final = re.compile(r"\{\{(?:p|tr|tc|r) ")
_ODD_SIGN: Final = re.compile(r"\{[\{%](?:p|tr|tc|r) [^%}]*[%}](?!\}$)")
_QUOTED: Final = re.compile(r"'[^']*'|\"[^\"]*\"|‘[^’]*’|“[^”]*”")
_FULL_WIDTH: Final = re.compile(r"[｛｝％｜（），．：；＝＞＜！＋－＊／＂＇［］～＿。、]")
_FULL_OPENING: Final = re.compile(
    r"(?:[｛{]｛|｛{|[｛{]％|｛%).{0,40}?(?:[｝}]{2}|[％%][｝}]|$)", re.DOTALL
)
_MARKUP: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<[^>]*>", re.DOTALL)
_SPACES: Final = re.compile(r"\s+")
_DASHES: Final = re.compile(r"(?<=^\{[\{%])[-+]|[-+](?=[%}]\}$)")
_SUB_DOCUMENT: Final = re.compile(r"\|\s*子文档\b")
_TEXT: Final = re.compile(r"<w:t[ >]")
_BINDING: Final = f"{W}sdtPr/{W}dataBinding"
_HELD: Final = "contains(., '{{') or contains(., '{%')"
_STRAY_TEXTS: Final = etree.XPath(
    f"//text()[not(parent::w:t)][{_HELD}]", namespaces={"w": W.strip("{}")}
)
_STRAY_VALUES: Final = etree.XPath(f"//@*[{_HELD}]")
_SPOTS: Final[Mapping[str, Wording]] = {
    "delText": Wording("修订中删除的文字", "text deleted in a tracked change"),
    "instrText": Wording("域代码", "a field code"),
    "fldSimple": Wording("域代码", "a field code"),
    "docPr": Wording("图片的替代文字", "the alternative text of a picture"),
    "cNvPr": Wording("图片的替代文字", "the alternative text of a picture"),
    "m:t": Wording("公式", "a formula"),
}
_ELSEWHERE: Final = Wording("Word 不当作文字的地方", "a place that is no text")
_PARTS: Final[Mapping[str, Wording]] = {
    "word/charts/": Wording("图表", "a chart"),
    "word/diagrams/": Wording("SmartArt 图形", "a SmartArt diagram"),
    "word/comments": Wording("批注", "a comment"),
    "word/_rels/": Wording("超链接的地址", "the address of a hyperlink"),
    "docProps/": Wording("文档属性", "the document properties"),
}


def written_wrongly(places: Sequence[TagPlace], part: PartPlaces) -> Iterator[TemplateProblem]:
    """Yield what is wrong with the tags of a part as they stand in Word."""
    for place in places:
        sign = _FULL_WIDTH.search(_QUOTED.sub("", place.tag)) if place.whole else None
        if sign:
            arguments = {"sign": sign[0]}
            yield TemplateProblem("FORM-21", words.FULL_WIDTH, words.HALF_WIDTH, place, arguments)
        elif _DASHES.search(place.tag):
            yield TemplateProblem("FORM-08", words.EATS, words.WITHOUT_DASHES, place)
        elif _ODD_SIGN.match(place.tag):
            yield TemplateProblem("FORM-12", words.PERCENT, words.SET_FIRST, place)
        elif _PREFIXED_PRINT.match(place.tag) and not _SUB_DOCUMENT.search(place.tag):
            yield TemplateProblem("FORM-18", words.OUT_OF_TEXT, words.PLAIN_PRINT, place)
        elif statement(place.tag) == MERGE:
            yield from _merged_wrongly(place, places)
    for paragraph in part.root.iter(f"{W}p"):
        yield from _full_width_tags(paragraph, part)
    yield from _bound(places, part)


def _merged_wrongly(place: TagPlace, places: Sequence[TagPlace]) -> Iterator[TemplateProblem]:
    cell = place.cell
    others = [each for each in places if statement(each.tag) == MERGE and each.cell == cell]
    if cell is None:
        message = words.MERGE_OUTSIDE
    elif cell.nested:
        message = words.MERGE_NESTED
    elif cell.merged:
        message = words.MERGE_TWICE
    elif others[0] is not place:
        message = words.MERGE_SECOND
    else:
        return
    yield TemplateProblem("FORM-17", message, words.HOW_TO_MERGE, place)


def _full_width_tags(paragraph: etree._Element, part: PartPlaces) -> Iterator[TemplateProblem]:
    text = "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
    for match in _FULL_OPENING.finditer(text):
        place = part.at(match[0], paragraph)
        arguments = {"sign": "｛" if "｛" in match[0][:2] else "％"}
        yield TemplateProblem("FORM-21", words.FULL_WIDTH, words.HALF_WIDTH, place, arguments)


def _bound(places: Sequence[TagPlace], part: PartPlaces) -> Iterator[TemplateProblem]:
    """Yield the tags in content controls that Word fills from elsewhere."""
    paragraphs = list(part.root.iter(f"{W}p"))
    bound = [each for each in part.root.iter(f"{W}sdt") if each.find(_BINDING) is not None]
    for control in bound:
        text = "".join(node.text or "" for node in control.iter(f"{W}t"))
        for place in places:
            paragraph = paragraphs[place.paragraph - 1]
            inside = control in paragraph.iterancestors() or paragraph in control.iterancestors()
            if inside and place.tag in text:
                yield TemplateProblem("FORM-09", words.BOUND, words.REMOVE_CONTROL, place)


def outside_text(part: PartPlaces) -> list[TemplateProblem]:
    """Return the tags of a part that stand in no text: field codes, alternative texts."""
    texts = [(text, text.getparent()) for text in _STRAY_TEXTS(part.root)]
    values = [(value, value.getparent()) for value in _STRAY_VALUES(part.root)]
    return [
        _unread(part.at(str(text)[:40], element), _spot(element))
        for text, element in (*texts, *values)
    ]


def _spot(element: etree._Element) -> Wording:
    name = etree.QName(element).localname
    key = "m:t" if name == "t" and "/math" in str(element.tag) else name
    return _SPOTS.get(key, _ELSEWHERE)


def in_other_parts(parts: Mapping[str, bytes]) -> Iterator[TemplateProblem]:
    """Yield a tag in each part of a package that Word shows and forms do not fill in."""
    for name, xml in parts.items():
        spot = next((words for start, words in _PARTS.items() if name.startswith(start)), None)
        found = OPENING.search(xml.decode("utf-8", "replace")) if spot else None
        if found and spot:
            tag = found.string[found.start() : found.start() + 40].partition("<")[0]
            yield _unread(TagPlace(tag, spot, part=name), spot)


def _unread(place: TagPlace, spot: Wording) -> TemplateProblem:
    return TemplateProblem("FORM-09", words.UNREAD, words.MOVE_IT, place, {"spot": spot})


def lost_beside(places: Sequence[TagPlace], source: str) -> Iterator[TemplateProblem]:
    """Yield the tags that docxtpl would drop, and those that would take text beside them along."""
    kept, dropped = _sorted_out(places, source)
    losses = [place for place in kept if place.lost]
    for place in losses:
        arguments = {"lost": place.lost}
        yield TemplateProblem("FORM-07", words.LOST, words.STAND_ALONE, place, arguments)
    for place in dropped:
        if not any(place.tag in loss.lost for loss in losses):
            yield TemplateProblem("FORM-07", words.DROPPED, words.STAND_ALONE, place)


def kept_tags(places: Sequence[TagPlace], source: str) -> list[TagPlace]:
    """Return the tags that docxtpl leaves in a part."""
    return _sorted_out(places, source)[0]


def _sorted_out(places: Sequence[TagPlace], source: str) -> tuple[list[TagPlace], list[TagPlace]]:
    """Return the tags that the patched source still holds, and those that it does not."""
    left = [_bare(tag) for tag in tags_of(source)]
    kept: list[TagPlace] = []
    dropped: list[TagPlace] = []
    for place in places:
        stays = len(kept) < len(left) and left[len(kept)] == _bare(place.tag)
        (kept if stays else dropped).append(place)
    return kept, dropped


def _bare(tag: str) -> str:
    """Return a tag without the spaces, which docxtpl may change."""
    return _SPACES.sub("", plain_tag(tag))


def printed_out_of_text(places: Sequence[TagPlace], source: str) -> Iterator[TemplateProblem]:
    """Yield the tags whose value would stand beside the texts of a part, where Word shows none.

    A sub-document is paragraphs, and stands where a text does not.
    """
    prints = (place for place in kept_tags(places, source) if place.tag.startswith("{{"))
    markup = ""
    for match in _MARKUP.finditer(source):
        if match[0].startswith("<"):
            markup = match[0]
        elif match[0].startswith("{{"):
            place = next(prints, None)
            if place is None:
                continue
            in_text = _TEXT.match(markup) is not None
            if _SUB_DOCUMENT.search(place.tag):
                if in_text:
                    yield TemplateProblem("FORM-18", words.IN_TEXT, words.OWN_PARAGRAPH, place)
            elif not in_text:
                yield TemplateProblem("FORM-18", words.OUT_OF_TEXT, words.PLAIN_PRINT, place)
