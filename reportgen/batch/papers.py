"""Which documents a proof means, and of which form each is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lxml import etree

from reportgen.batch.manifest import NAME, Manifest, read_manifest
from reportgen.model.errors import UsageError
from reportgen.model.form import Form
from reportgen.model.word_package import read_parts
from reportgen.wording.language import Wording

OUTPUT_FOLDER: Final = "output"
_DOCUMENT: Final = ".docx"
_PDF: Final = ".pdf"
_EDITED: Final = ".edited"
_PROPERTIES: Final = "docProps/core.xml"
_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True)
_MISSING: Final = Wording("没有“{path}”这个文件或文件夹", 'There is no file or folder "{path}"')
_EMPTY: Final = Wording(
    "文件夹“{path}”里没有 .docx 文件", 'The folder "{path}" holds no .docx file'
)
_ALONE: Final = Wording(
    "“{path}”旁边没有同名的 .docx，无从对照",
    'There is no .docx of the same name beside "{path}" to hold it against',
)
_NO_PAPER: Final = Wording(
    "“{path}”不是 .docx 或 .pdf，没有版面可核对",
    '"{path}" is no .docx or .pdf; it has no pages to check',
)
_GIVE_A_PAPER: Final = Wording(
    "给出生成的文书或它们的文件夹，如 reportgen proof output；"
    "核对数据文件用 reportgen validate；.doc 先用 Word 或 WPS 另存为 .docx",
    "Give documents or their folder, as in reportgen proof output; data files are checked by "
    "reportgen validate; save a .doc as .docx first",
)
_BUILD_FIRST: Final = Wording(
    "先运行 reportgen build 生成文书，或写明文书的位置",
    "Build the documents first with reportgen build, or say where they are",
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A document on disk; `pdf` is its PDF when one was given, else it has yet to be made."""

    path: Path
    pdf: Path | None = None


def find_papers(paths: Sequence[str]) -> tuple[Paper, ...]:
    """Return the documents that `paths` mean, `output/` when there are none; each once.

    A folder means every .docx below it; a .pdf the .docx of the same name beside it. Raises
    UsageError for a path that is not there, is neither, or is a folder without documents.
    """
    found: dict[Path, Paper] = {}
    for path in paths or (OUTPUT_FOLDER,):
        for paper in _papers_of(Path(path)):
            known = found.get(paper.path.resolve())
            if known is None or known.pdf is None:
                found[paper.path.resolve()] = paper
    return tuple(found.values())


def _papers_of(path: Path) -> tuple[Paper, ...]:
    if path.is_dir():
        papers = tuple(Paper(each) for each in sorted(path.rglob(f"*{_DOCUMENT}")) if _counts(each))
        if not papers:
            raise UsageError(_EMPTY, _BUILD_FIRST, path=path.as_posix())
        return papers
    if not path.is_file():
        raise UsageError(_MISSING, _BUILD_FIRST, path=path.as_posix())
    if path.suffix.lower() == _DOCUMENT:
        return (Paper(path),)
    if path.suffix.lower() != _PDF:
        raise UsageError(_NO_PAPER, _GIVE_A_PAPER, path=path.as_posix())
    document = path.with_suffix(_DOCUMENT)
    if not document.is_file():
        raise UsageError(_ALONE, _BUILD_FIRST, path=path.as_posix())
    return (Paper(document, path),)


def _counts(path: Path) -> bool:
    """Whether a file of a folder is a document; Word and macOS leave hidden ones beside them."""
    return path.is_file() and not path.name.startswith((".", "~"))


class FormsOfPapers:
    """Tells the form of a document, and the profile it was built with if that is known."""

    def __init__(self, forms: Mapping[str, Form]) -> None:
        self._forms = forms
        self._manifests: dict[Path, Manifest | None] = {}

    def find(self, document: Path) -> tuple[Form | None, str]:
        """Return what the manifest above a document says of it; else what name or title tell."""
        path = document.resolve()
        built = path.with_name(path.name.replace(f"{_EDITED}{_DOCUMENT}", _DOCUMENT))
        for folder in built.parents:
            manifest = self._manifest(folder)
            if manifest is not None:
                entry = manifest.documents.get(built.relative_to(folder).as_posix())
                if entry is not None and entry.form in self._forms:
                    return self._forms[entry.form], entry.profile
                break
        names = (built.stem, _title_of(path))
        found = (form for name in names for form in self._named_like(name))
        return max(found, key=_title_length, default=None), ""

    def _manifest(self, folder: Path) -> Manifest | None:
        if folder not in self._manifests:
            is_here = (folder / NAME).is_file()
            self._manifests[folder] = read_manifest(folder) if is_here else None
        return self._manifests[folder]

    def _named_like(self, stem: str) -> Iterator[Form]:
        for form in self._forms.values():
            if stem == form.title or stem.startswith(f"{form.title}-"):
                yield form


def _title_of(document: Path) -> str:
    """Return the title among a document's properties; empty when it has none."""
    try:
        parts = read_parts(document, _PROPERTIES.__eq__)
        properties = etree.fromstring(parts[_PROPERTIES], _PARSER)
    except (ValueError, KeyError, etree.XMLSyntaxError):
        return ""
    return properties.findtext(_TITLE) or ""


def _title_length(form: Form) -> int:
    return len(form.title)
