"""What merges in an indicator table, as a reader sees the grid."""

from pathlib import Path
from typing import Any

import docx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.rendering.word import Built, Cell, built, word_file

TREE = [
    ["{%tr for 行 in 指标|展开 %}", "", "", ""],
    [
        "{% 合并 行.一级 %}{{ 行.一级.名称 }}",
        "{% 合并 行.二级 %}{{ 行.二级.名称 }}",
        "{% 合并 行.三级 %}{{ 行.三级.名称 }}",
        "{{ 行.四级.名称 }}",
    ],
    ["{%tr endfor %}", "", "", ""],
]
PLAIN = [
    ["{%tr for 行 in 资金.来源 %}", "", ""],
    ["{% 合并 行.名称 %}{{ 行.名称 }}", "{% 合并 行.说明 %}{{ 行.说明 }}", "{{ 行.执行数 }}"],
    ["{%tr endfor %}", "", ""],
]


def branch(name: str, *children: Any, **stated: str) -> dict[str, Any]:
    return {
        "名称": name,
        "下级": [leaf(c) if isinstance(c, str) else c for c in children],
        **stated,
    }


def leaf(name: str, **stated: str) -> dict[str, Any]:
    return {"名称": name, **stated}


def grid(path: Path, **typed: Any) -> list[tuple[int, int, int, str]]:
    """Return row, column, rowspan and text of each cell of the first table that is not blank."""
    document = built(path, **typed)
    assert document.complaints == []
    return [(c.row, c.column, c.rowspan, c.text) for c in document.tables[0] if c.text]


def fund(name: str, note: str, executed: str = "1") -> dict[str, str]:
    return {"名称": name, "说明": note, "执行数": executed}


