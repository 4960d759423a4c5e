"""Rules on points: WGT for weights, SCR for scores, SHT for the common index sheet."""

from reportgen.rules.scoring import (
    common_sheet,
    common_sheet_management,
    deductions,
    families,
    grades,
    scheme_weights,
    score_totals,
    scores,
    weights,
)
