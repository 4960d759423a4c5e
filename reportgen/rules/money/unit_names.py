"""Units named in two places, often not alike: full and short names, other names, a slip of a key.

Pairs are found closest first and through an index of spellings, so that the time grows with the
number of names, not with its square.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from reportgen.wording.sameness import OPEN, halves

_NUMBERING: Final = re.compile(r"\s*(\d+|[一二三四五六七八九十]+)\s*[、.．]\s*")
_BRACKETED: Final = re.compile(r"[（(]([^）)]*)[）)]")
_SEPARATOR: Final = re.compile(r"[、，,；;]")
_HEADQUARTERS: Final = ("机关", "本级", "局本部")
_TELLING: Final = frozenset("一二三四五六七八九十0123456789东南西北中上下新老")
"""Characters that tell two units apart: 第一小学 and 第二小学 are not a slip."""
_LONGEST: Final = 40
_SHORTEST: Final = 3
_SHORTEST_WITH_SLIP: Final = 5


def spelled(name: str, aliases: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the names a unit goes by: without numbering, and what brackets add to it."""
    found: list[str] = []
    for each in (name, *aliases):
        numbering = _NUMBERING.match(each)
        bare = each[numbering.end() :] if numbering else each
        if "（" in bare or "(" in bare:
            found.append(_BRACKETED.sub("", bare))
            for inside in _BRACKETED.findall(bare):
                found += [each for each in _SEPARATOR.split(inside) if len(each) >= _SHORTEST]
        else:
            found.append(bare)
    cleaned = dict.fromkeys(["".join(each.split())[-_LONGEST:] for each in found])
    cleaned.pop("", None)
    return tuple(cleaned)


def is_headquarters(names: Sequence[str], department: Collection[str]) -> bool:
    """Whether a row is the bureau itself: 局机关, 本级, or one of the department's own names."""
    return bool(names) and (names[0] in department or names[0].endswith(_HEADQUARTERS))


def pair_units(
    listed: Sequence[tuple[str, ...]], tabled: Sequence[tuple[str, ...]]
) -> tuple[list[int], list[int]]:
    """Return the positions in each list that have no counterpart in the other."""
    missing, extra = list(range(len(listed))), list(range(len(tabled)))
    known = {name for names in tabled for name in names}
    # Two lists that never write a name alike need not be searched for the same names.
    is_alike = any(not known.isdisjoint(names) for names in listed)
    for whole, parts in _CLOSENESS if is_alike else _CLOSENESS[1:]:
        if not missing or not extra:
            break
        pairs = dict(_pairs(_Side(listed, missing), _Side(tabled, extra), whole, parts))
        taken = set(pairs.values())
        missing = [index for index in missing if index not in pairs]
        extra = [index for index in extra if index not in taken]
    return missing, extra


class _Side:
    """The names of one list that are still to be paired, each with its position."""

    def __init__(self, names: Sequence[tuple[str, ...]], positions: Iterable[int]) -> None:
        self.entries = [(index, names[index]) for index in positions]

    @functools.cached_property
    def sizes(self) -> list[int]:
        """The lengths that names have: a part of another length is no name's whole."""
        lengths = {len(name) for _, names in self.entries for name in names}
        return sorted([size for size in lengths if size >= _SHORTEST])

    @functools.cached_property
    def sizes_by_tail(self) -> dict[str, list[int]]:
        """The lengths of the names that end alike, the longest first."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for _, names in self.entries:
            for name in names:
                found[name[-_SHORTEST:]].add(len(name))
        return {tail: sorted(sizes, reverse=True) for tail, sizes in found.items()}

    @functools.cached_property
    def halves(self) -> set[str]:
        """The halves of all names: names with one slip between them share one."""
        return {half for _, names in self.entries for name in names for half in halves(name)}


_Wholes = Callable[[str], list[str]]
_Parts = Callable[[str, _Side], list[str]]


def _pairs(
    listed: _Side, tabled: _Side, wholes_of: _Wholes, parts_of: _Parts
) -> Iterator[tuple[int, int]]:
    """Pair what is the whole of one name and a part of the other; each is paired once."""
    wholes = _index(tabled, wholes_of)
    parts = _index(tabled, lambda name: parts_of(name, listed))
    part_sizes = set(map(len, parts))
    free = {index for index, _ in tabled.entries}

    for here, names in listed.entries:
        for name in names:
            there = _first(parts, wholes_of(name), free) if len(name) in part_sizes else None
            if there is None:
                there = _first(wholes, parts_of(name, tabled), free)
            if there is not None:
                free.discard(there)
                yield here, there
                break


def _first(index: Mapping[str, list[int]], keys: list[str], free: set[int]) -> int | None:
    """Return the first position under the keys that is free."""
    # Most keys are nowhere in the index, and asking for all of them at once is fast.
    if index.keys().isdisjoint(keys):
        return None
    return next((at for key in keys for at in index.get(key, ()) if at in free), None)


def _index(side: _Side, kind: _Wholes) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for index, names in side.entries:
        for name in names:
            for key in kind(name):
                found[key].append(index)
    return found


def _itself(name: str, _: _Side | None = None) -> list[str]:
    return [name]


def _long_enough(name: str) -> list[str]:
    return [name] if len(name) >= _SHORTEST else []


def _endings(name: str, other: _Side) -> list[str]:
    return _cut(name, other.sizes_by_tail.get(name[-_SHORTEST:], ()))


def _cut(name: str, sizes: Iterable[int]) -> list[str]:
    longest = len(name)
    return [name[-size:] for size in sizes if size <= longest]


def _pieces(name: str, other: _Side) -> list[str]:
    return [
        name[start : start + size]
        for start in range(len(name) - _SHORTEST + 1)
        for size in other.sizes
        if start + size <= len(name)
    ]


def _with_slip(name: str) -> list[str]:
    """Return the name with each character in turn left open, save those that tell units apart."""
    if len(name) < _SHORTEST_WITH_SLIP:
        return []
    return [
        f"{name[:at]}{OPEN}{name[at + 1 :]}" for at, sign in enumerate(name) if sign not in _TELLING
    ]


def _endings_with_slip(name: str, other: _Side) -> list[str]:
    return [
        key
        for ending in _cut(name, reversed(other.sizes))
        if not other.halves.isdisjoint(halves(ending))
        for key in _with_slip(ending)
    ]


_CLOSENESS: Final[tuple[tuple[_Wholes, _Parts], ...]] = (
    (_itself, _itself),
    (_long_enough, _endings),
    (_with_slip, _endings_with_slip),
    (_long_enough, _pieces),
)
