"""Neutral swap: loaded words of the writer -> neutral ones that keep the facts."""

from collections.abc import Sequence
from itertools import combinations

from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.pairs import cite, evidence, lines_to_read, opening
from generator.model.dossier import Dossier, Wording
from generator.model.grammar import Grammar
from generator.model.item import Blank, BlankKey, Item, KeyEntry, Question, Reject, ShortText, ShortTextAnswer

LEFT_OVER = 3
"""Words in a bank that fit nowhere, at most."""
LONGEST = 4
"""How many words a loaded phrase in a bank may have."""


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
        some = _chosen(scene, dossier, noted, scene.how_many(2, 3, 4))
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
                prompt=words.say("prompt.one" if len(notes) == 1 else "prompt"),
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


def _chosen(scene: Scene, dossier: Dossier, noted: Sequence[Wording], most: int) -> list[Wording]:
    """So many of the notes, in their order; for support such as a bank can tell apart, where there are any."""
    if scene.lane != "support" or len(noted) <= most:
        return scene.sample(noted, most)
    sets = scene.shuffled(list(notes) for notes in combinations(noted, most))
    return max(sets, key=lambda notes: _apart(dossier, notes))


def _apart(dossier: Dossier, notes: Sequence[Wording]) -> int:
    """How well a bank tells the places apart: each has a word of its own (1), and no two of one form (2)."""
    words = _own_words(notes)
    if len(words) < len(notes):
        return 0
    return 1 + (len({_ending(dossier.grammar, word) for word in words}) == len(words))


def _own_words(notes: Sequence[Wording]) -> list[str]:
    """For each note its first neutral word that no other of them accepts; fewer where one has none."""
    found = []
    for note in notes:
        elsewhere = {word.casefold() for other in notes if other is not note for word in other.neutral}
        found += [word for word in note.neutral if word.casefold() not in elsewhere][:1]
    return found


def _bank(scene: Scene, dossier: Dossier, notes: Sequence[Wording]) -> tuple[str, ...]:
    """One word that fits for each place, and words that fit nowhere; none where two places would take one word.

    Those left over are loaded themselves, if possible with the ending of a word that fits: of neutral ones, no one
    could say that they are wrong. None begins with a capital letter, which would tell its place.
    """
    fitting = _own_words(notes)
    if scene.lane != "support" or len(fitting) < len(notes):
        return ()
    forms = {_ending(dossier.grammar, word) for word in (*fitting, *(note.quote.text for note in notes))} - {""}
    right = {word.casefold() for note in notes for word in note.neutral}
    loaded = scene.shuffled(
        note
        for note in dossier.wording
        if note not in notes and not note.arguable and _fit_for_a_bank(note, right)
    )
    alike = [note for note in loaded if _ending(dossier.grammar, note.quote.text) in forms]
    own = [_small(note, word) for note, word in zip(notes, fitting, strict=True)]
    bank = dict.fromkeys([*own, *(_small(note, note.quote.text) for note in (alike or loaded)[:LEFT_OVER])])
    return tuple(scene.shuffled(bank)) if len(bank) > len(notes) else ()


def _fit_for_a_bank(note: Wording, right: set[str]) -> bool:
    """Whether loaded words may stand in the bank: they are no long phrase, and nothing that is accepted."""
    return note.quote.text.casefold() not in right and len(note.quote.text.split()) <= LONGEST


def _small(note: Wording, words: str) -> str:
    """The words as they stand inside a sentence, where the noted ones begin it."""
    return words[:1].lower() + words[1:] if note.quote.text[:1].isupper() else words


def _ending(grammar: Grammar, words: str) -> str:
    """The ending that shows the form of the first word."""
    return grammar.first("forms", words.split()[0])
