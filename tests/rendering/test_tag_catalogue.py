"""Everything a form may name is in the list of tags, and nothing else."""

from pathlib import Path

from reportgen.rendering.attachments import ATTACHING
from reportgen.rendering.filters import FILTERS
from reportgen.rendering.tag_catalogue import tag_rows
from reportgen.rendering.vocabulary import Group, Kind, Listing, form_names
from tests.rendering.word import built, word_file

ROWS = {row.written: row for row in tag_rows()}


def paths(kind: Kind, path: str, seen: frozenset[object] = frozenset()) -> set[str]:
    """Return every path under a kind, as far as no model comes again."""
    if isinstance(kind, Listing):
        return paths(kind.of, f"{path}[]", seen)
    if not isinstance(kind, Group) or kind.model in seen:
        return {path}
    below = seen | {kind.model} if kind.model else seen
    inner = (paths(each, f"{path}.{key}", below) for key, each in kind.keys().items())
    return {path}.union(*inner)


def test_every_field_is_listed_or_referred_to() -> None:
    for key, kind in form_names(None).keys().items():
        for path in paths(kind, key):
            steps = path.split(".")
            heads = [".".join(steps[: n + 1]) for n in range(len(steps))]
            referred = any("各项同" in ROWS[h].meaning("zh") for h in heads if h in ROWS)
            assert path in ROWS or referred, path


def test_every_filter_is_listed_and_explained_in_both_languages() -> None:
    for name in FILTERS:
        row = ROWS[f"|{name}"]
        assert row.meaning("zh")
        assert row.meaning("en") != row.meaning("zh")


def test_units_and_notes_come_from_the_model() -> None:
    row = ROWS["资金.总额.预算数"]
    assert row.unit == "万元"
    assert "全年预算数" in row.meaning("zh")
    assert row.meaning("en") == "Adjusted budget (A)"
    assert ROWS["部门.主要工作[]"].meaning("zh").endswith("列表，每项是一段文字")


def test_the_examples_of_the_filters_work(tmp_path: Path) -> None:
    # Those that bring in files are tried where there are files.
    filters = [name for name in FILTERS if name not in ATTACHING]
    examples = [ROWS[f"|{name}"].meaning("zh").partition("：{")[2] for name in filters]
    loops = ["{" + each for each in examples if each.startswith("%p for") or "tr for" in each]
    prints = ["{" + each for each in examples if each.startswith("{ ") and "loop" not in each]
    assert len(loops) + len(prints) == len(filters) - 1
    closed = [each.replace("{%p", "{%").replace("{%tr", "{%") + "甲{% endfor %}" for each in loops]
    document = built(word_file(tmp_path / "a.docx", *prints, *closed))
    assert len(document.paragraphs) == len(prints) + len(closed)
