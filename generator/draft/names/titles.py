"""What stands before a name and says who it is: 'firebrand lawmaker', 'Texas Sen.', 'former governor'."""

import re
from functools import lru_cache

from generator.draft.marks import Span
from generator.draft.names.lists import names, roles, word_set
from generator.draft.tables import column

_EDGE = re.compile(
    r"[,;:!?—–()\[\]“”\"\n]|(?<![A-Z])(?<!\b[SRG]en|\bRep|\bGov)(?<!\bSt|\bDr|\bLt|\bMr|\bMs)\.(?=\s)|--|''| - "
)
_WORD = re.compile(r"[^\s]+")
_BEFORE = 100
_ADJECTIVES = word_set("role-adjectives")
_DETERMINERS = word_set("determiners")


@lru_cache(maxsize=1)
def modifiers() -> frozenset[str]:
    """Words that stand before a role."""
    return column("role_modifiers")


def role_before(raw: str, start: int) -> bool:
    """Whether the word before a place is a role or title ('lawmaker', 'spokeswoman', 'candidates')."""
    if start < 3 or raw[start - 1] not in " \xa0\n":
        return False
    at = max(raw.rfind(" ", 0, start - 1), raw.rfind("\n", 0, start - 1)) + 1
    word = raw[at : start - 1].lower().rstrip(".")
    if "-" in word and word not in roles().nouns:
        word = word.rsplit("-", 1)[-1]
    if word in _ADJECTIVES:
        return False  # "the conservative Vell Institute"
    found = roles().nouns.get(word)
    if found is not None and found[2]:
        return False  # "the candidates Alder has met"
    title = names().titles.get(word)
    if title is not None and title[0] == "address" and not raw[at].isupper():
        return False  # "polls miss Alder"
    return title is not None or (found is not None and found[0] in ("person", "office"))


def title_before(raw: str, start: int, capital: Span | None) -> Span | None:
    """The title of the name that begins at `start`; `capital` is the one that its capitals gave, if any.

    Words are taken from right to left as long as they can belong to a title; one unknown word is taken where a
    comma, an article or the beginning of the sentence stands before it.
    """
    end = capital[1] if capital else start
    begin = capital[0] if capital else start
    if capital is None and not role_before(raw, start):
        return None
    low = max(0, begin - _BEFORE)
    chunk = raw[low:begin]
    edge = 0
    for match in _EDGE.finditer(chunk):
        edge = match.end()
    words = list(_WORD.finditer(chunk, edge))
    if low > 0 and edge == 0 and words:
        words = words[1:]  # cut in the middle
    known, nouns, lists = modifiers(), roles().nouns, names()
    for i in range(len(words) - 1, -1, -1):
        word = words[i][0]
        plain = word.lower().replace("’", "'").rstrip(".")
        sort = lists.ordinary.get(plain)
        fits = plain in known or (plain in nouns and nouns[plain][0] in ("person", "office"))
        if not fits and (word[0].isupper() or plain.endswith("'s")):
            fits = sort != "function" or (len(word) > 1 and word.isupper())
        if not fits and plain in lists.titles:
            fits = word[0].isupper() or lists.titles[plain][0] != "address"
        if not fits:
            edge_before = i == 0 or words[i - 1][0].lower() in _DETERMINERS
            if (
                not (word[0].isalpha() and word.islower() and edge_before and sort is None)
                or plain in _DETERMINERS
            ):
                break
            if plain.endswith(("ing", "ed", "ly")):
                break
            begin = low + words[i].start()
            break
        begin = low + words[i].start()
    if capital is None:
        end = low + words[-1].end() if words else start
        if not words or begin >= end:
            return None
    return (begin, end)
