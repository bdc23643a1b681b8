"""What is asked and what the key says of it, as XHTML: taken piece by piece through the carrier."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.export.carrier import Carrier, Say
from generator.export.texts import bullets, counted, paragraph, quoted, reference, rich
from generator.model.booklet import Worksheet
from generator.model.item import (
    Answer,
    ChoiceAnswer,
    Evidence,
    Grid,
    GridAnswer,
    KeyEntry,
    Match,
    MatchAnswer,
    MultiChoiceAnswer,
    Option,
    OrderAnswer,
    Question,
    ShortText,
    ShortTextAnswer,
    TextSelection,
    TextSelectionAnswer,
)
from generator.render.filters import dashes


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph with a heading, or a list with one; lines are XHTML."""

    head: str
    lines: tuple[str, ...]

    def html(self) -> str:
        head = f"<strong>{rich(self.head)}:</strong>" if self.head else ""
        if len(self.lines) == 1:
            return paragraph(head, self.lines[0])
        return paragraph(head) + bullets(self.lines)


def html(notes: Sequence[Note]) -> str:
    """Notes one below the other; those without lines are left out."""
    return "".join(note.html() for note in notes if note.lines)


# -- what students read ----------------------------------------------------------------------------


def asked(carrier: Carrier, question: Question, say: Say, *, prompt: bool = True) -> tuple[Note, ...]:
    """The question without what is answered in: instruction, stem, words of the passages, help of the lane.

    Without `prompt` the caller writes the instruction elsewhere.
    """
    id_ = question.id
    carrier.take(id_, "id")
    told = rich(carrier.take(id_, "prompt")) if prompt else ""
    stem = carrier.take(id_, "stem")
    extracts = []
    for number, extract in enumerate(question.extracts):
        words = quoted(say, carrier.take(id_, "extract", str(number)))
        extracts.append(f"{rich(words)} ({rich(reference(say, extract.passage, extract.lines))})")
    hints = tuple(rich(hint) for hint in carrier.take_all(id_, "hint"))
    return (
        Note("", (f"<strong>{told}</strong>",) if told else ()),
        Note("", (rich(stem),) if stem else ()),
        *(Note("", (extract,)) for extract in extracts),
        Note(say("item.help"), hints),
    )


def about(carrier: Carrier, sheet: Worksheet, say: Say) -> tuple[Note, ...]:
    """What stands above the items: class and time, opening sentences, notes and the words to know."""
    carrier.take_all("", "facts")
    intro = carrier.take("", "intro")
    context, content = carrier.take("", "context-note"), carrier.take("", "content-note")
    words = tuple(f"<strong>{rich(w)}</strong>: {rich(carrier.take('', 'glossary', w))}" for w in sheet.glossary)
    facts = [
        say("head.grades", grades=dashes(sheet.grades)),
        counted(say, "minutes", sheet.minutes),
        counted(say, "marks", sheet.points),
    ]
    return (
        Note("", (rich(" · ".join(facts)),)),
        Note("", (rich(intro),) if intro else ()),
        Note(say("head.context"), (rich(context),) if context else ()),
        Note(say("head.content"), (rich(content),) if content else ()),
        Note(say("glossary.title"), words),
    )


# -- what teachers read, and students once they have answered ---------------------------------------


def reasons(carrier: Carrier, entry: KeyEntry, say: Say) -> tuple[Note, ...]:
    """Why the answer is right, and the words that prove it."""
    id_ = entry.id
    why = tuple(rich(line) for line in carrier.take(id_, "rationale").splitlines() if line)
    proofs: list[str] = []
    before: Evidence | None = None
    for number, evidence in enumerate(entry.evidence):
        words = rich(quoted(say, carrier.take(id_, "evidence", str(number))))
        says = rich(carrier.take(id_, "evidence", f"{number}:shows"))
        told = f"{words} ({rich(reference(say, evidence.passage, evidence.lines))})" + (
            f": {says}" if says else ""
        )
        # Words without a remark of their own belong to the next ones where these stand close by.
        near = before and not before.shows and before.passage == evidence.passage
        if near and before and abs(evidence.lines[0] - before.lines[1]) <= 1:
            proofs[-1] = f"{proofs[-1]} · {told}"
        else:
            proofs.append(told)
        before = evidence
    return (Note(say("key.why"), why), Note(say("key.evidence"), tuple(proofs)))


def for_marking(carrier: Carrier, question: Question, entry: KeyEntry, say: Say) -> tuple[Note, ...]:
    """The answer and all that a marker goes by."""
    id_ = entry.id
    carrier.take(id_, "answer")
    answers = tuple(answer_lines(carrier, question, entry.answer, say))
    any_of = carrier.take(id_, "enough")
    word = in_a_word(carrier, entry, say)
    return (
        word,
        Note(say("lms.answer"), answers if answers != word.lines else ()),
        Note("", (rich(say("key.any", n=any_of)),) if any_of else ()),
        *rules(carrier, entry, say),
    )


