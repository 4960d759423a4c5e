"""Places are named as Word's users count: tables, rows, cells, paragraphs, from 1."""

from pathlib import Path

from reportgen.rendering.tag_places import tag_places
from tests.rendering.word import Block, package_parts, word_file


def places(folder: Path, *blocks: Block) -> list[tuple[str, str, str]]:
    path = word_file(folder / "a.docx", *blocks)
    xml = package_parts(path.read_bytes())["word/document.xml"]
    return [(each.tag, each.where.zh, each.where.en) for each in tag_places("document", xml)]


def test_paragraphs_count_without_those_of_tables(tmp_path: Path) -> None:
    assert places(tmp_path, "甲", [["乙", "{{ a }}"], ["{% b %}", ""]], "{{ c }}{{ d }}") == [
        ("{{ a }}", "表1 行1 列2", "table 1 row 1 column 2"),
        ("{% b %}", "表1 行2 列1", "table 1 row 2 column 1"),
        ("{{ c }}", "第2段", "paragraph 2"),
        ("{{ d }}", "第2段", "paragraph 2"),
    ]


def test_parts_besides_the_body_are_named(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", "{{ a }}")
    xml = package_parts(path.read_bytes())["word/document.xml"]
    named = {
        part: tag_places(f"word/{part}.xml", xml)[0].where.zh
        for part in ("document", "header1", "footer2", "footnotes", "endnotes")
    }
    assert named == {
        "document": "第1段",
        "header1": "页眉 第1段",
        "footer2": "页脚 第1段",
        "footnotes": "脚注 第1段",
        "endnotes": "尾注 第1段",
    }


def test_a_tag_that_is_not_closed_is_shown_as_far_as_it_goes(tmp_path: Path) -> None:
    ((tag, _, _),) = places(tmp_path, "甲{{ 年度" + "很长" * 40)
    assert tag == ("{{ 年度" + "很长" * 40)[:40]


def test_single_braces_are_no_tags(tmp_path: Path) -> None:
    assert places(tmp_path, "{a} } % { {b }") == []
