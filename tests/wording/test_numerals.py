import pytest

from reportgen.wording.numerals import chinese_numeral, heading_number


@pytest.mark.parametrize(
    ("number", "numeral"),
    [
        (1, "一"),
        (2, "二"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (19, "十九"),
        (20, "二十"),
        (21, "二十一"),
        (99, "九十九"),
    ],
)
def test_numerals_are_written_as_headings_write_them(number: int, numeral: str) -> None:
    assert chinese_numeral(number) == numeral


def value(numeral: str) -> int:
    """Read a numeral back, by the rule a reader knows: what is before 十 counts tens."""
    digits = {digit: number for number, digit in enumerate("一二三四五六七八九", 1)}
    tens, ten, units = numeral.rpartition("十")
    return (digits.get(tens, 1) * 10 if ten else 0) + digits.get(units, 0)


def test_every_numeral_reads_back_as_its_number() -> None:
    assert [value(chinese_numeral(number)) for number in range(1, 100)] == list(range(1, 100))


@pytest.mark.parametrize("number", [0, -1, 100])
def test_beyond_99_a_heading_wears_digits(number: int) -> None:
    assert chinese_numeral(number) == str(number)


@pytest.mark.parametrize(
    ("level", "number", "worn"),
    [
        (1, 1, "一、"),
        (1, 12, "十二、"),
        (2, 3, "（三）"),
        (3, 4, "4."),
        (4, 5, "（5）"),
        (5, 6, "（6）"),
    ],
)
def test_headings_wear_the_numbers_of_the_national_standard(
    level: int, number: int, worn: str
) -> None:
    assert heading_number(level, number) == worn
