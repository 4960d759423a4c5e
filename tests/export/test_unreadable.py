from pathlib import Path

from reportgen.export.unreadable import unreadable


def test_the_file_and_the_reason_are_told() -> None:
    error = unreadable(Path("output", "通知.pdf"), ValueError("no trailer"))
    assert error.message.say("zh") == "PDF“output/通知.pdf”读不出来，可能已损坏（no trailer）"
    assert error.hint is not None
    assert "Delete this PDF" in error.hint.say("en")
    assert "KeyError" in unreadable(Path("通知.pdf"), KeyError()).message.say("en")
