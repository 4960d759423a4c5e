"""The rules of the house, each also shown to be able to fail."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reportgen.loading.json_schema import department_schema
from reportgen.loading.model_keys import own_fields, parts
from reportgen.model.department_year import DepartmentYear
from tests.workspace import ROOT, environment, write_tree

PACKAGE = ROOT / "reportgen"
TESTS = ROOT / "tests"
MOST_LINES_OF_A_FILE = 250
MOST_LINES_OF_A_FUNCTION = 40
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc", "core"}
# Every rule of these modules is held by tests/rules/test_cases.py, from the cases of its code.
TESTED_BY_CASES = "rules"


def modules(package: Path) -> list[Path]:
    """Return the modules of a package, leaving out what editors and caches keep beside them."""
    return sorted(
        path
        for path in package.rglob("*.py")
        if path.name not in ("__init__.py", "__main__.py")
        and not any(part.startswith((".", "#")) for part in path.relative_to(package).parts)
    )


def untested(package: Path, tests: Path, cases: str = "") -> list[str]:
    """Return the modules without a test file of their own that tests anything.

    Rules have their cases; a module of words or tables alone has nothing to run.
    """
    missing = []
    for path in modules(package):
        inside = path.relative_to(package)
        text = path.read_text("utf-8")
        is_case = inside.parts[0] == cases and declares_rules(text)
        own = tests / inside.parent / f"test_{path.name}"
        if not (is_case or next(functions(text), None) is None or has_tests(own)):
            missing.append(inside.as_posix())
    return missing


def has_tests(path: Path) -> bool:
    return path.is_file() and any(
        node.name.startswith("test_") for node in functions(path.read_text("utf-8"))
    )


def declares_rules(text: str) -> bool:
    return any(
        isinstance(mark, ast.Call) and isinstance(mark.func, ast.Name) and mark.func.id == "rule"
        for node in functions(text)
        for mark in node.decorator_list
    )


def too_long(package: Path) -> list[str]:
    """Return the files and functions that are longer than the house allows."""
    found = []
    for path in modules(package):
        text = path.read_text("utf-8")
        if len(text.splitlines()) > MOST_LINES_OF_A_FILE:
            found.append(path.relative_to(package).as_posix())
        found += [
            f"{path.relative_to(package).as_posix()}:{node.name}"
            for node in functions(text)
            if (node.end_lineno or 0) - node.lineno + 1 > MOST_LINES_OF_A_FUNCTION
        ]
    return found


def emptily_named(package: Path) -> list[str]:
    """Return the modules and folders whose names say nothing of what is in them."""
    found = {*package.rglob("*.py"), *(path.parent for path in package.rglob("*.py"))}
    names = {path.relative_to(package).as_posix() for path in found if path.stem in EMPTY_NAMES}
    return sorted(names)


def functions(text: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def speaking(package: Path) -> list[str]:
    """Return where something is printed, or asked from a person, without the console."""
    return [
        f"{path.relative_to(package).as_posix()}:{node.lineno}"
        for path in modules(package)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("print", "input", "breakpoint")
    ]


def undescribed(schema: dict[str, Any]) -> list[str]:
    """Return the keys of the model that the schema does not have or does not explain."""
    missing = []
    for part in parts(DepartmentYear):
        group = schema if part is DepartmentYear else schema["$defs"].get(part.__name__, {})
        for key in own_fields(part):
            shown = group.get("properties", {}).get(key, {})
            if not (shown.get("title") == key and shown.get("description")):
                missing.append(f"{part.__name__}.{key}")
    return missing


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    script = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(  # noqa: S603
        [str(script), "--no-cache"],
        cwd=folder,
        env=environment(PYTHONPATH=str(folder), PYTHONSAFEPATH="1", PYTHONUTF8="1", COLUMNS="200"),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package and its contract, to be spoilt."""
    ignored = shutil.ignore_patterns("__pycache__", ".*", "#*")
    shutil.copytree(PACKAGE, tmp_path / "reportgen", ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_module_has_tests_of_its_own() -> None:
    assert untested(PACKAGE, TESTS, TESTED_BY_CASES) == []


def test_the_mirror_can_break(tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        {
            "package/__init__.py": "",
            "package/a.py": "def a(): ...",
            "package/words.py": "A = 1",
            "package/rules/b.py": "@rule()\ndef b(): ...",
            "package/rules/c.py": "class C:\n    def c(self):\n        'Not @rule().'",
            "package/d.py": "async def d(): ...",
            "package/.#a.py": "def left_by_an_editor(",
            "tests/test_a.py": "def test_a(): ...",
            "tests/test_d.py": "'Nothing yet.'",
        },
    )
    package, tests = tmp_path / "package", tmp_path / "tests"
    assert untested(package, tests) == ["d.py", "rules/b.py", "rules/c.py"]
    assert untested(package, tests, "rules") == ["d.py", "rules/c.py"]


def test_imports_go_down_only() -> None:
    ended = lint_imports(ROOT)
    assert ended.returncode == 0, ended.stdout


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("rules/registry.py", "import reportgen.loading.places"),
        ("rendering/engine.py", "import reportgen.rules.registry"),
        ("model/finding.py", "import reportgen.figures.totals"),
        ("wording/nearest.py", "import reportgen.model.finding"),
        ("pipeline/check.py", "import reportgen.batch.build"),
        ("batch/build.py", "import click"),
        ("loading/profiles.py", "import rich"),
    ],
)
def test_the_import_contract_can_break(copy: Path, module: str, line: str) -> None:
    path = copy / "reportgen" / module
    path.write_text(f"{path.read_text('utf-8')}\n{line}\n", "utf-8")
    ended = lint_imports(copy)
    assert ended.returncode == 1
    assert "BROKEN" in ended.stdout
    importer = module.removesuffix(".py").replace("/", ".")
    assert f"reportgen.{importer} -> {line.removeprefix('import ')}" in ended.stdout


