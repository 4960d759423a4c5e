"""What every part of a department-year shares: it never changes, and it knows no other keys."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A frozen group of fields under Chinese keys; an unknown key is refused."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        # A number given by a program is a text as well as one typed.
        coerce_numbers_to_str=True,
        validate_default=False,
        # Only the roots are ever validated: building each part too doubles the start-up.
        defer_build=True,
        arbitrary_types_allowed=True,
    )
