"""A table that grows over pages repeats its heading: Word does so only from its first row on."""

from pathlib import Path

import docx
import pytest

from reportgen.loading.form_files import load_forms

GROWING = ("|展开 %}", "in 意见 %}", "in 机构.单位 %}", "in 本件.问题 %}", "评价.人员")
TEMPLATES = [path for form in load_forms().values() for path in form.templates()]


def growing_tables(template: Path) -> list[list[bool]]:
    """For each table that loops over what may fill pages: which of its rows are headings."""
    tables = docx.Document(str(template)).tables
    return [
        [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in table.rows]
        for table in tables
        if any(each in "".join(table._tbl.xpath(".//w:t/text()")) for each in GROWING)
    ]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.stem))
def test_a_growing_table_begins_with_its_heading(template: Path) -> None:
    for headings in growing_tables(template):
        assert headings[0]
        assert headings == sorted(headings, reverse=True), "only the first rows are repeated"


def test_most_forms_have_such_a_table() -> None:
    assert sum(bool(growing_tables(template)) for template in TEMPLATES) >= 9
