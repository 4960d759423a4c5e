"""One realistic form, in the tags of each engine: A4, ten columns, thirty rows, merged cells.

The package is of the size Word writes: python-docx's own default template carries a hundred table
styles and a picture, which would flatter an engine that copies what does not change.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

HEADINGS = (
    "一级指标", "权重", "序号", "三级指标", "指标说明",
    "年度指标值", "实际完成值", "分值", "得分", "偏差原因及措施",
)  # fmt: skip
FAMILIES = ("数量指标", "质量指标", "时效指标", "成本指标", "社会效益指标", "满意度指标")
ROWS_A_FAMILY = 5
PARAGRAPHS = 10
PROSE = (
    "落实基本公共卫生服务，建立居民健康档案，规范管理高血压、糖尿病患者，开展老年人健康体检；推进县乡村一体化管理，"
    "改造村卫生室，培训乡村医生；严格预算约束，公用经费分类分档编制，资产配置实行政府采购，公务消费用公务卡结算。"
)
KEPT_TABLE_STYLES = ("Normal Table", "Table Grid")
LEFT_OUT = ("thumbnail", "customXml", "stylesWithEffects")


def data() -> dict[str, Any]:
    """Return typed data: what a department's YAML holds."""
    families = [
        {
            "名称": family,
            "分值": "15",
            "下级": [_indicator(family, number) for number in range(1, ROWS_A_FAMILY + 1)],
        }
        for family in FAMILIES
    ]
    prose = [{"内容": f"{number}年级目标：{PROSE}"} for number in range(1, PARAGRAPHS + 1)]
    return {
        "口径": "national-2020",
        "年度": "2024",
        "部门": {"名称": "云岭县卫生健康局", "联系人": "杨某某", "联系电话": "0730-0000001"},
        "目标": {"完成": prose},
        "指标": families,
    }


def _indicator(family: str, number: int) -> dict[str, str]:
    return {
        "名称": f"第{number}类人群健康管理服务{family}", "项目": "据统计年报 & 现场核实",
        "目标": f"≥{80 + number}%", "完成": f"{88 + number}.{number}%", "分值": "3", "得分": "2.5",
        "原因": "人员未到位，下一年度调整培训计划",
    }  # fmt: skip


def peer_data() -> dict[str, Any]:
    """Return the same data in the shape that engines without a merge tag can print."""
    typed = data()
    families = []
    for family in typed["指标"]:
        first, *rest = (
            {
                "number": str(number), "name": each["名称"], "project": each["项目"],
                "target": each["目标"], "actual": each["完成"], "points": each["分值"],
                "score": each["得分"], "reason": each["原因"],
            }
            for number, each in enumerate(family["下级"], 1)
        )  # fmt: skip
        families.append({"family": family["名称"], "weight": family["分值"], **first, "rest": rest})
    department = typed["部门"]
    return {
        "year": typed["年度"], "department": department["名称"], "person": department["联系人"],
        "phone": department["联系电话"], "families": families,
        "narrative": [{"text": each["内容"]} for each in typed["目标"]["完成"]],
    }  # fmt: skip


def for_reportgen(path: Path) -> Path:
    values = ("一级.名称", "一级.分值", "序号", *(f"指标.{key}" for key in _KEYS))
    cells = [f"{{{{ 行.{value} }}}}" for value in values]
    merged = [f"{{% 合并 行.一级 %}}{cell}" for cell in cells[:2]]
    table = [["{%tr for 行 in 指标|展开 %}"], [*merged, *cells[2:]], ["{%tr endfor %}"]]
    return _save(_document(_JINJA, table), path)


def for_docxtpl(path: Path) -> Path:
    cells = ["{% vm %}{{ 类.名称 }}", "{% vm %}{{ 类.分值 }}", "{{ loop.index }}"]
    cells += [f"{{{{ 行.{key} }}}}" for key in _KEYS]
    loops = [["{%tr for 类 in 指标 %}"], ["{%tr for 行 in 类.下级 %}"]]
    return _save(_document(_JINJA, [*loops, cells, ["{%tr endfor %}"], ["{%tr endfor %}"]]), path)


