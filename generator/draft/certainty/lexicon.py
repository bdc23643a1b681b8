"""The list of markers, ready for looking up by the rarest word of an entry."""

from dataclasses import dataclass
from functools import lru_cache

from generator.draft.certainty.grammar import BE, adverb, words
from generator.draft.tables import table

_COMMON = words(
    "a an the of to in on at as it is are was were be been not no do does did has had have than that"
    " if or out until there more less fewer many much little know up over under some"
)


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of an entry: the words that fit, whether they belong to the marker, whether it may be empty."""

    words: frozenset[str]
    inside: bool = True
    adverb: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list. `anchor` is the number of the slot by which it is looked up."""

    slots: tuple[Slot, ...]
    anchor: int
    kind: str
    rule: str
    confidence: float

    def match(self, lower: list[str], at: int, first: int, last: int) -> tuple[int, int] | None:
        """The words (first, behind the last) of the marker whose anchor stands at `at`, within a sentence."""
        if len(self.slots) == 1:
            return at, at + 1
        begin = end = -1
        i = at
        for slot in reversed(self.slots[: self.anchor]):
            i -= 1
            if slot.adverb:
                while i >= first and adverb(lower[i]) and lower[i] != "not":
                    i -= 1
                i += 1
                continue
            if i < first or lower[i] not in slot.words:
                return None
            if slot.inside:
                begin = i
                end = max(end, i + 1)
        i = at - 1
        for slot in self.slots[self.anchor :]:
            i += 1
            if slot.adverb:
                while i < last and adverb(lower[i]) and lower[i] != "not":
                    i += 1
                i -= 1
                continue
            if i >= last or lower[i] not in slot.words:
                return None
            if slot.inside:
                begin = i if begin < 0 else begin
                end = i + 1
        return begin, end


def _slot(word: str) -> Slot:
    if word == "{adv}":
        return Slot(frozenset(), inside=True, adverb=True)
    if word == "{be}":
        return Slot(BE)
    if word.startswith("("):
        return Slot(frozenset(word.strip("()").split("|")), inside=False)
    return Slot(frozenset(word.split("|")))


def _anchor(slots: tuple[Slot, ...]) -> int:
    usable = [n for n, slot in enumerate(slots) if not slot.adverb and slot.inside]
    rare = [n for n in usable if slots[n].words.isdisjoint(_COMMON)]
    return (rare or usable)[0]


@lru_cache(maxsize=1)
def lexicon() -> dict[str, tuple[Entry, ...]]:
    """Anchor word -> its entries, the longest first."""
    found: dict[str, list[Entry]] = {}
    for entry_words, kind, rule, confidence in table("markers"):
        slots = tuple(_slot(word) for word in entry_words.split(" "))
        entry = Entry(slots, _anchor(slots), kind, rule, float(confidence))
        for word in slots[entry.anchor].words:
            found.setdefault(word, []).append(entry)
    return {word: tuple(sorted(entries, key=lambda e: -len(e.slots))) for word, entries in found.items()}
