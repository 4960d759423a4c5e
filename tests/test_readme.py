"""What README.md shows is what the program does."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportgen.cli.main import cli

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
README_ZH = (ROOT / "README.zh-CN.md").read_text("utf-8")


def fenced(text: str, language: str) -> list[str]:
    blocks = re.findall(r"^```(\w*)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    return [content for named, content in blocks if named == language]


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (yaml,) = fenced(README, "yaml")
    assert len(yaml.splitlines()) == 20
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "example.yaml").write_text(yaml, "utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("example")
@pytest.mark.parametrize(("readme", "language"), [(README, "en"), (README_ZH, "zh")])
def test_the_example_is_told_what_the_readme_shows(readme: str, language: str) -> None:
    result = CliRunner().invoke(cli, ["validate", "--lang", language], standalone_mode=False)
    (shown,) = fenced(readme, "")
    assert [line for line in shown.splitlines() if line not in result.output.splitlines()] == []


@pytest.mark.usefixtures("example")
def test_the_example_builds_the_table_it_promises() -> None:
    CliRunner().invoke(cli, ["build"], standalone_mode=False, catch_exceptions=False)
    promised = re.search(r"writes `(output/.*?)`", README)
    assert promised is not None
    assert Path(promised[1]).is_file()


def test_the_two_commands_are_the_first_ones_shown() -> None:
    for readme in (README, README_ZH):
        commands = re.findall(r"^    (make \w+|reportgen \w+|py .*?)(?:  |$)", readme, re.MULTILINE)
        assert commands[:2] == ["make demo", "make test"]
