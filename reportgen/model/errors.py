"""What stops a run. Problems in the data are findings, never these.

ReportgenError
├── UsageError      a path, a name or an option that cannot be used
├── FormError       a template or a manifest that cannot be used
├── ProfileError    a profile that cannot be used
└── OutputError     a document that cannot be written
"""

from __future__ import annotations

from collections.abc import Sequence

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


class UsageError(ReportgenError):
    """A path, a name or an option that cannot be used."""


class FormError(ReportgenError):
    """A template or a manifest that cannot be used."""


class ProfileError(ReportgenError):
    """A profile that cannot be used."""


class OutputError(ReportgenError):
    """A document that cannot be written."""
