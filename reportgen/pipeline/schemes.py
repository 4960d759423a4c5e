"""A department's scheme: its profile found, and what it changes of the rules held against them."""

from __future__ import annotations

from typing import Final

from reportgen.loading.profiles import LoadedProfile, Profiles
from reportgen.loading.resource_file import finding_line
from reportgen.model.errors import ProfileError
from reportgen.model.finding import Finding, Place, Severity
from reportgen.rules.registry import declared_rules
from reportgen.wording.language import Wording, did_you_mean
from reportgen.wording.nearest import nearest_code

UNKNOWN_RULE: Final = Wording("没有规则“{rule}”", 'There is no rule "{rule}"')
SEE_RULES: Final = Wording(
    "{suggestion}只有规则的级别可以改，编号见 reportgen rules",
    "{suggestion}Only the severity of a rule can be changed; see reportgen rules",
)
_NO_PAGE: Final = Wording(
    "口径“{name}”的版面不能用：{key}写的是 {value}",
    'The page of profile "{name}" cannot be used: {key} is {value}',
)
_PAGES: Final = Wording(
    "页边距写 10 到 50（毫米），行距写 12 到 60（磅）",
    "Margins are 10 to 50 (mm), the line pitch 12 to 60 (points)",
)
_WRONG: Final = Wording("口径“{name}”不能用", 'Profile "{name}" cannot be used')
_MEND: Final = Wording("写法见 docs/profiles.md", "See docs/profiles.md")


def usable_profile(profiles: Profiles, name: str) -> LoadedProfile | None:
    """Return the profile of this name, or None when there is none.

    Raises ProfileError when it cannot be used, when its page leaves nothing to write on, or when
    it changes the severity of what is no rule.
    """
    loaded = profiles.find(name)
    if loaded is None:
        return None
    for key, value in loaded.profile.layout.unusable():
        raise ProfileError(_NO_PAGE, _PAGES, name=name, key=key, value=str(value))
    changed = loaded.profile.severities
    strange = changed.keys() - declared_rules().keys() if changed else None
    if strange:
        places = sorted((loaded.changed_at[code], code) for code in strange)
        details = [finding_line(_unknown_rule(code, place)) for place, code in places]
        raise ProfileError(_WRONG, _MEND, details=details, name=name)
    return loaded


def _unknown_rule(code: str, place: Place) -> Finding:
    return Finding(
        code="DATA-18",
        severity=Severity.ERROR,
        message=UNKNOWN_RULE,
        hint=SEE_RULES,
        place=place,
        path=("严重程度", code),
        arguments={
            "rule": code,
            "suggestion": did_you_mean(nearest_code(code, declared_rules())),
        },
        stated=code,
    )
