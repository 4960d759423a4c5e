"""Rules that read figures in running text. Small regular expressions: they stay warnings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reportgen.figures.formulas import formulas_in
from reportgen.figures.near_misses import FactIndex, units_told_of
from reportgen.figures.prose import figures_in
from reportgen.figures.rounding import HUNDRED, decimals, plain, round_half_up, written
from reportgen.figures.stated_facts import stated_facts
from reportgen.figures.tolerance import agrees
from reportgen.figures.totals import executed_total, planned_total
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import DataPath, Severity, path_text
from reportgen.rules.papers.narrative import RESULTS
from reportgen.rules.readings.texts import joined_prose, report_sections
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Wording

# What the rate is of is looked for before a claim: patterns are found fast that begin with a word.
_CLAIM: Final = re.compile(
    r"(?:执行率|使用率|支出率|执行进度|支出进度)"
    r"(?P<verb>达到|达|超过|超|突破|高于|不低于|在)?(?P<number>\d{1,4}(?:\.\d{1,4})?)[%％]"
    r"(?P<above>以上)?"
)
_OF_WHAT: Final = ("预算", "资金", "支出")
_VERB: Final = "(?:达到|达|超过|超|突破|高于|不低于|在)?"
_CLAIMED: Final = (re.compile(rf"率(?={_VERB}\d)"), re.compile(rf"进度(?={_VERB}\d)"))
_WHOLE: Final = re.compile(r"(?:^|[^一-鿿]|年度?|[全整总]体|部门|单位|我局|综合|平均)$")
_MORE_THAN: Final = frozenset({"超过", "超", "突破", "高于"})
_COUNTED: Final = "个|项|家|名|件|种|份|部"
_TITLES: Final = re.compile(r"(?:《[^《》]*》[、，和及与]?)+$")
_SUCH_AS: Final = re.compile(rf"等([0-9]{{1,3}})(?:{_COUNTED})[一-鿿]{{0,6}}")
_LIST: Final = re.compile(
    rf"([0-9]{{1,3}})(?:{_COUNTED})[^，。；：:、（）\d]{{0,8}}[：:]([^。；;\n：:]{{4,}})"
)
_WORDS_BEFORE: Final = re.compile("[一-鿿]{0,8}$")
_IN_BRACKETS: Final = re.compile(r"[（(][^（）()]*[）)]")
_AND: Final = re.compile(r"[和及与]")
_EXECUTED: Final[DataPath] = ("资金", "总额", "执行数")
_LONGEST_LIST: Final = 600
_LIKENESS: Final = {
    "transposed": Wording("两位数字颠倒", "two digits swapped"),
    "one digit": Wording("只差一位数字", "one digit differs"),
    "same name": Wording("名称相同而数不同", "same name, another figure"),
}


@rule(
    "NAR-02",
    Severity.WARNING,
    message=Wording(
        "正文称“{stated}”，实际为{computed}%", 'Text says "{stated}", computed {computed}%'
    ),
    hint=Wording(
        "“达”“超过”“以上”不能四舍五入；请写实际的数",
        "“Reaches” allows no rounding; write the figure",
    ),
)
def claimed_rates_are_reached(subject: Subject) -> Iterator[Hit]:
    """正文称执行率“达”“超过”某数、某数“以上”的，实际确有那么多。

    为什么：89.45%可以说“约90%”，不能说“达90%”。只看部门整体的预算执行率、资金使用率。
    错：支出27512.96，预算30758.63，称“资金使用率达90%”。
    对：称“资金使用率达89%”或“资金使用率为89.45%”。
    """
    rate = _best_rate(subject.department_year)
    if rate is None:
        return
    for path, text in joined_prose(subject.department_year).holding(*_CLAIMED):
        for match in _CLAIM.finditer(text):
            claims = match["above"] or match["verb"] not in (None, "在")
            start = match.start()
            if text.endswith(_OF_WHAT, 0, start):
                start -= len(_OF_WHAT[0])
            if claims and _WHOLE.search(text[max(0, start - 4) : start]) and _fails(match, rate):
                computed = plain(round_half_up(rate, 2))
                yield Hit(path, text[start : match.end()], computed, other=_EXECUTED)


def _fails(match: re.Match[str], rate: Decimal) -> bool:
    claimed = Decimal(match["number"])
    if "." in match["number"] and agrees(claimed, rate):
        return False
    return rate <= claimed if match["verb"] in _MORE_THAN else rate < claimed


def _best_rate(department_year: DepartmentYear) -> Decimal | None:
    """Return the share spent, in percent, of what was budgeted or of what came in."""
    funds = department_year.funds
    executed = executed_total(funds)
    bases = [base for base in (planned_total(funds), funds.received) if base]
    if executed is None or not bases:
        return None
    return executed / min(bases) * HUNDRED


@rule(
    "NAR-09",
    Severity.ERROR,
    message=Wording("{stated}应为{computed}", "{stated} should be {computed}"),
    hint=Wording("请重新计算", "Compute it again"),
)
def formulas_in_texts_hold(subject: Subject) -> Iterator[Hit]:
    """文字中写出的算式（a÷b=c、a+b=c）算得对。

    为什么：算式写出来就是给人核对的。作者自己的核对写在“核对”里，见 ASSERT-01。
    错：27512.96÷30758.63=90%。
    对：27512.96÷30758.63=89.45%；548÷467=117.34。
    """
    for path, text in joined_prose(subject.department_year).holding("=", "＝"):
        for formula in formulas_in(text):
            if not formula.holds:
                places = max(2, decimals(formula.stated))
                computed = plain(round_half_up(formula.computed, places))
                yield Hit(path, formula.text, computed + "%" * formula.percent)


@rule(
    "NAR-10",
    Severity.WARNING,
    message=Wording("称{stated}个，列出{computed}个", "Says {stated}, lists {computed}"),
    hint=Wording("“{text}”；请核对数目，或补全所列", '"{text}"; check the number or the list'),
)
def counts_match_their_lists(subject: Subject) -> Iterator[Hit]:
    """说有几个，就列几个。

    为什么：数与所列不符，不是漏列就是数错。查三种：《甲》《乙》等N个；N个：甲、乙、丙；“项目数”与
    所列项目（没有列项目的，与完成情况的小节）。同一句话只报一次。
    错：《甲》《乙》等5个通告；内设机构3个：甲股、乙股。
    对：《甲》《乙》2个通告；内设机构2个：甲股、乙股。
    """
    yield from _projects_told(subject.department_year)
    told: dict[tuple[int, int, str], list[DataPath]] = {}
    for path, text in joined_prose(subject.department_year).holding("：", ":", _SUCH_AS):
        for miscount in _miscounts(text):
            told.setdefault(miscount, []).append(path)
    for (said, listed, sentence), paths in told.items():
        other = paths[1] if len(paths) > 1 else None
        yield Hit(paths[0], said, listed, {"text": sentence}, other)


def _projects_told(department_year: DepartmentYear) -> Iterator[Hit]:
    said, path = department_year.department.projects, ("部门", "项目数")
    if said is None:
        return
    told: tuple[int, DataPath] | None = None
    if department_year.projects:
        told = len(department_year.projects), ("项目",)
    else:
        for place, _, section in report_sections(department_year):
            if section.heading and RESULTS.search(section.heading) and section.sections:
                told = told or (len(section.sections), (*place, "章节"))
    if told is not None and told[0] != said:
        yield Hit(path, said, told[0], {"text": f"项目数：{said}"}, told[1])


def _miscounts(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield what is said, what is listed, and where, for counts that do not match."""
    for match in _SUCH_AS.finditer(text):
        titles = _TITLES.search(text[max(0, match.start() - _LONGEST_LIST) : match.start()])
        listed = titles[0].count("《") if titles else 0
        if listed and listed != int(match[1]):
            yield int(match[1]), listed, match[0]
    for match in _LIST.finditer(text) if "、" in text else ():
        items = _IN_BRACKETS.sub("", match[2]).split("、")
        said, most = int(match[1]), len(items) + len(_AND.findall(match[2]))
        open_ended = "，" in match[2] or items[-1].endswith("等")
        if len(items) > 1 and not open_ended and not len(items) <= said <= most:
            before = _WORDS_BEFORE.search(text[max(0, match.start() - 8) : match.start()])
            yield (
                said,
                len(items),
                (before[0] if before else "") + text[match.start() : match.start(2)],
            )


