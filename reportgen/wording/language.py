"""Which of the two languages a sentence is said in, and how a sentence holds both."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

Language = Literal["zh", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")
ENVIRONMENT_VARIABLE: Final = "REPORTGEN_LANG"


@dataclass(frozen=True, slots=True)
class Wording:
    """One sentence in Chinese and in English, with the same `{placeholders}` in both."""

    zh: str
    en: str

    def say(self, language: Language, arguments: Mapping[str, object] | None = None) -> str:
        """Return the sentence in `language`, its placeholders filled from `arguments`.

        Raises KeyError when an argument is missing: a broken program, never bad data.
        """
        sentence = self.zh if language == "zh" else self.en
        return sentence.format_map(_spoken(arguments or {}, language))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence with its arguments already given; may be an argument of another sentence."""

    wording: Wording
    arguments: Mapping[str, object] = field(default_factory=dict)

    def say(self, language: Language) -> str:
        """Return the sentence in `language`."""
        return self.wording.say(language, self.arguments)


_DID_YOU_MEAN: Final = Wording("是否想写“{name}”？", 'Did you mean "{name}"? ')
_NOTHING: Final = Wording("", "")


def did_you_mean(name: str | None) -> Phrase:
    """Return the words that offer `name` instead; none when there is nothing to offer."""
    return Phrase(_NOTHING) if name is None else Phrase(_DID_YOU_MEAN, {"name": name})


def _spoken(arguments: Mapping[str, object], language: Language) -> dict[str, object]:
    return {
        name: value.say(language) if isinstance(value, Wording | Phrase) else value
        for name, value in arguments.items()
    }


def choose_language(option: str | None, environment: Mapping[str, str] | None = None) -> Language:
    """Return the language asked for by option, REPORTGEN_LANG or locale, in this order; or zh."""
    variables = os.environ if environment is None else environment
    for candidate in (option, variables.get(ENVIRONMENT_VARIABLE), *_locales(variables)):
        language = _language_of(candidate)
        if language is not None:
            return language
    return "zh"


def _locales(variables: Mapping[str, str]) -> tuple[str | None, ...]:
    return tuple(variables.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))


def _language_of(name: str | None) -> Language | None:
    for language in LANGUAGES:
        if name and name.lower().startswith(language):
            return language
    return None
