"""What stops a run. Problems in the data are findings, never these.

ReportgenError
├── UsageError      a path, a name or an option that cannot be used
├── FormError       a template or a manifest that cannot be used
├── ProfileError    a profile that cannot be used
└── OutputError     a document that cannot be written
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportgen.wording.language import Phrase, Wording


class ReportgenError(Exception):
    """A run that cannot go on: what is wrong, how to mend it, and the details if many."""

    def __init__(
        self,
        message: Wording,
        hint: Wording | None = None,
        *,
        details: Sequence[Phrase] = (),
        **arguments: object,
    ) -> None:
        super().__init__(message.say("en", arguments))
        self.message = Phrase(message, arguments)
        self.hint = None if hint is None else Phrase(hint, arguments)
        self.details = tuple(details)

    def __reduce__(self) -> tuple[Any, ...]:
        """Let it travel between processes as it was raised."""
        return _raised_again, (type(self), self.message, self.hint, self.details)


def _raised_again(
    kind: type[ReportgenError], message: Phrase, hint: Phrase | None, details: Sequence[Phrase]
) -> ReportgenError:
    wording = None if hint is None else hint.wording
    return kind(message.wording, wording, details=details, **message.arguments)


class UsageError(ReportgenError):
    """A path, a name or an option that cannot be used."""


class FormError(ReportgenError):
    """A template or a manifest that cannot be used."""


class ProfileError(ReportgenError):
    """A profile that cannot be used."""


class OutputError(ReportgenError):
    """A document that cannot be written."""
