from decimal import Decimal

import pytest

from reportgen.figures.attainment import Comparison, attainment, compare, exceeds
from reportgen.wording.quantities import parse_quantity


def compared(target: str, actual: str) -> Comparison | None:
    return compare(parse_quantity(target), parse_quantity(actual))


@pytest.mark.parametrize(
    ("target", "actual", "want"),
    [
        ("大于等于 120 人次", "90人次", Comparison("positive", Decimal(120), Decimal(90))),
        ("≤12/100000", "8.5/100000", Comparison("negative", Decimal(12), Decimal("8.5"))),
        ("等于 18 家", "18家", Comparison("equality", Decimal(18), Decimal(18))),
        ("100%", "99%", Comparison("positive", Decimal(100), Decimal(99))),
        ("≥3场", "已完成3场", Comparison("positive", Decimal(3), Decimal(3))),
        ("建档率≥80%", "建档率98.01%", Comparison("positive", Decimal(80), Decimal("98.01"))),
    ],
)
def test_compare(target: str, actual: str, want: Comparison) -> None:
    assert compared(target, actual) == want


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("≥80%", "60人"),
        ("≥80%", "≥80%"),
        ("≥80%；≥95%", "98%；100%"),
        ("120人", "120人"),
        ("≥-5%", "3%"),
        ("≥80%", "下降80%"),
        ("逐步提高", "80%"),
        ("≥80%", "逐步提高"),
    ],
)
def test_not_comparable(target: str, actual: str) -> None:
    assert compared(target, actual) is None


def test_nothing_to_compare() -> None:
    assert compare(None, parse_quantity("1%")) is None
    assert compare(parse_quantity("≥1%"), None) is None
    assert attainment(None, parse_quantity("1%")) == "unknown"


@pytest.mark.parametrize(
    ("target", "actual", "want"),
    [
        ("≥80%", "80%", "met"),
        ("≤10天", "11天", "missed"),
        (">95%", "95%", "missed"),
        (">95%", "95.1%", "met"),
        ("低于10天", "10天", "missed"),
        ("=18家", "17家", "missed"),
        ("=18家", "19家", "unknown"),
        ("不超预算", "不超预算", "met"),
        ("79元/人", "79 元/人", "met"),
        ("79元/人", "80元/人", "unknown"),
        ("大于等于 50%", "大于等于 50%", "unknown"),
        ("不低于 80%", "逐步提高", "missed"),
        ("不低于 80%", "进一步提高", "missed"),
        ("100%", "招采程序正在进行", "missed"),
        ("100%", "未完成", "missed"),
        ("100%", "全部完成", "unknown"),
        ("≥80%", "超过百分之八十", "unknown"),
        ("逐步提高", "有所提高", "missed"),
        ("逐步提高", "显著提升", "unknown"),
        ("明显提升", "招采程序正在进行", "unknown"),
    ],
)
def test_attainment(target: str, actual: str, want: str) -> None:
    assert attainment(parse_quantity(target), parse_quantity(actual)) == want


@pytest.mark.parametrize(
    ("target", "actual", "want"),
    [
        ("≥100人", "120人", True),
        ("≥100人", "119.9人", False),
        ("≤100人", "120人", False),
        ("≥0起", "5起", False),
        ("≥100人", "很多", False),
    ],
)
def test_exceeds(target: str, actual: str, want: bool) -> None:  # noqa: FBT001 - a table
    assert exceeds(compared(target, actual), Decimal(120)) is want