def test_a_new_floor_breaks_the_contract(copy: Path) -> None:
    assert lint_imports(copy).returncode == 0
    (copy / "reportgen/services.py").write_text("", "utf-8")
    assert lint_imports(copy).returncode == 1


def test_files_and_functions_stay_short() -> None:
    assert too_long(PACKAGE) == []


def test_the_measure_of_length_can_fail(tmp_path: Path) -> None:
    body = "    x = 1\n" * (MOST_LINES_OF_A_FUNCTION - 1)
    write_tree(
        tmp_path,
        {
            "short.py": f"def short():\n{body}",
            "long.py": f"def long():\n{body}    x = 1\n",
            "file.py": "x = 1\n" * (MOST_LINES_OF_A_FILE + 1),
            "method.py": f"class A:\n    async def long(self):\n{body.replace('x', '    x')}"
            "        y = 1\n",
        },
    )
    assert too_long(tmp_path) == ["file.py", "long.py:long", "method.py:long"]


def test_no_module_has_an_empty_name() -> None:
    assert emptily_named(PACKAGE) == []


def test_an_empty_name_is_noticed(tmp_path: Path) -> None:
    write_tree(tmp_path, {"utils.py": "", "common/__init__.py": "", "common/a.py": "", "b.py": ""})
    assert emptily_named(tmp_path) == ["common", "utils.py"]


def test_only_the_console_speaks() -> None:
    assert speaking(PACKAGE) == []


def test_speaking_is_noticed(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a.py": "x = 1\nprint(x)\n", "b.py": "'print(1)'\n", "c.py": "input()\n"})
    assert speaking(tmp_path) == ["a.py:2", "c.py:1"]


def test_the_schema_explains_every_key() -> None:
    assert undescribed(department_schema()) == []


def test_a_key_without_explanation_is_noticed() -> None:
    schema = department_schema()
    del schema["properties"]["部门"]
    schema["$defs"]["Department"]["properties"]["名称"]["description"] = ""
    assert undescribed(schema) == ["DepartmentYear.部门", "Department.名称"]


def test_what_the_wheel_carries_is_there() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        build = tomllib.load(file)["tool"]["hatch"]["build"]["targets"]
    carried = build["wheel"]["force-include"]
    assert carried == {"templates": "reportgen/templates", "profiles": "reportgen/profiles"}
    assert all((ROOT / source).is_dir() for source in carried)
    assert list((ROOT / "templates/docx").glob("*.docx"))
    assert list((ROOT / "profiles").glob("*.yaml"))
    assert {"/reportgen", "/templates", "/profiles"} <= set(build["sdist"]["include"])
