"""Text -> how hard it is to read, as a school grade.

English: Flesch-Kincaid grade (Kincaid and others 1975). Spanish: the years of school of Crawford (1989).
Syllables are counted by the hyphenation patterns of pyphen, which miss a break now and then: the grades are good
to about one. Other languages have no grade.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from generator.model.sentences import sentence_ends

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_PATTERNS = {"en": "en_US", "es": "es"}


def reading_grade(paragraphs: Iterable[str], language: str, abbreviations: tuple[str, ...] = ()) -> float | None:
    """The grade of a text, in tenths; None for a text without words or a language without a formula."""
    if language not in _PATTERNS:
        return None
    sentences = words = syllables = 0
    for paragraph in paragraphs:
        found = _WORD.findall(paragraph)
        if found:
            sentences += len(sentence_ends(paragraph, abbreviations))
            words += len(found)
            syllables += sum(_syllables(word.lower(), language) for word in found)
    if not words:
        return None
    if language == "es":
        grade = -0.205 * (100 * sentences / words) + 0.049 * (100 * syllables / words) - 3.407
    else:
        grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59
    return round(max(grade, 0.0), 1)


@lru_cache(maxsize=20_000)
def _syllables(word: str, language: str) -> int:
    return len(_hyphens(language).positions(word)) + 1


@lru_cache(maxsize=4)
def _hyphens(language: str):  # type: ignore[no-untyped-def]
    import pyphen

    return pyphen.Pyphen(lang=_PATTERNS.get(language, language), left=1, right=1)
