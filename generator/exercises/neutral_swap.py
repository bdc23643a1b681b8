"""Neutral swap: loaded words of the writer -> neutral ones that keep the facts."""

from collections.abc import Sequence

from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.pairs import cite, evidence, lines_to_read, opening
from generator.model.dossier import Dossier, Wording
from generator.model.grammar import Grammar
from generator.model.item import Blank, BlankKey, Item, KeyEntry, Question, Reject, ShortText, ShortTextAnswer

LOADED = 2
"""Loaded words in a bank, at most."""


class NeutralSwap(ExerciseType):
    """Only the writer's own words: a speaker's may not be changed."""

    name = "neutral_swap"
    skill = "differences"
    kind = "short-text"
    rows = (1, 8)
    difficulty = 2

    def units(self, dossier: Dossier) -> Usable:
        units, shortages = [], []
        for note in dossier.wording:
            reason = _trouble(note)
            if reason:
                shortages.append(Shortage(note.id, reason))
            else:
                units.append(Unit(note.id, (note.id,), (note.label,)))
        return Usable(tuple(units), tuple(shortages))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words = scene.words
        wanted = {(unit.id, unit.labels[0]) for unit in units}
        noted = [note for note in dossier.wording if (note.id, note.label) in wanted]
        some = scene.sample(noted, scene.how_many(2, 3, 4))
        notes = sorted(some, key=lambda n: (n.label, n.quote.start))
        blanks = tuple(Blank(id=f"b{i}", label=cite(scene, note.quote)) for i, note in enumerate(notes, start=1))
        keys = {
            blank.id: BlankKey(model=note.neutral[0], accept=(*note.neutral[1:], *_nothing(scene, note)))
            for blank, note in zip(blanks, notes, strict=True)
        }
        points, marking = scene.share(len(notes))
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem.leave-out" if any(note.may_leave_out for note in notes) else "stem"),
                points=points,
                hints=lines_to_read(scene, dossier, (note.quote for note in notes)),
                response=ShortText(blanks=blanks, bank=_bank(scene, dossier, notes)),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("list.semicolon").join(
                    words.say("brief.row", row=blank.label, answer=keys[blank.id].model) for blank in blanks
                ),
                answer=ShortTextAnswer(blanks=keys),
                evidence=evidence(scene, ((note.quote, None) for note in notes)),
                rationale=" ".join(
                    words.say("because", text=opening(note.quote.text), effect=note.effect or "") for note in notes
                ),
                marking=marking,
                accept=(words.say("accept.other"), *_left_out(scene, notes)),
                reject=(
                    *(
                        Reject(text=note.quote.text, why=words.say("reject.same", effect=note.effect or ""))
                        for note in notes
                    ),
                    Reject(text=words.say("reject.other.text"), why=words.say("reject.other.why")),
                    *_needed(scene, notes),
                ),
            ),
            asks=frozenset(f"wording:{note.id}:neutral" for note in notes),
            minutes=scene.minutes or 1.0 * len(notes) + 0.5,
            difficulty=self.difficulty,
        )


def _trouble(note: Wording) -> str | None:
    if note.arguable:
        return "arguable"
    if note.voice != "writer":
        return note.voice
    if not note.neutral:
        return "no-neutral"
    return None if note.effect else "no-effect"


def _nothing(scene: Scene, note: Wording) -> tuple[str, ...]:
    """What a student may write who leaves the words out, where the sentence does without them."""
    ways = ("short", "it", "them", "nothing") if note.may_leave_out else ()
    return tuple(scene.words.say(f"nothing.{way}") for way in ways)


def _left_out(scene: Scene, notes: Sequence[Wording]) -> tuple[str, ...]:
    """For which words the key takes “leave out”."""
    found = [scene.words.say("quoted", text=note.quote.text) for note in notes if note.may_leave_out]
    return (scene.words.say("accept.nothing", words=scene.words.say("list.comma").join(found)),) if found else ()


def _needed(scene: Scene, notes: Sequence[Wording]) -> tuple[Reject, ...]:
    """For which words it does not, where the question speaks of leaving out at all."""
    found = [scene.words.say("quoted", text=note.quote.text) for note in notes if not note.may_leave_out]
    if not found or len(found) == len(notes):
        return ()
    text = scene.words.say("reject.nothing.text", words=scene.words.say("list.comma").join(found))
    return (Reject(text=text, why=scene.words.say("reject.nothing.why")),)


def _bank(scene: Scene, dossier: Dossier, notes: Sequence[Wording]) -> tuple[str, ...]:
    """More words to use than there are blanks, all of the same form as a word that fits.

    Besides a neutral word for each: other neutral words for the same, and loaded words of the reports with the
    same ending, for where the ending differs the form alone would tell.
    """
    if scene.lane != "support":
        return ()
    fitting = [note.neutral[0] for note in notes]
    grammar = dossier.grammar
    forms = {_ending(grammar, word) for word in fitting} - {""}
    others = [text for note in notes for text in note.neutral[1:]]
    loaded = [
        n.quote.text
        for n in dossier.wording
        if n not in notes and not n.arguable and _ending(grammar, n.quote.text) in forms
    ]
    more = dict.fromkeys(text for text in (*scene.shuffled(loaded)[:LOADED], *scene.shuffled(others)))
    bank = dict.fromkeys([*fitting, *list(more)[: len(notes) + 1]])
    return tuple(scene.shuffled(bank)) if len(bank) > len(notes) else ()


def _ending(grammar: Grammar, words: str) -> str:
    """The ending that shows the form of the first word."""
    return grammar.first("forms", words.split()[0])
