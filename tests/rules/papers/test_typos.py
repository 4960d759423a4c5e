"""The list of wrong words: each is found where it is wrong, and never in what it becomes."""

from __future__ import annotations

import pytest

from reportgen.rules.papers.typos import FUND_LABEL_ONLY, TYPOS, Typo

# The wrong word where it is surely wrong.
WRONG = (
    "以卫生院为枢钮", "上级财政移动支付", "帐实相符", "及时报帐", "会计记帐", "每月对帐",
    "截止12月10日", "截止目前", "健全公共卫生服体系", "病媒微生物防制", "物资生活和精神生活",
    "改革陈规陋习", "深入贯彻党的十九大，", "汇集信息资料", "作出布署",
)  # fmt: skip
# Right, although the same characters stand there.
RIGHT = (
    "枢纽", "移动支付手段普及", "蚊帐发放", "截止日期为12月", "截止阀", "公共卫生服务体系",
    "病媒生物防制", "抢险物资", "改革创新", "深入贯彻党的十九大精神",
    "深入贯彻党的十九大以来的部署", "会计信息资料", "部署",
)  # fmt: skip


def found_in(text: str) -> set[Typo]:
    return {typo for typo in TYPOS if typo.pattern.search(text)}


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_word_is_found(text: str) -> None:
    assert found_in(text)


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_one_is_not(text: str) -> None:
    assert found_in(text) == set()


def test_a_wrong_word_is_looked_for_wherever_its_rarest_character_stands() -> None:
    for typo in TYPOS:
        text = f"{typo.rarest}无{typo.rarest}"
        assert typo.stands_in(f"{text}{typo.wrong}{text}")
        assert typo.stands_in(text) == (typo.wrong == typo.rarest)
        assert not typo.stands_in(typo.wrong.replace(typo.rarest, ""))


def test_every_entry_is_found_somewhere() -> None:
    assert set().union(*map(found_in, WRONG)) == set(TYPOS)


@pytest.mark.parametrize("typo", TYPOS, ids=lambda typo: typo.wrong)
def test_what_is_meant_is_not_itself_wrong(typo: Typo) -> None:
    assert typo.right != typo.wrong
    assert all(match[0] == typo.wrong for text in WRONG for match in typo.pattern.finditer(text))
    for text in WRONG:
        mended = typo.pattern.sub(typo.right, text)
        assert not typo.pattern.search(mended)


def test_no_word_is_listed_twice() -> None:
    assert len({typo.wrong for typo in TYPOS}) == len(TYPOS)
    assert {typo.wrong for typo in TYPOS} >= FUND_LABEL_ONLY


def test_the_rarest_character_is_one_of_the_wrong_word() -> None:
    assert all(len(typo.rarest) == 1 and typo.rarest in typo.wrong for typo in TYPOS)
