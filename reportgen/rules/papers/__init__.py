"""Rules on what is written: NAR for what texts say, DOC for their form, ASSERT for 核对."""

from reportgen.rules.papers import (
    assertions,
    chart_places,
    consistency,
    copied_items,
    dates,
    document,
    goals,
    letters,
    narrative,
    people,
    prose,
    typed_numbers,
    typography,
    unfilled,
)
