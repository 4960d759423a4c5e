"""Which forms a build is for: those that were asked for, or those of a profile."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reportgen.batch.kit import absent_forms, chosen_forms
from reportgen.loading.form_files import load_forms
from reportgen.loading.profiles import Profiles
from reportgen.model.errors import UsageError
from tests.batch.conftest import EACH_PROJECT
from tests.workspace import write_tree

pytestmark = pytest.mark.usefixtures("form_of_each_project")


def test_forms_that_nobody_has_are_named() -> None:
    write_tree(Path(), {"profiles/本县.yaml": "表单: [notice, 没有]\n"})
    profile = Profiles().find("本县")
    assert profile is not None
    assert absent_forms(profile, load_forms()) == ("没有",)


def test_forms_are_chosen_by_id_each_once() -> None:
    forms = load_forms()
    assert [form.id for form in chosen_forms(forms, ["each", "notice", "each"])] == [
        "each",
        "notice",
    ]
    with pytest.raises(UsageError) as caught:
        chosen_forms(forms, ["notise"])
    assert caught.value.hint is not None
    assert "是否想写“notice”？" in caught.value.hint.say("zh")


def test_forms_are_chosen_by_title_too() -> None:
    forms = load_forms()
    assert [form.id for form in chosen_forms(forms, ["通知", "notice", "项目表"])] == [
        "notice",
        "each",
    ]
    with pytest.raises(UsageError) as caught:
        chosen_forms(forms, ["项目的表"])
    assert caught.value.hint is not None
    assert "是否想写“项目表”？" in caught.value.hint.say("zh")


def test_a_title_that_two_forms_share_names_neither() -> None:
    write_tree(Path(), {"templates/docx/each.yaml": EACH_PROJECT.replace("项目表", "通知")})
    with pytest.raises(UsageError):
        chosen_forms(load_forms(), ["通知"])
    assert len(chosen_forms(load_forms(), ["notice"])) == 1


def test_an_id_wins_over_the_title_of_another() -> None:
    write_tree(Path(), {"templates/docx/each.yaml": EACH_PROJECT.replace("项目表", "notice")})
    assert [form.id for form in chosen_forms(load_forms(), ["notice"])] == ["notice"]


def test_a_build_of_nothing_new_loads_no_rules_and_no_templates() -> None:
    code = """
import sys
from reportgen.cli.main import main
main(["build", "-j", "1"])
print(sorted({name.split(".")[1] for name in sys.modules if name.startswith("reportgen.")}))
"""
    command = [sys.executable, "-c", code]
    said = [
        subprocess.run(command, capture_output=True, check=True, text=True).stdout.splitlines()[-1]  # noqa: S603 - our own program
        for _ in range(2)
    ]
    assert ["'rules'" in each for each in said] == [True, False]
    assert ["'rendering'" in each for each in said] == [True, False]