def test_many_children_share_the_cells_of_their_branches(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", TREE)
    tree = [
        branch("产出", branch("数量", "甲", "乙", "丙"), branch("质量", "丁")),
        branch("效益", branch("社会", "戊", "己")),
    ]
    assert grid(path, 指标=tree) == [
        (0, 0, 4, "产出"),
        (0, 1, 3, "数量"),
        (0, 2, 1, "甲"),
        (1, 2, 1, "乙"),
        (2, 2, 1, "丙"),
        (3, 1, 1, "质量"),
        (3, 2, 1, "丁"),
        (4, 0, 2, "效益"),
        (4, 1, 2, "社会"),
        (4, 2, 1, "戊"),
        (5, 2, 1, "己"),
    ]


def test_one_child_and_none(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", [["一", "二", "三", "四"], *TREE])
    assert grid(path, 指标=[branch("产出", branch("数量", "甲"))])[4:] == [
        (1, 0, 1, "产出"),
        (1, 1, 1, "数量"),
        (1, 2, 1, "甲"),
    ]
    assert len(grid(path, 指标=[])) == 4


def test_four_levels(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", TREE)
    tree = [branch("产出", branch("数量", branch("诊疗", "门诊", "住院"), "培训"))]
    assert grid(path, 指标=tree) == [
        (0, 0, 3, "产出"),
        (0, 1, 3, "数量"),
        (0, 2, 2, "诊疗"),
        (0, 3, 1, "门诊"),
        (1, 3, 1, "住院"),
        (2, 2, 1, "培训"),
    ]


def test_a_leaf_beside_a_branch(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", TREE)
    tree = [leaf("管理"), branch("产出", "甲", branch("质量", "乙", "丙")), leaf("满意度")]
    assert grid(path, 指标=tree) == [
        (0, 0, 1, "管理"),
        (1, 0, 3, "产出"),
        (1, 1, 1, "甲"),
        (2, 1, 2, "质量"),
        (2, 2, 1, "乙"),
        (3, 2, 1, "丙"),
        (4, 0, 1, "满意度"),
    ]


def test_two_branches_of_one_name_stay_two(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", TREE)
    tree = [branch("产出", "甲", "乙"), branch("产出", "丙")]
    assert grid(path, 指标=tree)[0] == (0, 0, 2, "产出")
    assert (2, 0, 1, "产出") in grid(path, 指标=tree)


def test_a_shared_target_is_one_cell_and_equal_own_targets_are_not(tmp_path: Path) -> None:
    rows = [TREE[0], ["{{ 行.指标.名称 }}", "{% 合并 行.目标 %}{{ 行.目标 }}"], TREE[2]]
    path = word_file(tmp_path / "a.docx", rows)
    tree = [
        branch("投入", "甲", "乙", 目标="按办法填报"),
        branch("投入", "丙", "丁", 目标="按办法填报"),
        branch("产出", leaf("戊", 目标="100%"), "己", "庚", 目标="≥80%"),
    ]
    targets = [
        (row, span, text) for row, column, span, text in grid(path, 指标=tree) if column == 1
    ]
    assert targets == [
        (0, 2, "按办法填报"),
        (2, 2, "按办法填报"),
        (4, 1, "100%"),
        (5, 2, "≥80%"),
    ]


def test_plain_values_merge_where_they_are_equal_under_one_parent(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", PLAIN)
    rows = [
        fund("甲", "同"),
        fund("甲", "同"),
        fund("乙", "同"),
        fund("乙", "异"),
        fund("甲", "异"),
    ]
    assert [cell for cell in grid(path, 资金={"来源": rows}) if cell[1] < 2] == [
        (0, 0, 2, "甲"),
        (0, 1, 2, "同"),
        (2, 0, 2, "乙"),
        (2, 1, 1, "同"),
        (3, 1, 1, "异"),
        (4, 0, 1, "甲"),
        (4, 1, 1, "异"),
    ]


def test_figures_that_are_typed_otherwise_stay_apart(tmp_path: Path) -> None:
    path = word_file(
        tmp_path / "a.docx",
        [
            ["{%tr for 行 in 资金.来源 %}"],
            ["{% 合并 行.预算数 %}{{ 行.预算数 }}"],
            ["{%tr endfor %}"],
        ],
    )
    rows = [{"预算数": "1.0"}, {"预算数": "1.0"}, {"预算数": "1.00"}]
    (table,) = built(path, 资金={"来源": rows}).tables
    assert [(cell.text, cell.rowspan) for cell in table] == [("1.0", 2), ("1.00", 1)]


def test_blank_neighbours_do_not_merge(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", PLAIN)
    document = built(path, 资金={"来源": [{"执行数": "1"}, {"执行数": "2"}]})
    assert [cell[:4] for cell in document.tables[0]] == [
        (row, column, 1, 1) for row in range(2) for column in range(3)
    ]
    path = word_file(tmp_path / "b.docx", TREE)
    document = built(path, 指标=[leaf("甲"), leaf("乙")])
    assert all(cell.rowspan == 1 for cell in document.tables[0])


def test_rows_between_keep_cells_apart(tmp_path: Path) -> None:
    rows = [PLAIN[0], PLAIN[1], ["小计", "", ""], PLAIN[2]]
    path = word_file(tmp_path / "a.docx", rows)
    cells = grid(path, 资金={"来源": [fund("甲", "同"), fund("甲", "同")]})
    assert [cell for cell in cells if cell[3] == "甲"] == [(0, 0, 1, "甲"), (2, 0, 1, "甲")]


def test_cells_that_span_columns_merge_with_their_like(tmp_path: Path) -> None:
    path = word_file(
        tmp_path / "a.docx",
        [
            ["头一", "头二", "头三"],
            ["{%tr for 行 in 资金.来源 %}", "", ""],
            ["{% 合并 行.名称 %}{{ 行.名称 }}", "", "{% 合并 行.说明 %}{{ 行.说明 }}"],
            ["{%tr endfor %}", "", ""],
        ],
    )
    document = docx.Document(str(path))
    table = document.tables[0]
    text = table.cell(2, 0).text
    table.cell(2, 0).merge(table.cell(2, 1)).text = text
    document.save(str(path))
    rows = [fund("甲", "同"), fund("甲", "同"), fund("甲", "异")]
    result = built(path, 资金={"来源": rows})
    assert result.complaints == []
    assert result.tables[0][3:] == [
        Cell(1, 0, 3, 2, "甲"),
        Cell(1, 2, 2, 1, "同"),
        Cell(3, 2, 1, 1, "异"),
    ]


def test_row_variants_merge_across_the_columns_they_share(tmp_path: Path) -> None:
    path = word_file(
        tmp_path / "a.docx",
        [
            ["{%tr for 行 in 指标|展开 %}", "", "", ""],
            ["{%tr if 行.共用目标 %}", "", "", ""],
            [
                "{% 合并 行.一级 %}{{ 行.一级.名称 }}",
                "{{ 行.二级.名称 }}",
                "{% 合并 行.目标 %}共用{{ 行.目标 }}",
                "",
            ],
            ["{%tr else %}", "", "", ""],
            ["{% 合并 行.一级 %}{{ 行.一级.名称 }}", "{{ 行.二级.名称 }}", "", "{{ 行.目标 }}"],
            ["{%tr endif %}", "", "", ""],
            ["{%tr endfor %}", "", "", ""],
        ],
    )
    children = [leaf("甲"), leaf("乙"), leaf("丙", 目标="1"), leaf("丁"), leaf("戊")]
    cells = grid(path, 指标=[branch("投入", *children, 目标="按办法")])
    assert [cell for cell in cells if cell[1] != 1] == [
        (0, 0, 5, "投入"),
        (0, 2, 2, "共用按办法"),
        (2, 3, 1, "1"),
        (3, 2, 2, "共用按办法"),
    ]


def test_two_tables_know_nothing_of_each_other(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", PLAIN, "之间", PLAIN)
    document = built(path, 资金={"来源": [fund("甲", "同")] * 2})
    assert document.complaints == []
    first, second = document.tables
    assert first == second
    assert first[0] == Cell(0, 0, 2, 1, "甲")


def test_a_table_printed_again_in_a_loop_starts_anew(tmp_path: Path) -> None:
    path = word_file(
        tmp_path / "a.docx",
        "{%p for 项 in 项目 %}",
        [
            ["{%tr for 行 in 项.资金.来源 %}"],
            ["{% 合并 行.名称 %}{{ 行.名称 }}"],
            ["{%tr endfor %}"],
        ],
        "{%p endfor %}",
    )
    project = {"名称": "项", "资金": {"来源": [{"名称": "甲"}, {"名称": "甲"}]}}
    document = built(path, 项目=[project, project])
    assert document.complaints == []
    assert document.tables == [[Cell(0, 0, 2, 1, "甲")]] * 2


def test_a_merged_cell_keeps_its_width_and_the_style_of_its_paragraph(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", PLAIN)
    document = docx.Document(str(path))
    cell = document.tables[0].cell(1, 0)
    cell.paragraphs[0].style = "Heading 1"
    cell.width = docx.shared.Cm(3)
    document.save(str(path))
    content = built(path, 资金={"来源": [fund("甲", "同")] * 2}).parts["word/document.xml"].decode()
    first, second = content.split("<w:tr>")[1:3]
    for row in (first, second):
        assert '<w:tcW w:type="dxa" w:w="1701"/><w:vMerge' in row.split("</w:tc>")[0]
        assert '<w:pStyle w:val="Heading1"/>' in row.split("</w:tc>")[0]


NAMES = st.sampled_from(["甲", "乙", ""])
TREES = st.recursive(
    st.fixed_dictionaries({"名称": NAMES, "目标": st.sampled_from(["", "1", "2"])}),
    lambda children: st.fixed_dictionaries(
        {
            "名称": NAMES,
            "目标": st.sampled_from(["", "共"]),
            "下级": st.lists(children, max_size=3),
        }
    ),
    max_leaves=8,
)


def height(node: dict[str, Any]) -> int:
    return 1 + max((height(child) for child in node.get("下级", ())), default=0)


def cells_in(document: Built) -> int:
    return sum(cell.rowspan * cell.colspan for table in document.tables for cell in table)


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.lists(TREES.filter(lambda tree: height(tree) <= 4), max_size=3))
def test_no_tree_gives_a_table_that_word_repairs(tmp_path: Path, tree: list[Any]) -> None:
    path = tmp_path / "a.docx"
    if not path.exists():
        row = [*TREE[1], "{% 合并 行.目标 %}{{ 行.目标 }}"]
        word_file(path, [[*TREE[0], ""], row, [*TREE[2], ""]])
    document = built(path, 指标=tree)
    assert document.complaints == []
    assert cells_in(document) == 5 * sum(leaves(node) for node in tree)


def leaves(node: dict[str, Any]) -> int:
    return sum(leaves(child) for child in node.get("下级", ())) or 1


def test_a_row_that_begins_further_right_merges_with_nothing_left_of_it(tmp_path: Path) -> None:
    path = word_file(
        tmp_path / "a.docx",
        [
            ["{%tr for 行 in 资金.来源 %}", ""],
            ["{%tr if 行.执行数 %}", ""],
            ["{% 合并 行.名称 %}{{ 行.名称 }}", "右"],
            ["{%tr else %}", ""],
            ["", "{% 合并 行.名称 %}{{ 行.名称 }}"],
            ["{%tr endif %}", ""],
            ["{%tr endfor %}", ""],
        ],
    )
    document = docx.Document(str(path))
    row = document.tables[0].rows[4]._tr
    row.remove(row.tc_lst[0])
    before = docx.oxml.OxmlElement("w:gridBefore")
    before.set(docx.oxml.ns.qn("w:val"), "1")
    row.get_or_add_trPr().append(before)
    document.save(str(path))
    sources = [{"名称": "甲", "执行数": "1"}, {"名称": "甲"}, {"名称": "甲"}]
    assert grid(path, 资金={"来源": sources}) == [
        (0, 0, 1, "甲"),
        (0, 1, 1, "右"),
        (1, 1, 2, "甲"),
    ]
