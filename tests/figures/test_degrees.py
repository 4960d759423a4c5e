import pytest

from reportgen.figures.degrees import degree, is_weaker


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("有所提高", 0),
        ("逐步提高", 1),
        (" 逐年增长", 1),
        ("显著提升", 2),
        ("应保尽保", None),
        ("", None),
    ],
)
def test_degree(text: str, rank: int | None) -> None:
    assert degree(text) == rank


@pytest.mark.parametrize(
    ("actual", "target", "weaker"),
    [
        ("有所提高", "逐步提高", True),
        ("逐步提高", "显著提升", True),
        ("逐步提高", "逐年提高", False),
        ("显著提升", "逐步提高", False),
        ("招采程序正在进行", "明显提升", False),
        ("有所提高", "应保尽保", False),
    ],
)
def test_is_weaker(actual: str, target: str, weaker: bool) -> None:  # noqa: FBT001 - a table
    assert is_weaker(actual, target) is weaker
