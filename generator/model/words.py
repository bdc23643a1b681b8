"""Wording for people, as data: what a prompt file of one language says under each key."""

import re
from collections.abc import Mapping

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


class WordsError(Exception):
    """A prompt lacks a key, or a placeholder has no value; the message names both."""


class Words:
    """The words of one exercise type, with the common ones behind them.

    Keys are dotted ('misreading.channel'); `own` wins over `common`. `file` is named in errors.
    """

    def __init__(self, own: Mapping[str, str], common: Mapping[str, str], file: str = "") -> None:
        self._own, self._common, self.file = own, common, file

    def has(self, key: str) -> bool:
        """Whether there is wording for the key."""
        return key in self._own or key in self._common

    def say(self, key: str, /, **values: str) -> str:
        """The wording with every {placeholder} filled. Raises WordsError where a key or value is missing."""
        text = self._own.get(key, self._common.get(key))
        if text is None:
            raise WordsError(f"{self.file}: no wording for '{key}'")

        def fill(match: re.Match[str]) -> str:
            if match[1] not in values:
                raise WordsError(f"{self.file}: '{key}' uses {{{match[1]}}}, which has no value there")
            return values[match[1]]

        return PLACEHOLDER.sub(fill, text)

    def overridden(self, own: Mapping[str, str]) -> "Words":
        """These words with some of the type's own replaced (a lesson's `prompt:`)."""
        return Words({**self._own, **own}, self._common, self.file)
