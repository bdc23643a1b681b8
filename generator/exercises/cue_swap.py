"""Cue swap: the reporting word of a statement -> what it does, and what other words in its place would do."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from generator.exercises import leaks
from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.places import find_words, sentence_around
from generator.exercises.statements import attribution_of
from generator.model.dossier import Attribution, Dossier, Quote
from generator.model.item import (
    Blank,
    BlankKey,
    Item,
    KeyEntry,
    Option,
    Question,
    Reject,
    ShortText,
    ShortTextAnswer,
    Table,
)
from generator.model.vocabulary import Strength

Effect = Literal["neutral", "distancing", "endorsing"]
"""What a cue does to a statement: only reports it, keeps a distance, takes it as a fact."""
EFFECTS: tuple[Effect, ...] = get_args(Effect)
COMMON = 2
"""How often a neutral cue must stand in the notes: one that stands there once ('hoped') may say more."""
SHOWN = 2
"""How many words of a list are plain enough to be shown and classed; the rest are only accepted."""

Forms = tuple[str, ...]
"""The forms of one cue, such as past, present and plural."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A cue and what it does, each of them given or asked."""

    option: Option
    word: BlankKey
    effect: BlankKey
    gives: frozenset[str]


class CueSwap(ExerciseType):
    """The word changes what the writer shows of the statement, not what the source says."""

    name = "cue_swap"
    skill = "attribution"
    kind = "short-text"
    difficulty = 2

    def units(self, dossier: Dossier) -> Usable:
        often = Counter(
            (note.cue.text.casefold(), note.strength)
            for note in dossier.attributions
            if note.cue is not None and note.strength is not None
        )
        units, short = [], []
        for note in dossier.attributions:
            reason = _trouble(dossier, note, often)
            if reason:
                short.append(Shortage(note.id, reason))
            else:
                units.append(Unit(note.id, (note.id,), (note.label,)))
        return Usable(tuple(units), tuple(short))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words, note = scene.words, attribution_of(dossier, units[0])
        assert note.cue is not None
        rows, swaps = _rows(note, note.cue, scene)
        table, blanks, keys = _table(rows, scene)
        told = {
            "who": note.who or "",
            "says": note.says,
            "place": words.say("place.report", passage=note.label),
            "cue": note.cue.text,
        }
        support = scene.lane == "support"
        points, marking = scene.share(len(blanks))
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem.given" if support else "stem", **told),
                points=points,
                hints=scene.where_to_look(dossier, note.quotes),
                response=ShortText(blanks=blanks, table=table, bank=_bank(rows, scene)),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("list.semicolon").join(
                    words.say("brief.row", row=row.word.model, answer=row.effect.model) for row in rows
                ),
                answer=ShortTextAnswer(blanks=keys),
                evidence=(
                    scene.evidence(note.cue, words.say(f"effect.{_effect(note)}")),
                    *(scene.evidence(q, words.say("shows.rest")) for q in note.quotes if q != note.cue),
                ),
                rationale="\n".join(
                    (
                        words.say(f"rationale.{_effect(note)}", **told),
                        *(words.say(f"change.{_effect(note)}.{to}", new=word, **told) for word, to in swaps),
                        words.say("rationale.same", **told),
                    )
                ),
                marking=marking,
                accept=(words.say("accept.other"), words.say("accept.form")),
                reject=_rejects(scene),
            ),
            asks=frozenset(f"attribution:{note.id}:{fact}" for fact in ("cue", "span")),
            tells=leaks.sources(dossier, note) | leaks.statement(dossier, note),
            minutes=scene.minutes or 0.5 * len(blanks) + 1.0,
            difficulty=self.difficulty,
        )


def _trouble(dossier: Dossier, note: Attribution, often: Counter[tuple[str, Strength]]) -> str | None:
    """Why the cue cannot be swapped with one defensible answer, if it cannot."""
    if note.cue is None:
        return "no-cue"
    if note.source is None:
        return "no-source"
    if note.strength is None:
        return "no-strength"
    if note.strength == "asserting":
        return "asserting"
    if {strength for cue, strength in often if cue == note.cue.text.casefold()} != {note.strength}:
        return "two-strengths"
    if note.strength == "neutral" and often[note.cue.text.casefold(), "neutral"] < COMMON:
        return "rare"
    if any(marker.quote.overlaps(note.cue) for marker in dossier.markers):
        return "marked"
    sentence = sentence_around(dossier.passages[note.label], note.cue)
    return "twice" if len(find_words(sentence.text, note.cue.text)) > 1 else None


def _effect(note: Attribution) -> Effect:
    return next(effect for effect in EFFECTS if effect == note.strength)


# -- word lists ------------------------------------------------------------------------------------


def _cues(scene: Scene, strength: Strength) -> list[Forms]:
    """The cues of a strength in the wording: between commas, their forms between strokes."""
    entries = scene.words.say(f"cues.{strength}").split(",")
    return [tuple(form.strip() for form in entry.split("/")) for entry in entries if entry.strip()]


