"""Charts in a built document: there when the template draws them, with all that belongs to them."""

import io
from pathlib import Path

import docx

from reportgen.figures.charts import Chart
from reportgen.figures.facts import facts_of
from reportgen.model.profile import Profile
from reportgen.rendering.charts.facts import chart_facts
from tests.rendering.charts.samples import BARS, COLUMNS
from tests.rendering.word import compiled, facts, package_parts, word_file
from tests.structure import problems_of

ALL = (
    "{%p for 图 in 图表 %}",
    "{{ 图.图 }}",
    "图{{ 图.序号 }} {{ 图.标题 }}",
    "{%p endfor %}",
    "完",
)
ONE = (
    "{%p for 图 in 图表 %}",
    '{%p if 图.种类 == "单位执行率" %}',
    "{{ 图.图 }}",
    "{%p endif %}",
    "{%p endfor %}",
)


def built(path: Path, *charts: Chart) -> bytes:
    known = {**facts(), "口径资料": facts_of(Profile()), "表单": "表", "图表": chart_facts(charts)}
    return compiled(path).render(known, title="表", author="局").content


def test_each_chart_is_a_part_with_its_workbook(tmp_path: Path) -> None:
    content = built(word_file(tmp_path / "a.docx", *ALL), COLUMNS, BARS)
    document = docx.Document(io.BytesIO(content))
    related = {
        str(part.partname): [str(below.target_part.partname) for below in part.rels.values()]
        for part in (relation.target_part for relation in document.part.rels.values())
        if "/charts/" in part.partname
    }
    assert related == {
        "/word/charts/reportgen1.xml": ["/word/embeddings/reportgen1.xlsx"],
        "/word/charts/reportgen2.xml": ["/word/embeddings/reportgen2.xlsx"],
    }
    shown = [paragraph.text for paragraph in document.paragraphs if paragraph.text]
    assert shown == ["图1 各来源<预算>（万元）", "图2 各单位执行率", "完"]
    assert problems_of(content) == []


def test_only_what_is_drawn_is_attached(tmp_path: Path) -> None:
    parts = package_parts(built(word_file(tmp_path / "a.docx", *ONE), COLUMNS, BARS))
    assert [name for name in parts if name.startswith("word/charts/r")] == [
        "word/charts/reportgen2.xml"
    ]


def test_a_template_that_draws_nothing_is_left_as_it_is(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", "{{ 部门.名称 }}")
    assert built(path, COLUMNS) == built(path)


def test_a_header_may_draw_a_chart_too(tmp_path: Path) -> None:
    head = ["{%p for 图 in 图表 %}", "{{ 图.图 }}", "{%p endfor %}"]
    parts = package_parts(built(word_file(tmp_path / "a.docx", "文", header=head), BARS))
    (links,) = [name for name in parts if name.startswith("word/_rels/header")]
    assert b"charts/reportgen1.xml" in parts[links]


def test_the_same_charts_give_the_same_bytes(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", *ALL)
    assert built(path, COLUMNS, BARS) == built(path, COLUMNS, BARS)
