"""An answer is worked out once for one record, and never given for another."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from reportgen.figures.remembered import remembered


class Asked:
    """Equal to every other: only identity tells two apart."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Asked)

    __hash__ = None  # type: ignore[assignment]


def test_the_last_answer_is_kept_and_compared_by_identity() -> None:
    calls: list[Asked] = []

    @remembered
    def count(asked: Asked) -> int:
        calls.append(asked)
        return len(calls)

    one, other = Asked(), Asked()
    assert [count(one), count(one), count(other), count(other), count(one)] == [1, 1, 2, 2, 3]
    assert count.__name__ == "count"


def test_an_answer_that_is_told_is_not_worked_out() -> None:
    double = remembered(lambda asked: [asked, asked])
    one, other = Asked(), Asked()
    double.tell(one, [one])
    assert double(one) == [one]
    assert len(double(other)) == 2
    assert len(double(one)) == 2


def test_nothing_is_kept_of_a_failure() -> None:
    answers = iter([ZeroDivisionError(), 7])

    @remembered
    def answer(_: Asked) -> int:
        found = next(answers)
        if isinstance(found, Exception):
            raise found
        return found

    asked = Asked()
    try:
        answer(asked)
    except ZeroDivisionError:
        assert answer(asked) == 7


def test_threads_never_get_the_answer_of_another() -> None:
    same = remembered(lambda asked: asked)
    asked = [Asked() for _ in range(50)]
    with ThreadPoolExecutor(8) as pool:
        answered = list(pool.map(lambda number: same(asked[number % 50]), range(5000)))
    assert all(answer is asked[number % 50] for number, answer in enumerate(answered))
