"""The eleven computable rows: what each scores from its inputs."""

from decimal import Decimal

import pytest

from reportgen.figures.sheet_inputs import Reading, read_input
from reportgen.figures.sheet_rows import SHEET_ROWS
from reportgen.model.department_year import DepartmentYear

INPUTS = {"年度": "2021", "部门": {"名称": "某局", "编制人数": "426", "实有人数": "743"}}


@pytest.mark.parametrize(
    ("name", "values", "measured", "points"),
    [
        ("财政供养人员控制率", ("103", "100"), "103", "3.5"),
        ("三公经费变动率", ("10.4", "10"), "4", "3"),
        ("重点支出安排率", ("70", "100"), "70", "3"),
        ("预算调整率", ("-20", "100"), "20", "1"),
        ("支付进度", ("2",), "2", "2"),
        ("资金结余", ("12", "20"), "12", "2"),
        ("三公经费控制率", ("10.3", "10"), "103", "3"),
        ("政府采购执行率", ("95", "100"), "95", "2"),
        ("公务卡刷卡率", ("40",), "40", "1"),
        ("固定资产利用率", ("90", "100"), "90", "2"),
        ("社会公众或服务对象满意度", ("84.9",), "84.9", "1"),
    ],
)
def test_a_row_scores_what_the_sheet_says(
    name: str, values: tuple[str, ...], measured: str, points: str
) -> None:
    row = SHEET_ROWS[name]
    assert len(values) == len(row.inputs)
    outcome = row.compute(tuple(Decimal(value) for value in values), row.full, "continuous")
    assert outcome is not None
    assert (outcome.measured, outcome.points) == (Decimal(measured), Decimal(points))


@pytest.mark.parametrize("name", SHEET_ROWS)
def test_no_row_is_scored_without_its_inputs(name: str) -> None:
    row = SHEET_ROWS[name]
    assert row.compute((None,) * len(row.inputs), row.full, "continuous") is None


@pytest.mark.parametrize("name", SHEET_ROWS)
def test_every_input_can_be_read(name: str) -> None:
    blank = DepartmentYear.model_validate({"年度": "2021", "部门": {"名称": "某局"}})
    assert [read_input(blank, each) for each in SHEET_ROWS[name].inputs] == [None] * len(
        SHEET_ROWS[name].inputs
    )


def test_the_first_filled_place_counts() -> None:
    balance = SHEET_ROWS["资金结余"].inputs[0]
    department_year = DepartmentYear.model_validate(
        INPUTS | {"机构": {"汇总": {"支出": {"当年结余": "3"}}}}
    )
    path = ("机构", "汇总", "支出", "当年结余")
    assert read_input(department_year, balance) == Reading(Decimal(3), path)


def test_a_blank_summary_is_the_sum_of_its_units() -> None:
    in_use = SHEET_ROWS["固定资产利用率"].inputs[0]
    units = [{"固定资产": {"在用": "10.5"}}, {"固定资产": {"在用": "4"}}, {"名称": "空白"}]
    department_year = DepartmentYear.model_validate(INPUTS | {"机构": {"单位": units}})
    assert read_input(department_year, in_use) == Reading(Decimal("14.5"), ("机构", "单位"))


def test_rates_and_counts_are_figures_too() -> None:
    department_year = DepartmentYear.model_validate(
        INPUTS | {"评分表": {"数据": {"公务卡刷卡率": "62.5%"}}}
    )
    (card,) = SHEET_ROWS["公务卡刷卡率"].inputs
    staff, _ = SHEET_ROWS["财政供养人员控制率"].inputs
    read = [read_input(department_year, each) for each in (card, staff)]
    assert [each and each.value for each in read] == [Decimal("62.5"), Decimal(743)]
