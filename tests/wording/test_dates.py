import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.wording.dates import parse_date, printed_date

DAY = dt.date(2024, 6, 13)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("2024-06-13", "2024年6月13日"),
        (" 2024-06-13 ", "2024年6月13日"),
        ("2024年6月13日", "2024年6月13日"),
        ("2024年12月31日", "2024年12月31日"),
        ("2024-02-29", "2024年2月29日"),
    ],
)
def test_standard_dates_are_printed_as_official_documents_do(typed: str, printed: str) -> None:
    date = parse_date(typed)
    assert date.standard
    assert str(date) == printed


@pytest.mark.parametrize(
    "typed",
    [
        "2024.6.13",
        "2024/6/13",
        "2024-6-13",
        "2024年06月13日",
        "2024年6月13",
        "2024 年 6 月 13 日",
        "2024.06.13",
    ],
)
def test_other_spellings_are_understood_and_printed_as_typed(typed: str) -> None:
    date = parse_date(typed)
    assert (date.day, date.standard, str(date)) == (DAY, False, typed)


@pytest.mark.parametrize(
    "typed", ["年底", "2024年6月", "6月13日", "24-06-13", "2024-06-13起", "202４-06-13", ""]
)
def test_words_are_no_day_and_printed_as_typed(typed: str) -> None:
    date = parse_date(typed)
    assert (date.day, date.standard, str(date)) == (None, False, typed)


@pytest.mark.parametrize(
    "typed", ["2024-02-30", "2023-02-29", "2024-13-01", "2024.6.31", "2024年13月1日", "2024-00-10"]
)
def test_a_day_that_does_not_exist_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any will do: the loader tells the user
        parse_date(typed)


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_every_day_is_read_back_from_both_spellings(day: dt.date) -> None:
    printed = printed_date(day)
    assert parse_date(printed).day == parse_date(day.isoformat()).day == day
    assert str(parse_date(day.isoformat())) == str(parse_date(printed)) == printed
    assert "0" not in (printed[5], printed.partition("月")[2][0])
