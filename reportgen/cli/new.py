"""reportgen new."""

from __future__ import annotations

import re
from pathlib import Path

from reportgen.cli import words
from reportgen.cli.console import Console
from reportgen.loading.profiles import Profiles
from reportgen.loading.scaffold import new_department_text
from reportgen.loading.source_text import unsayable
from reportgen.loading.workspace import DATA_ENDINGS, DATA_FOLDER
from reportgen.model.errors import UsageError
from reportgen.pipeline.check import SEE_PROFILES, UNKNOWN_PROFILE
from reportgen.pipeline.names import safe_name
from reportgen.pipeline.writing import write_whole
from reportgen.wording.language import did_you_mean


def write_new_file(
    console: Console, name: str, year: str, profile_name: str, output: Path | None
) -> int:
    """Write a data file to fill in; a file that exists is never touched. Returns the exit code."""
    name = " ".join(name.split())
    if not name or unsayable(name):
        raise UsageError(words.BAD_NAME, words.NAME_IT)
    if not re.fullmatch(r"(19|20)[0-9]{2}", year):
        raise UsageError(words.YEAR_RANGE)
    profiles = Profiles()
    profile = profiles.find(profile_name)
    if profile is None:
        raise UsageError(
            UNKNOWN_PROFILE,
            SEE_PROFILES,
            name=profile_name,
            suggestion=did_you_mean(profiles.nearest(profile_name)),
            known="、".join(profiles.names()),
        )
    if output is not None and output.suffix.lower() not in DATA_ENDINGS:
        raise UsageError(words.NOT_YAML, words.NAME_YAML, file=output.as_posix())
    path = output or Path(DATA_FOLDER) / f"{safe_name(name)}-{year}.yaml"
    if path.exists():
        raise UsageError(words.FILE_EXISTS, words.OTHER_FILE, file=path.as_posix())
    text = new_department_text(name, int(year), profile_name, profile.profile)
    write_whole(path, text.encode())
    console.say(words.NEW_WRITTEN, file=path.as_posix())
    return 0
