"""What `reportgen doctor` makes of what it found: one line each, with what mends it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reportgen.cli import doctor_words
from reportgen.export.faces import RARE, Shown, Standing
from reportgen.export.libreoffice import INSTALL_OFFICE, VARIABLE, Office
from reportgen.wording.language import Phrase, Wording

PROVED_WITH: Final = (7, 4)
"""The LibreOffice that `make test-pages` looks at every page with."""
EXTRAS: Final[Mapping[str, tuple[tuple[str, ...], str]]] = {
    "cluster": (("distributed",), "build --cluster"),
    "pdf": (("PIL", "pdfplumber", "pypdf", "pypdfium2"), "proof, build --png, --merge"),
    "subdocuments": (("docxcompose",), "|子文档"),
}
"""The packages that each extra of pyproject.toml brings, and the option or filter that needs it."""
_TITLE_FACE: Final = "方正小标宋简体"


class Verdict(StrEnum):
    """What a line means for a build."""

    GOOD = "ok"
    LACKING = "warning"
    BROKEN = "error"


@dataclass(frozen=True)
class Line:
    """One thing that was looked at: what it is about, how it stands, and how to mend it."""

    about: str
    verdict: Verdict
    said: Phrase
    fixes: tuple[Phrase, ...] = ()


def good(about: str, said: Wording, **arguments: object) -> Line:
    """Return the line of something that is as it should be."""
    return Line(about, Verdict.GOOD, Phrase(said, arguments))


def lacking(about: str, said: Phrase, *fixes: Wording | Phrase) -> Line:
    """Return the line of something that a build can do without."""
    return Line(about, Verdict.LACKING, said, tuple(map(_phrase, fixes)))


def broken(about: str, said: Phrase, *fixes: Wording | Phrase) -> Line:
    """Return the line of something without which nothing, or not all, can be built."""
    return Line(about, Verdict.BROKEN, said, tuple(map(_phrase, fixes)))


def terminal_line(encoding: str, *, shows_chinese: bool) -> Line:
    """Return what is to be said of the encoding of the output."""
    if shows_chinese:
        return good("terminal", doctor_words.CHINESE_SHOWN, encoding=encoding)
    said = Phrase(doctor_words.CHINESE_NOT_SHOWN, {"encoding": encoding})
    return lacking("terminal", said, *doctor_words.SHOW_CHINESE)


def face_lines(shown: Sequence[Shown] | None) -> Iterator[Line]:
    """Yield what is to be said of each official face; None stands for no fontconfig."""
    if shown is None:
        said = Phrase(doctor_words.NO_FONTCONFIG)
        yield lacking("face", said, doctor_words.INSTALL_FONTCONFIG)
        return
    for each in shown:
        words = doctor_words.FACE_MISSING if each.by is None else doctor_words.FACE[each.standing]
        face = Wording(each.face.name, each.face.own[0])
        said = Phrase(words, {"face": face, "by": each.by})
        if each.standing is Standing.OTHER:
            yield lacking("face", said, *_ways_to_install(each.face.name))
        else:
            yield Line("face", Verdict.GOOD, said)


def rare_characters_line(unshown: str) -> Line:
    """Return what is to be said of characters that only large faces have."""
    if not unshown:
        return good("rare-characters", doctor_words.RARE_SHOWN, characters=RARE)
    said = Phrase(doctor_words.RARE_NOT_SHOWN, {"characters": unshown})
    return lacking("rare-characters", said, doctor_words.INSTALL_NOTO)


def office_line(office: Office | None, named: str | None = None) -> Line:
    """Return what is to be said of LibreOffice; `named` is where REPORTGEN_SOFFICE says it is."""
    if office is None and named:
        nowhere = {"variable": VARIABLE, "path": named}
        said = Phrase(doctor_words.OFFICE_NOT_THERE, nowhere)
        return lacking("libreoffice", said, doctor_words.MEND_VARIABLE)
    if office is None:
        return lacking("libreoffice", Phrase(doctor_words.OFFICE_ABSENT), INSTALL_OFFICE)
    renew = Phrase(doctor_words.RENEW_OFFICE, {"how": INSTALL_OFFICE})
    if not office.version:
        said = Phrase(doctor_words.OFFICE_SILENT, {"path": office.path})
        return lacking("libreoffice", said, renew)
    if tuple(int(part) for part in office.version.split(".")[:2]) < PROVED_WITH:
        tested = ".".join(map(str, PROVED_WITH))
        told = {"version": office.version, "tested": tested}
        return lacking("libreoffice", Phrase(doctor_words.OFFICE_OLD, told), renew)
    return good("libreoffice", doctor_words.OFFICE_FIT, version=office.version)


def extra_line(extra: str, used_by: str, *, is_here: bool) -> Line:
    """Return what is to be said of an extra of the package."""
    if is_here:
        return good("extra", doctor_words.EXTRA_HERE, extra=extra)
    told = {"extra": extra, "used_by": used_by}
    said = Phrase(doctor_words.EXTRA_ABSENT, told)
    return lacking("extra", said, Phrase(doctor_words.INSTALL_EXTRA, told))


def _ways_to_install(face: str) -> tuple[Wording, ...]:
    is_title = face == _TITLE_FACE
    windows = doctor_words.INSTALL_TITLE_FACE if is_title else doctor_words.INSTALL_FACES
    return windows, doctor_words.INSTALL_IN_WPS, doctor_words.INSTALL_OPEN_FACES


def _phrase(fix: Wording | Phrase) -> Phrase:
    return fix if isinstance(fix, Phrase) else Phrase(fix)
