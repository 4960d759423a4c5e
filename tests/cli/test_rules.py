"""reportgen rules: the catalogue, one family of it, or one code explained."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportgen.cli.catalogue import catalogue
from reportgen.cli.main import main
from reportgen.wording.language import LANGUAGES, Language

PACKAGE = Path(__file__).parents[2] / "reportgen"
CODE = re.compile(r'"(([A-Z]+)-\d\d)"')


@pytest.fixture(autouse=True)
def _workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["rules", *arguments])
    out = capsys.readouterr()
    return code, out.out, out.err


def test_every_code_of_the_program_is_in_the_catalogue() -> None:
    families = {entry.family for entry in catalogue().values()}
    named = {
        code
        for path in PACKAGE.rglob("*.py")
        for code, family in CODE.findall(path.read_text("utf-8"))
        if family in families
    }
    assert named
    assert named - catalogue().keys() == set()


@pytest.mark.parametrize("code", catalogue())
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_says_what_is_wrong_and_what_to_do(code: str, language: Language) -> None:
    entry = catalogue()[code]
    for wording in (entry.sentence, *(words for pair in entry.said for words in pair)):
        assert wording.say(language).strip("… ")
    assert entry.is_rule == bool(entry.why and entry.wrong and entry.right)


def test_the_catalogue_is_a_table_with_a_line_a_code(capsys: pytest.CaptureFixture[str]) -> None:
    ended, out, _ = run(capsys)
    lines = out.splitlines()
    assert ended == 0
    assert lines[0] == "编号\t级别\t可否说明\t规则"
    assert [line.split("\t")[0] for line in lines[1:]] == list(catalogue())
    assert (
        "EXEC-01\t错误\t否\t填写的执行率，与按口径公式算出的相符，误差不超过所填末位的一半。"
        in lines
    )


def test_a_family_is_listed_alone(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "wgt", "--lang", "en")
    assert out.splitlines()[:2] == [
        "code\tseverity\tanswerable\trule",
        "WGT-01\terror\tno\tWeights add to full score.",
    ]
    assert len(out.splitlines()) == 8


def test_a_rule_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "exec-02")
    assert out.splitlines() == [
        "EXEC-02 警告 执行率不超过 100%；超过而没有说明的，要核对预算数。",
        "  为什么：没有预算不得支出，超过 100% 多半是预算数填了年初数。",
        "  错：预算数 25591.99949，执行数 33557.32，没有说明。",
        "  对：预算数填调整后的 34000，或在该行说明原因。",
        "  查出时写：执行率…超过100%：全年预算数应填调整后预算，请核对并说明",
        "  改法：超预算…万元；预算数应填调整后的全年预算，确属如此的，在该行的 说明 中写明原因",
        "  级别：警告，口径可以改",
        "  可否说明：可以：在数据文件的“说明”里写 规则、位置、理由，仍列出，记为已说明",
        "  依据：预算数为调整后财政资金总额，见湖北公开口径",
    ]


def test_what_profiles_make_of_a_rule_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles/本县.yaml").write_text(
        "严重程度: {EXEC-02: 错误, SCR-12: 不查}\n", "utf-8"
    )
    (tmp_path / "profiles/坏的.yaml").write_text("严重程度: [1]\n", "utf-8")
    assert "  口径 本县：错误\n" in run(capsys, "EXEC-02")[1]
    assert "  profile 本县: not checked\n" in run(capsys, "SCR-12", "--lang", "en")[1]
    assert "本县" not in run(capsys, "EXEC-01")[1]


def test_a_code_that_is_no_rule_cannot_be_changed_or_answered(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, out, _ = run(capsys, "NOTE-01")
    assert "  级别：警告；口径不能改\n  可否说明：不可以，必须改正数据\n" in out


@pytest.mark.parametrize(("code", "meant"), [("EXCE-02", "EXEC-02"), ("yaml-99", "YAML-")])
def test_an_unknown_code_ends_with_2_and_the_nearest(
    code: str, meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ended, out, err = run(capsys, code)
    assert (ended, out) == (2, "")
    assert f"没有“{code}”这个编号" in err
    assert f"是否想写“{meant}" in err
