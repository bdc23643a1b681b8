"""Whose words stand at a place."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from generator.draft.marks import Attribution, Span
from generator.draft.text import Text

Voice = Literal["writer", "quoted", "unclear"]
_SPEECH = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|told|tells|according to|argu(?:es?|ed|ing)|claim(?:s|ed|ing)?|call(?:s|ed|ing)"
    r"|accus(?:es?|ed|ing)|describ(?:es?|ed|ing)|warn(?:s|ed|ing)?|insist(?:s|ed|ing)?|add(?:s|ed|ing)|wr(?:ote|ites)"
    r"|tweeted|den(?:y|ies|ied)|alleg(?:es?|ed|ing)|complain(?:s|ed|ing)?|suggest(?:s|ed|ing)?|believe[sd]?|thinks?"
    r"|thought|consider(?:s|ed)?|stat(?:es|ed)|not(?:es|ed)|predict(?:s|ed)|declar(?:es|ed)|announced|report(?:s|ed)?"
    r"|testified|concede[sd]?|acknowledge[sd]?|admit(?:s|ted)?|maintain(?:s|ed)|assert(?:s|ed)|charg(?:es|ed)|joked"
    r"|vow(?:s|ed)|promis(?:es|ed)|explain(?:s|ed)|ask(?:ed|s)|dismiss(?:es|ed)|denounc(?:es|ed|ing)|quipped"
    r"|condemn(?:s|ed|ing)|decri(?:es|ed)|blam(?:es|ed|ing)|prais(?:es|ed|ing)|found|shows?|reveal(?:s|ed)|feels?|felt"
    r"|dubbed|labell?(?:ed|ing)|slamm(?:ed|ing)|slams|blast(?:ed|s)|critici[sz]\w+|in the eyes of)\b",
    re.IGNORECASE,
)
_PARAGRAPH = 4000
_FAR = 600
"""How far from the place a sign of speech may stand, for texts without sentences."""
_TRANSCRIPT = re.compile(r"[A-Z][A-Z.’'\- ]{2,40}:\s")
_OPENS = re.compile(r"(?:^|(?<=[\s(—–\-]))['‘](?=\w)")
_CLOSES = re.compile(r"(?<=[\w.,!?…])['’](?!\w)")


def voice(text: Text, place: int, said: Sequence[Attribution] = ()) -> Voice:
    """The writer's, a quoted speaker's, or, in retold speech, unclear.

    Retold speech is known from the attributions, else guessed from words such as 'said' in the sentence.
    """
    if text.quotation_at(place) is not None:
        return "quoted"
    start, _ = text.paragraphs[text.paragraph_at(place)]
    if _TRANSCRIPT.match(text.text, start):
        return "quoted"
    if text.text.count("''", max(start, place - _PARAGRAPH), place) % 2:
        return "quoted"  # two straight marks for a double one
    if _single(text.text, max(text.sentence_at(place)[0], place - _FAR), place):
        return "quoted"
    here = [a for a in said if any(b <= place < e for b, e in a.content)]
    if here:
        return "quoted" if all(a.form == "direct" for a in here) else "unclear"
    first, last = text.sentence_at(place)
    if any(first <= b < last for a in said for b, _ in (*a.cue, *a.source)):
        return "writer"
    block = place - place % _FAR
    cues = _cues(text, max(first, block - _FAR), min(last, block + 2 * _FAR))
    return "unclear" if any(not start <= place < end for start, end in cues) else "writer"


@lru_cache(maxsize=16)
def _cues(text: Text, low: int, high: int) -> tuple[Span, ...]:
    """Where words of speech stand between two offsets."""
    return tuple(match.span() for match in _SPEECH.finditer(text.text, low, high))


def _single(source: str, start: int, place: int) -> bool:
    """Whether a place lies between single quotation marks of its sentence."""
    opened = [m.start() for m in _OPENS.finditer(source, start, place)]
    if not opened and source[place - 1 : place] not in ("'", "‘"):
        return False
    last = opened[-1] if opened else place - 1
    closing = _CLOSES.search(source, last + 1, place)
    return closing is None and _CLOSES.search(source, place, place + 400) is not None
