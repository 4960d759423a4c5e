"""A tag that the facts do not suit: which one, why, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.model.errors import FormError
from tests.rendering.word import Block, compiled, facts, word_file

FUNDS = {"总额": {"预算数": "3", "执行数": "1"}}


def refused(path: Path, *blocks: Block) -> FormError:
    template = compiled(word_file(path / "a.docx", *blocks))
    with pytest.raises(FormError) as caught:
        template.render(facts(资金=FUNDS), title="表", author="局")
    return caught.value


@pytest.mark.parametrize(
    ("tag", "cause", "hint"),
    [
        ("{{ 资金.总额.执行数 / 资金.总额.预算数 }}", "除不尽", "|保留(2)"),
        ("{{ 部门.名称 * 2 }}", "加减乘除只能用于数字", "过滤器"),
        ("{{ 资金.总额.执行数 / (资金.总额.预算数 - 3) }}", "除数是 0", "过滤器"),
        ("{{ 部门.名称|保留 }}", "InvalidOperation", "过滤器"),
    ],
)
def test_a_tag_is_named_with_its_place_and_the_cause(
    tmp_path: Path, tag: str, cause: str, hint: str
) -> None:
    error = refused(tmp_path, "{{ 部门.名称 }}", [["甲", tag, "{{ 年度 }}"]])
    said = error.message.say("zh")
    assert f"表1 行1 列2的标签 {tag} 无法计算" in said
    assert cause in said
    assert error.hint is not None
    assert hint in error.hint.say("zh")
    assert error.message.say("en")


def test_of_a_tag_that_does_not_print_the_template_is_named(tmp_path: Path) -> None:
    error = refused(tmp_path, "{{ 年度 }}", "{% if 部门.名称 * 2 %}甲{% endif %}")
    assert "a.docx”里的标签无法计算：加减乘除只能用于数字" in error.message.say("zh")
