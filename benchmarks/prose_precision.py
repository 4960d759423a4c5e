"""How well the near-miss check of figures in running text (NAR-15) does on published documents.

    python benchmarks/prose_precision.py [FOLDER]

FOLDER holds the five published texts (default: PUBLISHED_TEXTS, else ./published). The facts are
those of data/*.yaml. Unaltered texts should raise nothing; every figure that is a fact is then
altered, one at a time, by swapping two digits or changing one.
"""

from __future__ import annotations

import itertools
import os
import random
import sys
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from reportgen.figures.citations import resolve_citations
from reportgen.figures.near_misses import FactIndex, Likeness
from reportgen.figures.prose import ProseFigure, figures_in, read_figure, significant_digits
from reportgen.figures.rounding import written
from reportgen.figures.stated_facts import StatedFact, stated_facts
from reportgen.loading.yaml_source import read_yaml
from reportgen.model.department_year import DepartmentYear

CHECKOUT = Path(__file__).resolve().parent.parent
TEXTS = Path(os.environ.get("PUBLISHED_TEXTS", CHECKOUT / "published"))
PLACES = ("gaoyang-2021", "liuyang-2021", "wangcheng-2023", "yuanjiang-2024", "yunxi-2021")
SEED = 20210101
ROUNDS = 20
LONG = 5
KINDS = {
    "swap": "two digits swapped, reported",
    "change": "one digit changed, reported",
    "random": "any other figure in its place, reported for its digits by chance",
}


def facts_and_index(data: Path) -> tuple[tuple[StatedFact, ...], FactIndex]:
    source = read_yaml(str(data), data.read_bytes())
    department_year, _ = resolve_citations(DepartmentYear.model_validate(source.data))
    facts = stated_facts(department_year)
    return facts, FactIndex(facts, department_year.year)


def swapped(number: str, chance: random.Random) -> str | None:
    places = [i for i, char in enumerate(number) if char.isdigit()]
    pairs = [
        (a, b)
        for a, b in itertools.pairwise(places)
        if number[a] != number[b] and not (a == 0 and number[b] == "0")
    ]
    if not pairs:
        return None
    a, b = chance.choice(pairs)
    digits = list(number)
    digits[a], digits[b] = digits[b], digits[a]
    return "".join(digits)


def changed(number: str, chance: random.Random) -> str:
    place = chance.choice([i for i, char in enumerate(number) if char.isdigit()])
    others = [d for d in "0123456789" if d != number[place] and (place or d != "0")]
    return number[:place] + chance.choice(others) + number[place + 1 :]


def unlike(number: str, chance: random.Random) -> str:
    """Return a random figure of the same shape: a report about its digits is a false alarm."""
    first, *rest = number
    digits = [chance.choice("123456789")]
    digits += [chance.choice("0123456789") if char.isdigit() else char for char in rest]
    return "".join(digits) if first.isdigit() else number


def report_on(index: FactIndex, line: str, figure: ProseFigure, number: str) -> Likeness | None:
    """Return as what the figure is reported when `number` stands in its place."""
    text = line[: figure.start] + figure.text.replace(digits_of(figure), number, 1)
    altered_line = text + line[figure.end :]
    for miss in index.near_misses(altered_line, figures_in(altered_line)):
        if miss.figure.start == figure.start:
            return miss.likeness
    return None


def digits_of(figure: ProseFigure) -> str:
    return "".join(char for char in figure.text if char.isdigit() or char == ".")


def figures_that_are_facts(
    lines: list[str], facts: tuple[StatedFact, ...]
) -> Iterator[tuple[str, ProseFigure]]:
    """Yield the figures of running text that state a fact.

    Not the cells of a table, and not points and 100%, which equal a fact by accident.
    """
    known = {(fact.unit, fact.value) for fact in facts if fact.binding and fact.unit != "分"}
    known -= {("%", Decimal(100))}
    for line in lines:
        if any(mark in line for mark in "，。；"):
            for figure in map(read_figure, figures_in(line)):
                if (figure.unit, figure.value) in known:
                    yield line, figure


def measure(name: str, lines: list[str], totals: Counter[str]) -> None:
    facts, index = facts_and_index(CHECKOUT / "data" / f"{name}.yaml")
    figures = [read_figure(found) for line in lines for found in figures_in(line)]
    reports = [miss for line in lines for miss in index.near_misses(line, figures_in(line))]
    totals["figures"] += len(figures)
    totals["reports"] += len(reports)
    print(f"{name}: {len(facts)} facts, {len(figures)} figures read, {len(reports)} reports")
    for miss in reports:
        print(f"    {miss.figure.text} ~ {miss.fact.value}{miss.fact.unit} ({miss.likeness})")
    chance = random.Random(SEED)  # noqa: S311 - repeatable, nothing secret
    for line, figure in figures_that_are_facts(lines, facts):
        alter(line, figure, index, chance, totals)


def alter(
    line: str, figure: ProseFigure, index: FactIndex, chance: random.Random, totals: Counter[str]
) -> None:
    length = "long" if significant_digits(written(figure.value)) >= LONG else "short"
    typed = digits_of(figure)
    totals[length] += 1
    for _ in range(ROUNDS):
        for kind, make in (("swap", swapped), ("change", changed), ("random", unlike)):
            number = make(typed, chance)
            if number is not None and number != typed:
                found = report_on(index, line, figure, number)
                counts = found is not None and (kind != "random" or found != "same name")
                totals[f"{kind} {length}"] += 1
                totals[f"{kind} {length} found"] += counts


def strangers(texts: dict[str, list[str]]) -> int:
    """Return how many reports there are on texts held against other departments' facts."""
    found = 0
    for name in PLACES:
        _, index = facts_and_index(CHECKOUT / "data" / f"{name}.yaml")
        lines = [line for other in PLACES if other != name for line in texts[other]]
        misses = [miss for line in lines for miss in index.near_misses(line, figures_in(line))]
        found += sum(miss.likeness != "same name" for miss in misses)
    return found


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else TEXTS
    files = {name: next(folder.glob(f"{name}-*.txt"), None) for name in PLACES}
    texts = {name: file.read_text("utf-8").splitlines() for name, file in files.items() if file}
    if len(texts) < len(PLACES):
        print(f"prose_precision: skipped, the published texts are not in {folder}")
        return
    totals: Counter[str] = Counter()
    for name in PLACES:
        measure(name, texts[name], totals)
    print(f"\nunaltered: {totals['reports']} reports on {totals['figures']} figures")
    print(f"against the facts of the other four: {strangers(texts)} reports for digits")
    for length, words in (("long", f"{LONG} digits or more"), ("short", "fewer digits")):
        print(f"\n{totals[length]} figures in running text are facts and have {words}; altered:")
        for kind, what in KINDS.items():
            tried, found = totals[f"{kind} {length}"], totals[f"{kind} {length} found"]
            print(f"    {what}: {found} of {tried} ({found / max(tried, 1):.1%})")


if __name__ == "__main__":
    main()
