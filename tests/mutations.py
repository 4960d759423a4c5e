"""Files with a few slips of the hand: the same ones for the same seed."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Final

_INSERTED: Final = (
    *"：，；、。“”‘’＂\"'[]{}｛｝［］【】()#&*!|>%@`-,:?~=＝/\\.0１９年元万 \t",
    *"\u3000\xa0\u200b\ufeff\x07\x85\u2028𠮷😀",
    *("{{", "}}", "｛｛", "｝｝", "{%", "{{ 年度 }}", "{年度}", "''", '""'),
    *("- ", " - ", "• ", "— ", "\n", "\n\n", "\n  ", "\n- ", "\n---\n", "\n...\n", "\r\n", "\r"),
    *("<<: ", "!!str ", "&a ", "*a ", ": ", " #", "名称: ", "名称：", "|\n", ">\n"),
    *("null", "no", "1e5", "1,234.5"),
)
_Edit = Callable[[random.Random, str], str]


def mutated(text: str, seed: int) -> str:
    """Return `text` with one to four slips; `seed` alone decides which and where."""
    dice = random.Random(seed)  # noqa: S311 - nothing is kept secret
    for _ in range(dice.choice((1, 1, 1, 2, 4))):
        text = dice.choice(_EDITS)(dice, text)
    return text


def _insert(dice: random.Random, text: str) -> str:
    here = dice.randint(0, len(text))
    return text[:here] + dice.choice(_INSERTED) + text[here:]


def _replace(dice: random.Random, text: str) -> str:
    here = dice.randint(0, len(text))
    return text[:here] + dice.choice(_INSERTED) + text[here + 1 :]


def _delete(dice: random.Random, text: str) -> str:
    here = dice.randint(0, len(text))
    return text[:here] + text[here + dice.choice((1, 1, 2, 9, 200)) :]


def _replace_mark(dice: random.Random, text: str) -> str:
    """Type another character for one that means something."""
    old = dice.choice((":", ": ", ", ", "- ", '"', "'", "{", "}", "[", "]", "{{", "}}", "  ", "\n"))
    found = [here for here in range(len(text)) if text.startswith(old, here)]
    if not found:
        return text
    here = dice.choice(found)
    return text[:here] + dice.choice((*_INSERTED, "")) + text[here + len(old) :]


def _replace_all(dice: random.Random, text: str) -> str:
    """Let an editor replace a mark in a part of the file."""
    old, new = dice.choice(((":", "："), (", ", "，"), ("- ", "• "), ("  ", "　"), ("  ", "\t"),
                            ('"', "”"), ("{{", "｛｛"), ("\n", "\r\n"), ("- ", "-")))  # fmt: skip
    here = dice.randint(0, len(text))
    end = here + dice.choice((80, 800, len(text)))
    return text[:here] + text[here:end].replace(old, new) + text[end:]


def _move_lines(dice: random.Random, text: str) -> str:
    """Drop, double, swap, indent or join lines."""
    lines = text.split("\n")
    here = dice.randrange(len(lines))
    line, below = lines[here], lines[here + 1 : here + 2]
    half = line[: len(line) // 2]
    changed = dice.choice(
        (
            *([], [half], [half, line], [line, line], [line, ""], [*below, line]),
            *([f" {line}"], [f"  {line}"], [f"\u3000{line}"], [f"\t{line}"]),
            *([line.lstrip()], [line.removeprefix("  ")], [line + "".join(below)]),
        )
    )
    return "\n".join(lines[:here] + changed + lines[here + 1 :])


_EDITS: Final[tuple[_Edit, ...]] = (
    _insert,
    _replace,
    _delete,
    _replace_mark,
    _replace_mark,
    _replace_all,
    _move_lines,
    _move_lines,
)
