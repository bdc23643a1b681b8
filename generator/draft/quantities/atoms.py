"""All single amounts of a text, not yet ranges."""

from collections.abc import Sequence

from generator.draft.marks import Span
from generator.draft.quantities.atom import Atom
from generator.draft.quantities.digits import in_digits
from generator.draft.quantities.spelt import in_words
from generator.draft.text import Text


def atoms(text: Text, taken: Sequence[Span]) -> list[Atom]:
    """In the order of the text, without those that touch a stretch that is taken (by dates, in order)."""
    out: list[Atom] = []
    at = 0
    for atom in sorted([*in_digits(text, taken), *in_words(text)], key=lambda a: (a.start, -a.end)):
        while at < len(taken) and taken[at][1] <= atom.start:
            at += 1
        free = at == len(taken) or taken[at][0] >= atom.end
        if free and (not out or atom.start >= out[-1].end):
            out.append(atom)
    return out
