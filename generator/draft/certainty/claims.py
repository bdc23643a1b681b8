"""Expectations, fears, suspicions and allegations: what is held against somebody or thought to come."""

from generator.draft.certainty.grammar import (
    BE,
    DETERMINERS,
    PERSONAL,
    adverb,
    words,
)
from generator.draft.certainty.sentence import Hit, Sentence
from generator.draft.certainty.views import taken_in

_CLAUSE = PERSONAL | DETERMINERS | words("that there")
_BORN = words("twins triplets child baby babies")


def expected(s: Sentence, i: int, sure: float) -> Hit | None:
    """'Is expected to'; not 'as expected', 'than expected'."""
    before, following = s.word(i - 1), s.word(i + 1)
    if before in ("as", "than", "when") or (s.has(words("as than"), i - 4, i) and following != "to"):
        return Hit("as-expected", 0.4)
    if s.passive(i) >= 0 or following == "to":
        return taken_in(s, i, "is-expected", sure + (0.03 if following == "to" else -0.04))
    if following in ("of",) or before in DETERMINERS:
        return Hit("expected-attribute", 0.7)
    return Hit("expects", 0.8)


def expect(s: Sentence, i: int, sure: float) -> Hit | None:
    """Not a child on the way, not a demand ('expects them to obey')."""
    if s.has(_BORN, i + 1, i + 5):
        return Hit("expects-child", 0.15)
    if not s.word(i + 1) or s.word(i + 1) in ("from", "of", "more", "nothing"):
        return Hit("expects", 0.6)
    return Hit("expects", sure)


def anticipate(s: Sentence, i: int, sure: float) -> Hit | None:
    """'Is anticipated', not 'a much-anticipated film'."""
    if s.passive(i) < 0 or adverb(s.word(i - 1)):
        return Hit("anticipated", 0.4)
    return taken_in(s, i, "is-expected", sure)


def accused(s: Sentence, i: int, sure: float) -> Hit | None:
    """With what somebody is accused of; 'the accused' names a person."""
    if s.word(i + 1) != "of" and (s.word(i - 1) == "the" or s.gap(i + 1) or not s.word(i + 1)):
        return Hit("the-accused", 0.4)
    return Hit("accused", sure)


def suspected(s: Sentence, i: int, sure: float) -> Hit | None:
    """'A suspected arsonist', 'is suspected of'; the active past is somebody's suspicion."""
    if s.passive(i) >= 0:
        k = s.passive(i)
        last = i + 2 if s.word(i + 1) in ("of", "to") else i + 1
        return Hit("is-suspected", 0.92, k if s.word(k) in BE else i, last, "speculation")
    if s.word(i + 1) in ("that",) or s.word(i - 1) in PERSONAL:
        return Hit("suspects", 0.8, kind="speculation")
    return Hit("suspected-attribute", sure)


def suspect(s: Sentence, i: int, sure: float) -> Hit | None:
    """The verb; the noun is no marker, but careful readers may take it for one."""
    following, before = s.word(i + 1), s.word(i - 1)
    if (
        following == "that"
        or (before in PERSONAL and following in _CLAUSE)
        or before in ("to", "police", "officials")
    ):
        return Hit("suspects", sure)
    return Hit("suspect-noun", 0.3, kind="allegation")


def said(s: Sentence, i: int, sure: float) -> Hit | None:
    """'Is said to be': somebody says so, nobody says who."""
    k = s.passive(i)
    if k < 0 or (s.word(i + 2) in DETERMINERS | PERSONAL | words("have") and s.word(i + 2) != "have"):
        return None
    return taken_in(s, i, "is-said", sure)


def passive_to(s: Sentence, i: int, sure: float) -> Hit | None:
    """'Is forecast to', 'was poised to'."""
    return taken_in(s, i, "is-forecast", sure) if s.passive(i) >= 0 else None


def fear(s: Sentence, i: int, _sure: float) -> Hit | None:
    """A fear that something is or will be so; not fear as a feeling."""
    following = s.word(i + 1)
    word = s.word(i)
    if (
        word == "feared"
        and s.passive(i) >= 0
        and following in ("dead", "to", "that", "lost", "drowned", "trapped")
    ):
        return taken_in(s, i, "is-feared", 0.85)
    if following == "that" or (following in PERSONAL | words("there") and s.word(i - 1) not in DETERMINERS):
        return Hit("fears-that", 0.75)
    if word == "fears" and following == "of":
        return Hit("fears-of", 0.4 if s.word(i - 1) in DETERMINERS else 0.55)
    return Hit("fear", 0.3)


def speculate(s: Sentence, i: int, sure: float) -> Hit | None:
    """Not on the market."""
    return Hit("speculates", sure - (0.3 if s.word(i + 1) in ("in", "on") else 0))


def guess(s: Sentence, i: int, sure: float) -> Hit | None:
    """'I guess', 'a guess'; not a riddle."""
    return Hit("guess", sure if s.word(i - 1) in PERSONAL | words("a my best") else 0.4)


def agentless(s: Sentence, i: int, sure: float) -> Hit | None:
    """Only where nobody is named behind 'by'."""
    return None if s.has(words("by"), i + 1, i + 3) else Hit("agentless", sure)


RULES = {
    "expect": expect,
    "anticipate": anticipate,
    "accused": accused,
    "suspected": suspected,
    "suspect": suspect,
    "said": said,
    "passive_to": passive_to,
    "fear": fear,
    "speculate": speculate,
    "guess": guess,
    "agentless": agentless,
    "expected": expected,
}
