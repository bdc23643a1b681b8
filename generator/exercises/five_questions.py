"""Five questions for a source: yes, no or can't tell, each with the words that show it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.exercises import leaks
from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.near_words import near_words
from generator.exercises.pairs import evidence
from generator.exercises.places import lines_of_sentence
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
from generator.model.particulars import TRUST, Judged

VERDICTS = ("yes", "no", "cannot-tell")
DONE_FOR_SUPPORT = 2
MAY_BE_SILENT = frozenset({"multiple", "verifies", "named"})
"""Questions for which silence is an answer of its own: no other source, no evidence, no name."""
ALSO = {"cannot-tell": "no", "yes": "cannot-tell"}
"""What can be defended beside the verdict on independence: that a part in the matter may be read into what the
source is, and that words which show an outsider do not rule out every stake."""


@dataclass(frozen=True, slots=True)
class _Row:
    question: str
    option: Option
    judged: Judged
    answer: BlankKey
    words: BlankKey
    given: bool


class FiveQuestions(ExerciseType):
    """'Can't tell' is a right answer, and so is 'not stated' wherever the report is silent."""

    name = "five_questions"
    skill = "attribution"
    kind = "short-text"
    difficulty = 2

    def units(self, dossier: Dossier) -> Usable:
        units, short = [], []
        for note in dossier.attributions:
            reason = _trouble(note)
            if reason:
                short.append(Shortage(note.id, reason))
            else:
                units.append(Unit(note.id, (note.id,), (note.label,)))
        return Usable(tuple(units), tuple(short))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words, note = scene.words, attribution_of(dossier, units[0])
        rows = _rows(dossier, note, scene)
        wanted = [row for row in rows if not row.given]
        table, blanks = _table(dossier, note, rows, scene)
        keys = {f"{row.option.id}:{name}": key for row in rows for name, key in _cells(row)}
        points, marking = replace(scene, points=scene.points or len(wanted)).share(len(blanks))
        told = {"says": note.says, "place": words.say("place.report", passage=note.label)}
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt", **told),
                stem=words.say("stem", **told),
                points=points,
                hints=scene.where_to_look(dossier, _proof(note)) if scene.lane == "core" else (),
                response=ShortText(
                    blanks=tuple(blanks.values()),
                    table=table,
                    bank=tuple(words.say(f"answer.{verdict}") for verdict in VERDICTS),
                ),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("list.semicolon").join(
                    words.say("brief.row", row=words.say(f"short.{row.question}"), answer=row.answer.model)
                    for row in rows
                ),
                answer=ShortTextAnswer(blanks={blank.id: keys[at] for at, blank in blanks.items()}),
                evidence=evidence(scene, _shown(note, rows, scene)),
                rationale="\n".join(_because(row, scene) for row in rows),
                marking=marking,
                accept=_accepts(note, wanted, scene),
                reject=_rejects(wanted, scene),
            ),
            asks=leaks.sources(dossier, note) | {f"trust:{note.id}:{row.question}" for row in wanted},
            tells=leaks.statement(dossier, note)
            | leaks.told_sides(dossier, note)
            | {f"trust:{note.id}:{row.question}" for row in rows if row.given},
            minutes=scene.minutes or float(len(wanted)),
            difficulty=self.difficulty,
        )


def _trouble(note: Attribution) -> str | None:
    """Why no safe table can be made of this attribution, if none can."""
    if note.trust is None:
        return "no-trust"
    if note.source is None:
        return "no-source"
    for question in TRUST:
        judged = note.trust[question]
        if judged.answer == "cannot-tell":
            if judged.quote is not None:
                return "open-with-quote"
        elif judged.quote is None and not (judged.answer == "no" and question in MAY_BE_SILENT):
            return "no-quote"
    if (note.trust["named"].answer, note.source_kind) in (("yes", "unnamed"), ("no", "person")):
        return "named"
    return "one-sided" if _one_sided(note.trust, TRUST) else None


def _verdicts(trust: dict[str, Judged], question: str) -> tuple[str, ...]:
    """The answer of the notes, and another that careful readers can defend."""
    answer = trust[question].answer
    return (answer, ALSO[answer]) if question == "independent" and answer in ALSO else (answer,)


