from dataclasses import replace

from lxml import etree

from reportgen.rendering.charts.drawing import drawing_xml, relationship
from reportgen.rendering.charts.facts import Drawing
from tests.rendering.charts.samples import BARS, COLUMNS

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
CM = 360_000


def drawn(drawing: Drawing) -> etree._Element:
    run = f'<w:r xmlns:w="{W}"><w:t>{drawing_xml(drawing)}</w:t></w:r>'
    return etree.fromstring(run)


def height(bars: int) -> float:
    series = replace(BARS.series[0], values=BARS.series[0].values[:1] * bars)
    chart = replace(BARS, categories=("局",) * bars, series=(series,))
    (extent,) = drawn(Drawing(chart, 1)).iter(f"{WP}extent")
    return int(extent.get("cy", "")) / CM


def test_a_drawing_refers_to_its_chart_and_says_what_it_shows() -> None:
    run = drawn(Drawing(COLUMNS, 3))
    (chart,) = run.iter(f"{C}chart")
    (properties,) = run.iter(f"{WP}docPr")
    assert chart.get(f"{R}id") == relationship(3)
    assert properties.get("descr") == "各来源<预算>（万元）"


def test_drawings_have_numbers_of_their_own() -> None:
    ids = {
        next(drawn(Drawing(BARS, number)).iter(f"{WP}docPr")).get("id") for number in range(1, 4)
    }
    assert len(ids) == 3


def test_bars_that_lie_grow_with_their_number_and_fit_a_page() -> None:
    heights = [height(bars) for bars in (1, 5, 10, 60)]
    assert heights == sorted(heights)
    assert 3 < heights[0] < heights[-1] <= 20


def test_a_chart_fits_the_text_area() -> None:
    (extent,) = drawn(Drawing(COLUMNS, 1)).iter(f"{WP}extent")
    assert int(extent.get("cx", "")) / CM <= 15.6
