"""Rules on indicator families: those a scheme asks for, and those the scoring sheet scores."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from reportgen.figures.remembered import remembered
from reportgen.figures.weights import is_blank
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import DataPath, Severity
from reportgen.model.indicators import Indicator
from reportgen.rules.readings.scorecards import is_scored, named
from reportgen.rules.readings.walks import Placed, indicator_trees, tree_nodes
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Wording

_SATISFACTION: Final = "满意度"
_SCORED: Final = Wording("有得分，自评表无对应指标", "is scored but has no indicator")
_UNSCORED: Final = Wording("没有得分，自评表却有对应指标", "has an indicator but no score")


def _bare(name: str) -> str:
    """Return the name of a family as it is compared: 数量 for 数量指标."""
    return name.strip().removesuffix("指标")


def _add_families(tree: Iterable[Indicator], found: set[str]) -> bool:
    """Add the bare names of the indicators, and of the nodes above them; whether there is any."""
    any_set = False
    for node in tree:
        if node.children:
            is_set = _add_families(node.children, found)
        else:
            is_set = node.name is not None or not is_blank(node)
        if is_set:
            found.add(_bare(named(node)))
            any_set = True
    return any_set


@remembered
def _families(department_year: DepartmentYear) -> Mapping[DataPath, set[str]]:
    """Return the families of every table, by its path. The scoring sheet sets none."""
    families: dict[DataPath, set[str]] = {}
    for path, tree in indicator_trees(department_year):
        if path[0] != "评分表":
            families[path] = set()
            _add_families(tree, families[path])
    return families


def _is_set(family: str, names: Collection[str]) -> bool:
    """Whether a family is among bare names; 社会公众或服务对象满意度 is 满意度指标."""
    wanted = _bare(family)
    if wanted in names:
        return True
    return wanted == _SATISFACTION and any(name.endswith(wanted) for name in names)


@rule(
    "WGT-06",
    Severity.WARNING,
    message=Wording("未设置“{families}”", 'No indicator under "{families}"'),
    hint=Wording(
        "口径要求设置这一类指标；确不适用的，在“说明”中写明理由",
        "The scheme asks for this family; if it does not apply, say why under 说明",
    ),
)
def required_families_are_set(subject: Subject) -> Iterator[Hit]:
    """口径要求的各类指标都有设置。一类也没有的表，合并报一次。

    为什么：数量、质量、时效、成本和各类效益、满意度缺了哪一类，绩效就有一面没有衡量。
    错：口径要求经济效益指标，表内没有。
    对：经济效益指标之下至少有一个指标。
    """
    for path, names in _families(subject.department_year).items():
        if not names:
            continue
        missing = [family for family in subject.profile.families if not _is_set(family, names)]
        is_bare = len(missing) == len(subject.profile.families)
        for families in [missing] if is_bare and missing else [[family] for family in missing]:
            yield Hit(path, arguments={"families": "、".join(families)})


@rule(
    "SCR-16",
    Severity.WARNING,
    message=Wording("评分表“{name}”{mismatch}", '"{name}" {mismatch}'),
    hint=Wording(
        "请在自评表补设指标，或核对评分表的得分",
        "Add the indicator to the self-evaluation, or check the scoring sheet",
    ),
)
def sheet_scores_what_is_set(subject: Subject) -> Iterator[Hit]:
    """评分表打了分的类别，自评表设有指标；自评表设了指标的，评分表打了分。

    为什么：没有指标，得分就没有依据；有指标而不打分，评分表就漏了一项。
    错：评分表经济效益得 4 分，自评表没有经济效益指标。
    对：评分表经济效益得 4 分，自评表设有经济效益指标。
    """
    year = subject.department_year
    is_due = is_scored(year.scoring_sheet.indicators)
    names = _families(year)["指标",] if is_due else set()
    if not names:
        return
    for path, node, family in _sheet_families(subject):
        is_set, scored = _is_set(family, names), node.score is not None
        if is_set != scored:
            yield Hit(
                (*path, "得分") if scored else path,
                stated=node.score,
                arguments={"name": named(node), "mismatch": _SCORED if scored else _UNSCORED},
            )


def _sheet_families(subject: Subject) -> Iterator[tuple[*Placed, str]]:
    """Yield the rows of the scoring sheet that are families of the scheme."""
    families = [(family, _bare(family)) for family in subject.profile.families]
    known = {wanted for _, wanted in families}
    for path, node in tree_nodes(subject.department_year)["评分表", "指标"]:
        name = _bare(node.name) if node.name and not node.children else ""
        if name and (name in known or name.endswith(_SATISFACTION)):
            for family, wanted in families:
                if wanted == name or (wanted == _SATISFACTION and name.endswith(wanted)):
                    yield path, node, family