def _one_sided(trust: dict[str, Judged], questions: Iterable[str]) -> bool:
    """Whether one answer would do for all these questions."""
    asked = list(questions)
    return any(all(verdict in _verdicts(trust, question) for question in asked) for verdict in VERDICTS)


def _rows(dossier: Dossier, note: Attribution, scene: Scene) -> list[_Row]:
    """One row a question, in the order of the sheet; support gets some of them done."""
    assert note.trust is not None
    done = _done(note.trust, scene)
    return [
        _Row(
            question,
            scene.option(scene.words.say(f"question.{question}")),
            note.trust[question],
            _answer(_verdicts(note.trust, question), scene),
            _words(dossier, note, question, scene),
            question in done,
        )
        for question in TRUST
    ]


def _done(trust: dict[str, Judged], scene: Scene) -> set[str]:
    """The questions that support finds answered: first one that is open to two answers, then the commonest.

    So those left still differ.
    """
    if scene.lane != "support":
        return set()
    open_ = list(scene.shuffled(TRUST))
    done: set[str] = set()
    while len(done) < DONE_FOR_SUPPORT:
        common = Counter(trust[question].answer for question in open_).most_common(1)[0][0]
        wide = [q for q in open_ if len(_verdicts(trust, q)) > 1]
        likely = [*wide, *(q for q in open_ if trust[q].answer == common), *open_]
        question = next(
            (q for q in likely if not _one_sided(trust, (other for other in open_ if other != q))), likely[0]
        )
        open_.remove(question)
        done.add(question)
    return done


def _cells(row: _Row) -> tuple[tuple[str, BlankKey], ...]:
    return ("answer", row.answer), ("words", row.words)


def _table(
    dossier: Dossier, note: Attribution, rows: Sequence[_Row], scene: Scene
) -> tuple[Table, dict[str, Blank]]:
    """The table, and its blanks by 'row id:name of the column'. Support has a column more, with the lines."""
    words, support = scene.words, scene.lane == "support"
    columns = {name: scene.option(words.say(f"column.{name}")) for name in ("answer", "words")}
    where = scene.option(words.say("column.where"))
    given: dict[str, str] = {}
    blanks: dict[str, Blank] = {}
    for row in rows:
        for name, key in _cells(row):
            at = f"{row.option.id}:{columns[name].id}"
            if row.given:
                given[at] = key.model
            else:
                id_ = scene.option(f"{row.option.text} {columns[name].text}").id
                blanks[f"{row.option.id}:{name}"] = Blank(
                    id=id_,
                    label=words.say(
                        "brief.row", row=words.say(f"short.{row.question}"), answer=columns[name].text
                    ),
                    row=row.option.id,
                    column=columns[name].id,
                )
        if support:
            given[f"{row.option.id}:{where.id}"] = _where(dossier, note, row.question, row.judged, scene)
    table = Table(
        corner=words.say("corner"),
        rows=tuple(row.option for row in rows),
        columns=(*columns.values(), *([where] if support else [])),
        given=given,
    )
    return table, blanks


def _where(dossier: Dossier, note: Attribution, question: str, judged: Judged, scene: Scene) -> str:
    """The sentence to read: that of the words that show it, or of the source where nothing does.

    Whether nobody else says it shows only in the whole report.
    """
    if question == "multiple" and judged.quote is None:
        return scene.words.say("where.whole", place=scene.words.say("place.report", passage=note.label))
    quote = judged.quote or note.source
    assert quote is not None
    first, last = lines_of_sentence(dossier.passages[note.label], quote)
    return scene.place(quote.model_copy(update={"first": first, "last": last}))


# -- what is accepted ------------------------------------------------------------------------------


def _answer(verdicts: Sequence[str], scene: Scene) -> BlankKey:
    """The first of the verdicts in words; the others are accepted."""
    words = scene.words
    others = [words.say(f"answer.{verdict}") for verdict in verdicts[1:]]
    other_words = [text for verdict in verdicts for text in _listed(scene, f"answer.{verdict}.accept")]
    return BlankKey(model=words.say(f"answer.{verdicts[0]}"), accept=tuple(dict.fromkeys((*others, *other_words))))


