"""One value that the model refuses, and what stands there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportgen.loading.model_keys import field_at
from reportgen.loading.refusals import shorten
from reportgen.loading.schema_words import SCHEMA_WORDS, TOP
from reportgen.model.finding import DataPath, Finding, Place, Severity

if TYPE_CHECKING:
    from reportgen.loading.places import Places
    from reportgen.model.record import Record


@dataclass(frozen=True, slots=True)
class RefusedValue:
    """One value that the model refuses, and what stands there."""

    path: DataPath
    value: Any
    model: type[Record]
    places: Places

    @property
    def key(self) -> object:
        """What the value is called: its key, or the list whose item it is."""
        name = next((step for step in reversed(self.path) if isinstance(step, str)), None)
        return TOP if name is None else name

    @property
    def typed(self) -> str:
        """The value as typed."""
        return "" if self.value is None else shorten(str(self.value))

    @property
    def unit(self) -> str:
        """The unit of the field, if it has one."""
        info = field_at(self.model, self.path)
        extra = None if info is None else info.json_schema_extra
        return str(extra.get("unit", "")) if isinstance(extra, dict) else ""

    def finding(self, code: str, place: Place | None = None, **arguments: object) -> Finding:
        """Return the finding `code` on this value."""
        words = SCHEMA_WORDS[code]
        spot = self.places.at(self.path) if place is None else place
        said = {"key": self.key, "typed": self.typed} | arguments
        return Finding(
            code,
            Severity.ERROR,
            words.message,
            words.hint,
            spot,
            self.path,
            said,
            stated=self.typed or None,
        )
