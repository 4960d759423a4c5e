"""What is told of a tag that cannot be computed from the facts of one department."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinja2 import TemplateError
from jinja2.exceptions import SecurityError

from reportgen.figures.printing import UnroundedError
from reportgen.model.errors import FormError, OutputError
from reportgen.wording.language import Wording

if TYPE_CHECKING:
    from reportgen.rendering.tag_places import TagPlace

UNCOMPUTABLE: Final = (LookupError, TemplateError, TypeError, ArithmeticError, ValueError)
"""What rendering may raise for a tag that the facts do not suit."""
_FAILED: Final = Wording(
    "模板“{file}”里的标签无法计算：{cause}", 'A tag of "{file}" cannot be computed: {cause}'
)
_FAILED_AT: Final = Wording(
    "模板“{file}”{where}的标签 {tag} 无法计算：{cause}",
    'The tag {tag} of "{file}" ({where}) cannot be computed: {cause}',
)
_SEE_TAG: Final = Wording(
    "请对照数据检查模板里的计算和过滤器", "Check the computations and filters of the template"
)
_FIGURES_ONLY: Final = Wording("加减乘除只能用于数字", "only figures can be computed with")
_UNROUNDED: Final = Wording(
    "除不尽，没有写保留几位小数", "the quotient has no end, and is not rounded"
)
_ROUND_IT: Final = Wording(
    "写作 (甲 / 乙)|保留(2) 或 (甲 / 乙)|百分比", "Write (a / b)|保留(2) or (a / b)|百分比"
)
_BY_ZERO: Final = Wording("除数是 0", "division by zero")
_OTHER: Final = "{kind}: {error}"
_VANISHED: Final = Wording(
    "“{title}”没有写成：{where}的标签 {tag} 印出的“{value}”没有出现在文书里",
    '"{title}" was not written: "{value}", printed by the tag {tag} ({where}), is not in it',
)
_VANISHED_SOMEWHERE: Final = Wording(
    "“{title}”没有写成：标签印出的“{value}”没有出现在文书里",
    '"{title}" was not written: "{value}", printed by a tag, is not in it',
)
_CHECK_FORM: Final = Wording(
    "请运行 reportgen forms check {file}", "Please run: reportgen forms check {file}"
)


def vanished(path: Path, title: str, value: str, tag: TagPlace | None = None) -> OutputError:
    """Return what is told of a document that does not show what a tag printed."""
    told: dict[str, Any] = {"title": title, "value": value, "file": path.as_posix()}
    if tag is None:
        return OutputError(_VANISHED_SOMEWHERE, _CHECK_FORM, **told)
    return OutputError(_VANISHED, _CHECK_FORM, **told, where=tag.where, tag=tag.tag)


def failure(path: Path, error: Exception, tag: TagPlace | None = None) -> FormError:
    """Return what is told of a template one of whose tags, if it is known which, raised `error`."""
    cause: object = _OTHER.format(kind=type(error).__name__, error=error)
    hint = _SEE_TAG
    if isinstance(error, UnroundedError):
        cause, hint = _UNROUNDED, _ROUND_IT
    elif isinstance(error, SecurityError):
        cause = _FIGURES_ONLY
    elif isinstance(error, ZeroDivisionError):
        cause = _BY_ZERO
    file = path.as_posix()
    if tag is None:
        return FormError(_FAILED, hint, file=file, cause=cause)
    return FormError(_FAILED_AT, hint, file=file, cause=cause, where=tag.where, tag=tag.tag)


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what a tag may raise into what is told of its template."""
    try:
        yield
    except UNCOMPUTABLE as error:
        raise failure(path, error) from error
