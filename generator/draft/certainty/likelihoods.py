"""Words that put a thing down as likely, possible or doubtful."""

from generator.draft.certainty.grammar import (
    AUXILIARY,
    BE,
    DETERMINERS,
    MODALS,
    PERSONAL,
    PREPOSITIONS,
    WH,
    words,
)
from generator.draft.certainty.sentence import Hit, Sentence

_AS = words("as")
_FULL = words(
    "as any every all each only best highest lowest worst greatest maximum latest earliest shortest"
    " largest broadest simplest fullest strongest widest longest smallest quickest fastest most total"
    " not humanly no n't"
)
_OPENED = words("a an the his her its their this another one other of about and for several")


_DEEDS = words("suicide attempt murder attack victim winner effort hanging arson overdose bid breach")


def likely(s: Sentence, i: int, sure: float) -> Hit | None:
    """With 'is ... to' and 'most' taken in."""
    if s.word(i + 1) in ("voters", "voter") and s.word(i - 1) != "most":
        # A term of opinion polls.
        return Hit("likely-term", 0.45)
    first = i - 1 if s.word(i - 1) in ("most", "very") and s.gap(i) == "" else i
    if s.word(i - 1) in ("just", "as") and s.word(i + 1) in ("as", "to") and s.has(_AS, i + 1, i + 4):
        return Hit("probability", 0.75)
    return Hit("probability", sure, first, i + 1)


def unlikely(s: Sentence, i: int, sure: float) -> Hit | None:
    """Of a thing that may not happen; 'an unlikely hero' only means a surprising one."""
    attribute = s.word(i - 1) in DETERMINERS or s.word(i - 1) == "most"
    if attribute and s.word(i + 1) not in ("to", "event", "that", "") and s.gap(i + 1) == "":
        return Hit("unlikely-attribute", 0.5)
    return Hit("probability", sure)


def possibly(s: Sentence, i: int, sure: float) -> Hit | None:
    """Not 'as far as she possibly can'."""
    return (
        Hit("can-possibly", 0.5)
        if s.word(i - 1) in MODALS or s.word(i + 1) in MODALS
        else Hit("probability", sure)
    )


def probable(s: Sentence, i: int, sure: float) -> Hit | None:
    """Not the legal term 'probable cause'."""
    if s.word(i + 1) in ("cause", "plus") or s.word(i - 1) == "plus":
        return None
    return Hit("probability", sure)


def possible(s: Sentence, i: int, _sure: float) -> Hit | None:
    """'It is possible that', 'a possible attack'; not 'as soon as possible', 'made it possible to'."""
    before, following = s.word(i - 1), s.word(i + 1)
    if before in _FULL or before in ("if", "where", "wherever", "when", "whenever", "than", "far"):
        return Hit("possible-formula", 0.15)
    if s.has(words("highest best most all any every"), i - 4, i) and before not in BE:
        return Hit("possible-formula", 0.2)
    k = s.passive(i)
    if k >= 0:
        if following in ("to", "for", "by", "only", "with", "in", "through"):
            return Hit("possible-to-do", 0.3)
        if (
            following in ("that", "however", "but", "")
            or s.after(i) in (",", ".")
            or following in PERSONAL | DETERMINERS
        ):
            return Hit("possible-that", 0.9)
        return Hit("possible-is", 0.5)
    if before in ("it", "makes", "make", "made", "making", "become", "became"):
        return Hit("possible-made", 0.15)
    if following and following not in PREPOSITIONS and following not in WH and s.gap(i + 1) == "":
        return Hit("possible-attribute", 0.65 if before in _OPENED or before in PREPOSITIONS else 0.55)
    return Hit("possible-loose", 0.3)


def potential(s: Sentence, i: int, _sure: float) -> Hit | None:
    """The adjective in front of its noun."""
    following = s.word(i + 1)
    if not following or following in PREPOSITIONS | AUXILIARY | PERSONAL | DETERMINERS or s.gap(i + 1) != "":
        return None
    if following in ("and", "or", "that", "as", "energy", "difference") or s.capital(i):
        return Hit("potential-noun", 0.2)
    return Hit("potential-attribute", 0.45)


def uncertain(s: Sentence, i: int, sure: float) -> Hit | None:
    """Of a matter, not of a person's state of mind: both leave it open."""
    return Hit("uncertain", sure if s.passive(i) >= 0 or s.word(i - 1) in ("remains", "remain") else 0.5)


def maybe(s: Sentence, i: int, sure: float) -> Hit | None:
    """Not 'a maybe'."""
    return None if s.word(i - 1) in ("a", "big") else Hit("speculation", sure)


_NO_DOUBT = words("nobody few never no without beyond little any a of not")


def doubt(s: Sentence, i: int, sure: float) -> Hit | None:
    """Not 'no doubt', 'without doubt', 'beyond doubt'."""
    before = s.word(i - 1)
    if before in _NO_DOUBT or s.word(i - 2) in ("no", "without"):
        return Hit("no-doubt", 0.3)
    return Hit("doubt", sure)


def ruled_out(s: Sentence, i: int, sure: float) -> Hit | None:
    """Only with a negation before it: what has not been ruled out."""
    for k in range(i - 1, max(i - 5, s.first - 1), -1):
        if s.lower[k] in ("not", "cannot", "never") or s.lower[k].endswith("n't"):
            return Hit("not-ruled-out", sure + 0.1, k, i + 2)
    return None


def apparent(s: Sentence, i: int, sure: float) -> Hit | None:
    """In front of a noun ('an apparent suicide'), not 'it became apparent'."""
    following = s.word(i + 1)
    if (
        not following
        or s.passive(i) >= 0
        or s.word(i - 1) in ("become", "became", "becoming", "more", "heir", "most")
    ):
        return None
    if following in PREPOSITIONS | WH | AUXILIARY or s.gap(i + 1) or i == s.first:
        return None
    if following in _DEEDS:
        return Hit("apparent", 0.88)
    return Hit("apparent", sure if s.word(i - 1) in DETERMINERS else 0.5)


RULES = {
    "likely": likely,
    "unlikely": unlikely,
    "possibly": possibly,
    "probable": probable,
    "possible": possible,
    "potential": potential,
    "uncertain": uncertain,
    "maybe": maybe,
    "doubt": doubt,
    "ruled_out": ruled_out,
    "apparent": apparent,
}
