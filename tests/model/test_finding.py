from reportgen.model.finding import Finding, Place, Severity, path_text
from reportgen.wording.language import Wording

MESSAGE = Wording("{name}有误", "{name} is wrong")
HINT = Wording("改正{name}", "mend {name}")


def finding(
    line: int, code: str = "A-01", file: str = "a.yaml", column: int = 5, **more: str
) -> Finding:
    place = Place(file, line, column)
    return Finding(code, Severity.ERROR, MESSAGE, HINT, place, ("资金",), {"name": "甲"}, **more)


def test_a_path_is_written_as_people_write_it() -> None:
    assert path_text(("资金", "来源", 0, "执行数")) == "资金.来源[0].执行数"
    assert path_text(("核对", 2)) == "核对[2]"
    assert path_text(()) == ""


def test_a_finding_speaks_both_languages() -> None:
    found = finding(1)
    assert (found.say("zh"), found.say_hint("zh")) == ("甲有误", "改正甲")
    assert (found.say("en"), found.say_hint("en")) == ("甲 is wrong", "mend 甲")


def test_a_finding_is_answered_by_a_reason() -> None:
    assert not finding(1).answered
    assert finding(1, reason="已获批复").answered


def test_findings_are_ordered_by_file_line_and_code() -> None:
    wrong_order = [
        finding(9),
        finding(10),
        finding(2, "B-01"),
        finding(2),
        finding(1, file="b.yaml"),
    ]
    ordered = sorted(wrong_order, key=Finding.order)
    assert [(each.place.file, each.place.line, each.code) for each in ordered] == [
        ("a.yaml", 2, "A-01"),
        ("a.yaml", 2, "B-01"),
        ("a.yaml", 9, "A-01"),
        ("a.yaml", 10, "A-01"),
        ("b.yaml", 1, "A-01"),
    ]


def test_findings_of_one_line_are_ordered_by_column_before_code() -> None:
    wrong_order = [finding(3, column=2), finding(2, "B-01", column=7), finding(2, "C-01", column=5)]
    ordered = sorted(wrong_order, key=Finding.order)
    assert [(each.place.line, each.place.column) for each in ordered] == [(2, 5), (2, 7), (3, 2)]
