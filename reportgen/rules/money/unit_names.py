"""Units named in two places, often not alike: full and short names, other names, a slip of a key.

Pairs are found closest first and through an index of spellings, so that the time grows with the
number of names, not with its square.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

_Entries = list[tuple[int, tuple[str, ...]]]
_Wholes = Callable[[str], list[str]]
_Parts = Callable[[str, Sequence[int]], list[str]]

_NUMBERING: Final = re.compile(r"^\s*(\d+|[一二三四五六七八九十]+)\s*[、.．]\s*")
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
        bare = _NUMBERING.sub("", each)
        if "（" in bare or "(" in bare:
            found.append(_BRACKETED.sub("", bare))
            for inside in _BRACKETED.findall(bare):
                found += [each for each in _SEPARATOR.split(inside) if len(each) >= _SHORTEST]
        else:
            found.append(bare)
    cleaned = dict.fromkeys(["".join(each.split())[-_LONGEST:] for each in found])
    return tuple([each for each in cleaned if each])


def is_headquarters(name: str, department: Iterable[str]) -> bool:
    """Whether a row is the bureau itself: 局机关, 本级, or one of the department's own names."""
    bare = spelled(name)[:1]
    return any(each in department or each.endswith(_HEADQUARTERS) for each in bare)


def pair_units(
    listed: Sequence[tuple[str, ...]], tabled: Sequence[tuple[str, ...]]
) -> tuple[list[int], list[int]]:
    """Return the positions in each list that have no counterpart in the other."""
    missing, extra = list(range(len(listed))), list(range(len(tabled)))
    for whole, parts in _CLOSENESS:
        if not missing or not extra:
            break
        pairs = dict(_pairs(_chosen(listed, missing), _chosen(tabled, extra), whole, parts))
        taken = set(pairs.values())
        missing = [index for index in missing if index not in pairs]
        extra = [index for index in extra if index not in taken]
    return missing, extra


def _chosen(names: Sequence[tuple[str, ...]], positions: Iterable[int]) -> _Entries:
    return [(index, names[index]) for index in positions]


def _pairs(
    listed: _Entries, tabled: _Entries, wholes_of: _Wholes, parts_of: _Parts
) -> Iterator[tuple[int, int]]:
    """Pair what is the whole of one name and a part of the other; each is paired once."""
    listed_sizes, tabled_sizes = _sizes(listed), _sizes(tabled)
    wholes = _index(tabled, wholes_of)
    parts = _index(tabled, lambda name: parts_of(name, listed_sizes))
    part_sizes = set(map(len, parts))
    free = {index for index, _ in tabled}

    def counterparts(name: str) -> Iterator[int]:
        if len(name) in part_sizes:
            yield from _found(parts, wholes_of(name))
        yield from _found(wholes, parts_of(name, tabled_sizes))

    for here, names in listed:
        alike = (index for name in names for index in counterparts(name) if index in free)
        there = next(alike, None)
        if there is not None:
            free.discard(there)
            yield here, there


def _found(index: Mapping[str, list[int]], keys: list[str]) -> Iterator[int]:
    # Most keys are nowhere in the index, and asking for all of them at once is fast.
    for key in () if index.keys().isdisjoint(keys) else keys:
        yield from index.get(key, ())


def _sizes(entries: _Entries) -> list[int]:
    """Return the lengths that names have: a part of another length is no name's whole."""
    return sorted({len(name) for _, names in entries for name in names if len(name) >= _SHORTEST})


def _index(entries: _Entries, kind: _Wholes) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for index, names in entries:
        for name in names:
            for key in kind(name):
                found[key].append(index)
    return found


def _itself(name: str, _: Sequence[int] = ()) -> list[str]:
    return [name]


def _long_enough(name: str) -> list[str]:
    return [name] if len(name) >= _SHORTEST else []


def _endings(name: str, sizes: Sequence[int]) -> list[str]:
    return [name[-size:] for size in reversed(sizes) if size <= len(name)]


def _pieces(name: str, sizes: Sequence[int]) -> list[str]:
    return [
        name[start : start + size]
        for start in range(len(name) - _SHORTEST + 1)
        for size in sizes
        if start + size <= len(name)
    ]


def _with_slip(name: str) -> list[str]:
    """Return the name with each character in turn left open, save those that tell units apart."""
    if len(name) < _SHORTEST_WITH_SLIP:
        return []
    return [f"{name[:at]}?{name[at + 1 :]}" for at, sign in enumerate(name) if sign not in _TELLING]


def _endings_with_slip(name: str, sizes: Sequence[int]) -> list[str]:
    return [key for ending in _endings(name, sizes) for key in _with_slip(ending)]


_CLOSENESS: Final[tuple[tuple[_Wholes, _Parts], ...]] = (
    (_itself, _itself),
    (_long_enough, _endings),
    (_with_slip, _endings_with_slip),
    (_long_enough, _pieces),
)
