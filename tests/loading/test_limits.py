"""Hostile files are refused at the spot where they go too far, and cost next to nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from reportgen.loading import limits
from reportgen.loading.yaml_source import read_yaml

_MEMORY = 600_000_000  # address space: the interpreter with pydantic takes some 250 MB of it

_BOMB = "\n".join(
    f"a{level}: &a{level} [" + ",".join([f"*a{level - 1}"] * 9 if level else ["1"]) + "]"
    for level in range(11)
)
_TALL = "\n".join(
    f"a{level}: &a{level} " + "[" * 8 + (f"*a{level - 1}" if level else "1") + "]" * 8
    for level in range(9)
)
HOSTILE = [
    ("bytes", "a: " + "x" * limits.MOST_BYTES, 1, "字节数"),
    ("nodes", "a:\n" + "- 1\n" * limits.MOST_NODES, limits.MOST_NODES - 2, "总数"),
    ("fields", "a: {" + "b: 1,\n" * limits.MOST_NODES, limits.MOST_NODES // 2 - 2, "总数"),
    ("depth", "[" * 200_000, 1, "层数"),
    ("closed depth", "[" * 60_000 + "]" * 60_000, 1, "层数"),
    ("groups", "{a: " * 100_000, 1, "层数"),
    ("items", "- " * 200_000, 1, "层数"),
    ("indents", "\n".join(" " * step + "a:" for step in range(1_000)), 30, "层数"),
    ("aliases", "a: &a 1\nb: [" + "*a," * 200_000 + "]", 2, "引用"),
    ("alias bomb", _BOMB, 6, "总数"),
    ("tall aliases", _TALL, 4, "层数"),
    ("directives", "".join(f"%TAG !a{number}! b\n" for number in range(90_000)), 1, "指令"),
]
# Within the limits, or not YAML: each would be slow under a careless pattern or a careless parser.
LARGE = {
    "open quote": 'a: "' + "x" * 1_900_000,
    "escapes": 'a: "' + "\\n" * 900_000,
    "brackets and lines": "a: [" + "x\n" * 900_000,
    "keys twice": "年度: 1\n" * 49_000,
    "unknown keys": "".join(f"键{number}: 1\n" for number in range(49_000)),
    "slips": "年度: 1\n" + "部门：\n  名称: 1\n" * 50_000,
    "colons": "a:\n" + "  名称：x\n" * 100_000,
    "digits": "资金: {到位资金: " + "1_" * 900_000 + "}",
    "base sixty": "资金: {到位资金: " + "1:" * 900_000 + "1x}",
    "invisible": "a: \x01\n" * 40_000,
}
_READ = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({memory}, {memory}))
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
from pathlib import Path
from reportgen.loading.department_file import load_department
loaded = load_department(Path(sys.argv[1]), "a.yaml")
print(len(loaded.findings), loaded.findings[0].code)
"""


@pytest.mark.parametrize(
    ("text", "line", "words"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE]
)
def test_is_over_the_limit(text: str, line: int, words: str) -> None:
    found = read_yaml("a.yaml", text.encode()).findings
    assert [each.code for each in found] == ["YAML-04"]
    assert found[0].place.line == line
    assert words in found[0].say("zh")
    assert found[0].say_hint("en")


@pytest.mark.parametrize(
    "text",
    [
        "a:\n" + "- 1\n" * (limits.MOST_NODES - 3),
        "[" * (limits.MOST_DEPTH - 1) + "]" * (limits.MOST_DEPTH - 1) + ": 1",
        "a: &a 1\nb: [" + "*a," * limits.MOST_ALIASES + "]",
        "a: '" + "x" * (limits.MOST_BYTES - 5) + "'",
    ],
    ids=["nodes", "depth", "aliases", "bytes"],
)
def test_the_limit_itself_is_allowed(text: str) -> None:
    assert "YAML-04" not in {each.code for each in read_yaml("a.yaml", text.encode()).findings}


@pytest.mark.parametrize("name", [*LARGE, *(case[0] for case in HOSTILE)])
def test_a_hostile_file_costs_little(name: str, tmp_path: Path) -> None:
    pytest.importorskip("resource")
    texts = LARGE | {case[0]: case[1] for case in HOSTILE}
    file = tmp_path / "a.yaml"
    file.write_text(texts[name], encoding="utf-8")
    run = _python(_READ.format(memory=_MEMORY), str(file))
    assert run.returncode == 0, run.stderr
    assert int(run.stdout.split()[0]) <= limits.MOST_FINDINGS + 1


def test_expanding_the_alias_bomb_would_blow() -> None:
    data = yaml.safe_load(_BOMB)
    size = 1
    part = data["a10"]
    while isinstance(part, list):
        size, part = size * len(part), part[0]
    assert size > 1_000_000_000


def test_findings_are_counted_beyond_the_limit() -> None:
    text = "a: [" + "no, " * 1_000 + "]"
    found = read_yaml("a.yaml", text.encode()).findings
    assert len(found) == limits.MOST_FINDINGS + 1
    assert found[-1].code == "YAML-24"
    assert "700" in found[-1].say("zh")


def _python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own interpreter and our own text
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False
    )
