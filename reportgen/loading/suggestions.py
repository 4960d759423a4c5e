"""“Did you mean”: the nearest key or choice to what was typed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from typing import Final

from reportgen.loading.model_keys import own_fields, records_in, takes_list
from reportgen.model.finding import DataPath, path_text
from reportgen.model.record import Record

_LONGEST: Final = 40
_CLOSE: Final = 0.5
# What people call the same thing, and the key it has here; the first that fits is offered.
_SYNONYMS: Final[dict[str, tuple[str, ...]]] = {
    "年份": ("年度",),
    "方案": ("口径",),
    "单位": ("部门",),
    "单位名称": ("名称", "部门"),
    "部门名称": ("名称", "部门"),
    "项目名称": ("名称",),
    "指标名称": ("名称",),
    "编制数": ("编制人数",),
    "实有数": ("实有人数",),
    "职责": ("职能",),
    "主要职能": ("职能",),
    "预算": ("预算数", "本级预算"),
    "全年预算数": ("预算数",),
    "调整预算数": ("预算数",),
    "全年执行数": ("执行数",),
    "执行": ("执行数",),
    "决算数": ("执行数",),
    "支出数": ("执行数",),
    "权重": ("分值",),
    "满分": ("分值",),
    "分数": ("得分", "分值"),
    "实际得分": ("得分",),
    "指标值": ("目标",),
    "目标值": ("目标",),
    "年度指标值": ("目标",),
    "实际完成值": ("完成",),
    "完成值": ("完成",),
    "完成情况": ("完成",),
    "偏差原因": ("原因",),
    "改进措施": ("措施",),
    "子指标": ("下级",),
    "二级指标": ("下级",),
    "三级指标": ("下级",),
    "绩效指标": ("指标",),
    "绩效目标": ("目标",),
    "自评得分": ("得分", "自评"),
    "等级": ("等次",),
    "电话": ("联系电话",),
    "文件号": ("文号",),
    "正文内容": ("正文",),
    "小节": ("章节",),
}


def nearest(typed: str, choices: Collection[str]) -> str | None:
    """Return the choice that looks most like `typed`, if any does."""
    if not typed or len(typed) > _LONGEST:
        return None
    return next(iter(get_close_matches(typed, choices, n=1, cutoff=_CLOSE)), None)


def nearest_key(typed: str, model: type[Record]) -> str | None:
    """Return the key of `model` that was most likely meant: by name, by sense, by likeness."""
    keys = own_fields(model)
    for name in _SYNONYMS.get(typed, ()):
        if name in keys:
            return name
    english = _folded(typed)
    for field_name, info in model.model_fields.items():
        if english in (field_name, _folded(_english_title(info.json_schema_extra))):
            return info.alias
    return nearest(typed, keys)


def home_of(key: str, model: type[Record]) -> str | None:
    """Return where in `model` the key `key` belongs: the place nearest to the top."""
    return next((path_text(path) for path in _homes(key, model)), None)


def _homes(key: str, model: type[Record]) -> Iterator[DataPath]:
    waiting: list[tuple[DataPath, type[Record]]] = [((), model)]
    seen = set()
    while waiting:
        path, part = waiting.pop(0)
        if part in seen:
            continue
        seen.add(part)
        for name, info in own_fields(part).items():
            if name == key:
                yield (*path, name)
            step = f"{name}[]" if takes_list(info) else name
            waiting += [((*path, step), inner) for inner in records_in(info.annotation)]


def _english_title(extra: object) -> str:
    return str(extra.get("english", "")) if isinstance(extra, dict) else ""


def _folded(name: str) -> str:
    return name.lower().replace(" ", "_")
