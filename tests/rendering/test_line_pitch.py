"""The lines of body text at another pitch: what is meant by it follows, all else stays."""

from decimal import Decimal

import pytest
from lxml import etree

from reportgen.rendering.line_pitch import set_pitch

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"
EXACT = {"line": "560", "lineRule": "exact"}
HALF = {"line": "280", "lineRule": "exact"}
AUTO = {"line": "560", "lineRule": "auto"}


def spacing(stated: dict[str, str]) -> str:
    attributes = " ".join(f'w:{name}="{value}"' for name, value in stated.items())
    return f"<w:spacing {attributes}/>"


def set_in(body: dict[str, str], stated: dict[str, str], *, based: bool, text: str = "") -> str:
    """Set 30 points where the body has `body`; return what a paragraph that states `stated` has."""
    style = '<w:pStyle w:val="A"/>' if based else ""
    styles = etree.fromstring(
        f'<w:styles xmlns:w="{NAMESPACE}"><w:style w:styleId="A"><w:name w:val="公文正文"/>'
        f"<w:pPr>{spacing(body)}</w:pPr></w:style></w:styles>"
    )
    document = etree.fromstring(
        f'<w:p xmlns:w="{NAMESPACE}"><w:pPr>{style}{spacing(stated)}</w:pPr><w:r>{text}</w:r></w:p>'
    )
    set_pitch(document, styles, Decimal(30))
    (found,) = document.iter(f"{W}spacing")
    return ",".join(found.get(f"{W}{name}", "") for name in stated if name != "lineRule")


@pytest.mark.parametrize(
    ("stated", "based", "expected"),
    [
        (EXACT, False, "600"),
        ({"before": "560", "after": "280"}, True, "600,300"),
        ({**EXACT, "before": "280"}, False, "600,300"),
        ({"line": "28pt", "lineRule": "exact"}, False, "600"),
        (HALF, False, "300"),
        # What only happens to measure the same.
        (AUTO, False, "560"),
        ({"before": "560", "after": "280"}, False, "560,280"),
        ({"before": "0", "after": "0"}, True, "0,0"),
        ({"before": "120"}, True, "120"),
    ],
)
def test_lines_of_the_bodys_height_follow(
    stated: dict[str, str], *, based: bool, expected: str
) -> None:
    assert set_in(EXACT, stated, based=based) == expected


def test_the_exact_line_of_a_small_text_is_no_half_line() -> None:
    assert set_in(EXACT, HALF, based=False, text="<w:t>甲</w:t>") == "280"


@pytest.mark.parametrize(
    "body", [{}, AUTO, {"before": "0"}, {"line": "0", "lineRule": "exact"}], ids=str
)
def test_where_the_body_has_no_exact_line_nothing_is_touched(body: dict[str, str]) -> None:
    assert set_in(body, {"before": "0", "after": "0"}, based=True) == "0,0"


def test_the_old_pitch_may_be_inherited() -> None:
    styles = etree.fromstring(
        f'<w:styles xmlns:w="{NAMESPACE}">'
        f'<w:style w:styleId="N"><w:name w:val="Normal"/><w:pPr>{spacing(EXACT)}</w:pPr></w:style>'
        '<w:style w:styleId="A"><w:name w:val="公文正文"/><w:basedOn w:val="N"/></w:style>'
        "</w:styles>"
    )
    set_pitch(etree.fromstring(f'<w:body xmlns:w="{NAMESPACE}"/>'), styles, Decimal(30))
    (found,) = styles.iter(f"{W}spacing")
    assert found.get(f"{W}line") == "600"
