"""Beliefs, views, expectations and allegations: whose they are, and the words that are no such thing."""

from generator.draft.certainty.grammar import (
    BE,
    DETERMINERS,
    HAVE,
    PERSONAL,
    PREPOSITIONS,
    WH,
    adverb,
    words,
)
from generator.draft.certainty.sentence import Hit, Sentence

_CLAUSE = PERSONAL | DETERMINERS | words("that there")
_COMPLEMENT = words("as to")


def taken_in(s: Sentence, i: int, rule: str, confidence: float, kind: str = "") -> Hit:
    """A participle with its 'be' and its 'to': 'is widely believed to'."""
    k = s.passive(i)
    first = k if k >= 0 and s.word(k) in BE else i
    last = i + 2 if s.word(i + 1) == "to" and s.gap(i + 1) == "" else i + 1
    return Hit(rule, confidence, first, last, kind)


def believed(s: Sentence, i: int, sure: float) -> Hit | None:
    """'Is believed to'; the active past is somebody's belief."""
    if s.word(i + 1) == "in" or (s.passive(i) >= 0 and (s.gap(i + 1) or not s.word(i + 1))):
        return Hit("belief-in", 0.3)
    if s.passive(i) >= 0 or s.word(i + 1) == "to":
        return taken_in(s, i, "is-believed", sure + 0.05)
    return Hit("believes", 0.82, kind="belief")


def believe(s: Sentence, i: int, sure: float) -> Hit | None:
    """A belief that something is so; not faith in somebody, not 'believe it or not'."""
    following, before = s.word(i + 1), s.word(i - 1)
    if (
        following == "in"
        or not following
        or s.gap(i + 1) in (".", "?", "!")
        or (i == s.first and following == "me")
    ):
        return Hit("belief-in", 0.25)
    if before in ("make", "can't", "cannot", "couldn't", "not") and following in (
        "it",
        "in",
        "what",
        "how",
        "this",
    ):
        return Hit("belief-in", 0.2)
    if before in ("to", "can", "you") and following in ("it", "me", "him", "her", "them", "the"):
        return Hit("believes", 0.45)
    return Hit("believes", sure + (0.05 if following == "that" else 0))


def think(s: Sentence, i: int, sure: float) -> Hit | None:
    """A view on what is so; not thinking about, of, through."""
    following = s.word(i + 1)
    if following in ("about", "of", "tank", "tanks", "twice", "through", "back", "again", "ahead", "like", "big"):
        return Hit("thinks-of", 0.25)
    if not following or s.gap(i + 1) in (".", "?", "!") or following in WH - words("that if"):
        return Hit("thinks", 0.4)
    if s.word(i) == "thinking" and s.word(i - 1) in DETERMINERS | words("critical of wishful"):
        return Hit("thinking-noun", 0.2)
    return Hit("thinks", sure if following in _CLAUSE or s.word(i - 1) in PERSONAL else 0.65)


def thought(s: Sentence, i: int, sure: float) -> Hit | None:
    """The verb, with 'is ... to' taken in; not the noun."""
    before, following = s.word(i - 1), s.word(i + 1)
    said = s.passive(i) >= 0 or before.endswith("ly") or (following == "to" and s.word(i + 2) in ("be", "have"))
    if said and (following in _COMPLEMENT or following in ("of", "by") or following in _CLAUSE):
        if following == "of" and (s.word(i + 2) != "as" or s.word(i - 1).endswith("'s")):
            return Hit("thinks-of", 0.45)
        return taken_in(s, i, "is-thought", 0.95 if following != "of" else 0.7)
    if following in ("about", "of", "out", "through", "provoking", "process", "leaders") and s.passive(i) < 0:
        return Hit("thinks-of", 0.3)
    noun = DETERMINERS | PREPOSITIONS | words("legal political deep much second serious school and free")
    if before in noun or not following:
        return None
    return Hit("thinks", sure - 0.05 if before in PERSONAL else 0.65, kind="belief")


def feel(s: Sentence, i: int, sure: float) -> Hit | None:
    """To feel that something is so."""
    following = s.word(i + 1)
    if following == "that":
        return Hit("feels-that", 0.65)
    return Hit("feels", sure) if following in PERSONAL | words("there") else None


_TAKE_ON_AFTER = words("power control office command responsibility role roles duties post position leadership")
_TAKE_ON = words(
    "power control office command responsibility role duties charge liability the risk debt position"
    " leadership his her their its post more a"
)


def assume(s: Sentence, i: int, sure: float) -> Hit | None:
    """To take for so, not to take on."""
    following = s.word(i + 1)
    taken_on = following in _TAKE_ON or s.has(_TAKE_ON_AFTER, i + 1, i + 4)
    if taken_on and not s.has(words("is are was were will would has"), i + 2, i + 7):
        return Hit("takes-on", 0.25)
    return Hit("assumes", sure)


def assumed(s: Sentence, i: int, sure: float) -> Hit | None:
    """'Is assumed to'; the active past may mean 'took on'."""
    if s.passive(i) >= 0:
        return taken_in(s, i, "is-assumed", sure)
    if s.word(i + 1) == "that" or s.word(i + 1) in PERSONAL | words("there"):
        return Hit("assumes", 0.8, kind="belief")
    return Hit("takes-on", 0.3)


