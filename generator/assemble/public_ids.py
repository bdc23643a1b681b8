"""Items -> the same items with ids from which nothing can be tried out.

The mark in an item's id and the ids of its options come from the name of a note, and a note is often named
after what it holds. A plain hash of a name can be tried out: who guesses "mayor" sees at once whether the note
is called so. So students' files bear marks that also hang on the names of all other notes, which nobody can
guess. They change when a note is added or renamed, and with nothing else.
"""

import re
from collections.abc import Callable, Iterable
from hashlib import blake2b
from typing import Any

from generator.model.item import Item, KeyEntry, Question

MARKED = re.compile(r"(.+-)([0-9a-f]{4})")
"""An item's id with the mark of a note at its end."""
_OPTION = re.compile(r"o[0-9a-f]{8}")


class PublicIds:
    """Renames the items of a lesson. `names` are those of all its notes, `own` the ids its author gave items."""

    def __init__(self, names: Iterable[str], own: Iterable[str]) -> None:
        self._secret = blake2b("\0".join(sorted(names)).encode(), digest_size=32).digest()
        self._own = frozenset(own)

    def renamed(self, item: Item) -> Item:
        """The item with public ids in its question and its key; one without a note's mark stays as it is."""
        found = MARKED.fullmatch(item.question.id)
        if found is None or item.question.id in self._own:
            return item
        old, new = item.question.id, f"{found[1]}{self._digest(item.question.id, 2)}"

        def name(text: str) -> str:
            if text == old:
                return new
            parts = text.split(":")
            if not all(_OPTION.fullmatch(part) for part in parts):
                return text
            return ":".join(f"o{self._digest(part, 4)}" for part in parts)

        question = Question.model_validate(_walked(item.question.model_dump(), name))
        key = KeyEntry.model_validate(_walked(item.key.model_dump(), name))
        return item.model_copy(update={"question": question, "key": key})

    def _digest(self, text: str, size: int) -> str:
        return blake2b(text.encode(), digest_size=size, key=self._secret).hexdigest()


def _walked(value: Any, name: Callable[[str], str]) -> Any:
    """The value with every string in it named anew, those that are keys of a dict as well."""
    if isinstance(value, str):
        return name(value)
    if isinstance(value, dict):
        return {name(key): _walked(inner, name) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_walked(inner, name) for inner in value]
    return value
