"""The shape of what is said of a fault on a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reportgen.model.finding import Severity
from reportgen.wording.language import Wording


@dataclass(frozen=True, slots=True)
class PageWords:
    """How bad a fault on a page is, what is said of it, and how to mend it."""

    severity: Severity
    message: Wording
    hint: Wording


IN_TEMPLATE: Final = Wording(
    "这是模板的事：请财政局的表单设计人员在 Word 里改模板，再重新生成",
    "This is the template's: ask the bureau's form designer to mend it in Word, then build again",
)