def supposed(s: Sentence, i: int, sure: float) -> Hit | None:
    """'Is supposed to', 'the supposed leader'."""
    if s.passive(i) >= 0:
        # 'Are supposed to stay at home' is a duty.
        return taken_in(s, i, "is-supposed", sure - 0.15)
    return Hit("supposed", sure)


_VAGUE = words(
    "some many others people critics experts observers analysts most scholars historians scientists fans voters"
)
_AS = words("as")


def considered(s: Sentence, i: int, sure: float) -> Hit | None:
    """Held to be so by nobody named, or by those named behind 'by'; not thought over."""
    following = s.word(i + 1)
    if following.endswith("ing") and s.passive(i) < 0:
        return Hit("thinks-over", 0.3)
    if s.passive(i) >= 0:
        if following in ("for", "at", "in", "when", "under", "during", "next", "necessary", "") or s.gap(
            i + 1
        ) in (".", ";"):
            return Hit("thought-over", 0.45)
        return taken_in(s, i, "is-considered", sure)
    before = s.word(s.skip_adverbs(i - 1, -1))
    if before in HAVE or following in PREPOSITIONS:
        return Hit("thinks-over", 0.35, kind="belief")
    if (
        s.gap(i) in (",", "(")
        or before in ("and", "is")
        or s.word(i - 1) in ("widely", "generally", "then", "often")
    ):
        return Hit("is-considered", 0.75)
    return _active(s, i)


def _active(s: Sentence, i: int) -> Hit:
    following = s.word(i + 1)
    if following.endswith("ing") or following in ("whether", "how", "what", "further", "making"):
        return Hit("thinks-over", 0.3, kind="belief")
    if following in ("that", "it", "him", "her", "them", "himself", "themselves", "itself", "us", "me"):
        return Hit("considers", 0.7, kind="belief")
    if s.word(i - 1) in _VAGUE or (s.word(i - 1) == "they" and s.word(i - 2) == "what"):
        return Hit("considers", 0.72, kind="belief")
    if s.has(_AS, i + 1, i + 6):
        return Hit("considers", 0.6, kind="belief")
    if s.has(words("to"), i + 2, i + 8) and s.word(i + 1) in DETERMINERS:
        return Hit("considers", 0.6, kind="belief")
    return Hit("considers", 0.48, kind="belief")


def consider(s: Sentence, i: int, _sure: float) -> Hit | None:
    """To hold to be so; not to think over ('consider the offer'), not an order to the reader."""
    if i == s.first or s.word(i - 1) in ("to", "will", "must", "should", "when", "please", "one"):
        return Hit("thinks-over", 0.25)
    return _active(s, i)


def regard(s: Sentence, i: int, sure: float) -> Hit | None:
    """'Is regarded as', 'seen by many as', 'widely viewed as'."""
    word = s.word(i)
    passive = s.passive(i) >= 0
    k = i + 1
    if s.word(k) == "to" and word in ("regarded", "viewed", "seen"):
        return Hit("is-regarded", 0.4) if passive and s.word(k + 1) == "be" else None
    reach = i + 9 if s.word(k) == "by" else i + 3
    for j in range(k, min(reach, s.last)):
        if s.lower[j] == "as" and s.gap(j) == "":
            loose = (
                not passive and not adverb(s.word(i - 1)) and s.gap(i) not in (",", "(") and s.word(i - 1) != "and"
            )
            if word == "seen" and loose and s.word(i - 1) in HAVE:
                return Hit("is-regarded", 0.4)
            return taken_in(s, i, "is-regarded", sure - (0.1 if loose else 0))
    if word == "regarded" and (adverb(s.word(i - 1)) or passive) and s.word(k) != "for":
        return Hit("is-regarded", 0.6)
    if word == "perceived" and s.word(i - 1) in DETERMINERS:
        return Hit("perceived-attribute", 0.4)
    return None


def regard_active(s: Sentence, i: int, sure: float) -> Hit | None:
    """'Many see it as', 'what they see as'."""
    before = s.word(i - 1)
    if (
        before.endswith("'s")
        or before in PREPOSITIONS - {"to"}
        or (before in DETERMINERS and before not in ("that", "some"))
    ):
        return None
    for j in range(i + 1, min(i + 6, s.last)):
        if s.gap(j):
            return None
        if s.lower[j] == "as":
            if s.word(j + 1) in ("well", "much", "many", "soon") or s.lower[j + 1 : j + 2] == ["if"]:
                return None
            if s.word(i - 2) == "what" and j == i + 1:
                return Hit("regards-as", 0.85)
            return Hit("regards-as", 0.68 if before in _VAGUE else sure)
    return None


RULES = {
    "believed": believed,
    "believe": believe,
    "think": think,
    "thought": thought,
    "feel": feel,
    "assume": assume,
    "assumed": assumed,
    "supposed": supposed,
    "considered": considered,
    "consider": consider,
    "regard": regard,
    "regard_active": regard_active,
}
