"""Charts to draw in tests."""

from decimal import Decimal

from reportgen.figures.charts import Chart, Series

COLUMNS = Chart(
    "预算执行",
    "各来源<预算>（万元）",
    ("财政拨款", "=1+1"),
    (
        Series("预算数", (Decimal("25591.99949"), Decimal("0.50"))),
        Series("执行数", (Decimal("33557.32"), Decimal(0))),
    ),
)
BARS = Chart(
    "单位执行率",
    "各单位执行率",
    ("局机关", "疾控中心", "http://a.b"),
    (Series("执行率", (Decimal("100.00"), Decimal("89.5"), Decimal(-3))),),
    is_percent=True,
)
