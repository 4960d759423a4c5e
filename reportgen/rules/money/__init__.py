"""Rules on money: FUND, and EXEC for what was spent of it."""

from reportgen.rules.money import (
    execution,
    execution_doubts,
    fund_cells,
    fund_shares,
    fund_types,
    funds,
    unit_accounts,
)
