"""The guide to a form of one's own, followed to the letter."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import docx
import pytest

from reportgen.cli.main import main
from tests.rendering.word import Built
from tests.workspace import ROOT, write_tree

GUIDE = (ROOT / "docs" / "bring-your-own-form.md").read_text("utf-8")
EXAMPLE = ROOT / "templates" / "examples" / "三公经费公开表.docx"
DATA = """\
年度: 2024
部门: {名称: 某县卫生健康局, 联系电话: 0730-0000001}
机构:
  汇总: {三公经费: {合计: 9.43, 公务接待费: 3.43, 公务用车运维费: 6, 因公出国费: 0}}
  单位:
    - {名称: 局机关, 三公经费: {合计: 4.50, 公务接待费: 1.5, 公务用车运维费: 3}}
    - {名称: 县妇幼保健院, 三公经费: {合计: 0.93, 公务接待费: 0.93}}
    - {名称: 县疾病预防控制中心, 三公经费: {合计: 4, 公务接待费: 1, 公务用车运维费: 3}}
指标:
  - 名称: 产出指标
    下级:
      - {名称: 数量指标, 下级: [{名称: 建档率, 目标: ≥80%, 完成: 98.01%}, {名称: 覆盖率}]}
      - {名称: 质量指标, 下级: [{名称: 管理率}]}
  - {名称: 效益指标, 下级: [{名称: 满意度指标, 下级: [{名称: 服务对象满意度}]}]}
"""


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REPORTGEN_LANG", "zh")
    write_tree(tmp_path, {"data/a.yaml": DATA})
    (tmp_path / "templates" / "docx").mkdir(parents=True)
    shutil.copy(EXAMPLE, tmp_path / "templates" / "docx")
    return tmp_path


def built(name: str) -> Built:
    assert main(["build", "-f", "三公经费公开表"]) == 0
    return Built((Path("output/2024/某县卫生健康局") / f"{name}.docx").read_bytes())


def test_a_word_file_alone_is_enough(workspace: Path) -> None:  # noqa: ARG001
    assert main(["forms", "check", "templates/docx/三公经费公开表.docx"]) == 0
    document = built("三公经费公开表")
    assert document.complaints == []
    assert document.paragraphs[0] == "某县卫生健康局2024年“三公”经费公开表"
    assert document.paragraphs[-1] == "联系人：（未填）　　联系电话：0730-0000001"
    assert [row[:2] for row in document.rows[1:]] == [
        ["局机关", "4.50"],
        ["县妇幼保健院", "0.93"],
        ["县疾病预防控制中心", "4"],
        ["合计", "9.43"],
    ]
    merged = [(cell.text, cell.rowspan) for cell in document.tables[1] if cell.column < 2]
    assert merged[2:] == [
        ("产出指标", 3),
        ("数量指标", 2),
        ("质量指标", 1),
        ("效益指标", 1),
        ("满意度指标", 1),
    ]


def test_the_manifest_gives_title_and_blank_form(workspace: Path) -> None:
    shutil.copy(EXAMPLE.with_suffix(".yaml"), workspace / "templates" / "docx")
    assert built("“三公”经费公开表").paragraphs[0].startswith("某县卫生健康局")
    assert main(["build", "-f", "三公经费公开表", "--blank"]) == 0
    (blank,) = (workspace / "output" / "空表").glob("*.docx")
    table = docx.Document(str(blank)).tables[0]
    assert [row.cells[0].text for row in table.rows] == ["单位", "", "", "", "合计"]


def test_the_example_has_every_tag_of_the_guide() -> None:
    document = docx.Document(str(EXAMPLE))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    text = "\n".join([*cells, *(paragraph.text for paragraph in document.paragraphs)])
    shown = re.findall(r"`([^`]*\{[{%].*?[%}]\}[^`]*)`", GUIDE.partition("## 五、检查")[0])
    others = ("{%p", "…", "行.名称 %}")
    steps = [each.replace("\\|", "|") for each in shown if not any(o in each for o in others)]
    assert len(steps) > 10
    assert [each for each in steps if each not in text] == []


def test_the_check_says_what_the_guide_shows(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = docx.Document()
    for text in (
        "{{ 部门.名字 }}｛｛ 年度 ｝｝年“三公”经费公开表",
        "说明：{%p if 部门.联系人 %}",
        "联系人：{{ 部门.联系人 }}",
        "{%p endif %}",
    ):
        document.add_paragraph(text)
    table = document.add_table(3, 2)
    table.cell(0, 0).text = "{%tr for 行 in 机构 %}"
    table.cell(1, 0).text = "{{ 行.名称 }}"
    table.cell(1, 1).text = "{{ 行.三公经费.合计|保流(2) }}"
    table.cell(2, 0).text = "{%tr endfor %}"
    document.save(str(workspace / "templates" / "docx" / "试填.docx"))
    assert main(["forms", "check", "templates/docx/试填.docx"]) == 1
    (shown,) = re.findall(r"<!-- check-example -->\n```\n(.*?)```", GUIDE, re.DOTALL)
    assert capsys.readouterr().out == shown


def test_pictures_of_the_guide_are_there_and_small() -> None:
    names = re.findall(r"\]\((pictures/.*?\.png)\)", GUIDE)
    assert len(names) == 3
    for name in names:
        assert (ROOT / "docs" / name).stat().st_size < 80_000
