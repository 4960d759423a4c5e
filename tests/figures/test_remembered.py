"""An answer is worked out once for one record, and never given for another."""

from __future__ import annotations

import threading

import pytest

from reportgen.figures.remembered import remembered
from reportgen.model.department_year import DepartmentYear
from tests.typed import year


def test_the_same_record_is_asked_once() -> None:
    asked: list[DepartmentYear] = []

    @remembered
    def name(of: DepartmentYear) -> list[str]:
        """Docstring."""
        asked.append(of)
        return [of.department.name]

    record = year()
    assert name(record) is name(record)
    assert len(asked) == 1
    assert (name.__name__, name.__doc__) == ("name", "Docstring.")


def test_equal_records_are_told_apart() -> None:
    first, second = year(), year()
    numbers = remembered(id)
    assert first == second
    assert [numbers(first), numbers(second), numbers(first)] == [id(first), id(second), id(first)]


def test_nothing_is_an_answer_too() -> None:
    asked: list[object] = []
    answer = remembered(asked.append)
    record = year()
    assert answer(record) is answer(record) is None
    assert len(asked) == 1


def test_a_failure_is_not_remembered() -> None:
    tries = iter([ValueError("甲"), None])

    @remembered
    def work_out(_: DepartmentYear) -> str:
        failure = next(tries)
        if failure is not None:
            raise failure
        return "乙"

    record = year()
    with pytest.raises(ValueError, match="甲"):
        work_out(record)
    assert work_out(record) == "乙"


def test_threads_do_not_mix_their_answers() -> None:
    itself = remembered(lambda record: record)
    mixed: list[DepartmentYear] = []

    def ask(record: DepartmentYear) -> None:
        mixed.extend(record for _ in range(5_000) if itself(record) is not record)

    threads = [threading.Thread(target=ask, args=(year(),)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert mixed == []
