"""Attributions -> the people whom the reports quote, and the words with which each report introduces them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.exercises.names import entities_at, labels_of, share_words
from generator.exercises.places import find_words
from generator.exercises.sources import same_source
from generator.model.dossier import Attribution, Dossier, Quote


@dataclass(frozen=True, slots=True)
class Introduction:
    """A source in one report; `words` is None where the report does not introduce it.

    `proof` is what shows it: the words of the introduction, or all places where the source is named. `around`
    is the text of all sentences that name it.
    """

    note: Attribution
    name: str
    words: Quote | None
    proof: tuple[Quote, ...]
    around: str

    @property
    def label(self) -> str:
        return self.note.label

    def might_take(self, words: Quote | None) -> bool:
        """Whether somebody else's introduction could be called right too, for it stands beside this source."""
        if words is None or (self.words and words.text == self.words.text):
            return False
        return bool(find_words(self.around, words.text))


def by_person(dossier: Dossier) -> list[list[Attribution]]:
    """The attributions by their source, as far as they may have the same one."""
    found: list[list[Attribution]] = []
    for note in dossier.attributions:
        if note.source is None:
            continue
        known = next((p for p in found if any(same_source(dossier, note, other) for other in p)), None)
        if known is None:
            found.append([note])
        else:
            known.append(note)
    return found


def introductions(dossier: Dossier, person: Sequence[Attribution]) -> list[Introduction]:
    """A row for each report that introduces the source, or plainly does not."""
    found = []
    for label in dossier.labels:
        notes = [note for note in person if note.label == label]
        row = _introduced(dossier, notes) if any(n.introduced for n in notes) else _silent(dossier, notes)
        if row is not None:
            found.append(row)
    return found


def _introduced(dossier: Dossier, notes: Sequence[Attribution]) -> Introduction | None:
    """The first introduction in a report, with the name that stands beside it."""
    for note in sorted(notes, key=lambda n: n.introduced.start if n.introduced else 0):
        if note.introduced is not None and note.who is not None and _is_told(dossier, note, note.who):
            if share_words(note.who, note.introduced.text, dossier.grammar):
                continue
            around = _around(dossier, (note.introduced, *(n.source for n in notes if n.source)))
            return Introduction(note, note.who, note.introduced, (note.introduced,), around)
    return None


def _silent(dossier: Dossier, notes: Sequence[Attribution]) -> Introduction | None:
    """A person whom a report only names. It must be beyond doubt that no words of it introduce the person.

    So the notes on the report mention introductions elsewhere, but here neither role nor description.
    """
    named = [n for n in notes if n.source_kind == "person" and n.who and _is_told(dossier, n, n.who)]
    if not named or any(n.role or n.source_kind != "person" for n in notes):
        return None
    if not any(n.introduced for n in dossier.attributions if n.label == notes[0].label):
        return None
    first = max(named, key=lambda n: len((n.who or "").split()))
    name = first.who or ""
    places = [n.source for n in notes if n.source is not None]
    known = [e for place in places for e in entities_at(dossier, place)]
    labels = [q for e in known for q in labels_of(dossier, e, first.label)]
    if not name.split()[-1][0].isupper() or any(not share_words(q.text, name, dossier.grammar) for q in labels):
        return None
    return Introduction(first, name, None, tuple(dict.fromkeys(places)), _around(dossier, places))


def _around(dossier: Dossier, quotes: Iterable[Quote]) -> str:
    return " ".join(dossier.passages[q.label].sentence_of(q) for q in dict.fromkeys(quotes))


def _is_told(dossier: Dossier, note: Attribution, name: str) -> bool:
    """Whether the report itself has this name for the source, and it is more than a pronoun."""
    passage = dossier.passages[note.label]
    return not passage.grammar.has("pronouns", name) and bool(find_words(passage.text, name))
