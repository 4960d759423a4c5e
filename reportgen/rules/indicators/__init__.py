"""Rules on indicators: IND."""

from reportgen.rules.indicators import (
    actuals,
    measurability,
    measurements,
    rows,
    targets,
)
