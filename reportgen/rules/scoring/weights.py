"""Rules on weights: what a tree's points add to, and how they are spread."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.figures.rounding import ZERO, plain
from reportgen.figures.tolerance import WEIGHT_TOLERANCE
from reportgen.figures.weights import (
    EXECUTION,
    children_weight,
    execution_weight,
    filled,
    total_weight,
    weight_of,
)
from reportgen.model.finding import DataPath, Severity
from reportgen.model.indicators import Indicator
from reportgen.rules.readings.scorecards import (
    addends,
    all_wholes,
    named,
    scorecards,
    scored_fund_rows,
)
from reportgen.rules.readings.walks import Placed
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Wording


def _equal(one: Decimal, other: Decimal) -> bool:
    return one == other or abs(one - other) <= WEIGHT_TOLERANCE


@rule(
    "WGT-01",
    Severity.ERROR,
    message=Wording("分值合计{added}，应为{full}", "Weights add to {added}, must be {full}"),
    hint=Wording(
        "各项为{addends}；请逐项核对，使合计为{full}",
        "The items are {addends}; check each until they add to {full}",
    ),
    answerable=False,
)
def weights_add_to_full_score(subject: Subject) -> Iterator[Hit]:
    """全部分值（含预算执行率）合计等于满分。

    为什么：总分按满分打，分值多一分少一分，得分率和等次就都不准。
    错：预算执行率 10，产出 50，效益 30，满意度 5，合计 95。
    对：预算执行率 10，产出 50，效益 30，满意度 10，合计 100。
    """
    full = subject.profile.full_score
    for card in scorecards(subject):
        indicators = total_weight(card.tree)
        if indicators is None:
            continue
        execution = execution_weight(card.funds)
        if execution is None and not card.is_scored:
            # A table of targets does not print the row of the execution rate.
            planned = subject.profile.weights.get(EXECUTION, ZERO)
            execution = planned if _equal(indicators + planned, full) else None
        computed, stated = indicators + (execution or ZERO), card.verdict.weight
        wrong = [sum_ for sum_ in (computed, stated) if sum_ is not None and not _equal(sum_, full)]
        if wrong:
            yield Hit(
                card.place_of_total("分值"),
                stated=stated,
                computed=plain(computed),
                arguments={
                    "added": plain(wrong[0]),
                    "full": plain(full),
                    "addends": _added([(EXECUTION, execution)], card.tree),
                },
            )


@rule(
    "WGT-02",
    Severity.ERROR,
    message=Wording(
        "“{name}”分值{stated}≠下级合计{computed}",
        'Weight of "{name}" {stated} ≠ children {computed}',
    ),
    hint=Wording(
        "下级为{addends}；请核对，改正合计或分项",
        "The children are {addends}; check them, then mend the sum or the items",
    ),
    answerable=False,
)
def weight_is_sum_of_children(subject: Subject) -> Iterator[Hit]:
    """一级、二级的分值等于下级分值之和。

    为什么：上级的分是拆给下级的，拆完还得是这些分。下级没有设分值的不查。
    错：数量指标 20，其下两个指标 10、5。
    对：数量指标 20，其下两个指标 10、10。
    """
    for card in scorecards(subject):
        for path, node in card.nodes if card.wholes else ():
            if node.weight is None or not node.children:
                continue
            computed = children_weight(node)
            if computed is None or _equal(node.weight, computed):
                continue
            yield Hit(
                (*path, "分值"),
                stated=node.weight,
                computed=plain(computed),
                arguments={"name": named(node), "addends": _added([], node.children)},
            )


def _added(first: list[tuple[str, Decimal | None]], tree: tuple[Indicator, ...]) -> str:
    return addends([*first, *((named(node), weight_of(node)) for node in filled(tree))])


@rule(
    "WGT-04",
    Severity.ERROR,
    message=Wording("“{name}”未设分值", '"{name}" has no weight'),
    hint=Wording("请填大于0的分值，或删去得分", "Give it points above 0, or take the score out"),
)
def scored_row_has_weight(subject: Subject) -> Iterator[Hit]:
    """打了分的行有分值。

    为什么：没有分值，就不知道得分是满分还是扣了分。上级统一给分值、下级都不设的，不算缺。
    错：得分 5，分值空着。
    对：分值 5，得分 5。
    """
    for path, row in scored_fund_rows(subject):
        if row.weight is None or row.weight < 0:
            name = EXECUTION if path[-1] == "总额" else row.name or EXECUTION
            yield Hit(path, stated=row.weight, arguments={"name": name})
    for card in scorecards(subject):
        unweighted = _unweighted(card.tree_path, card.tree, above=False)
        for path, node in unweighted if card.is_scored else ():
            yield Hit(path, stated=node.weight, arguments={"name": named(node)})


def _unweighted(path: DataPath, tree: tuple[Indicator, ...], *, above: bool) -> Iterator[Placed]:
    """Yield scored leaves without points, though no branch weighs them all in one."""
    beside = above and any(node.weight is not None and not node.children for node in tree)
    for index, node in enumerate(tree):
        if node.children:
            covered = above or node.weight is not None
            yield from _unweighted((*path, index, "下级"), node.children, above=covered)
        elif node.score is not None and _lacks_weight(node, covered=above and not beside):
            yield (*path, index), node


def _lacks_weight(node: Indicator, *, covered: bool) -> bool:
    weight = node.weight
    if weight is None:
        return not covered
    return weight <= 0 and (weight < 0 or node.score != 0)


@rule(
    "WGT-05",
    Severity.INFO,
    message=Wording(
        "{count}个指标共用{stated}分，建议逐项分配",
        "{count} indicators share {stated} points; assign each its own",
    ),
    hint=Wording(
        "把共用的分值拆到每个指标，扣分才说得清扣在哪里",
        "Divide the points among the indicators, so that a deduction has its place",
    ),
)
def points_are_not_shared(subject: Subject) -> Iterator[Hit]:
    """每个指标各有分值，不几项合用一格。

    为什么：几项合用一个分值，扣了分也看不出是哪一项没做到。
    错：经济、社会、生态效益合用 15 分。
    对：经济、社会、生态效益各 5 分。
    """
    for path, node in all_wholes(subject):
        sharing = len(filled(node.children)) if node.name is None else 0
        if sharing > 1:
            yield Hit((*path, "分值"), stated=node.weight, arguments={"count": sharing})


@rule(
    "WGT-07",
    Severity.INFO,
    message=Wording(
        "“{name}”单项{stated}分，权重过于集中", '"{name}" alone carries {stated} points'
    ),
    hint=Wording(
        "单项分值一般不超过{most}分，可拆成几个指标",
        "One indicator seldom carries more than {most} points; divide it",
    ),
)
def no_indicator_outweighs(subject: Subject) -> Iterator[Hit]:
    """单个指标的分值不超过口径的上限。

    为什么：一项就定了总分，其他指标等于没设。
    错：口径上限 20 分，某项 30 分。
    对：拆成两项，各 15 分。
    """
    most = subject.profile.largest_weight
    for path, node in all_wholes(subject):
        if not node.children and node.weight is not None and node.weight > most:
            yield Hit(
                (*path, "分值"),
                stated=node.weight,
                arguments={"name": named(node), "most": plain(most)},
            )
