from pathlib import Path

import pytest

from reportgen.figures.filters import FILTERS as FACT_FILTERS
from reportgen.rendering.filters import BLANK_DATE, FILTERS
from tests.rendering.word import built, word_file


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (None, BLANK_DATE),
        ("2024-06-13", "2024年6月13日"),
        ("2024年6月13日", "2024年6月13日"),
        ("2024.6.13", "2024.6.13"),
        ("年底", "年底"),
    ],
)
def test_a_blank_date_leaves_room_for_a_pen(
    tmp_path: Path, typed: str | None, printed: str
) -> None:
    path = word_file(tmp_path / "a.docx", "{{ 报告.日期|日期空 }}")
    assert built(path, 报告={"日期": typed}).paragraphs == [printed]


@pytest.mark.parametrize(("typed", "printed"), [(None, "0"), ("某县卫生健康局", "7")])
def test_a_text_has_so_many_characters(tmp_path: Path, typed: str | None, printed: str) -> None:
    path = word_file(tmp_path / "a.docx", "{{ 报告.署名|字数 }}")
    assert built(path, 报告={"署名": typed}).paragraphs == [printed]


def test_forms_have_every_filter_that_texts_have() -> None:
    assert {name: FILTERS[name] for name in FACT_FILTERS} == FACT_FILTERS


@pytest.mark.parametrize("name", FILTERS)
def test_every_filter_says_in_both_languages_what_it_does_and_shows_how(name: str) -> None:
    chinese, _, english = (FILTERS[name].__doc__ or "").partition("\n\n")
    assert f"|{name}" in chinese
    assert chinese.endswith("。")
    assert english.strip().endswith(".")
