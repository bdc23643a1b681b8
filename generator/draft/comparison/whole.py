"""Two annotated reports -> how they compare."""

import datetime

from generator.draft.compared import Comparison
from generator.draft.comparison.alone import loaded, only
from generator.draft.comparison.confirmed import confirmed
from generator.draft.comparison.origins import origins
from generator.draft.comparison.pairing import Pairing
from generator.draft.comparison.related import english, same_text
from generator.draft.comparison.repeated import repeated
from generator.draft.comparison.side import Side
from generator.draft.comparison.verdicts import judged
from generator.draft.comparison.wording import shared_wording
from generator.draft.marks import Annotations
from generator.draft.text import Text

RELATED = 0.2
"""Below it, the reports are of two events: what they share is the language, and nothing is compared."""


def compare(
    a: Text,
    b: Text,
    in_a: Annotations,
    in_b: Annotations,
    datelines: tuple[datetime.date | None, datetime.date | None] = (None, None),
) -> Comparison:
    """The comparison of two reports; `datelines` are the days of which they are, where known.

    Two reports of different events give their `related` and nothing else; two in another language only what
    needs no knowledge of it, the words that they share.
    """
    sides = Side(a, in_a), Side(b, in_b)
    pairing = Pairing(*sides)
    same = same_text(a, b)
    related = 1.0 if same else round(pairing.related, 3)
    if related < RELATED:
        return Comparison(related=related)
    wording = shared_wording(a, b)
    if not english(a, b):
        return Comparison(wording=tuple(wording), related=related, same_text=same)
    pairs = [judged(pair, sides, pairing.spread, datelines) for pair in pairing.pairs]
    copies = [
        judged(pair, sides, pairing.spread, datelines)
        for pair in repeated(pairing, {(pair.a, pair.b) for pair in pairs})
    ]
    pairs += [pair for pair in copies if any(d.slot != "certainty" for d in pair.differences)]
    pairs += confirmed(pairing, {(pair.a, pair.b) for pair in pairs})
    return Comparison(
        pairs=tuple(sorted(pairs, key=lambda pair: (pair.a, pair.b))),
        only=tuple(only(pairing, pairs)),
        wording=tuple(wording),
        origins=tuple(origins(*sides, wording)),
        loaded=tuple(loaded(pairing.pairs)),
        related=related,
        same_text=same,
    )