@rule(
    "NAR-15",
    Severity.WARNING,
    message=Wording(
        "正文写{stated}，{place}为{computed}：{likeness}",
        "Text says {stated}, {place} says {computed}: {likeness}",
    ),
    hint=Wording(
        "疑为笔误；改正后最好写作引用，如 {{{{ {place} }}}}",
        "Probably a slip; best cite the fact: {{{{ {place} }}}}",
    ),
)
def typed_figures_are_not_near_misses(subject: Subject) -> Iterator[Hit]:
    """正文直接录入的数，不与同一文件的数只差一点。本程序自设的规则，不在原编目之内。

    为什么：手工转录最常见的是两位颠倒、错一位；或者名称对而数不对。只报这三种，短的数只按名称查，
    “约”数和别的年度不查。
    错：支出合计 27512.96，正文写“实际支出27521.96万元”。
    对：正文写“实际支出27512.96万元”，或引用 {{ 资金.总额.执行数 }}。
    """
    department_year = subject.department_year
    told = joined_prose(department_year)
    figures = figures_in(told.text)
    units = units_told_of(figures)
    facts = stated_facts(department_year, units) if units else ()
    index = FactIndex(facts, department_year.year)
    for figure, fact, likeness in index.near_misses(told.text, figures) if facts else ():
        words = {"place": path_text(fact.path), "likeness": _LIKENESS[likeness]}
        stated = f"{written(fact.value)}{fact.unit}"
        yield Hit(told.path_at(figure.start), figure.text, stated, words, fact.path)
