import pytest

from reportgen.wording.nearest import nearest, nearest_code

CODES = ["EXEC-01", "EXEC-02", "EXEC-12", "FUND-02", "NAR-01", "YAML-12"]


@pytest.mark.parametrize(
    ("typed", "candidates", "meant"),
    [
        ("执行数额", ["预算数", "执行数"], "执行数"),
        ("yunxi-2012", ["gaoyang-2021", "yunxi-2021"], "yunxi-2021"),
        ("执行数", ["执行数"], "执行数"),
        ("完全不同", ["abc"], None),
        ("执行数", [], None),
        ("", ["执行数"], None),
    ],
)
def test_the_nearest_is_offered_and_nothing_far_away(
    typed: str, candidates: list[str], meant: str | None
) -> None:
    assert nearest(typed, candidates) == meant
    assert nearest(typed, iter(candidates)) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("exec-2", "EXEC-02"),
        ("EXCE-02", "EXEC-02"),
        (" FUND-2 ", "FUND-02"),
        ("YAML-13", "YAML-12"),
        ("DATA-01", None),
        ("", None),
    ],
)
def test_the_nearest_code_is_of_the_nearest_family(typed: str, meant: str | None) -> None:
    assert nearest_code(typed, CODES) == meant
