"""What a template prints of the typed data, read from its tags and not by rendering it.

`printed_paths` follows the loops and conditions of a template; `values_at` looks the paths up in
the typed data. A path is keys with EACH for the entries of a list and, as a step, the name of a
filter that makes rows. Both know nothing of the engine: what they name must be in the document.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import nodes

from reportgen.rendering.environment import FormEnvironment
from reportgen.rendering.merging import compile_merges
from reportgen.rendering.package import read_package
from reportgen.rendering.patching import patched

EACH = "[]"
Steps = tuple[str, ...]
ALL_NAMES = "各级名称"
_LEVELS = ("一级", "二级", "三级", "四级")
_ROWS = ("展开", "展开章节", "编号段")
_SAME = ("或", "日期空", "至少")
"""Filters whose result holds the value itself when there is one."""
_UNTYPED = ("口径资料", "意见", "图表", "表单", "loop")
_SHAPE = {"loop", "行号", "行数", "_above", "层数", "级", "共用目标"}
"""What asks for the place of a row, not for a value: each branch of such a test prints its rows."""
_INHERITED = ("目标", "分值", "评分标准")


@cache
def printed_paths(template: Path) -> frozenset[Steps]:
    """Return the paths that the template prints whenever something is typed there."""
    source = compile_merges(patched(read_package(template)["word/document.xml"]))
    paths = _printed(FormEnvironment().parse(source).body, {})
    trees = {path[: path.index("展开") + 1] for path in paths if _is_level_name(path)}
    return frozenset(paths | {(*tree, ALL_NAMES) for tree in trees})


def _is_level_name(path: Steps) -> bool:
    return "展开" in path and path[-1] == "名称" and path[-2] in (*_LEVELS, "指标")


def _printed(body: list[nodes.Node], scope: Mapping[str, Steps | None]) -> set[Steps]:
    known = dict(scope)
    found: set[Steps] = set()
    for node in body:
        if isinstance(node, nodes.Output):
            found |= {path for each in node.nodes for path in _paths(each, known)}
        elif isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
            known[node.target.name] = next(iter(_paths(node.node, known)), None)
        elif isinstance(node, nodes.For) and isinstance(node.target, nodes.Name):
            of = next(iter(_paths(node.iter, known)), None)
            entry = of if of is None or of[-1] in _ROWS else (*of, EACH)
            found |= _printed(node.body, {**known, node.target.name: entry})
        elif isinstance(node, nodes.If):
            found |= _printed_if(node, known)
    return found


def _printed_if(node: nodes.If, scope: Mapping[str, Steps | None]) -> set[Steps]:
    tests = [node.test, *(each.test for each in node.elif_)]
    branches = [node.body, *(each.body for each in node.elif_), node.else_]
    printed = [_printed(branch, scope) for branch in branches]
    if all(_asks_for_shape(test) for test in tests):
        return set().union(*printed)
    always = set.intersection(*printed)
    first = {path for path in printed[0] if _holds(node.test, path, scope)}
    return always | first


def _asks_for_shape(test: nodes.Node) -> bool:
    if isinstance(test, nodes.And | nodes.Or):
        return _asks_for_shape(test.left) and _asks_for_shape(test.right)
    names = {node.name for node in (test, *test.find_all(nodes.Name)) if hasattr(node, "name")}
    last = {node.attr for node in (test, *test.find_all(nodes.Getattr)) if hasattr(node, "attr")}
    return bool((names | last) & _SHAPE)


def _holds(test: nodes.Node, path: Steps, scope: Mapping[str, Steps | None]) -> bool:
    """Whether the test is true when something is typed at `path`."""
    if isinstance(test, nodes.Or):
        return _holds(test.left, path, scope) or _holds(test.right, path, scope)
    if isinstance(test, nodes.And):
        return _holds(test.left, path, scope) and _holds(test.right, path, scope)
    if isinstance(test, nodes.Not) and isinstance(test.node, nodes.Test):
        test = test.node.node if test.node.name == "none" else test
    if _asks_for_shape(test):
        return True
    return any(path[: len(asked)] == asked for asked in _paths(test, scope))


def _paths(node: nodes.Node, scope: Mapping[str, Steps | None]) -> list[Steps]:
    """Return the paths whose values an expression prints as they are."""
    if isinstance(node, nodes.Name):
        path = scope.get(node.name, (node.name,))
        return [] if path is None or path[0] in _UNTYPED else [path]
    if isinstance(node, nodes.Getattr):
        return [(*path, node.attr) for path in _paths(node.node, scope)]
    if isinstance(node, nodes.Filter) and node.node is not None:
        inner = _paths(node.node, scope)
        if node.name in _ROWS:
            return [(*path, node.name) for path in inner]
        return inner if node.name in _SAME else []
    if isinstance(node, nodes.Concat):
        return [path for each in node.nodes for path in _paths(each, scope)]
    return []


def values_at(data: Any, path: Steps, root: Mapping[str, Any]) -> Iterator[str]:
    """Yield the typed texts and figures at a path; `root` is the whole of the typed data."""
    if not path:
        if isinstance(data, str) and data.strip():
            yield data
        return
    step, rest = path[0], path[1:]
    if step == "展开":
        entries: Any = list(indicator_rows(data or [], (), {}))
    elif step == "展开章节":
        entries = list(_section_texts(data or [], root))
    elif step == "编号段":
        entries = [{"文字": text} for text in data or []]
    elif step == EACH:
        entries = data or []
    else:
        entries = [data.get(step)] if isinstance(data, dict) else []
    for entry in entries:
        yield from values_at(entry, rest, root)


def indicator_rows(
    tree: list[dict[str, Any]], above: tuple[dict[str, Any], ...], stated: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    """Yield a row a leaf: its levels, and what it or a branch above it states."""
    for node in tree:
        children = node.get("下级")
        levels = above if children and not node.get("名称") else (*above, node)
        own = {key: node[key] for key in _INHERITED if node.get(key) is not None}
        if children:
            shared = {**stated, **own}
            if node.get("名称") and "分值" in own:
                del shared["分值"]
            yield from indicator_rows(children, levels, shared)
        else:
            # The last of two equal keys is the leaf's: levels beyond the fourth have no key.
            names = dict(zip(_LEVELS, levels, strict=False))
            row = {**stated, **own, **names, "指标": node}
            yield row
            yield from ({ALL_NAMES: level.get("名称")} for level in levels)


def _section_texts(
    sections: list[dict[str, Any]], root: Mapping[str, Any]
) -> Iterator[dict[str, Any]]:
    for section in sections:
        if section.get("标题"):
            yield {"文字": section["标题"], "序号": section.get("序号")}
        listed = root["报告"].get(section.get("列出") or "") or []
        for text in itertools.chain(section.get("正文") or [], listed):
            yield {"文字": text}
        yield from _section_texts(section.get("章节") or [], root)