def _number_of_form(scene: Scene, own: str) -> int:
    """Which of its forms the report's own cue has; the first where no list knows it."""
    every = [forms for strength in get_args(Strength) for forms in _cues(scene, strength)]
    return next((forms.index(own.casefold()) for forms in every if own.casefold() in forms), 0)


# -- rows ------------------------------------------------------------------------------------------


def _rows(note: Attribution, cue: Quote, scene: Scene) -> tuple[list[_Row], list[tuple[str, Effect]]]:
    """The rows, and the words other than the report's own with what they do.

    First the report's own cue, which support finds given. Then new cues to class, two for extension, else one;
    last an effect that the report's own cue does not have, for which to write a cue.
    """
    own, words = _effect(note), scene.words
    wanted, *_ = scene.shuffled(effect for effect in EFFECTS if effect != own)
    to_class = scene.shuffled(
        (word, effect) for effect in EFFECTS if effect != wanted for word in _plain(scene, effect, cue.text)
    )[: 2 if scene.lane == "extension" else 1]
    swaps = [*to_class, (_plain(scene, wanted, cue.text)[0], wanted)]
    known = BlankKey(model=cue.text, accept=_with_source(note, cue))
    given = frozenset({"word"}) if scene.lane == "support" else frozenset[str]()
    rows = [_Row(scene.option(words.say("row.own")), known, _effect_key(own, scene), given)]
    for number, (word, effect) in enumerate(swaps, start=1):
        rows.append(
            _Row(
                scene.option(words.say("row.new", number=str(number))),
                BlankKey(model=word, accept=_fitting(scene, effect, cue.text, word)),
                _effect_key(effect, scene),
                frozenset({"effect" if number == len(swaps) else "word"}),
            )
        )
    return rows, swaps


def _plain(scene: Scene, effect: Effect, own: str) -> list[str]:
    """Cues plain enough to be shown, in the form of the report's own, without it."""
    form = _number_of_form(scene, own)
    first = _cues(scene, effect)[:SHOWN]
    return [forms[min(form, len(forms) - 1)] for forms in first if own.casefold() not in forms]


def _fitting(scene: Scene, effect: Effect, own: str, model: str) -> tuple[str, ...]:
    """Every form of every cue with this effect, but for the report's own and the model."""
    every = (forms for forms in _cues(scene, effect) if own.casefold() not in forms)
    return tuple(dict.fromkeys(text for forms in every for text in forms if text != model))


def _effect_key(effect: Effect, scene: Scene) -> BlankKey:
    accept = scene.words.say(f"effect.{effect}.accept").split(",")
    return BlankKey(model=scene.words.say(f"effect.{effect}"), accept=tuple(text.strip() for text in accept))


def _with_source(note: Attribution, cue: Quote) -> tuple[str, ...]:
    """The cue together with the source next to it, in the order of the text."""
    if note.source is None:
        return ()
    first, last = sorted((note.source, cue), key=lambda quote: quote.start)
    return (f"{first.text} {last.text}",)


def _table(rows: Sequence[_Row], scene: Scene) -> tuple[Table, tuple[Blank, ...], dict[str, BlankKey]]:
    """The table, its blanks, and what is accepted in each."""
    columns = {name: scene.option(scene.words.say(f"column.{name}")) for name in ("word", "effect")}
    given: dict[str, str] = {}
    blanks: list[Blank] = []
    keys: dict[str, BlankKey] = {}
    for row in rows:
        for name, key in (("word", row.word), ("effect", row.effect)):
            column = columns[name]
            if name in row.gives:
                given[f"{row.option.id}:{column.id}"] = key.model
            else:
                id_ = scene.option(f"{row.option.text} {column.text}").id
                label = scene.words.say("brief.row", row=row.option.text, answer=column.text)
                blanks.append(Blank(id=id_, label=label, row=row.option.id, column=column.id))
                keys[id_] = key
    table = Table(
        corner=scene.words.say("corner"),
        rows=tuple(row.option for row in rows),
        columns=tuple(columns.values()),
        given=given,
    )
    return table, tuple(blanks), keys


def _bank(rows: Sequence[_Row], scene: Scene) -> tuple[str, ...]:
    """The three effects; for support also cues to write, one of each effect that has one to spare."""
    effects = tuple(scene.words.say(f"effect.{effect}") for effect in EFFECTS)
    if scene.lane != "support":
        return effects
    own, taken = rows[0].word.model, {row.word.model for row in rows}
    wanted = [row.word.model for row in rows if "word" not in row.gives]
    more: list[str] = []
    for effect in EFFECTS:
        found = _plain(scene, effect, own)
        if not set(found) & set(wanted):
            more += [word for word in found if word not in taken][:1]
    return (*effects, *scene.shuffled([*wanted, *more]))


def _rejects(scene: Scene) -> tuple[Reject, ...]:
    """Words that show how strongly the speaker speaks; and two misreadings of what a cue does."""
    words = scene.words
    forceful = words.say("list.comma").join(forms[0] for forms in _cues(scene, "asserting"))
    return tuple(
        Reject(text=words.say(f"reject.{key}", words=forceful), why=words.say(f"reject.{key}.why"))
        for key in ("force", "false", "proof")
    )
