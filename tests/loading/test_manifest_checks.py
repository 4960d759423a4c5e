from pathlib import Path

import pytest

from reportgen.loading.form_files import load_forms
from reportgen.model.errors import FormError

TEMPLATE = Path(__file__).parents[2] / "templates" / "docx" / "project-targets.docx"


def told(folder: Path, manifest: str) -> list[str]:
    (folder / "templates/docx").mkdir(parents=True)
    (folder / "templates/docx/我的表.docx").write_bytes(TEMPLATE.read_bytes())
    (folder / "templates/docx/我的表.yaml").write_text(manifest, "utf-8")
    with pytest.raises(FormError) as caught:
        load_forms()
    return [detail.say("zh") for detail in caught.value.details]


@pytest.mark.parametrize(
    ("manifest", "line"),
    [
        (
            "需要: [指标, 资金.来原]\n",
            "templates/docx/我的表.yaml:1:10: DATA-19 “需要”里的“资金.来原”不存在",
        ),
        ("需要: [部门.名称.长度]\n", "templates/docx/我的表.yaml:1:6: DATA-19"),
        ("范围: 项目\n后缀: 名字\n", "templates/docx/我的表.yaml:2:5: DATA-20 “后缀”里的“名字”"),
        ("空表:\n  指标:\n    - 名子: 产出\n", "templates/docx/我的表.yaml:3:7: DATA-01"),
        ("空表: {资金: {来源: 无}}\n", "templates/docx/我的表.yaml:1:15: DATA-03"),
        ("空表: {部门: 甲}\n", "templates/docx/我的表.yaml:1:10: DATA-03"),
        ("空表:\n  部门:\n    - 名称: 甲\n", "templates/docx/我的表.yaml:3:5: DATA-0"),
        (
            "变体空表:\n  某口径: {部门: [甲]}\n",
            "templates/docx/我的表.yaml:2:13: DATA-0",
        ),
        (
            "变体空表:\n  某口径: {部门: {编制人数: 多}}\n",
            "templates/docx/我的表.yaml:2:20: DATA-0",
        ),
        (
            "空表:\n  部门: {名称：甲}\n",
            "templates/docx/我的表.yaml:2:10: YAML-06 “名称”后面用了全角冒号",
        ),
        (
            "空表:\n  指标:\n    • 名称: 产出\n    - 名称: 效益\n",
            "templates/docx/我的表.yaml:3:5: YAML-27 列表项前面用了“•”",
        ),
        ("需要: 指标、资金.来源\n", "templates/docx/我的表.yaml:1:5: DATA-03"),
        ("页数: 两页\n", "templates/docx/我的表.yaml:1:5: DATA-22 “页数”看不懂：“两页”"),
        ("页数: 3-2\n", "templates/docx/我的表.yaml:1:5: DATA-22"),
        (
            "变体: {甲: 我的表.docx}\n变体页数: {甲: 0}\n",
            "templates/docx/我的表.yaml:2:11: DATA-22 “变体页数”看不懂：“0”",
        ),
        (
            "附带: [公章.png, ../s.png]\n",
            "templates/docx/我的表.yaml:1:14: DATA-25 “附带”里的“../s",
        ),
        (
            "附带: [/etc/passwd]\n",
            "templates/docx/我的表.yaml:1:6: DATA-25 “附带”里的“/etc/passwd”",
        ),
        ("附带: ['C:s.png']\n", "templates/docx/我的表.yaml:1:6: DATA-25 “附带”里的“C:s.png”"),
        (
            "变体: {甲: ../s.docx}\n",
            "templates/docx/我的表.yaml:1:9: DATA-25 “变体”里的“../s.docx”",
        ),
        ("变体页数: {甲: 1}\n", "templates/docx/我的表.yaml:1:11: DATA-23 “变体页数”里的“甲”"),
        ("版式: GB/T 9705\n", "templates/docx/我的表.yaml:1:5: DATA-10 “版式”不能填"),
    ],
)
def test_what_leads_nowhere_is_told_at_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, manifest: str, line: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (found,) = told(tmp_path, manifest)
    assert found.startswith(line)


def test_the_nearest_name_is_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "是否想写“名称”？" in told(tmp_path, "范围: 项目\n后缀: 名字\n")[0]


def test_the_built_in_manifests_lead_somewhere() -> None:
    assert len(load_forms()) >= 10
