"""Rules on what a local scheme says of the weights."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from reportgen.figures.rounding import plain
from reportgen.figures.tolerance import WEIGHT_TOLERANCE
from reportgen.figures.weights import EXECUTION, filled, weight_of
from reportgen.model.finding import DataPath, Severity
from reportgen.model.indicators import Indicator
from reportgen.rules.readings.scorecards import Scorecard, named, scorecards
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Wording

_LEVELS: Final = {1: Wording("一级", "level 1"), 2: Wording("二级", "level 2")}


@rule(
    "WGT-03",
    Severity.WARNING,
    message=Wording(
        "{level}指标“{name}”{stated}分，{profile}口径为{computed}分",
        '"{name}" ({level}) carries {stated}, profile {profile} says {computed}',
    ),
    hint=Wording(
        "请按口径改分值；确需调整的，在“说明”中写明理由",
        "Follow the scheme, or give the reason for the change under 说明",
    ),
)
def weights_follow_the_scheme(subject: Subject) -> Iterator[Hit]:
    """各级指标的分值与口径规定的一致。

    为什么：一级指标的权重由办法规定，原则上不由单位改动；改动要有理由。
    错：口径规定产出指标 50 分，表填 40 分。
    对：产出指标 50 分。
    """
    profile = subject.profile
    wanted = {1: _plainly(profile.weights), 2: _plainly(profile.second_weights)}
    for path, name, level, weight, want in _weighted_levels(subject, wanted):
        if weight == want or abs(weight - want) <= WEIGHT_TOLERANCE:
            continue
        yield Hit(
            path,
            stated=plain(weight),
            computed=plain(want),
            arguments={
                "name": name,
                "level": _LEVELS[level],
                "profile": subject.department_year.profile,
            },
        )


def _plainly(weights: Mapping[str, Decimal]) -> dict[str, Decimal]:
    return {_plain_name(name): weight for name, weight in weights.items()}


def _plain_name(name: str) -> str:
    return name.removesuffix("指标")


def _weighted_levels(
    subject: Subject, wanted: Mapping[int, Mapping[str, Decimal]]
) -> Iterator[tuple[DataPath, str, int, Decimal, Decimal]]:
    """Yield (path, name, level, points, wanted points) of what the scheme weighs.

    The funds table is of level 1.
    """
    for card in scorecards(subject) if any(wanted.values()) else ():
        if not _follows_scheme(card, subject):
            continue
        execution = card.funds.total.weight
        want = wanted[1].get(_plain_name(EXECUTION))
        if execution is not None and want is not None:
            yield (*card.funds_path, "总额", "分值"), EXECUTION, 1, execution, want
        deepest = 2 if wanted[2] else 1
        tree = card.tree if card.wholes else ()
        for path, node, level in _levels(card.tree_path, tree, deepest):
            weight = weight_of(node)
            want = None if weight is None else wanted[level].get(_plain_name(named(node)))
            if weight is not None and want is not None:
                place = path if node.weight is None else (*path, "分值")
                yield place, named(node), level, weight, want


def _follows_scheme(card: Scorecard, subject: Subject) -> bool:
    """Whether the scheme speaks of this tree: of a project's, only if the levels are the same."""
    if card.tree_path[0] != "项目":
        return True
    names = {_plain_name(named(node)) for node in filled(card.tree)}
    return names == set(_plainly(subject.profile.weights)) - {_plain_name(EXECUTION)}


def _levels(
    path: DataPath, tree: Iterable[Indicator], deepest: int, level: int = 1
) -> Iterator[tuple[DataPath, Indicator, int]]:
    """Yield the nodes down to level `deepest`; a branch without a name is no level."""
    for index, node in enumerate(tree):
        here = (*path, index)
        if node.name:
            yield here, node, level
        below = level + 1 if node.name else level
        if node.children and below <= deepest:
            yield from _levels((*here, "下级"), node.children, deepest, below)
