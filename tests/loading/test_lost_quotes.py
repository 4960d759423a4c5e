"""A quote that never closes is told where it opens, and once."""

from __future__ import annotations

import pytest

from reportgen.loading.lost_quotes import closes
from tests.loading.slips import places, words

HEAD = "年度: 2021\n部门:\n  名称: 甲\n"
BELOW = "  职能: 负责规划\n资金: {到位资金: 1}\n核对:\n  - 资金.到位资金 >= 0\n"


@pytest.mark.parametrize(
    "line",
    [
        "  联系人: '方某某\n",
        '  联系人: "方某某\n',
        '  联系人: "方某某”\n',
        "  内设机构: ['办公室, 财务股]\n",
        '  所属单位: [{名称: "甲, 别名: []}]\n',
        '  主要工作:\n    - "改造\n    - 培训\n',
        "  联系人: '方某某\n  职务：科长\n",
    ],
)
@pytest.mark.parametrize("below", [BELOW, BELOW + "报告: {标题: '甲'}\n说明: []\n", ""])
def test_it_is_told_where_it_opens(line: str, below: str) -> None:
    text = HEAD + line + below
    opened = next(
        number for number, each in enumerate(text.split("\n"), 1) if "'" in each or '"' in each
    )
    first = places(text)[0]
    assert first[:2] == ("YAML-20", opened)
    # The one case with a second slip.
    assert [code for code, *_ in places(text)[1:]] == (["YAML-06"] if "：" in line else [])


def test_the_rest_of_the_file_is_read() -> None:
    text = HEAD + "  联系人: '方某某\n  编制人数: 3人\n"
    assert places(text) == [("YAML-20", 4, 8), ("DATA-05", 5, 9)]


def test_a_long_text_in_quotes_is_not_suspected() -> None:
    text = HEAD + "  联系人: '方\n\n    某'\n  编制人数 3\n"
    assert places(text) == [("YAML-20", 7, 3)]
    assert "冒号" in words(text)


def test_whether_a_quote_closes() -> None:
    assert closes("'甲' 乙", 0, 5)
    assert not closes("'甲' 乙", 0, 2)
    assert not closes('"甲\\"', 0, 4)
