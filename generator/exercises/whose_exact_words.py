"""Whose exact words: a quotation -> only the words inside the marks that are the source's own."""

import re
from collections.abc import Iterator, Sequence

from generator.exercises import leaks
from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.places import lines_of_paragraph, quote_between
from generator.exercises.sources import same_source
from generator.exercises.statements import attribution_of, marked
from generator.model.dossier import Attribution, Block, Dossier, Passage, Quote
from generator.model.item import Item, KeyEntry, MarkKind, Question, Reject, TextSelection, TextSelectionAnswer

_QUOTED = re.compile(r"«([^«»]+)»|“([^“”]+)”|\"([^\"]+)\"")
_INSERTED = re.compile(r"\[[^\]]*\]")


class WhoseExactWords(ExerciseType):
    """Retold words and [words put in by the writer] are not the speaker's own."""

    name = "whose_exact_words"
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
        passage = dossier.passages[note.label]
        mine, inserted = _own_words(dossier, passage, note)
        same, name = _of_same(dossier, note), note.who or ""
        mark = MarkKind(id=scene.option(words.say("mark")).id, label=words.say("mark"), sign="underline")
        points, marking = scene.share(len(mine))
        lines = (min(q.first for q in mine), max(q.last for q in mine))
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem" if len(mine) == 1 else "stem.several", source=name, number=str(len(mine))),
                points=points,
                response=TextSelection(
                    passage=note.label,
                    lines=lines if scene.lane == "support" else lines_of_paragraph(passage, mine[0]),
                    marks=(mark,),
                    find=len(mine),
                ),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("brief", words=words.say("brief.gap").join(q.text for q in mine)),
                answer=TextSelectionAnswer(spans=tuple(marked(mark.id, q) for q in mine)),
                evidence=tuple(scene.evidence(q) for q in mine),
                rationale=words.say("rationale.inserted" if inserted else "rationale", source=name),
                marking=marking,
                accept=(words.say("accept.edges"),),
                reject=_rejects(note, inserted, scene),
            ),
            asks=frozenset(f"attribution:{a.id}:span" for a in same),
            tells=leaks.sources(dossier, *same) | leaks.told_standings(dossier, *same),
            minutes=scene.minutes or 1.5,
            difficulty=self.difficulty,
        )


def _shortage(dossier: Dossier, note: Attribution) -> str | None:
    """Why the speaker's own words cannot be told beyond dispute, if they cannot."""
    if note.form not in ("direct", "mixed"):
        return "not-quoted"
    if note.source is None or not note.who:
        return "no-source"
    passage = dossier.passages[note.label]
    block = passage.paragraph_of(note.content[0].start)
    if block.kind != "body" or any(passage.paragraph_of(q.start) != block for q in note.content):
        return "far-apart"
    pairs = ("“”", "«»")
    if any(block.text.count(pair[0]) != block.text.count(pair[1]) for pair in pairs) or block.text.count('"') % 2:
        return "open-quotation"
    quoted = list(_quoted(passage, block))
    if not any(q.overlaps(c) for q in quoted for c in note.content):
        return "no-double-marks"
    contents = [c for a in dossier.attributions if a.label == note.label for c in a.content]
    if not all(any(q.overlaps(c) for c in contents) for q in quoted):
        return "stray-quotation"
    return None


def _quoted(passage: Passage, block: Block) -> Iterator[Quote]:
    """What stands inside double quotation marks in a paragraph, without the marks."""
    for match in _QUOTED.finditer(block.text):
        group = match.lastindex or 0
        yield quote_between(passage, block.start + match.start(group), block.start + match.end(group))


def _of_same(dossier: Dossier, note: Attribution) -> list[Attribution]:
    """The attributions of the same paragraph that have the same source."""
    passage = dossier.passages[note.label]
    block = passage.paragraph_of(note.content[0].start)
    return [
        other
        for other in dossier.attributions
        if other.label == note.label
        and any(block.start <= c.start < block.end for c in other.content)
        and same_source(dossier, note, other)
    ]


def _own_words(dossier: Dossier, passage: Passage, note: Attribution) -> tuple[list[Quote], list[Quote]]:
    """The source's own words in the paragraph, and what the writer put into them in square brackets."""
    contents = [c for a in _of_same(dossier, note) for c in a.content]
    mine: list[Quote] = []
    inserted: list[Quote] = []
    for quoted in _quoted(passage, passage.paragraph_of(note.content[0].start)):
        if not any(quoted.overlaps(c) for c in contents):
            continue
        at = 0
        for match in (*_INSERTED.finditer(quoted.text), None):
            end = match.start() if match else len(quoted.text)
            piece = quoted.text[at:end]
            if piece.strip(" ,.;"):
                start = quoted.start + at + len(piece) - len(piece.lstrip())
                mine.append(quote_between(passage, start, start + len(piece.strip())))
            if match:
                inserted.append(quote_between(passage, quoted.start + match.start(), quoted.start + match.end()))
                at = match.end()
    return mine, inserted


def _rejects(note: Attribution, inserted: Sequence[Quote], scene: Scene) -> tuple[Reject, ...]:
    """Words in square brackets, and the reporting words."""
    words = scene.words
    out = [Reject(text=q.text, why=words.say("reject.inserted")) for q in inserted]
    if note.cue is not None:
        out.append(Reject(text=note.cue.text, why=words.say("reject.cue")))
    return tuple(out)
