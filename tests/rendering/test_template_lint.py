"""Whatever docxtpl-lint finds in a template, `forms check` finds at the same place."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from docxtpl_lint.api import lint
from docxtpl_lint.messages import RULES as THEIR_RULES

from reportgen.rendering.environment import FormEnvironment
from reportgen.rendering.filters import FILTERS
from reportgen.rendering.form_check import check_template
from reportgen.rendering.template_lint import RULES
from tests.rendering.word import Block, replace_in_part, word_file

LOOP = "{%tr for 行 in 资金.来源 %}"
PLANTED: dict[str, Sequence[Block]] = {
    "DTL001": ["甲", "{{ 年度 }"],
    "DTL002": ["{{ 部门.", "名称 }}"],
    "DTL003": ["DELETED"],
    "DTL005": ["{# docxtpl-lint: disable-line=DTL201 #}{{ 年度 }}"],
    "DTL101": ["{% if 年度 %}"],
    "DTL102": ["{% endif %}"],
    "DTL103": ["{{ 年度 部门 }}"],
    "DTL104": ["{{ 年度|四舍五入 }}"],
    "DTL105": ["{% if 年度 is 奇 %}{% endif %}"],
    "DTL106": [[[LOOP], ["{{ 行.名称 }}"], ["{%tr endfor %}"]], "{{ 行.名称 }}"],
    "DTL201": ["{%p if 年度 % 2 == 0 %}", "甲", "{%p endif %}"],
    "DTL202": [[["{% tr for 行 in 资金.来源 %}"], ["{{ 行.名称 }}"], ["{%tr endfor %}"]]],
    "DTL203": ["{%tr if 年度 %}", "甲", "{%tr endif %}"],
    "DTL204": [[[LOOP], ["{{ 行.名称 }}"], ["{% endfor %}"]]],
    "DTL205": [[[LOOP], ["{{ 行.名称 }}"]], "甲", [["乙"], ["{%tr endfor %}"]]],
    "DTL206": [[[LOOP, "{%tr endfor %}"], ["甲", "乙"]]],
    "DTL207": [[["{%tc if 年度 %}", "甲"], ["{%tc endif %}", "乙"]]],
    "DTL208": ["{% colspan 年度 %}"],
    "DTL209": ["前文{%p if 年度 %}", "甲", "{%p endif %}"],
    "DTL210": ["{%p if 年度 %}甲{%p endif %}"],
}


def planted(rule: str, folder: Path) -> Path:
    path = word_file(folder / "a.docx", *PLANTED[rule])
    if rule == "DTL003":
        deleted = "<w:del><w:r><w:delText>{{ 年度 }}</w:delText></w:r></w:del>"
        replace_in_part(
            path, "word/document.xml", "<w:r><w:t>DELETED</w:t></w:r>", deleted + "<w:r/>"
        )
    return path


@pytest.mark.parametrize("rule", PLANTED)
def test_a_planted_fault_is_found_by_both(tmp_path: Path, rule: str) -> None:
    path = planted(rule, tmp_path)
    tests = FormEnvironment().tests
    theirs = lint(path.read_bytes(), filters=FILTERS, tests=tests, autoescape=True).issues
    ours = check_template(path, None)
    assert rule in {issue.rule for issue in theirs}
    for issue in theirs:
        code = RULES[issue.rule][0]
        found = {(each.code, each.at.paragraph) for each in ours}
        assert (code, issue.location.paragraph) in found, (rule, found)


def test_every_rule_of_the_linter_without_data_is_planted() -> None:
    known = {rule for rule in THEIR_RULES if rule < "DTL3"}
    assert known == PLANTED.keys() == RULES.keys()
