"""What many rules ask of one department-year is worked out once.

The answer is kept with what it was asked of, and compared by identity: records never change, and
comparing two by their contents would cost more than the answer.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Protocol, TypeVar, cast

Asked = TypeVar("Asked", contravariant=True)  # noqa: PLC0105 - the names say what they are
Answer = TypeVar("Answer")


class Remembering(Protocol[Asked, Answer]):
    """A function of one record that keeps its last answer."""

    def __call__(self, asked: Asked, /) -> Answer:
        """Return the answer, worked out or kept."""

    def tell(self, asked: Asked, answer: Answer, /) -> None:
        """Keep an answer that came of other work."""


def remembered(work_out: Callable[[Asked], Answer]) -> Remembering[Asked, Answer]:
    """Keep the last answer of a function of one record; the answer must not be changed."""
    last: tuple[Asked, Answer] | None = None

    @functools.wraps(work_out)
    def remember(asked: Asked) -> Answer:
        # One tuple is read and written whole, so two threads cannot mix their answers.
        nonlocal last
        known = last
        if known is None or known[0] is not asked:
            known = (asked, work_out(asked))
            last = known
        return known[1]

    def tell(asked: Asked, answer: Answer) -> None:
        nonlocal last
        last = (asked, answer)

    remember.tell = tell  # type: ignore[attr-defined]
    return cast("Remembering[Asked, Answer]", remember)
