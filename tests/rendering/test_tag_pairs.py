"""A pair of tags that tears a row, a cell or a paragraph apart is refused before it does harm."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from reportgen.model.errors import FormError
from tests.rendering.word import Block, built, compiled, word_file

TORN: dict[str, Sequence[Block]] = {
    "opened with tr, closed without": [
        [["{%tr for 行 in 资金.来源 %}"], ["{{ 行.名称 }}"], ["{% endfor %}"]]
    ],
    "opened in one table, closed in the next": [
        [["{%tr if 年度 %}"], ["甲"]],
        "之间",
        [["乙"], ["{%tr endif %}"]],
    ],
    "from one cell into the next": [[["{% if 年度 %}甲", "乙{% endif %}"]]],
    "cells of two rows": [[["{%tc if 年度 %}", "甲"], ["{%tc endif %}", "乙"]]],
    "from a paragraph into a table": ["{%p if 年度 %}", [["甲{% endif %}"]]],
    "else in another row": [
        [["{%tr if 年度 %}"], ["甲"], ["{% else %}"], ["乙"], ["{%tr endif %}"]]
    ],
}
WHOLE: dict[str, Sequence[Block]] = {
    "within a text": ["甲{% if 年度 %}乙{% else %}丙{% endif %}丁"],
    "over paragraphs": ["{% if 年度 %}", "甲", "{% endif %}"],
    "over paragraphs that go": ["{%p if 年度 %}", "甲", "{%p else %}", "乙", "{%p endif %}"],
    "over a whole table": ["{%p if 年度 %}", [["甲"]], "{%p endif %}"],
    "rows": [[["{%tr if 年度 %}"], ["甲"], ["{%tr else %}"], ["乙"], ["{%tr endif %}"]]],
    "cells": [[["{%tc for 行 in 资金.来源 %}", "{{ 行.名称 }}", "{%tc endfor %}", "甲"]]],
}


@pytest.mark.parametrize("blocks", TORN.values(), ids=TORN)
def test_a_pair_that_tears_is_told(tmp_path: Path, blocks: Sequence[Block]) -> None:
    with pytest.raises(FormError) as caught:
        compiled(word_file(tmp_path / "a.docx", *blocks))
    assert {detail.say("zh").split("FORM-")[1][:2] for detail in caught.value.details} == {"16"}


@pytest.mark.parametrize("blocks", WHOLE.values(), ids=WHOLE)
def test_a_pair_around_whole_things_is_built(tmp_path: Path, blocks: Sequence[Block]) -> None:
    document = built(word_file(tmp_path / "a.docx", *blocks), 资金={"来源": [{"名称": "甲"}] * 2})
    assert document.complaints == []