def for_mustache(path: Path) -> Path:
    """Write the form for docxtemplater and easy-template-x, which share their tags."""
    first = [f"{{{key}}}" for key in ("family", "weight", *_PEER_KEYS)]
    rest = ["", "", *(f"{{{key}}}" for key in _PEER_KEYS)]
    first[0] = "{#families}" + first[0]
    rest[2] = "{#rest}" + rest[2]
    rest[-1] += "{/rest}{/families}"
    # The rows of a family but its first stand in a loop from cell to cell of one row.
    words = {
        "title": "{year}年度{department}绩效自评表",
        "header": "{department}",
        "footer": "填表人：{person} 电话：{phone}",
        "narrative": ("{#narrative}", "{text}", "{/narrative}"),
    }
    return _save(_document(words, [first, rest], merges=True), path)


def for_carbone(path: Path) -> Path:
    family = "d.families[{}]"
    first = [f"{{{family.format('i')}.{key}}}" for key in ("family", "weight", *_PEER_KEYS)]
    rest = [f"{{{family.format('i')}.rest[i].{key}}}" for key in _PEER_KEYS]
    again = [f"{{{family.format('i')}.rest[i+1].{key}}}" for key in _PEER_KEYS]
    end = [f"{{{family.format('i+1')}.family}}"]
    words = {
        "title": "{d.year}年度{d.department}绩效自评表",
        "header": "{d.department}",
        "footer": "填表人：{d.person} 电话：{d.phone}",
        "narrative": ("{d.narrative[i].text}", "{d.narrative[i+1].text}"),
    }
    table = [first, ["", "", *rest], ["", "", *again], end]
    return _save(_document(words, table, merges=True), path)


_KEYS = ("名称", "项目", "目标", "完成", "分值", "得分", "原因")
_PEER_KEYS = ("number", "name", "project", "target", "actual", "points", "score", "reason")
_JINJA = {
    "title": "{{ 年度 }}年度{{ 部门.名称 }}绩效自评表",
    "header": "{{ 部门.名称 }}",
    "footer": "填表人：{{ 部门.联系人 }} 电话：{{ 部门.联系电话 }}",
    "narrative": ("{%p for 项 in 目标.完成 %}", "{{ 项.内容 }}", "{%p endfor %}"),
}


def _document(
    words: dict[str, Any], rows: Sequence[Sequence[str]], *, merges: bool = False
) -> WordDocument:
    document = Document()
    _slim(document)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    _write(section.header.paragraphs[0], words["header"])
    _write(section.footer.paragraphs[0], words["footer"])
    _write(document.add_paragraph(), words["title"])
    table = document.add_table(rows=1, cols=len(HEADINGS), style="Table Grid")
    _fill(table.rows[0].cells, HEADINGS)
    for row in rows:
        _fill(table.add_row().cells, row)
    if merges:
        _merge(table)
    for text in words["narrative"]:
        _write(document.add_paragraph(), text)
    return document


def _slim(document: WordDocument) -> None:
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in KEPT_TABLE_STYLES:
            style.delete()
    for relations in (document.part.rels, document.part.package.rels):
        for name, relation in list(relations.items()):
            if any(word in relation.target_ref for word in LEFT_OUT):
                relations.pop(name)


def _merge(table: Table) -> None:
    """Merge the first two cells of the first row with the empty ones below."""
    last = max(number for number, row in enumerate(table.rows) if not row.cells[0].text)
    for column in (0, 1):
        table.cell(1, column).merge(table.cell(last, column))


def _fill(cells: Sequence[_Cell], texts: Sequence[str]) -> None:
    for cell, text in zip(cells, texts, strict=False):
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        _write(cell.paragraphs[0], text)


def _write(paragraph: Paragraph, text: str) -> None:
    """Write a text dressed as Word dresses it: a font, a size, an alignment, a spacing."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(3)
    paragraph.paragraph_format.line_spacing = Pt(18)
    font = paragraph.add_run(text).font
    font.name, font.size, font.bold = "仿宋_GB2312", Pt(10.5), False


def _save(document: WordDocument, path: Path) -> Path:
    document.save(str(path))
    return path


def said(document: bytes) -> list[str]:
    """Return what a document says, paragraph by paragraph, and how many cells it merges."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        names = [name for name in archive.namelist() if _SHOWN.fullmatch(name)]
        xml = [archive.read(name).decode() for name in sorted(names)]
    paragraphs = [p for part in xml for p in _PARAGRAPH.findall(part)]
    texts = ["".join(_TEXT.findall(p)) for p in paragraphs]
    return [*filter(None, texts), str(sum(part.count("<w:vMerge") for part in xml))]


_SHOWN = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
_PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
