"""From a path to a line and a column."""

from __future__ import annotations

import pytest

from reportgen.loading.places import Places
from reportgen.loading.yaml_source import read_yaml
from reportgen.model.finding import DataPath

TEXT = """\
# 说明
年度: 2021
部门:
  名称: '某局'
  职能:
  别名: [甲, 𠮷乙, 丙]
资金:
  来源:
    - {名称: 财政拨款, 预算数: 350.40}
    - 名称: &x 其他
      预算数: ~
  备注: |
    一
    二
引用: *x
"""
VALUES: list[tuple[DataPath, int, int]] = [
    ((), 2, 1),
    (("年度",), 2, 5),
    (("部门",), 4, 3),
    (("部门", "名称"), 4, 7),
    (("部门", "职能"), 5, 3),
    (("部门", "别名"), 6, 7),
    (("部门", "别名", 1), 6, 11),
    (("部门", "别名", 2), 6, 15),
    (("资金", "来源", 0), 9, 7),
    (("资金", "来源", 0, "预算数"), 9, 23),
    (("资金", "来源", 1), 10, 7),
    (("资金", "来源", 1, "名称"), 10, 11),
    (("资金", "来源", 1, "预算数"), 11, 12),
    (("资金", "备注"), 12, 7),
    (("引用",), 15, 5),
    (("资金", "来源", 7, "预算数"), 9, 5),
    (("资金", "没有", "更没有"), 8, 3),
    (("没有",), 2, 1),
]
KEYS: list[tuple[DataPath, int, int]] = [
    (("部门",), 3, 1),
    (("部门", "名称"), 4, 3),
    (("部门", "职能"), 5, 3),
    (("资金", "来源", 0, "预算数"), 9, 18),
    (("资金", "来源", 1), 10, 7),
    (("资金", "没有"), 7, 1),
]
FORMS = {
    "as it is": TEXT.encode(),
    "byte order mark": TEXT.encode("utf-8-sig"),
    "CRLF": TEXT.replace("\n", "\r\n").encode(),
    "CR": TEXT.replace("\n", "\r").encode(),
}


@pytest.mark.parametrize("form", FORMS)
def test_values_and_keys_are_where_they_stand(form: str) -> None:
    source = read_yaml("a.yaml", FORMS[form])
    assert source.findings == ()
    for path, line, column in VALUES:
        place = source.places.at(path)
        assert (place.line, place.column) == (line, column), path
        assert place.text == TEXT.split("\n")[line - 1]
        assert place.file == "a.yaml"
    for path, line, column in KEYS:
        place = source.places.key_at(path)
        assert (place.line, place.column) == (line, column), path


def test_a_file_without_anything_has_a_first_place() -> None:
    place = Places("a.yaml").at(("部门", 3))
    assert (place.line, place.column, place.text) == (1, 1, "")


def test_a_part_can_stand_for_the_whole() -> None:
    places = read_yaml("a.yaml", TEXT.encode()).places
    below = places.below(("资金", "来源"))
    assert (below.at((1, "名称")).line, below.at((1, "名称")).column) == (10, 11)
    assert below.at((7,)) == places.at(("资金", "来源"))
    assert places.below(("没有",)).at(("年度",)).line == places.at(()).line


@pytest.mark.parametrize(("path", "known"), [(("部门", "职能"), True), (("部门", "编制"), False)])
def test_what_stands_somewhere_is_known(path: DataPath, known: object) -> None:
    assert read_yaml("a.yaml", TEXT.encode()).places.knows(path) is known


TEXTS = """\
甲: 开头，截止目前，截止
乙: |-
  第一行
    汇集信息

  最后，无。
丙: 汇集信息，12.5
丁: "{{ 年度 }}年支出"
"""


@pytest.mark.parametrize(
    ("key", "words", "line", "column"),
    [
        ("甲", "截止", 1, 7),
        ("乙", "汇集", 4, 5),
        ("乙", "无。", 6, 6),
        ("乙", "12.5", 2, 4),
        ("丙", "12.5", 7, 9),
        ("丙", "12", 7, 4),
        ("丁", "2024年支出", 8, 4),
        ("丁", "年支出", 8, 13),
    ],
)
def test_words_of_a_text_are_found_where_they_stand(
    key: str, words: str, line: int, column: int
) -> None:
    places = read_yaml("a.yaml", TEXTS.encode()).places
    place = places.within(places.at((key,)), words)
    assert (place.line, place.column) == (line, column)
    assert place.text == TEXTS.split("\n")[line - 1]