def _words(dossier: Dossier, note: Attribution, question: str, scene: Scene) -> BlankKey:
    """The words that show it with longer and shorter ones; 'not stated' where no words do."""
    assert note.trust is not None
    judged = note.trust[question]
    nothing = (scene.words.say("not-stated"), *_listed(scene, "nothing.accept"))
    passage, small = dossier.passages[note.label], _listed(scene, "small-words")
    beginnings = [quote for quote in (note.source, note.introduced, note.cue) if quote is not None]
    shown = dict.fromkeys(quote for quote in (judged.quote, *_beside(note, question)) if quote is not None)
    found = tuple(text for quote in shown for text in near_words(passage, quote, small, beginnings))
    if question == "named":
        pronoun = note.source.text if note.source and judged.answer == "no" else ""
        found = (*found, note.who or "", pronoun)
        silent = judged.answer == "no"
    else:
        silent = judged.quote is None or "cannot-tell" in _verdicts(note.trust, question)
    if judged.quote is None:
        found = (*nothing, *found) if question != "named" else (*found, *nothing)
    elif silent:
        found = (*found, *nothing)
    every = tuple(dict.fromkeys(text for text in found if text))
    return BlankKey(model=every[0], accept=every[1:])


def _beside(note: Attribution, question: str) -> tuple[Quote, ...]:
    """Further words that show it: what the source is, where that tells who may know or who has a part in it.

    Words that show how the source knows it show that it was in a position to know, too.
    """
    assert note.trust is not None
    answer = note.trust[question].answer
    label = note.introduced or (note.source if note.source_kind != "person" else None)
    labels = (label,) if label else ()
    if question == "independent":
        return labels
    if question != "authoritative" or answer == "cannot-tell":
        return ()
    knows = note.trust["verifies"]
    ways = (knows.quote,) if answer == knows.answer == "yes" and knows.quote else ()
    return (*labels, *ways)


def _listed(scene: Scene, key: str) -> tuple[str, ...]:
    """A list of words in the wording, between commas."""
    return tuple(word.strip() for word in scene.words.say(key).split(",") if word.strip())


# -- the rest of the key ---------------------------------------------------------------------------


def _proof(note: Attribution) -> list[Quote]:
    """The words that the answers rest on, and the source itself."""
    shown = [judged.quote for judged in (note.trust or {}).values() if judged.quote is not None]
    return [*shown, *([note.source] if note.source else [])]


def _shown(note: Attribution, rows: Sequence[_Row], scene: Scene) -> Iterable[tuple[Quote, str | None]]:
    """Every quote with the questions that it answers; the source itself last."""
    shows: dict[Quote, list[str]] = {}
    for row in rows:
        if row.judged.quote is not None:
            told = scene.words.say(
                "brief.row", row=scene.words.say(f"short.{row.question}"), answer=row.answer.model
            )
            shows.setdefault(row.judged.quote, []).append(told)
    yield from ((quote, scene.words.say("list.semicolon").join(told)) for quote, told in shows.items())
    if note.source is not None:
        yield note.source, None


def _because(row: _Row, scene: Scene) -> str:
    return scene.words.say(
        "because", row=scene.words.say(f"short.{row.question}"), answer=row.answer.model, why=row.judged.why
    )


def _accepts(note: Attribution, rows: Sequence[_Row], scene: Scene) -> tuple[str, ...]:
    """Which other answers and words will do."""
    assert note.trust is not None
    words, asked = scene.words, {row.question for row in rows}
    found = [words.say("accept.words")]
    if "independent" in asked and len(_verdicts(note.trust, "independent")) > 1:
        found.append(words.say(f"accept.independent.{note.trust['independent'].answer}"))
    if "authoritative" in asked and _beside(note, "authoritative"):
        found.append(words.say("accept.authoritative"))
    return (*found, words.say("accept.lines"))


def _rejects(rows: Sequence[_Row], scene: Scene) -> tuple[Reject, ...]:
    """Misreadings of the answers that are asked for."""
    answers = {row.question: row.judged.answer for row in rows}
    unclear = [question for question, answer in answers.items() if answer == "cannot-tell"]
    found = ["outsider"] if "independent" in unclear else []
    found += ["guess"] if any(question != "independent" for question in unclear) else []
    found += ["outlet"] if answers.get("multiple") == "no" else []
    found += ["name"] if answers.get("named") == "no" else []
    return tuple(
        Reject(text=scene.words.say(f"reject.{key}"), why=scene.words.say(f"reject.{key}.why"))
        for key in (*found, "sum")
    )
