"""Profiles: found by file name, the workspace's first; one may extend another."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NamedTuple

from reportgen.loading.resource_file import read_resource
from reportgen.loading.resources import resource_files
from reportgen.model.errors import ProfileError
from reportgen.model.finding import Place
from reportgen.model.profile import Profile
from reportgen.wording.language import Wording
from reportgen.wording.nearest import nearest

_WRONG: Final = Wording("口径文件“{file}”不能用", 'Profile "{file}" cannot be used')
_MEND: Final = Wording("写法见 docs/profiles.md", "See docs/profiles.md")
_NO_PARENT: Final = Wording(
    "口径文件“{file}”继承的“{parent}”不存在",
    'Profile "{file}" extends "{parent}", which is not there',
)
_CIRCLE: Final = Wording(
    "口径文件“{file}”的继承绕成了一圈", 'Profile "{file}" extends itself in a circle'
)
_MERGED: Final = "严重程度"


class _Sources(NamedTuple):
    """The data of a profile and of what it extends, all their bytes, and its changed severities."""

    data: dict[str, Any]
    raw: bytes
    changed_at: dict[str, Place]


@dataclass(frozen=True, slots=True)
class LoadedProfile:
    """A profile with what it extends filled in; `sha256` is over all the files it comes from.

    `changed_at` is where the severity of each rule was changed.
    """

    profile: Profile
    sha256: str
    changed_at: Mapping[str, Place] = field(default_factory=dict, repr=False)


class Profiles:
    """The profiles of the workspace and the built-in ones, each read once."""

    def __init__(self) -> None:
        self._files = resource_files("profiles", ending=".yaml")
        self._loaded: dict[str, LoadedProfile] = {}

    def names(self) -> tuple[str, ...]:
        """Return the names that 口径 may take."""
        return tuple(sorted(self._files))

    def files(self) -> tuple[Path, ...]:
        """Return the file of each, in the order of their names."""
        return tuple(self._files[name] for name in self.names())

    def nearest(self, name: str) -> str | None:
        """Return the profile whose name is most like `name`, or None."""
        return nearest(name, self._files)

    def find(self, name: str) -> LoadedProfile | None:
        """Return the profile of this name, or None when there is none.

        Raises ProfileError when its file, or one that it extends, cannot be used.
        """
        if name not in self._files:
            return None
        if name not in self._loaded:
            data, raw, changed_at = self._chain(name, ())
            profile = Profile.model_validate(data)
            digest = hashlib.sha256(raw).hexdigest()
            self._loaded[name] = LoadedProfile(profile, digest, changed_at)
        return self._loaded[name]

    def _chain(self, name: str, children: tuple[str, ...]) -> _Sources:
        """Return what a profile says over what the one that it extends says."""
        path = self._files[name]
        own, raw, places = read_resource(path, Profile, ProfileError, _WRONG, _MEND)
        changed_at = {code: places.key_at((_MERGED, code)) for code in own.get(_MERGED) or {}}
        parent = own.get("继承")
        if not parent:
            return _Sources(own, raw, changed_at)
        if parent not in self._files:
            raise ProfileError(_NO_PARENT, _MEND, file=path.as_posix(), parent=parent)
        if parent in (*children, name):
            raise ProfileError(_CIRCLE, _MEND, file=path.as_posix())
        inherited = self._chain(parent, (*children, name))
        merged = {**(inherited.data.get(_MERGED) or {}), **(own.get(_MERGED) or {})}
        return _Sources(
            {**inherited.data, **own, _MERGED: merged},
            inherited.raw + raw,
            {**inherited.changed_at, **changed_at},
        )
