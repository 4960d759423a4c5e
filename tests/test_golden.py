"""The text of every document built from data/, kept to be read: a change shows as a difference."""

import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree

from reportgen.cli.main import cli

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def document_text(path: Path) -> str:
    """Paragraphs and table rows in order; cells of a row between bars, merged-away cells as ↑."""
    with zipfile.ZipFile(path) as archive:
        body = etree.fromstring(archive.read("word/document.xml")).find(f"{W}body")
    assert body is not None
    lines: list[str] = []
    for block in body:
        if block.tag == f"{W}p":
            lines.append(paragraph_text(block))
        elif block.tag == f"{W}tbl":
            lines += [row_text(row) for row in block.iter(f"{W}tr")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def paragraph_text(paragraph: etree._Element) -> str:
    pieces = {f"{W}br": "⏎", f"{W}tab": "→"}
    return "".join(
        pieces.get(str(node.tag), node.text or "")
        for node in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab")
    ).rstrip()


def row_text(row: etree._Element) -> str:
    return "| " + " | ".join(cell_text(cell) for cell in row.iter(f"{W}tc")) + " |"


def cell_text(cell: etree._Element) -> str:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    if merge is not None and merge.get(f"{W}val", "continue") == "continue":
        return "↑"
    return "¶".join(paragraph_text(paragraph) for paragraph in cell.iter(f"{W}p"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    output = tmp_path_factory.mktemp("output")
    arguments = ["build", str(ROOT / "data"), "-o", str(output)]
    result = CliRunner().invoke(cli, arguments, standalone_mode=False, catch_exceptions=False)
    assert result.return_value == 0, result.output
    files = sorted(output.rglob("*.docx"))
    return {
        "_".join(file.relative_to(output).with_suffix(".txt").parts): document_text(file)
        for file in files
    }


def test_built_documents_read_as_the_golden_texts(
    built: dict[str, str], request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--update-golden"):
        for old in GOLDEN.glob("*.txt"):
            old.unlink()
        for name, text in built.items():
            (GOLDEN / name).write_text(text, "utf-8")
    golden = {path.name: path.read_text("utf-8") for path in GOLDEN.glob("*.txt")}
    assert built.keys() == golden.keys()
    for name, text in built.items():
        assert text == golden[name], name


def test_no_trace_of_a_template_in_any_document(built: dict[str, str]) -> None:
    for name, text in built.items():
        for trace in ("{{", "}}", "{%", "%}", "None"):
            assert trace not in text, name
