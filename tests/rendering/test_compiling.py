"""A template that was not compiled before."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.model.errors import FormError
from reportgen.rendering.compiling import checked, failing_tag, first_lost, programs_of
from reportgen.rendering.engine import Origin
from reportgen.rendering.environment import PartEnvironment
from reportgen.rendering.merging import with_merges
from reportgen.rendering.package import read_package
from tests.rendering.word import facts, word_file

BODY = "word/document.xml"


def origin(path: Path, *blocks: str, footer: tuple[str, ...] = ()) -> Origin:
    template = word_file(path / "a.docx", *blocks, footer=footer)
    return Origin(template, read_package(template), None)


def test_only_parts_that_hold_tags_become_programs(tmp_path: Path) -> None:
    environment = PartEnvironment()
    parts = checked(origin(tmp_path, "{{ 年度 }}", footer=("页脚",)), environment)
    assert len(parts) > 1
    programs = programs_of(parts, environment)
    assert list(programs.codes) == [BODY]
    assert programs.names == ("年度",)
    assert ">2023</w:t>" in environment.running(programs.codes[BODY])(facts()).decode()


def test_a_template_with_a_wrong_tag_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FormError) as caught:
        checked(origin(tmp_path, "{{ 年度 }}{{ 年代 }}"), PartEnvironment())
    assert "有 1 处标签不能用" in caught.value.message.say("zh")
    assert "年代" in caught.value.details[0].say("zh")


def test_the_tag_at_fault_is_found_again(tmp_path: Path) -> None:
    one = origin(tmp_path, "{{ 年度 }}", "{{ 部门.名称 * 2 }}{{ 部门.联系人 }}")
    tag = failing_tag(one, BODY, PartEnvironment(), with_merges(facts()))
    assert tag is not None
    assert (tag.tag, tag.paragraph) == ("{{ 部门.名称 * 2 }}", 2)


def test_the_text_that_is_lost_is_found_again(tmp_path: Path) -> None:
    one = origin(tmp_path, "{{ 年度 }}", "{{ 部门.名称 }}")
    scope = with_merges(facts())
    lost = first_lost(
        one, BODY, PartEnvironment(), scope, lambda xml: xml.replace("卫生".encode(), b"")
    )
    assert (lost.text, lost.tag.tag) == ("某县卫生健康局", "{{ 部门.名称 }}")
