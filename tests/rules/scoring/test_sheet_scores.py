"""The rows of the common index sheet beside what they should score."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from reportgen.figures.sheet_rows import SHEET_ROWS
from reportgen.model.finding import path_text
from reportgen.model.profile import Profile
from reportgen.rules.registry import Hit, Subject
from reportgen.rules.scoring.sheet_scores import missing_inputs, scored_rows, wrongly_scored
from reportgen.wording.language import Wording
from tests.typed import at, year

STAFF = "财政供养人员控制率"
CHANGE = "三公经费变动率"


def subject(
    *rows: dict[str, Any],
    staff: tuple[str | None, str | None] = ("743", "426"),
    common: str = "是",
    per_point: str = "continuous",
    **data: str,
) -> Subject:
    return Subject(
        year(
            部门={"名称": "某局", "实有人数": staff[0], "编制人数": staff[1]},
            评分表={"数据": data, "指标": [{"名称": "投入", "下级": list(rows)}]},
        ),
        Profile.model_validate({"共性评分表": common, "每百分点": per_point}),
    )


def row(name: str, score: str | None = "5", weight: str | None = "5") -> dict[str, Any]:
    return {"名称": name, "分值": weight, "得分": score}


def only(of: Subject, name: str = STAFF) -> Hit:
    (hit,) = wrongly_scored(of, name)
    return hit


def test_a_wrong_self_score_is_told_with_its_rate() -> None:
    hit = only(subject(row(STAFF)))
    assert path_text(hit.path) == "评分表.指标[0].下级[0].得分"
    assert (hit.stated, hit.computed) == ("5", "0")
    assert hit.arguments["rate"] == "174.41%"
    assert hit.other == ("部门", "实有人数")


def test_a_right_self_score_is_not() -> None:
    assert list(wrongly_scored(subject(row(STAFF, "0")), STAFF)) == []
    assert list(wrongly_scored(subject(row(STAFF), staff=("426", "426")), STAFF)) == []


@pytest.mark.parametrize("name", ["“三公”经费变动率", "三公经费变动率：", " 三公 经费变动率 "])
def test_a_row_is_known_in_every_spelling(name: str) -> None:
    of = subject(row(name), 三公预算数="12", 上年三公预算数="10")
    (scored,) = scored_rows(of)
    assert scored.row is SHEET_ROWS[CHANGE]
    assert at(of.department_year, scored.path) is scored.node


def test_quotation_marks_are_single_inside_others() -> None:
    (scored,) = scored_rows(subject(row("“三公”经费变动率")))
    assert scored.name == "‘三公’经费变动率"


@pytest.mark.parametrize(
    ("typed", "options"),
    [
        (row(STAFF), {"common": "否"}),
        (row(STAFF, None), {}),
        (row("社会效益"), {}),
        ({"得分": "5"}, {}),
    ],
)
def test_other_rows_are_let_alone(typed: dict[str, Any], options: dict[str, Any]) -> None:
    assert list(scored_rows(subject(typed, **options))) == []


def test_missing_figures_are_named_and_accuse_nobody() -> None:
    of = subject(row(STAFF), staff=("743", None))
    assert list(wrongly_scored(of, STAFF)) == []
    assert [missing_inputs(scored) for scored in scored_rows(of)] == [["编制人数"]]
    assert [missing_inputs(scored) for scored in scored_rows(subject(row(STAFF)))] == [[]]


def test_the_row_scores_at_most_its_own_points() -> None:
    of = subject(row(STAFF, "5", weight="4"), staff=("426", "426"))
    assert only(of).computed == "4"
    unweighed = subject(row(STAFF, "4", weight=None), staff=("426", "426"))
    assert only(unweighed).computed == "5"


def test_the_scheme_says_whether_parts_of_a_point_count() -> None:
    staff = ("1019", "1000")
    assert only(subject(row(STAFF), staff=staff)).computed == "4.05"
    assert only(subject(row(STAFF), staff=staff, per_point="floor")).computed == "4.5"


def test_a_base_of_0_has_no_rate() -> None:
    rate = only(subject(row(STAFF), staff=("1", "0"))).arguments["rate"]
    assert isinstance(rate, Wording)
    assert (rate.say("zh"), rate.say("en")) == ("（基数为0）", "(base 0)")


def test_rounding_never_hides_the_band() -> None:
    """89.999% is not shown as 90%, the bound that it misses."""
    name = "重点支出安排率"
    hit = only(subject(row(name), 重点支出="89.999", 项目总支出="100"), name)
    assert hit.arguments["rate"] == "89.999%"
    assert hit.computed == "4"


@pytest.mark.parametrize("name", SHEET_ROWS)
def test_every_row_is_found_by_its_own_name(name: str) -> None:
    (scored,) = scored_rows(subject(row(name, "1", weight=None)))
    assert scored.row is SHEET_ROWS[name]
    assert scored.score == Decimal(1)
