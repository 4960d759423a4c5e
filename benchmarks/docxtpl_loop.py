"""What one writes with docxtpl alone: load the YAML, open each template, render, save.

    python docxtpl_loop.py DATA OUTPUT DEPARTMENTS

Loaded with CSafeLoader; nothing is validated, citations are printed as typed, cells are not merged
(docxtpl has no tag for it): all of it in docxtpl's favour. Prints the documents
written, and the seconds of the loop alone by the clock and of the processor.
"""

from __future__ import annotations

import re
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

import yaml
from docxtpl import DocxTemplate
from jinja2 import Environment

from benchmarks.alike import PROFILES
from reportgen.figures.facts import FactList, Facts, blank_facts, fields_of
from reportgen.loading.form_files import load_forms
from reportgen.model.department_year import DepartmentYear
from reportgen.model.form import Form
from reportgen.model.profile import Profile
from reportgen.model.record import Record
from reportgen.rendering.filters import FILTERS

MERGE = re.compile(r"\{%-?\s*合并\s.*?%\}")
LOADER: Any = yaml.CSafeLoader
OTHERS = {"口径资料": blank_facts(Profile), "意见": [], "图表": []}


def templates(folder: Path) -> dict[str, tuple[Form, Path]]:
    """Write the forms without the tag that docxtpl does not know."""
    folder.mkdir(parents=True, exist_ok=True)
    written = {}
    for form in load_forms().values():
        path = folder / f"{form.id}.docx"
        with zipfile.ZipFile(form.template) as source, zipfile.ZipFile(path, "w", 8) as target:
            for name in source.namelist():
                part = source.read(name)
                if name == "word/document.xml":
                    part = MERGE.sub("", part.decode()).encode()
                target.writestr(name, part)
        written[form.id] = (form, path)
    return written


def filled(model: type[Record], typed: dict[str, Any]) -> Facts:
    """Give every key a value, so that templates may name what was not typed."""
    facts = Facts()
    for key, _, kind, inner in fields_of(model):
        value = typed.get(key)
        if kind == "group" and inner is not None:
            facts[key] = filled(inner, value or {})
        elif kind == "list":
            items = value if isinstance(value, list) else []
            entries = [filled(inner, each or {}) for each in items] if inner else items
            facts[key] = FactList(entries)
            facts[key].model = inner
        else:
            facts[key] = value
    return facts


def environment() -> Environment:
    made = Environment(autoescape=True, finalize=lambda value: "" if value is None else value)
    made.filters.update(FILTERS)
    return made


def one_file(path: Path, output: Path, forms: dict[str, tuple[Form, Path]]) -> int:
    with path.open(encoding="utf-8") as file:
        typed = yaml.load(file, Loader=LOADER)  # noqa: S506 - the C twin of SafeLoader
    facts = filled(DepartmentYear, typed)
    folder = output / str(typed["年度"]) / typed["部门"]["名称"]
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for name in PROFILES[typed["口径"].removesuffix("-like")][1]:
        form, template = forms[name]
        for entry in facts[form.manifest.scope] if form.entry else [None]:
            document = DocxTemplate(template)
            context = {**facts, **OTHERS, "表单": form.title, "本件": entry}
            document.render(context, environment(), autoescape=True)
            document.save(folder / f"{form.title}.docx")
            written += 1
    return written


def main() -> None:
    data, output, departments = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    forms = templates(output / "templates")
    started, before = time.perf_counter(), time.process_time()
    written = sum(
        one_file(path, output, forms) for path in sorted(data.glob("*.yaml"))[:departments]
    )
    print(written, time.perf_counter() - started, time.process_time() - before)


if __name__ == "__main__":
    main()
