"""One thing wrong in a template, as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from reportgen.model.finding import Severity
from reportgen.rendering.tag_places import TagPlace
from reportgen.rendering.template_words import LINE
from reportgen.wording.language import Language, Phrase, Wording, did_you_mean

NOWHERE: Final = TagPlace("", Wording("位置不明", "place unknown"))
NO_SUGGESTION: Final[Mapping[str, object]] = {"suggestion": did_you_mean(None)}


@dataclass(frozen=True, slots=True)
class TemplateProblem:
    """One thing wrong in a template: its code, the words, and the tag with its place."""

    code: str
    message: Wording
    hint: Wording
    at: TagPlace
    arguments: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = Severity.ERROR

    @property
    def phrase(self) -> Phrase:
        """The problem as one line: where, which tag, what, and how to mend it."""
        return Phrase(
            LINE,
            {
                "code": self.code,
                "where": self.at.where,
                "tag": self.at.tag,
                "message": Phrase(self.message, self._words),
                "hint": Phrase(self.hint, self._words),
            },
        )

    def say(self, language: Language) -> str:
        """Return what is wrong."""
        return self.message.say(language, self._words)

    def say_hint(self, language: Language) -> str:
        """Return how to mend it."""
        return self.hint.say(language, self._words)

    @property
    def _words(self) -> Mapping[str, object]:
        return {**NO_SUGGESTION, **self.arguments}
