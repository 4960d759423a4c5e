"""A PDF that cannot be read, whichever library finds it out."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from reportgen.model.errors import OutputError
from reportgen.wording.language import Wording

UNREADABLE: Final = Wording(
    "PDF“{file}”读不出来，可能已损坏（{detail}）",
    'The PDF "{file}" cannot be read; it may be damaged ({detail})',
)
MAKE_IT_ANEW: Final = Wording(
    "删掉这份 PDF 再生成一次；还是这样的，请用 Word、WPS 打开同名的文书看看",
    "Delete this PDF and build again; if that is of no use, see whether Word opens its document",
)


def unreadable(pdf: Path, error: Exception) -> OutputError:
    """Return the error for a PDF from which nothing can be made."""
    detail = str(error) or type(error).__name__
    return OutputError(UNREADABLE, MAKE_IT_ANEW, file=pdf.as_posix(), detail=detail)
