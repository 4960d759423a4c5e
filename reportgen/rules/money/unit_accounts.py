"""Rules on the units' tables: income, expenditure, “三公” expenditure and fixed assets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from reportgen.figures.contents import keys_of
from reportgen.model.finding import Severity
from reportgen.model.funds import UnitAccounts
from reportgen.model.record import Record
from reportgen.rules.money.unit_names import is_headquarters, pair_units, spelled
from reportgen.rules.readings.identities import CHECK_SUM, UNIT_TABLES, adds_up, identity, owner
from reportgen.rules.readings.walks import unit_rows
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Wording

_LISTED: Final = ("部门", "所属单位")
_OF_THE_YEAR: Final[dict[str, Any]] = {
    "name": Wording("结余", "balance"),
    "sum": Wording("收入−支出", "income − expenditure"),
}
_CUMULATIVE: Final[dict[str, Any]] = {
    "name": Wording("累计结余", "cumulative balance"),
    "sum": Wording("上年累计+当年结余", "balance brought forward + balance of the year"),
}


@rule(
    "FUND-04",
    Severity.ERROR,
    message=Wording(
        "{unit}：基本支出{stated}≠人员+公用{computed}，差{difference}万元",
        "{unit}: basic expenditure {stated} ≠ staff + operating {computed} (diff {difference})",
    ),
    hint=CHECK_SUM,
    answerable=False,
)
def basic_is_staff_and_operating(subject: Subject) -> Iterator[Hit]:
    """机构表中，基本支出等于人员支出加公用支出。

    为什么：基本支出只有这两项，差额说明有一项填错。
    错：基本支出 312.24，人员支出 301.62，公用支出 1.62。
    对：基本支出 312.24，人员支出 301.62，公用支出 10.62。
    """
    for path, unit in unit_rows(subject.department_year):
        spent = unit.expenditure
        parts = (spent.staff, spent.operating)
        if not adds_up(spent.basic, parts):
            here = (*path, "支出", "基本支出")
            yield from identity(here, spent.basic, parts, unit=owner(path, unit))


@rule(
    "FUND-05",
    Severity.ERROR,
    message=Wording(
        "“{column}”汇总{stated}≠各单位合计{computed}，差{difference}万元",
        'Summary of "{column}" {stated} ≠ sum of units {computed} (diff {difference})',
    ),
    hint=CHECK_SUM,
    answerable=False,
)
def summary_is_sum_of_units(subject: Subject) -> Iterator[Hit]:
    """机构表的汇总行，每一列都等于各单位之和。

    为什么：汇总是加出来的，不是另填的；差额说明漏了单位或改了一处忘了另一处。
    错：汇总的公用支出 519.2，各单位相加 509.2。
    对：汇总的公用支出 519.2，各单位相加 519.2。
    """
    institutions = subject.department_year.institutions
    for table, attribute in UNIT_TABLES:
        stated: Record = getattr(institutions.summary, attribute)
        rows = [getattr(unit, attribute).__dict__.values() for unit in institutions.units]
        columns = zip(*rows, strict=True)
        for (name, whole), parts in zip(stated.__dict__.items(), columns, strict=False):
            if not adds_up(whole, parts):
                key = keys_of(type(stated))[name]
                title, here = _titled(table, key), ("机构", "汇总", table, key)
                yield from identity(here, whole, parts, other=("机构", "单位"), column=title)


def _titled(table: str, column: str) -> str:
    """Return a column's title as people say it: 收入合计, 人员支出."""
    return f"{table}{column}" if column in {"合计", "在用", "出租", "其他"} else column


@rule(
    "FUND-06",
    Severity.ERROR,
    message=Wording(
        "{unit}：三公经费合计{stated}≠分项之和{computed}，差{difference}万元",
        "{unit}: three-public-funds total {stated} ≠ parts {computed} (diff {difference})",
    ),
    hint=CHECK_SUM,
    answerable=False,
)
def three_public_adds_up(subject: Subject) -> Iterator[Hit]:
    """“三公”经费合计等于接待、车辆运维、车辆购置和因公出国四项之和。

    为什么：“三公”经费逐项公开，合计与分项不符最容易被问到。
    错：合计 5.93，公务接待费 2.93，公务用车运维费 2。
    对：合计 5.93，公务接待费 2.93，公务用车运维费 3。
    """
    for path, unit in unit_rows(subject.department_year):
        spent = unit.three_public
        parts = (
            spent.receptions,
            spent.vehicle_running,
            spent.vehicle_purchase,
            spent.travel_abroad,
        )
        if not adds_up(spent.total, parts):
            here = (*path, "三公经费", "合计")
            yield from identity(here, spent.total, parts, unit=owner(path, unit))