def in_a_word(carrier: Carrier, entry: KeyEntry, say: Say) -> Note:
    """The answer as the overview of the key has it."""
    return Note(say("key.answer"), (rich(carrier.take(entry.id, "brief")),))


def rules(carrier: Carrier, entry: KeyEntry, say: Say) -> tuple[Note, ...]:
    """How the marks are shared out, the levels of a rubric, and what else is accepted or not."""
    id_ = entry.id
    marking = carrier.take(id_, "marking")
    accept = tuple(rich(carrier.take(id_, "accept", str(n))) for n in range(len(entry.accept)))
    parts = ((carrier.take(id_, "reject", str(n)), f"{n}:why") for n in range(len(entry.reject)))
    reject = tuple(
        f"<strong>{rich(wrong)}</strong> – {rich(carrier.take(id_, 'reject', why))}" for wrong, why in parts
    )
    return (
        Note(say("key.marking"), (rich(marking),) if marking else ()),
        *_levels(carrier, entry, say),
        Note(say("key.accept"), accept),
        Note(say("key.reject"), reject),
    )


def misreadings(carrier: Carrier, question: Question, entry: KeyEntry, say: Say) -> Note:
    """The misreadings that wrong answers show, each with the words it belongs to."""
    names = dict(_named(question))
    lines = []
    for option in entry.misreadings:
        why = rich(carrier.take(entry.id, "misreading", option))
        lines.append(f"{rich(names[option])}: {why}" if option in names else why)
    return Note(say("key.misreading"), tuple(lines))


def _levels(carrier: Carrier, entry: KeyEntry, say: Say) -> Iterator[Note]:
    id_ = entry.id
    whole = carrier.take(id_, "sample")
    for number, level in enumerate(entry.rubric):
        names = rich(carrier.take(id_, "rubric", str(number)))
        sample = carrier.take(id_, "sample", str(number)) or (whole if level.sample == whole else "")
        example = f"<br/><em>{rich(say('key.sample'))}:</em> {rich(sample)}" if sample else ""
        name = carrier.take(id_, "rubric", f"{number}:level")
        yield Note(f"{name} ({counted(say, 'marks', level.points)})", (names + example,))
    if whole and all(level.sample != whole for level in entry.rubric):
        yield Note(say("key.sample"), (rich(whole),))


def answer_lines(carrier: Carrier, question: Question, answer: Answer, say: Say) -> Iterator[str]:
    """The right answer in words, a line for each part."""
    names = dict(_named(question))
    id_ = question.id
    if isinstance(answer, ChoiceAnswer):
        yield rich(names[answer.option])
    elif isinstance(answer, MultiChoiceAnswer):
        yield from (rich(names[option]) for option in answer.options)
    elif isinstance(answer, MatchAnswer | GridAnswer):
        pairs = answer.pairs if isinstance(answer, MatchAnswer) else answer.cells
        yield from (f"{rich(names[row])}: <strong>{rich(names[option])}</strong>" for row, option in pairs.items())
    elif isinstance(answer, OrderAnswer):
        carrier.take(id_, "any-order")
        at = 1
        for group in answer.groups:
            last = at + len(group) - 1
            places = str(at) if last == at else f"{at}–{last}"
            yield f"{places}: {rich('; '.join(names[option] for option in group))}"
            at = last + 1
    elif isinstance(answer, ShortTextAnswer):
        for blank, known in answer.blanks.items():
            others = [carrier.take(id_, "accept", f"{blank}:{n}") for n in range(len(known.accept))]
            more = f" ({rich(say('key.accept'))}: {rich('; '.join(others))})" if others else ""
            model = rich(carrier.take(id_, "answer", blank))
            yield f"{rich(names[blank])}: <strong>{model}</strong>{more}"
    elif isinstance(answer, TextSelectionAnswer):
        for number, span in enumerate(answer.spans):
            words = quoted(say, carrier.take(id_, "answer", str(number)))
            yield f"{rich(names[span.mark])}: {rich(words)} ({rich(reference(say, span.passage, span.lines))})"


def _named(question: Question) -> Iterator[tuple[str, str]]:
    """Ids of rows, options, blanks and marks with their words."""
    response = question.response
    options: tuple[Option, ...] = ()
    if isinstance(response, Match):
        options = (*response.rows, *response.options)
    elif isinstance(response, Grid):
        options = (*response.rows, *response.columns)
    elif isinstance(response, ShortText):
        yield from ((blank.id, blank.label) for blank in response.blanks)
    elif isinstance(response, TextSelection):
        yield from ((mark.id, mark.label) for mark in response.marks)
    else:
        options = getattr(response, "options", ())
    yield from ((option.id, option.text) for option in options)
