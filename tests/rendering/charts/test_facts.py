from reportgen.rendering.charts.facts import KEYS, chart_facts
from tests.rendering.charts.samples import BARS, COLUMNS


def test_charts_are_numbered_from_one() -> None:
    entries = chart_facts([COLUMNS, BARS])
    assert [tuple(entry) for entry in entries] == [KEYS, KEYS]
    assert [(entry["序号"], entry["种类"], entry["标题"]) for entry in entries] == [
        (1, "预算执行", "各来源<预算>（万元）"),
        (2, "单位执行率", "各单位执行率"),
    ]
    assert [entry["图"].chart for entry in entries] == [COLUMNS, BARS]


def test_beside_text_a_chart_is_its_title() -> None:
    (entry,) = chart_facts([BARS])
    assert f"见{entry['图']}" == "见各单位执行率"
