"""When a stated sum is wrong, how it is told, and whose it is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.model.finding import Severity
from reportgen.model.funds import FundRow, UnitAccounts
from reportgen.rules.readings.identities import (
    CHECK_SUM,
    MONEY_COLUMNS,
    NO_OWNER,
    UNIT_TABLES,
    adds_up,
    column,
    identity,
    owned,
    owner,
)
from reportgen.wording.language import Phrase
from tests.typed import at, year

HERE = ("资金", "总额", "预算数")


def figures(*typed: str | None) -> list[Decimal | None]:
    return [None if figure is None else Decimal(figure) for figure in typed]


@pytest.mark.parametrize(
    ("stated", "addends"),
    [
        ("100", ("80", "20")),
        ("100.00", ("80", None, "20")),
        (None, ("80", "20")),
        ("100", (None, None)),
        ("100", ()),
        ("0", ("0",)),
    ],
)
def test_a_sum_that_holds_or_is_not_stated_is_no_hit(
    stated: str | None, addends: tuple[str | None, ...]
) -> None:
    (whole,) = figures(stated)
    assert adds_up(whole, figures(*addends))
    assert list(identity(HERE, whole, figures(*addends))) == []


def test_a_wrong_sum_says_what_was_added() -> None:
    assert not adds_up(Decimal("100.00"), figures("80.10", None, "-5"))
    (hit,) = identity(
        HERE, Decimal("100.00"), figures("80.10", None, "-5"), other=("资金",), unit="局机关"
    )
    assert (hit.path, hit.other, hit.severity) == (HERE, ("资金",), None)
    assert (hit.stated, hit.computed) == ("100.00", "75.10")
    assert hit.arguments == {"difference": "24.9", "addends": "80.10 − 5", "unit": "局机关"}
    said = CHECK_SUM.say("zh", hit.arguments)
    assert said == "分项为80.10 − 5；请逐项核对，改正合计或分项"


def test_a_blank_is_not_zero_but_0_is_a_wrong_sum() -> None:
    (hit,) = identity(HERE, Decimal(0), figures("80", None))
    assert (hit.stated, hit.computed) == ("0", "80")


@pytest.mark.parametrize(
    ("stated", "severity"), [("100.01", Severity.WARNING), ("100.015", Severity.WARNING),
                             ("100.016", None), ("99.984", None)]
)  # fmt: skip
def test_what_rounding_explains_is_only_a_warning(stated: str, severity: Severity | None) -> None:
    (hit,) = identity(HERE, Decimal(stated), figures("80", "20"))
    assert hit.severity is severity


def test_a_long_sum_is_cut_short() -> None:
    (twelve,) = identity(HERE, Decimal(1), figures(*["1"] * 12))
    (more,) = identity(HERE, Decimal(1), figures(*["1"] * 13))
    assert twelve.arguments["addends"] == " + ".join("1" * 12)
    assert more.arguments["addends"] == " + ".join("1" * 12) + " + …"
    assert more.computed == "13"


def test_a_column_keeps_its_blanks() -> None:
    rows = [FundRow.model_validate({"预算数": figure}) for figure in ("1", None)]
    assert column(rows, "budget") == [Decimal(1), None]


def test_columns_and_tables_are_called_what_people_type() -> None:
    row = FundRow.model_validate({key: "1.5" for key, _ in MONEY_COLUMNS})
    assert [getattr(row, name) for _, name in MONEY_COLUMNS] == [Decimal("1.5")] * 4
    empty = year()
    for key, name in UNIT_TABLES:
        summary = empty.institutions.summary
        assert at(empty, ("机构", "汇总", key)) is getattr(summary, name)


@pytest.mark.parametrize(
    ("path", "name", "called"),
    [
        (("机构", "汇总"), None, "汇总"),
        (("机构", "汇总"), "合计", "合计"),
        (("机构", "单位", 0), None, "单位1"),
        (("机构", "单位", 1), "局{机}关", "局{机}关"),
    ],
)
def test_a_unit_without_a_name_is_counted(
    path: tuple[str | int, ...], name: str | None, called: str
) -> None:
    unit = UnitAccounts.model_validate({"名称": name})
    assert owner(path, unit) == called
    assert Phrase(owned(path, unit)).say("zh") == f"{called}："
    assert Phrase(owned(path, unit)).say("en") == f"{called}: "


def test_the_department_needs_no_name() -> None:
    assert (NO_OWNER.say("zh"), NO_OWNER.say("en")) == ("", "")
