"""Text -> the same text without differences that nobody sees, with the way back for every offset."""

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

_SAME = {
    **dict.fromkeys("‘’‚‛′`´ʼ", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
}
_NOT_PLAIN = re.compile(f"[{''.join(_SAME)}]" r"|[^\S\n ]|\s{2,}")
_WHITE = re.compile(r"[^\S\n]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text. `origins` holds, for every character and the end, its offset in the text it was made from."""

    text: str
    origins: tuple[int, ...] | None

    def origin(self, offset: int) -> int:
        """The offset in the unfolded text."""
        return self.origins[offset] if self.origins is not None else offset

    def splits(self, offset: int) -> bool:
        """Whether the offset lies inside what was one character, such as the dots of an ellipsis."""
        return self.origins is not None and offset > 0 and self.origins[offset - 1] == self.origins[offset]

    def offset(self, origin: int) -> int:
        """The offset in the folded text of a place in the unfolded one."""
        return bisect_left(self.origins, origin) if self.origins is not None else origin


@lru_cache(maxsize=64)
def folded(text: str) -> Folded:
    """Curly quotes as straight ones, every dash as a hyphen, white space but newlines as one space."""
    if not _NOT_PLAIN.search(text):
        return Folded(text, None)
    out: list[str] = []
    origins: list[int] = []
    for i, char in enumerate(text):
        if char.isspace() and char != "\n":
            if out and out[-1] == " ":
                continue
            out.append(" ")
            origins.append(i)
            continue
        for piece in _SAME.get(char, char):
            out.append(piece)
            origins.append(i)
    return Folded("".join(out), (*origins, len(text)))


def folded_words(text: str) -> str:
    """A quote as it is looked for: folded, newlines as spaces, nothing at its ends."""
    return _WHITE.sub(" ", folded(unicodedata.normalize("NFC", text).replace("\n", " ")).text).strip()
