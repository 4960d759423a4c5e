from pathlib import Path

from reportgen.batch import journal
from reportgen.batch.known import Known, folder_with
from reportgen.batch.manifest import BuiltPages, Manifest


def test_what_the_manifest_and_the_journals_say_is_ours(tmp_path: Path) -> None:
    pages = BuiltPages("2024/乙局/表.pdf", "2024/乙局/表.docx", "1", "2")
    journal.note(tmp_path, "2024/乙局/表.pdf", "3")
    journal.note(tmp_path, "2024/丙局/表.docx", "4")
    known = Known(Manifest(pages={pages.file: pages}), tmp_path)
    assert known.below("2024/乙局") == {"2024/乙局/表.pdf": ("2", "3")}
    assert known.below("2024/丙局") == {"2024/丙局/表.docx": ("4",)}
    assert known.below("2024") == {}


def test_the_folder_of_a_file_is_all_but_its_name() -> None:
    assert folder_with("2024/乙局/表.docx") == "2024/乙局"
    assert folder_with("manifest.json") == ""
