"""Templates compiled in an earlier run, and what is kept of them but of no use."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from reportgen.batch import kept_templates
from reportgen.batch.kept_templates import KeptTemplates
from reportgen.model.errors import FormError
from reportgen.model.papers import Project
from reportgen.rendering import compiling
from reportgen.rendering.engine import Origin, Template, open_template
from reportgen.rendering.environment import PartEnvironment
from reportgen.rendering.package import read_package
from tests.rendering.word import Built, facts, word_file
from tests.workspace import environment

TAGS = (
    "{{ 部门.名称 }}",
    "{% for 行 in 资金.来源 %}{{ 行.名称 }}；{% endfor %}",
    "{{ 部门.名称 * 2 }}",
)


@pytest.fixture
def folder() -> Path:
    return platformdirs.user_cache_path("reportgen", appauthor=False) / "templates"


@pytest.fixture
def template(tmp_path: Path) -> Path:
    return word_file(tmp_path / "a.docx", *TAGS[:2])


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The templates that are compiled."""
    seen = []
    checked = compiling.checked

    def seeing(origin: Origin, environment: PartEnvironment) -> object:
        seen.append(origin.path)
        return checked(origin, environment)

    monkeypatch.setattr(compiling, "checked", seeing)
    return seen


def opened(path: Path) -> Template:
    return open_template(path, PartEnvironment(), keeper=KeptTemplates())


def test_a_template_is_compiled_in_one_run_only(template: Path, compiled: list[Path]) -> None:
    known = facts(资金={"来源": [{"名称": "甲"}, {"名称": "乙"}]})
    first, second = (opened(template).render(known, title="表", author="局") for _ in range(2))
    assert compiled == [template]
    assert first == second
    assert Built(second.content).paragraphs == ["某县卫生健康局", "甲；乙；"]


def test_a_changed_template_is_compiled_again(template: Path, compiled: list[Path]) -> None:
    opened(template)
    word_file(template, "{{ 年度 }}")
    built = Built(opened(template).render(facts(), title="表", author="局").content)
    assert compiled == [template] * 2
    assert built.paragraphs == ["2023"]


def test_another_version_or_entry_is_another_template(
    template: Path, compiled: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(template)
    open_template(template, PartEnvironment(), Project, keeper=KeptTemplates())
    monkeypatch.setattr(kept_templates, "engine_version", lambda: "reportgen 9")
    opened(template)
    assert compiled == [template] * 3


@pytest.mark.parametrize("spoilt", [b"", b"\0" * 40, "cut", "changed"])
def test_a_damaged_entry_is_compiled_again(
    template: Path, compiled: list[Path], folder: Path, spoilt: bytes | str
) -> None:
    opened(template)
    (kept,) = folder.iterdir()
    whole = kept.read_bytes()
    if isinstance(spoilt, bytes):
        kept.write_bytes(spoilt)
    else:
        kept.write_bytes(whole[:-9] if spoilt == "cut" else whole[:-1] + bytes([whole[-1] ^ 1]))
    assert opened(template).render(facts(), title="表", author="局").content
    assert compiled == [template] * 2
    assert kept.read_bytes() == whole


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the folder in the user's profile")
@pytest.mark.parametrize("mode", [0o777, 0o770])
def test_a_folder_that_others_may_write_to_is_not_trusted(
    template: Path, compiled: list[Path], folder: Path, mode: int
) -> None:
    opened(template)
    folder.chmod(mode)
    opened(template)
    assert compiled == [template] * 2


def test_a_folder_that_cannot_be_made_stops_nothing(
    template: Path, compiled: list[Path], folder: Path
) -> None:
    folder.parent.parent.mkdir(parents=True, exist_ok=True)
    folder.parent.write_text("no folder", "utf-8")
    for _ in range(2):
        assert opened(template).render(facts(), title="表", author="局").content
    assert compiled == [template] * 2


def test_a_user_without_a_home_finds_nothing_in_his_workspace(
    tmp_path: Path, template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda *_, **__: Path("~/.cache"))
    assert opened(template).render(facts(), title="表", author="局").content
    assert list(tmp_path.iterdir()) == [template]


def test_the_oldest_make_room(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_templates, "_MOST", 2)
    for number in range(4):
        opened(word_file(tmp_path / "a.docx", f"{{{{ 年度 }}}}-{number}"))
        for age, kept in enumerate(sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime)):
            os.utime(kept, (age, age))
    assert len(list(folder.iterdir())) == 2


def test_a_template_that_cannot_be_used_is_not_kept(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(FormError):
        opened(word_file(tmp_path / "a.docx", "{{ 年代 }}"))
    assert not folder.exists()


def test_a_kept_template_still_tells_which_tag_cannot_be_computed(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", *TAGS)
    for _ in range(2):
        with pytest.raises(FormError) as caught:
            opened(path).render(facts(), title="表", author="局")
        assert "第3段的标签 {{ 部门.名称 * 2 }} 无法计算" in caught.value.message.say("zh")


def test_what_is_kept_is_found_by_its_parts_alone(tmp_path: Path, template: Path) -> None:
    keeper = KeptTemplates()
    opened(template)
    elsewhere = Origin(tmp_path / "b.docx", read_package(template), None)
    assert keeper.find(elsewhere)


def test_a_build_of_known_templates_does_not_load_docxtpl(workspace: Path) -> None:
    program = (
        "import sys; from reportgen.cli.main import main; main(['build', '-j', '1', '--force']);"
        "print('docxtpl' in sys.modules)"
    )
    command = [sys.executable, "-c", program]
    said = [
        subprocess.run(  # noqa: S603 - our own program
            command, cwd=workspace, env=environment(), capture_output=True, text=True, check=True
        ).stdout.split()[-1]
        for _ in range(2)
    ]
    assert said == ["True", "False"]
    assert list((workspace / "output").rglob("*.docx"))
