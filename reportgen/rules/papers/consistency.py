"""Rules on what a file states twice, under two names or in two forms."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reportgen.figures.rounding import plain
from reportgen.figures.tolerance import money_gap
from reportgen.figures.totals import executed_total
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import DataPath, Severity
from reportgen.rules.readings.identities import PlacedFigure
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Wording
from reportgen.wording.sameness import OPEN, halves

PlacedName = tuple[DataPath, str]
_SHORTEST_NAME: Final = 5
# 第一小学 and 第二小学 are two schools, not two spellings.
_TELLING: Final = frozenset("一二三四五六七八九十0123456789东南西北中上下新老甲乙丙丁大小")


@rule(
    "NAR-01",
    Severity.ERROR,
    message=Wording(
        "正文“{label}”{stated}与表内{computed}不一致",
        'Narrative "{label}" {stated} differs from form {computed}',
    ),
    hint=Wording("差{difference}；请改正其中一处", "They differ by {difference}; correct one"),
)
def funds_equal_the_unit_tables(subject: Subject) -> Iterator[Hit]:
    """报告引用的支出数（资金）与收支表的汇总数（机构）一致。

    为什么：同一年的总支出、基本支出、项目支出，报告和表格只能是一个数。正文用引用写的数天然一致，
    直接录入的数由 NAR-15 查。
    错：资金的执行数 5522.57，机构汇总的支出合计 5482.57。
    对：两处都是 5522.57。
    """
    summary = subject.department_year.institutions.summary.expenditure
    tabled = {
        "总支出": ("合计", summary.total),
        "基本支出": ("基本支出", summary.basic),
        "项目支出": ("项目支出", summary.project),
    }
    for label, (path, stated) in _spending(subject.department_year).items():
        key, computed = tabled[label]
        if stated is None or computed is None:
            continue
        gap = money_gap(stated, computed, 1)
        if gap != "none":
            yield Hit(
                path,
                stated,
                computed,
                {"label": label, "difference": plain(abs(stated - computed))},
                ("机构", "汇总", "支出", key),
                Severity.WARNING if gap == "rounding" else None,
            )


def _spending(department_year: DepartmentYear) -> dict[str, PlacedFigure]:
    funds = department_year.funds
    found: dict[str, PlacedFigure] = {
        "总支出": PlacedFigure(("资金", "总额", "执行数"), executed_total(funds))
    }
    for index, row in enumerate(funds.structure):
        if row.name in ("基本支出", "项目支出"):
            found[row.name] = PlacedFigure(("资金", "结构", index, "执行数"), row.executed)
    return found


@rule(
    "NAR-08",
    Severity.WARNING,
    message=Wording(
        "名称不一致：“{stated}”/“{computed}”", 'Name spelled two ways: "{stated}" / "{computed}"'
    ),
    hint=Wording("请核对全称，两处改为一致", "Check the full name and spell it alike"),
)
def names_are_spelled_alike(subject: Subject) -> Iterator[Hit]:
    """同一单位的名称各处写法一致。

    为什么：一字之差，读者不知是一个单位还是两个。只比较“部门”列出的名称与表、函、项目里的名称；
    相差一个字、又没有别的名称与之相同的，才报。
    错：所属单位“松杨湖街道社区卫生服务中心”，收支表“松阳湖街道社区卫生服务中心”。
    对：两处同为“松杨湖街道社区卫生服务中心”。
    """
    known = list(_known_names(subject.department_year))
    mentions = [(p, name) for p, name in _mentions(subject.department_year) if name]
    lengths = {len(name) for _, name in mentions}
    # Of known names that end alike the first counts.
    endings = {name[-length:]: path for path, name in reversed(known) for length in lengths}
    strange = [(path, name) for path, name in mentions if name not in endings]
    if not strange:
        return
    spelled = {endings[name] for _, name in mentions if name in endings}
    slips = _slips_of(
        [each for each in known if each[0] not in spelled or each[0][1] != "所属单位"],
        [name for _, name in strange],
    )
    for path, name in strange:
        found = next((slips[p] for p in _with_a_slip(name) if p in slips), None)
        if found is not None:
            yield Hit(path, name, found[1], other=found[0])


def _slips_of(known: list[PlacedName], strange: list[str]) -> dict[str, PlacedName]:
    """Return the ends of known names that strange ones may be a slip of, a character left open."""
    shared = {half for name in strange for half in halves(name)}
    return {
        pattern: (path, end)
        for length in {len(name) for name in strange}
        if length >= _SHORTEST_NAME
        for path, name in known
        if len(name) >= length
        for end in (name[-length:],)
        if not shared.isdisjoint(halves(end))
        for pattern in _with_a_slip(end)
    }


def _with_a_slip(name: str) -> Iterator[str]:
    for place, char in enumerate(name):
        if char not in _TELLING:
            yield f"{name[:place]}{OPEN}{name[place + 1 :]}"


def _known_names(department_year: DepartmentYear) -> Iterator[PlacedName]:
    department = department_year.department
    yield ("部门", "名称"), department.name
    for position, alias in enumerate(department.aliases):
        yield ("部门", "别名", position), alias
    for index, unit in enumerate(department.affiliates):
        path = ("部门", "所属单位", index)
        yield (*path, "名称"), unit.name
        for position, alias in enumerate(unit.aliases):
            yield (*path, "别名", position), alias


def _mentions(department_year: DepartmentYear) -> Iterator[tuple[DataPath, str | None]]:
    for index, unit in enumerate(department_year.institutions.units):
        yield ("机构", "单位", index, "名称"), unit.name
    for index, member in enumerate(department_year.evaluation.team):
        yield ("评价", "人员", index, "单位"), member.unit
    for index, project in enumerate(department_year.projects):
        yield ("项目", index, "主管部门"), project.department
        yield ("项目", index, "实施单位"), project.implementer
    for index, letter in enumerate(department_year.feedback_letters):
        yield ("征求意见", index, "收函单位"), letter.addressee
        yield ("征求意见", index, "单位"), letter.unit


@rule(
    "NAR-11",
    Severity.WARNING,
    message=Wording(
        "“{label}”两处基数不同：{stated}/{computed}", '"{label}" has two bases: {stated}/{computed}'
    ),
    hint=Wording("请改为一致，或说明口径的差别", "Make them agree, or explain the difference"),
)
def one_quantity_has_one_base(subject: Subject) -> Iterator[Hit]:
    """同一个量在评分表的数据和别处只有一个数。

    为什么：评分表按“数据”计算得分，同一个量在资金、机构里另是一个数，得分就没有根据。
    错：评分表数据的项目总支出 2865.39，机构汇总的项目支出 2856.39。
    对：两处都是 2865.39。
    """
    department_year = subject.department_year
    data = department_year.scoring_sheet.data
    summary = department_year.institutions.summary
    spent = _spending(department_year).get("项目支出", PlacedFigure(("资金", "结构"), None))
    pairs: tuple[tuple[str, Decimal | None, PlacedFigure], ...] = (
        (
            "年初预算数",
            data.initial_budget,
            PlacedFigure(
                ("资金", "总额", "年初预算数"), department_year.funds.total.initial_budget
            ),
        ),
        (
            "项目总支出",
            data.project_spending,
            PlacedFigure(("机构", "汇总", "支出", "项目支出"), summary.expenditure.project),
        ),
        ("项目总支出", data.project_spending, spent),
        (
            "上年结转",
            data.prior_carry_over,
            PlacedFigure(("机构", "汇总", "收入", "上年结转"), summary.income.carried_over),
        ),
    )
    for label, stated, (path, computed) in pairs:
        if stated is not None and computed is not None and stated != computed:
            words = {"label": label}
            yield Hit(("评分表", "数据", label), stated, computed, words, path)
