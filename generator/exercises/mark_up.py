"""Mark-up: one statement -> its source underlined, cue circled, content in brackets."""

from collections.abc import Sequence
from itertools import combinations
from typing import Literal

from generator.exercises import leaks
from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.places import lines_of_paragraph
from generator.exercises.sources import bystanders
from generator.exercises.statements import attribution_of, marked
from generator.model.dossier import Attribution, Dossier, Quote
from generator.model.item import Item, KeyEntry, MarkKind, Question, Reject, TextSelection, TextSelectionAnswer

SIGNS: dict[str, Literal["underline", "circle", "bracket"]] = {
    "source": "underline",
    "cue": "circle",
    "content": "bracket",
}


class MarkUp(ExerciseType):
    """Three marks for one attribution; whoever was told is not the source."""

    name = "mark_up"
    skill = "attribution"
    kind = "text-selection"
    difficulty = 2

    def units(self, dossier: Dossier) -> Usable:
        units, short = [], []
        for note in dossier.attributions:
            reason = _shortage(dossier, note)
            if reason:
                short.append(Shortage(note.id, reason))
            else:
                units.append(Unit(note.id, (note.id,), (note.label,)))
        return Usable(tuple(units), tuple(short))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words, note = scene.words, attribution_of(dossier, units[0])
        names = {part: scene.option(words.say(f"mark.{part}")) for part in SIGNS}
        kinds = {p: MarkKind(id=name.id, label=name.text, sign=SIGNS[p]) for p, name in names.items()}
        spans = tuple(marked(kinds[part].id, q) for part, q in _parts(note))
        points, marking = scene.share(len(spans))
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem", says=note.says),
                points=points,
                response=TextSelection(
                    passage=note.label, lines=_range(dossier, note, scene), marks=tuple(kinds.values())
                ),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("brief", source=_text(note.source), cue=_text(note.cue)),
                answer=TextSelectionAnswer(spans=spans),
                evidence=tuple(scene.evidence(q, words.say(f"shows.{part}")) for part, q in _parts(note)),
                rationale=words.say("rationale", source=note.who or "", cue=_text(note.cue)),
                marking=marking,
                accept=(words.say("accept.edges"),),
                reject=_rejects(dossier, note, scene),
            ),
            asks=leaks.sources(dossier, note) | {f"attribution:{note.id}:span"},
            tells=leaks.statement(dossier, note),
            minutes=scene.minutes or 2.0,
            difficulty=self.difficulty,
        )


def _shortage(dossier: Dossier, note: Attribution) -> str | None:
    """Why the three marks cannot be told apart in this attribution, if they cannot."""
    if note.source is None:
        return "no-source"
    if any(a.says == note.says and a.label == note.label and a.id != note.id for a in dossier.attributions):
        return "said-twice"
    if note.cue is None:
        return "no-cue"
    pairs = combinations((note.source, note.cue, *note.content), 2)
    if any(one.overlaps(other) for one, other in pairs):
        return "overlap"
    if 0 in (q.first for q in note.quotes):
        return "headline"
    paragraphs = {dossier.passages[note.label].paragraph_of(q.start).start for q in note.quotes}
    return "far-apart" if len(paragraphs) > 1 else None


def _parts(note: Attribution) -> list[tuple[str, Quote]]:
    found = [("source", note.source), ("cue", note.cue), *(("content", q) for q in note.content)]
    return sorted(((part, q) for part, q in found if q is not None), key=lambda pair: pair[1].start)


def _text(quote: Quote | None) -> str:
    return quote.text if quote else ""


def _range(dossier: Dossier, note: Attribution, scene: Scene) -> tuple[int, int]:
    """Support gives the lines of the attribution, core its paragraph, extension the whole passage."""
    passage = dossier.passages[note.label]
    if scene.lane == "support":
        return note.quotes[0].first, max(q.last for q in note.quotes)
    if scene.lane == "core":
        return lines_of_paragraph(passage, note.quotes[0])
    return 1, passage.lines[-1].n


def _rejects(dossier: Dossier, note: Attribution, scene: Scene) -> tuple[Reject, ...]:
    """The recipient and others who are not the source."""
    out = [Reject(text=n.quote.text, why=n.why) for n in bystanders(dossier, note)]
    if note.recipient is not None and note.recipient.text not in {r.text for r in out}:
        out.append(Reject(text=note.recipient.text, why=scene.words.say("reject.recipient")))
    return tuple(out)
