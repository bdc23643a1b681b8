"""Text -> runs of capitalised words, with headlines and titles of works kept apart."""

import re
from functools import lru_cache
from typing import NamedTuple

from generator.draft.marks import Span
from generator.draft.names.lists import key, names, word_set
from generator.draft.text import Text

_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŨŪŬŮŰŲŴŶŸŹŻŽȘȚḤḪṢṬẒ"


def _abbreviations() -> str:
    """The words that a full stop belongs to, grouped by first letter: the letter itself is read already."""
    tails: dict[str, list[str]] = {}
    for word in sorted(word_set("abbreviated"), key=len, reverse=True):
        tails.setdefault(word[0], []).append(word[1:])
    return "|".join(f"(?<={letter})(?:{'|'.join(rest)})" for letter, rest in sorted(tails.items()))


# The first character is read before anything else is asked: that lets the search run over lower-case words fast.
# A hyphen before a capital shuts out "pro-Alder"; a slash and an at sign shut out addresses. "al-Tamer" may begin
# with a small letter.
TOKEN = re.compile(
    rf"[{_UP}](?<![\w\-@#/&].)(?:\.(?:[{_UP}]\.)*(?!\w)|(?:{_abbreviations()})\.(?!\w)"
    r"|\w*(?:[’'&\-](?!s\b)\w+|\.(?:com|org|net|gov|co|uk)\b)*)"
    rf"|[aeu](?<![\w\-@#/&].)(?:(?<=a)(?:l|sh|[sndrtz])|(?<=[eu])l)-[’'ʿ]?[{_UP}]\w*(?:[’'&\-](?!s\b)\w+)*"
)
_PARTICLES = sorted(word_set("name-particles"))
_QUOTES = frozenset("\"“”‘’'«([")
_STOPS = frozenset("\n.!?:;…•—–*>|-")


_LONGEST = 16
"""Words of a run at most: a text all in capitals must not become one endless name."""


class Token(NamedTuple):
    """A capitalised word: where it stands, its key, and whether it stands where any word has a capital."""

    start: int
    end: int
    key: str
    weak: bool
    upper: bool
    """All in capitals."""


Run = list[Token]


@lru_cache(maxsize=2)
def joins(wrapped: bool) -> frozenset[str]:
    """What may stand between two words of one name."""
    spaces = [" ", "  ", "\xa0"] + (["\n", " \n"] if wrapped else [])
    two = ["de la", "de los", "de las", "van der", "van den", "von der", "bin al", "y de"]
    return frozenset(spaces + [f"{s}{p} " for s in spaces for p in [*_PARTICLES, *two]])


_SMALL = word_set("headline-small")


def title_case(text: str, start: int, end: int, least: int) -> bool:
    """Whether all words of a stretch but small ones have a capital, as in a headline: `least` long ones do."""
    capital, ordinary = 0, names().ordinary
    for word in text[start:end].split():
        word = word.strip("\"“”‘’'([.,:;!?)]")
        if not word or not word[0].isalpha():
            continue
        if word[0].isupper():
            capital += len(word) > 3
        elif word not in _SMALL and (len(word) > 3 or ordinary.get(word) != "function"):
            return False
    return capital >= least


def zones(text: Text) -> list[Span]:
    """Headlines, lines all in capitals and titles of works: a capital tells nothing in them."""
    raw = text.text
    out = []
    for start, end in text.paragraphs:
        # A longer paragraph is no headline; a full sentence of few words with two names would look like one.
        if end - start <= 220 and raw.count(" ", start, end) >= 3:
            label = raw.find(": ", start, start + 25)  # "Related article: ..."
            if title_case(raw, start, end, 3) or (label > 0 and title_case(raw, label + 1, end, 3)):
                out.append((start, end))
    for quotation in text.quotations:
        start, end = quotation.inner
        if end - start <= 70 and raw.count(" ", start, end) >= 2 and title_case(raw, start, end, 2):
            out.append((start, end))
    return sorted(out)


def _weak(raw: str, start: int, wrapped: bool) -> bool:
    i = start - 1
    if i < 0 or (raw[i] in _QUOTES and raw[i] not in "[("):
        return True
    while i >= 0 and (
        raw[i] in " \t\xa0" or raw[i] in _QUOTES or (wrapped and raw[i] == "\n" and raw[i - 1] != "\n")
    ):
        i -= 1
    return i < 0 or raw[i] in _STOPS


def runs(text: Text) -> tuple[list[Run], list[Run]]:
    """Runs of the body, and those of headlines and titles of works."""
    raw, wrapped = text.text, text.wrapped
    between = joins(wrapped)
    shut = zones(text)
    body: list[Run] = []
    heads: list[Run] = []
    run: Run = []
    at, last, inside = 0, -9, False
    for match in TOKEN.finditer(raw):
        start, end = match.span()
        gap = start - last
        joined = 0 < gap <= 9 and raw[last:start] in between
        while at < len(shut) and shut[at][1] <= start:
            at += 1
        zone = at < len(shut) and shut[at][0] <= start
        if not joined or zone is not inside or len(run) >= _LONGEST:
            run = []
            (heads if zone else body).append(run)
            inside = zone
            weak = _weak(raw, start, wrapped)
        else:
            weak = False
        word = match[0]
        # An initial keeps its capital: "A." is not the article.
        if end - start == 2 and word[1] == ".":
            name = word[0]
        else:
            name = key(word)
            if word.count(".") > 2:
                name = name.replace(".", "")  # "N.A.A.C.P."; but "U.S."
        run.append(Token(start, end, name, weak, end - start > 1 and word.isupper()))
        last = end
    return body, heads
