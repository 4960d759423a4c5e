"""reportgen schema."""

from __future__ import annotations

import json
from pathlib import Path

from reportgen.cli import words
from reportgen.cli.console import Console
from reportgen.loading.json_schema import department_schema
from reportgen.pipeline.writing import write_whole


def write_schema(console: Console, output: Path | None) -> int:
    """Print the schema, or write it to a file. Returns the exit code."""
    schema = department_schema()
    if output is None:
        console.json(schema, indent=2)
    else:
        text = json.dumps(schema, ensure_ascii=False, indent=2)
        write_whole(output, f"{text}\n".encode())
        console.say(words.SCHEMA_WRITTEN, file=output.as_posix())
    return 0
