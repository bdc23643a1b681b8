"""Limiting words: one sentence -> the words in it that limit how sure or how exact it is."""

from collections.abc import Iterator, Sequence

from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.leaks import told_standings
from generator.exercises.places import find_words, quote_between, sentence_around
from generator.exercises.statements import LIMITING_KINDS, marker_of, markers_in
from generator.model.dossier import Dossier, Marker, Quote
from generator.model.item import Choice, ChoiceAnswer, Item, KeyEntry, Question

LEAST, MOST = 2, 3


class LimitingWords(ExerciseType):
    """The other options are words of the same sentence that readers take for limits: boosters, cues, names."""

    name = "limiting_words"
    skill = "uncertainty"
    kind = "choice"
    difficulty = 1

    def units(self, dossier: Dossier) -> Usable:
        units, short = [], []
        for note in dossier.markers:
            if note.kind not in LIMITING_KINDS:
                short.append(Shortage(note.id, "kind"))
            elif not note.effect:
                short.append(Shortage(note.id, "no-effect"))
            elif len(_wrong(dossier, note)) < LEAST:
                short.append(Shortage(note.id, "no-distractor"))
            else:
                units.append(Unit(note.id, (note.id,), (note.label,)))
        return Usable(tuple(units), tuple(short))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words, note = scene.words, marker_of(dossier, units[0])
        sentence = sentence_around(dossier.passages[note.label], note.quote)
        right = scene.option(note.quote.text)
        pool = list(_wrong(dossier, note).items())
        wrong = [(scene.option(text), why) for text, why in scene.sample(pool, MOST)]
        points, marking = scene.share(1)
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem"),
                extracts=(scene.extract(sentence),),
                points=points,
                hints=(words.say("hint"),) if scene.lane == "support" else (),
                response=Choice(options=tuple(scene.shuffled([right, *(option for option, _ in wrong)]))),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=note.quote.text,
                answer=ChoiceAnswer(option=right.id),
                evidence=(scene.evidence(note.quote),),
                rationale=words.say("rationale", marker=note.quote.text, effect=note.effect or ""),
                marking=marking,
                misreadings={o.id: words.say(f"misreading.{why}", words=o.text) for o, why in wrong},
            ),
            asks=frozenset({f"marker:{note.id}:text", f"marker:{note.id}:effect"}),
            tells=frozenset({f"marker:{note.id}:text"}) | told_standings(dossier, note),
            minutes=scene.minutes or 1.0,
            difficulty=self.difficulty,
        )


def _values(dossier: Dossier, note: Marker, sentence: Quote) -> Iterator[Quote]:
    """What the sentence claims: the values of its claims, where they stand in it word for word."""
    passage = dossier.passages[note.label]
    for claim in dossier.claims:
        side = claim.sides.get(note.label)
        if side is None or side.quote is None or not side.quote.overlaps(sentence):
            continue
        for value in (side.value, *side.accept):
            for at in find_words(sentence.text, value or "")[:1]:
                yield quote_between(passage, sentence.start + at, sentence.start + at + len(value or ""))


def _wrong(dossier: Dossier, note: Marker) -> dict[str, str]:
    """Words of the same sentence that do not limit it -> the misreading that takes them for limits.

    Left out is whatever might limit after all: words in or around a marker, distancing cues, and unnamed
    sources ("some residents") unless the notes hold every vague word of the report.
    """
    passage = dossier.passages[note.label]
    sentence = sentence_around(passage, note.quote)
    markers, every_marker = markers_in(dossier, sentence), "markers" in passage.complete
    found: list[tuple[Quote, str]] = [(m.quote, "booster") for m in markers if m.kind == "booster"]
    for said in dossier.attributions:
        if said.label != note.label:
            continue
        if said.cue is not None and said.strength in ("neutral", "asserting"):
            found.append((said.cue, "cue"))
        if said.source is not None and (said.source_kind != "unnamed" or every_marker):
            found.append((said.source, "source"))
        if said.recipient is not None:
            found.append((said.recipient, "name"))
        found.extend((other.quote, "name") for other in said.not_source)
    found.extend((quote, "value") for quote in _values(dossier, note, sentence))
    found.extend((quote, "name") for e in dossier.entities for quote in e.labels.get(note.label, ()))
    loaded = (w for w in dossier.wording if w.label == note.label and not w.arguable)
    found.extend((word.quote, "loaded") for word in loaded)
    held = [m for m in markers if m.kind != "booster"]
    out: dict[str, str] = {}
    used = [m.quote for m in held]
    for quote, why in found:
        inside = quote.overlaps(sentence) and sentence.start <= quote.start and quote.end <= sentence.end
        if inside and not any(quote.overlaps(q) for q in used) and sentence.text.count(quote.text) == 1:
            out[quote.text] = why
            used.append(quote)
    return out
