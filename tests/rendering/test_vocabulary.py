"""What a form may name is what the facts hold: neither less nor more."""

from typing import Any

from reportgen.figures.facts import FactList, blank_facts, facts_of
from reportgen.model.department_year import DepartmentYear
from reportgen.model.form import ENTRIES
from reportgen.model.indicators import Indicator
from reportgen.model.papers import Section
from reportgen.model.profile import Profile
from reportgen.model.record import Record
from reportgen.rendering.rows import indicator_rows, numbered
from reportgen.rendering.vocabulary import FILTER_KINDS, Group, Kind, Listing, form_names
from tests.rendering.word import facts

RECURSIVE = (Indicator, Section)


def shape(kind: Kind, seen: tuple[type[Record], ...] = ()) -> Any:
    """Return what can be named under a kind, as nested dicts and one-entry lists."""
    if isinstance(kind, Listing):
        return [shape(kind.of, seen)]
    if not isinstance(kind, Group):
        return None
    if kind.model in seen:
        return "again"
    below = seen if kind.model is None else (*seen, kind.model)
    return {key: shape(inner, below) for key, inner in kind.keys().items()}


def fact_shape(value: Any, seen: tuple[type[Record], ...] = ()) -> Any:
    """Return the same of blank facts, each list shown by its blank entry."""
    if isinstance(value, FactList):
        if value.model in seen:
            return ["again"]
        return [fact_shape(value.blank(), (*seen, value.model) if value.model else seen)]
    if isinstance(value, dict):
        return {key: fact_shape(inner, seen) for key, inner in value.items()}
    return None


def named(entry: type[Record] | None = None) -> dict[str, Any]:
    shown = shape(form_names(entry))
    assert isinstance(shown, dict)
    return shown


def test_every_fact_of_a_department_year_can_be_named() -> None:
    names = named()
    for extra in ("口径资料", "表单", "意见", "图表", "附件标记"):
        names.pop(extra)
    assert names == fact_shape(blank_facts(DepartmentYear))


def test_the_profile_can_be_named() -> None:
    assert named()["口径资料"].keys() == facts_of(Profile()).keys()


def test_the_entry_can_be_named_where_there_is_one() -> None:
    assert "本件" not in named()
    for model in ENTRIES.values():
        assert named(model)["本件"] == fact_shape(blank_facts(model))


def test_filters_that_give_lists_give_what_is_said_of_them() -> None:
    tree = facts(指标=[{"名称": "甲", "目标": "1"}])["指标"]
    (row,) = indicator_rows(tree)
    assert row.keys() == shape(FILTER_KINDS["展开"])[0].keys()
    (item,) = numbered(["甲"])
    assert item.keys() == shape(FILTER_KINDS["编号段"])[0].keys()
