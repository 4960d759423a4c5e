"""What a manifest says held against the model: paths that lead somewhere, blanks that are data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from pydantic import ValidationError

from reportgen.figures.facts import fields_of
from reportgen.loading.model_keys import own_fields
from reportgen.loading.places import Places
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import DataPath, Finding, Severity
from reportgen.model.form import ENTRIES, FormManifest, page_range
from reportgen.model.record import Record
from reportgen.wording.language import Wording, did_you_mean
from reportgen.wording.nearest import nearest

NO_SUCH_PATH: Final = Wording(
    "“需要”里的“{path}”不存在", '需要 names "{path}", which does not exist'
)
SEE_PATHS: Final = Wording(
    "{suggestion}写数据文件里的路径，如 资金.来源",
    "{suggestion}Write a path of the data files, such as 资金.来源",
)
NO_SUCH_FIELD: Final = Wording(
    "“后缀”里的“{name}”不是“{scope}”的一项", '后缀 names "{name}", which no entry of {scope} has'
)
SEE_FIELDS: Final = Wording("{suggestion}可用的：{keys}", "{suggestion}There are: {keys}")
NO_PAGES: Final = Wording("“{key}”看不懂：“{stated}”", 'this {key} means nothing: "{stated}"')
SEE_PAGES: Final = Wording(
    "写页数，如 2；或范围，如 1-2；至少两页写 2-",
    "Write a number such as 2, a range such as 1-2, or 2- for at least two",
)
NO_VARIANT: Final = Wording(
    "“变体页数”里的“{profile}”不在“变体”里", '变体页数 names "{profile}", which 变体 does not'
)
SEE_VARIANTS: Final = Wording(
    "{suggestion}口径的写法与“变体”里的相同；没有变体就写“页数”",
    "{suggestion}Write profiles as 变体 does; without variants write 页数",
)
NOT_A_NAME: Final = Wording(
    "“{key}”里的“{name}”不是文件名", '{key} names "{name}", which is no plain file name'
)
PLAIN_NAME: Final = Wording(
    "只写文件名，文件放在模板旁边", "Write the name alone; the file lies beside the template"
)
_OTHER_THAN_NAMES: Final = frozenset('/\\:*?"<>|')
_REQUIRED: Final[dict[str, Any]] = {"年度": "2000", "部门": {"名称": "-"}}


def check_manifest(manifest: FormManifest, data: dict[str, Any], places: Places) -> list[Finding]:
    """Return everything in a manifest that leads nowhere, each at its place."""
    return [
        *_needs(manifest, places),
        *_suffix(manifest, places),
        *_pages(manifest, places),
        *_names(manifest, places),
        *_blank(data.get("空表"), ("空表",), places),
        *(
            finding
            for profile, blank in (data.get("变体空表") or {}).items()
            for finding in _blank(blank, ("变体空表", profile), places)
        ),
    ]


def _needs(manifest: FormManifest, places: Places) -> Iterator[Finding]:
    for index, path in enumerate(manifest.needs):
        wrong = _first_wrong_step(path)
        if wrong is not None:
            here = ("需要", index)
            yield _finding("DATA-19", NO_SUCH_PATH, SEE_PATHS, here, places, path=path, **wrong)


def _first_wrong_step(path: str) -> dict[str, object] | None:
    model: type[Record] | None = DepartmentYear
    for step in path.split("."):
        fields = {} if model is None else {key: inner for key, _, _, inner in fields_of(model)}
        if step not in fields:
            return {"suggestion": did_you_mean(nearest(step, fields))}
        model = fields[step]
    return None


def _suffix(manifest: FormManifest, places: Places) -> Iterator[Finding]:
    name, entry = manifest.suffix, ENTRIES.get(manifest.scope)
    if name is None or entry is None or name in own_fields(entry):
        return
    keys = own_fields(entry)
    yield _finding(
        "DATA-20",
        NO_SUCH_FIELD,
        SEE_FIELDS,
        ("后缀",),
        places,
        name=name,
        scope=manifest.scope,
        suggestion=did_you_mean(nearest(name, keys)),
        keys="、".join(keys),
    )


def _pages(manifest: FormManifest, places: Places) -> Iterator[Finding]:
    stated: dict[DataPath, str] = {("页数",): manifest.pages or ""}
    stated |= {("变体页数", name): pages for name, pages in manifest.variant_pages.items()}
    for path, pages in stated.items():
        if pages and page_range(pages) is None:
            words = NO_PAGES, SEE_PAGES
            yield _finding("DATA-22", *words, path, places, key=path[0], stated=pages)
    for profile in manifest.variant_pages:
        if profile not in manifest.variants:
            near = did_you_mean(nearest(profile, manifest.variants))
            here = ("变体页数", profile)
            words = NO_VARIANT, SEE_VARIANTS
            yield _finding("DATA-23", *words, here, places, profile=profile, suggestion=near)


def _names(manifest: FormManifest, places: Places) -> Iterator[Finding]:
    """Yield what would lead out of the folder of the template, on any system."""
    named: dict[DataPath, str] = {("附带", n): name for n, name in enumerate(manifest.attached)}
    named |= {("变体", profile): name for profile, name in manifest.variants.items()}
    for path, name in named.items():
        if name in (".", "..") or not _OTHER_THAN_NAMES.isdisjoint(name):
            words = NOT_A_NAME, PLAIN_NAME
            yield _finding("DATA-25", *words, path, places, key=path[0], name=name)


def _blank(blank: Any, path: DataPath, places: Places) -> Iterator[Finding]:
    if not isinstance(blank, dict):
        return
    own_name = blank.get("部门") or {}
    data = {**_REQUIRED, **blank, "部门": own_name}
    if isinstance(own_name, dict):
        data["部门"] = {**_REQUIRED["部门"], **own_name}
    try:
        DepartmentYear.model_validate(data)
    except ValidationError as error:
        # Most manifests are in order: only the others pay for the import.
        from reportgen.loading.schema_findings import explain  # noqa: PLC0415

        yield from explain(error, data, places.below(path), DepartmentYear)


def _finding(
    code: str,
    message: Wording,
    hint: Wording,
    here: DataPath,
    places: Places,
    **arguments: object,
) -> Finding:
    return Finding(code, Severity.ERROR, message, hint, places.at(here), here, arguments)
