"""The options of reportgen build that do not go together."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize("option", ["--pdf", "--png", "--merge"])
def test_blank_forms_are_for_word(run: Run, option: str) -> None:
    ended = run("build", "--blank", option)
    assert (ended.code, ended.out) == (2, "")
    assert "--blank 只印 Word 空表，不转 PDF" in ended.err
    assert not Path("output").exists()
