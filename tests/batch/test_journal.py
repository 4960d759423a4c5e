"""What is about to be written is noted before it is."""

from __future__ import annotations

import os
from pathlib import Path

from reportgen.batch.journal import note, read_journals, remove_journals


def test_what_was_noted_is_read_until_it_is_forgotten(tmp_path: Path) -> None:
    output = tmp_path / "output"
    assert read_journals(output) == {}
    note(output, "2024/甲/通知.docx", "aa")
    note(output, "2024/甲/通知.docx", "bb")
    (output / ".reportgen-journal-1.jsonl").write_text(
        '{"file": "b", "sha256": "cc"}\n[]\n{"file": "c"}\n{"file": "d", "sh', "utf-8"
    )
    assert (output / f".reportgen-journal-{os.getpid()}.jsonl").is_file()
    assert read_journals(output) == {"2024/甲/通知.docx": {"aa", "bb"}, "b": {"cc"}}
    remove_journals(output)
    assert list(output.iterdir()) == []
