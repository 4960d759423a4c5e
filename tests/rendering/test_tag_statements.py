"""However tags are broken, the lines made of them are Jinja, one a tag."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.rendering.environment import FormEnvironment
from reportgen.rendering.tag_places import TagPlace
from reportgen.rendering.tag_statements import as_lines, plain_tag, statement
from reportgen.wording.language import Wording

ENVIRONMENT = FormEnvironment()
HERE = Wording("此处", "here")
TAGS = [
    "{% for 甲 in 指标 %}",
    "{%tr for 甲 of 指标 %}",
    "{% endfor %}",
    "{%p endfor %}",
    "{% if 年度 %}",
    "{% if %}",
    "{% elif 年度 %}",
    "{% else %}",
    "{% endif %}",
    "{% endfro %}",
    "{% foreach 甲 %}",
    "{{ 年度 }}",
    "{{ 年度 部门 }}",
    "{% 合并 年度 %}",
    "{% 合并 %}",
    "{% set x = 1 %}",
    "{% set x %}",
    "{% endset %}",
    "{% with %}",
    "{% endwith %}",
    "{% vm %}",
    "{%}",
]


def told(*tags: str) -> list[tuple[int, str]]:
    """Return the position and code of each tag that is told."""
    places = [TagPlace(tag, HERE) for tag in tags]
    problems = as_lines(places, ENVIRONMENT).problems
    return [
        (next(n for n, place in enumerate(places) if place is problem.at), problem.code)
        for problem in problems
    ]


@given(st.lists(st.sampled_from(TAGS), max_size=8))
def test_the_lines_are_always_jinja(tags: list[str]) -> None:
    places = [TagPlace(tag, HERE) for tag in tags]
    lines = as_lines(places, ENVIRONMENT).lines
    ENVIRONMENT.parse("\n".join(lines))
    assert len(lines) >= len(tags)


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        (["{% if 年度 %}", "{{ 年度 }}", "{% endif %}"], []),
        (["{% for 甲 in 指标 %}", "{% else %}", "{% endfor %}"], []),
        (["{% if 年度 %}", "{% if 年度 %}", "{% endif %}"], [(0, "FORM-02")]),
        (["{% for 甲 in 指标 %}", "{% if 甲 %}", "{% endfor %}"], [(1, "FORM-02")]),
        (["{% endif %}", "{% else %}", "{{ a b }}"], [(n, "FORM-02") for n in range(3)]),
        (["{% for 甲 in 指标 %}", "{% endfro %}"], [(1, "FORM-02")]),
        (["{% with x = 1 %}", "{% endwith %}"], [(0, "FORM-08")]),
        (["{% for 甲 of 指标 %}", "{{ 甲 }}", "{% endfor %}"], [(0, "FORM-02")]),
    ],
)
def test_every_tag_without_counterpart_is_told_once(
    tags: list[str], expected: list[tuple[int, str]]
) -> None:
    assert told(*tags) == expected


def test_a_misspelt_word_is_answered_with_the_right_one() -> None:
    places = [TagPlace("{% if 年度 %}", HERE), TagPlace("{% endfi %}", HERE)]
    (problem,) = as_lines(places, ENVIRONMENT).problems
    assert "endif" in problem.say_hint("zh")


def test_a_tag_is_read_without_what_docxtpl_adds() -> None:
    assert plain_tag("{%tr for 甲 in “乙” %}") == '{% for 甲 in "乙" %}'
    assert [statement(tag) for tag in ("{%p if x %}", "{%- endfor -%}", "{{ x }}")] == [
        "if",
        "endfor",
        "",
    ]
