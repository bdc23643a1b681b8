"""What a marker limits: the rest of its clause, the noun it stands before, or the amount."""

from generator.draft.certainty.amounts import behind_digits, numeric
from generator.draft.certainty.grammar import AUXILIARY, DETERMINERS, PREPOSITIONS, WH, words
from generator.draft.certainty.sentence import Sentence
from generator.draft.marks import Span

# No full stop: within a sentence it belongs to a shortened word.
_ENDS = frozenset(',;:!?–—()[]”“"')
_NEW_CLAUSE = words(
    "but because although though while whereas unless if when after before until since which who whose where and"
)
_NOUN_ENDS = PREPOSITIONS | AUXILIARY | WH | DETERMINERS | _NEW_CLAUSE | words("or as than")
_BEFORE_NOUN = words("alleged suspected possible apparent supposed purported putative potential probable")
_NOT_SURE = frozenset(
    ("condition", "open-question", "booster", "scare-quotes", "weasel", "belief", "stated-ignorance", "speech-act")
)
_NOUNS_OF = words("allegation allegations accused accuse accuses accusing accusation accusations rumours rumors")


def scope(s: Sentence, first: int, last: int, kind: str, rule: str) -> Span | None:
    """The words limited by the marker of words `first` to `last` (exclusive), or None where that is not sure."""
    if last >= s.last or kind in _NOT_SURE or s.word(first) in _NOUNS_OF:
        return None
    if kind in ("approximator", "vague-quantity"):
        return _amount(s, last) if rule not in ("after-amount", "about-the-same") else None
    if last - first == 1 and s.word(first) in _BEFORE_NOUN and s.word(last) != "that":
        return _noun(s, last)
    i = last
    if s.word(i) in ("that", "of") and s.gap(i) == "":
        i += 1
    opening = s.gap(i).lstrip("“\"‘'([") if i < s.last else "."
    if opening and not (first == s.first and opening == ","):
        return None
    end = i + 1
    while end < s.last and _ENDS.isdisjoint(s.gap(end)) and s.lower[end] not in _NEW_CLAUSE:
        end += 1
    return s.starts[i], s.ends[end - 1]


def _noun(s: Sentence, i: int) -> Span | None:
    """The one or two words of a noun that something else clearly follows; a longer stretch may hold a verb."""
    for end in (i + 1, i + 2):
        if s.gap(end - 1) if end > i + 1 else s.gap(i):
            return None
        if end >= s.last or s.gap(end) or s.lower[end] in _NOUN_ENDS:
            return None if s.lower[i] in _NOUN_ENDS else (s.starts[i], s.ends[end - 1])
    return None


def _amount(s: Sentence, i: int) -> Span | None:
    """Number words, signs of money before them and the one word counted."""
    begin = s.starts[i]
    gap = s.gap(i)
    if gap in ("$", "£", "€", "¥"):
        begin = s.text.index(gap, s.ends[i - 1])
    elif gap:
        return None
    end = behind_digits(s, i) if s.lower[i][0].isdigit() else i + 1
    while end < s.last and not s.gap(end) and (numeric(s.lower[end]) or s.lower[end] in ("per", "percent")):
        end += 1
    counted = numeric(s.lower[end - 1]) or s.lower[end - 1] in ("a", "an", "the", "all", "every")
    if counted and end < s.last and not s.gap(end) and s.lower[end] not in _NOUN_ENDS:
        end += 1
    return begin, s.ends[end - 1]
