"""Where a path leads, in names: 评分表/投入/预算配置/财政供养人员控制率 instead of positions.

Names outlive inserted rows, so answers (说明) and review notes (校验意见) speak in them.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any, Final

from reportgen.figures.facts import fields_of, readers_of
from reportgen.model.finding import DataPath
from reportgen.model.record import Record

Names = tuple[str, ...]
_NAMING: Final = frozenset({"名称", "项目", "标题"})
_SILENT: Final = frozenset({"下级", "单位", "来源", "结构", "章节"})


def names_on(path: DataPath, record: Record) -> tuple[Names, ...]:
    """Return what each step of a path may be called: its key, or the names of the entry.

    An entry without a name goes by its number: 第2项.
    """
    return tuple(names or (_counted(step),) for step, names in _steps(path, record))


def named_place(path: DataPath, record: Record) -> str:
    """Return a path as a department would write it under 说明.位置.

    A list whose entry has a name is not spelled out; an entry without one is counted: 第2项.
    """
    steps = list(_steps(path, record))
    parts = []
    for position, (step, names) in enumerate(steps):
        if isinstance(step, int):
            parts.append(names[0] if names else _counted(step))
            continue
        following = steps[position + 1][1] if position + 1 < len(steps) else ()
        if not (step in _SILENT and following):
            parts.append(step)
    return "/".join(parts)


def _counted(step: str | int) -> str:
    return f"第{step + 1}项" if isinstance(step, int) else step


@functools.lru_cache(maxsize=4096)
def bare(name: str) -> str:
    """Return a name as it is compared: without spaces around its parts and a colon at its end."""
    return "/".join(part.strip().rstrip("：:") for part in name.strip().strip("/").split("/"))


def _steps(path: DataPath, record: Any) -> Iterator[tuple[str | int, Names]]:
    for step in path:
        record = _inside(record, step)
        if isinstance(step, str):
            yield step, (bare(step),)
        else:
            yield step, tuple(_called(record)) if isinstance(record, Record) else ()


def _inside(record: Any, step: str | int) -> Any:
    if isinstance(step, int):
        return record[step] if isinstance(record, tuple) and step < len(record) else None
    if not isinstance(record, Record):
        return None
    read = readers_of(type(record)).get(step)
    return None if read is None else read(record)


def _called(record: Record) -> Iterator[str]:
    for name in _naming_fields(type(record)):
        value = getattr(record, name)
        if isinstance(value, str) and value.strip():
            yield bare(value)


@functools.cache
def _naming_fields(model: type[Record]) -> tuple[str, ...]:
    return tuple(name for key, name, _, _ in fields_of(model) if key in _NAMING)