@rule(
    "FUND-07",
    Severity.ERROR,
    message=Wording(
        "{unit}：固定资产合计{stated}≠分项之和{computed}，差{difference}万元",
        "{unit}: fixed assets {stated} ≠ parts {computed} (diff {difference})",
    ),
    hint=CHECK_SUM,
    answerable=False,
)
def fixed_assets_add_up(subject: Subject) -> Iterator[Hit]:
    """固定资产合计等于在用、出租和其他之和。

    为什么：固定资产利用率按在用除以合计计算，合计错则得分错。
    错：合计 512.4，在用 500，出租 0，其他 0。
    对：合计 512.4，在用 512.4，出租 0，其他 0。
    """
    for path, unit in unit_rows(subject.department_year):
        assets = unit.fixed_assets
        parts = (assets.in_use, assets.leased, assets.other)
        if not adds_up(assets.total, parts):
            here = (*path, "固定资产", "合计")
            yield from identity(here, assets.total, parts, unit=owner(path, unit))


@rule(
    "FUND-08",
    Severity.ERROR,
    message=Wording(
        "{unit}：{name}{stated}≠{sum}{computed}，差{difference}万元",
        "{unit}: {name} {stated} ≠ {sum} {computed} (diff {difference})",
    ),
    hint=CHECK_SUM,
    answerable=False,
)
def balances_follow(subject: Subject) -> Iterator[Hit]:
    """当年结余等于收入减支出；累计结余等于上年累计结余加当年结余。

    为什么：结余是算出来的；收入合计已含上年结转。
    错：收入 788.64，支出 780，当年结余 0。
    对：收入 788.64，支出 780，当年结余 8.64。
    """
    for path, unit in unit_rows(subject.department_year):
        spent, income = unit.expenditure, unit.income.total
        if income is not None and spent.total is not None:
            here = (*path, "支出", "当年结余")
            parts = (income, -spent.total)
            if not adds_up(spent.balance, parts):
                named = {"unit": owner(path, unit), **_OF_THE_YEAR}
                yield from identity(here, spent.balance, parts, **named)
        if spent.prior_balance is not None and spent.balance is not None:
            here = (*path, "支出", "累计结余")
            parts = (spent.prior_balance, spent.balance)
            if not adds_up(spent.cumulative_balance, parts):
                named = {"unit": owner(path, unit), **_CUMULATIVE}
                yield from identity(here, spent.cumulative_balance, parts, **named)


@rule(
    "FUND-17",
    Severity.WARNING,
    message=Wording(
        "概况所列{listed}个单位，表内{tabled}个，{kind}：{names}",
        "{listed} units named, {tabled} in tables; {kind}: {names}",
    ),
    hint=Wording(
        "请补齐；不单独核算的在 说明 中写明原因，名称写法不同的在 别名 中补上",
        "Complete them; say under 说明 why a unit has no accounts, or give its other name as 别名",
    ),
)
def affiliates_are_in_the_tables(subject: Subject) -> Iterator[Hit]:
    """概况所列的所属单位与机构表中的单位一致。全称与简称、别名和一字之差算同一单位。

    为什么：少一个单位，收支汇总就不是整个部门的。
    错：概况列 14 个所属单位，表内只有 9 个。
    对：表内 14 个单位都在，或写明哪几个不单独核算。
    """
    department = subject.department_year.department
    units = _units_proper(subject) if department.affiliates else []
    if not units:
        return
    listed = [spelled(each.name, each.aliases) for each in department.affiliates]
    missing, extra = pair_units(listed, [names for _, names in units])
    counts = {"listed": len(listed), "tabled": len(units)}
    if missing:
        names = "、".join(department.affiliates[index].name for index in missing)
        words = {**counts, "kind": Wording("缺", "missing"), "names": names}
        yield Hit(("机构", "单位"), len(units), len(listed), words, other=_LISTED)
    for index in extra:
        position, _ = units[index]
        name = subject.department_year.institutions.units[position].name
        words = {**counts, "kind": Wording("概况未列", "not named"), "names": name}
        here = ("机构", "单位", position, "名称")
        yield Hit(here, name, None, words, other=_LISTED)


def _units_proper(subject: Subject) -> list[tuple[int, tuple[str, ...]]]:
    """Return the units of the tables without the bureau itself: the position, the spellings."""
    department = subject.department_year.department
    own = spelled(department.name, department.aliases)
    units: tuple[UnitAccounts, ...] = subject.department_year.institutions.units
    named = [(at, spelled(unit.name)) for at, unit in enumerate(units) if unit.name]
    return [(at, names) for at, names in named if not is_headquarters(names, own)]
