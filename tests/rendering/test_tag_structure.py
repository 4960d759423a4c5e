"""How tags are written, told before anything is built."""

from pathlib import Path

import pytest

from reportgen.rendering.patching import patched
from reportgen.rendering.tag_places import PartPlaces
from reportgen.rendering.tag_structure import (
    in_other_parts,
    kept_tags,
    lost_beside,
    printed_out_of_text,
    written_wrongly,
)
from tests.rendering.word import package_parts, word_file

PART = "word/document.xml"


def part_of(folder: Path, *texts: str) -> tuple[PartPlaces, str]:
    xml = package_parts(word_file(folder / "a.docx", *texts).read_bytes())[PART]
    return PartPlaces(PART, xml), patched(xml)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("{{ 年度 }}", []),
        ("{{ 部门.联系人|或('（未填）') }}", []),
        ("（甲）｛乙｝50％", []),
        ("｛｛ 年度 ｝｝", ["FORM-21"]),
        ("{｛ 年度 }}", ["FORM-21"]),
        ("{％ if 年度 %}", ["FORM-21"]),
        ("{{ 年度｜保留 }}", ["FORM-21"]),
        ("{{ 部门．名称 }}", ["FORM-21"]),
        ("{%p if 年度 % 2 %}", ["FORM-12"]),
        ("{{p 年度 }}", ["FORM-18"]),
        ("{% 合并 年度 %}", ["FORM-17"]),
    ],
)
def test_a_tag_written_wrongly_is_told(tmp_path: Path, text: str, codes: list[str]) -> None:
    part, _ = part_of(tmp_path, text)
    assert [each.code for each in written_wrongly(part.tags(), part)] == codes


def test_a_tag_that_patching_drops_is_told_with_its_place(tmp_path: Path) -> None:
    part, source = part_of(tmp_path, "{{ 年度 }}", "{{ 部门.名称 }}")
    shortened = source.replace("{{ 部门.名称 }}", "")
    (problem,) = lost_beside(part.tags(), shortened)
    assert (problem.code, problem.at.tag, problem.at.where.zh) == (
        "FORM-07",
        "{{ 部门.名称 }}",
        "第2段",
    )
    assert [place.tag for place in kept_tags(part.tags(), shortened)] == ["{{ 年度 }}"]
    assert list(lost_beside(part.tags(), source)) == []


def test_a_value_beside_the_texts_of_a_part_is_told(tmp_path: Path) -> None:
    part, source = part_of(tmp_path, "{{ 年度 }}", "{{ 部门.名称 }}")
    moved = source.replace("<w:t>{{ 部门.名称 }}</w:t>", "{{ 部门.名称 }}")
    moved = moved.replace('<w:t xml:space="preserve">{{ 部门.名称 }}</w:t>', "{{ 部门.名称 }}")
    assert moved != source
    assert list(printed_out_of_text(part.tags(), source)) == []
    (problem,) = printed_out_of_text(part.tags(), moved)
    assert (problem.code, problem.at.tag) == ("FORM-18", "{{ 部门.名称 }}")


def test_only_parts_that_word_shows_are_looked_into() -> None:
    parts = {
        "word/charts/chart1.xml": "<c:v>{{ 年度 }}</c:v>".encode(),
        "word/comments.xml": "<w:t>{% if 年度 %}</w:t>".encode(),
        "customXml/item1.xml": b"<x>{{ a }}</x>",
        "word/media/image1.png": b"\x89PNG{{\xff",
    }
    found = [(each.at.part, each.at.tag) for each in in_other_parts(parts)]
    assert found == [
        ("word/charts/chart1.xml", "{{ 年度 }}"),
        ("word/comments.xml", "{% if 年度 %}"),
    ]
