"""Booklet -> the four papers, each made from the booklet on its own and never from another paper."""

from dataclasses import dataclass
from hashlib import blake2b

from generator.assemble.booklet import reading_minutes
from generator.assemble.reading import reading_grade
from generator.assemble.voices import own_words, voices
from generator.load.prompts import Prompts
from generator.model.booklet import (
    AnnotatedCopy,
    AnnotatedPassage,
    AnswerKey,
    Booklet,
    ComparisonCell,
    ComparisonRow,
    Graph,
    GraphEdge,
    GraphNode,
    ItemTime,
    PassageFacts,
    SheetExtra,
    SheetLine,
    SheetPassage,
    SheetSection,
    TeacherNotes,
    TextMark,
    Worksheet,
)
from generator.model.dossier import Dossier, Lesson, Passage
from generator.model.words import Words


@dataclass(frozen=True)
class Papers:
    """What is printed for one variant in one lane; all bear the same form id."""

    worksheet: Worksheet
    key: AnswerKey
    notes: TeacherNotes


def make_papers(lesson: Lesson, booklet: Booklet, prompts: Prompts) -> Papers:
    """The papers of a booklet, with the general wording of its language."""
    sheet = _worksheet(lesson, booklet, prompts.of("own"))
    digest = blake2b(sheet.model_dump_json().encode(), digest_size=3).hexdigest().upper()
    sheet = sheet.model_copy(update={"form_id": f"{booklet.lesson}-{booklet.lane}-{booklet.variant}-{digest}"})
    return Papers(sheet, _answer_key(sheet, booklet), _teacher_notes(lesson, sheet, booklet, prompts))


def _worksheet(lesson: Lesson, booklet: Booklet, words: Words) -> Worksheet:
    file, dossier = lesson.file, booklet.dossier
    return Worksheet(
        form_id="",
        lesson=booklet.lesson,
        title=booklet.title,
        lane=booklet.lane,
        variant=booklet.variant,
        language=dossier.language,
        grades=file.level.grades,
        minutes=file.minutes,
        points=sum(item.question.points for item in booklet.items),
        intro=file.intro or words.say("sheet.intro"),
        skills=tuple(dict.fromkeys(s.skill for s in booklet.sections)),
        context_note=dossier.context_note,
        content_note=dossier.content_note,
        glossary=_glossary(dossier),
        measure=file.measure,
        passages=tuple(sheet_passage(p) for p in dossier.passages.values()),
        sections=tuple(
            SheetSection(
                skill=s.skill,
                intro=s.intro,
                items=tuple(item.question.id for item in s.items),
                points=sum(item.question.points for item in s.items),
            )
            for s in booklet.sections
        ),
        items=tuple(item.question for item in booklet.items),
    )


def _glossary(dossier: Dossier) -> dict[str, str]:
    """Only words that stand in a passage of this sheet."""
    text = "\n".join(p.text for p in dossier.passages.values()).casefold()
    return {word: meaning for word, meaning in sorted(dossier.glossary.items()) if word.casefold() in text}


def sheet_passage(passage: Passage) -> SheetPassage:
    """The passage as it is printed, its captions and links behind the line they follow."""
    extras = []
    for block in passage.blocks:
        if not block.is_evidence:
            before = [line.n for line in passage.lines if line.end <= block.start]
            extras.append(SheetExtra(kind=block.kind, text=block.text, after=max(before, default=0)))
    meta = passage.meta
    return SheetPassage(
        label=passage.label,
        title=meta.title,
        outlet=passage.outlet,
        outlet_note=meta.outlet_note,
        byline=meta.byline,
        published=meta.published.isoformat() if meta.published else None,
        place=meta.place,
        licence=meta.licence,
        kind=meta.kind,
        credit=meta.credit,
        language=passage.language,
        lines=tuple(SheetLine(n=line.n, text=line.text, start=line.start) for line in passage.lines),
        paragraphs=tuple(line.n for line in passage.lines if line.opens_paragraph),
        extras=tuple(extras),
    )


def _answer_key(sheet: Worksheet, booklet: Booklet) -> AnswerKey:
    return AnswerKey(
        form_id=sheet.form_id,
        lesson=sheet.lesson,
        title=sheet.title,
        lane=sheet.lane,
        variant=sheet.variant,
        language=sheet.language,
        draft=not booklet.dossier.reviewed,
        points=sheet.points,
        items=tuple(item.key for item in booklet.items),
    )


def _teacher_notes(lesson: Lesson, sheet: Worksheet, booklet: Booklet, prompts: Prompts) -> TeacherNotes:
    file, own = lesson.file, booklet.dossier
    return TeacherNotes(
        form_id=sheet.form_id,
        lesson=sheet.lesson,
        title=sheet.title,
        lane=sheet.lane,
        variant=sheet.variant,
        language=sheet.language,
        draft=not own.reviewed,
        grades=file.level.grades,
        ages=file.level.ages,
        minutes=file.minutes,
        reading_minutes=reading_minutes(lesson, own),
        points=sheet.points,
        summary=own.summary,
        goals=file.goals,
        standards=file.standards,
        steps=file.notes.steps,
        expect=file.notes.expect,
        discuss=file.notes.discuss,
        check_next=file.notes.check_next,
        passages=tuple(
            PassageFacts(
                label=p.label,
                title=p.meta.title,
                outlet=p.outlet,
                words=p.words,
                lines=max((line.n for line in p.lines), default=0),
                level=reading_grade([b.text for b in p.blocks if b.kind == "body"], p.language),
            )
            for p in own.passages.values()
        ),
        items=tuple(
            ItemTime(
                id=item.question.id,
                skill=item.question.skill,
                type=item.question.type,
                title=prompts.meta(item.question.type).title,
                minutes=item.minutes,
                points=item.question.points,
                difficulty=item.difficulty,
            )
            for item in booklet.items
        ),
        comparison=_comparison(own),
        graph=_graph(own),
        context_note=own.context_note,
        content_note=own.content_note,
        instruction_level=reading_grade([q.prompt.replace("**", "") for q in sheet.items], sheet.language),
    )


def _comparison(dossier: Dossier) -> tuple[ComparisonRow, ...]:
    rows = []
    for number, claim in enumerate(dossier.claims, 1):
        cells = {
            label: ComparisonCell(
                text=(side.value or (side.quote.text if side.quote else None)) if side.present else None,
                lines=(side.quote.first, side.quote.last) if side.quote else None,
            )
            for label, side in claim.sides.items()
        }
        rows.append(
            ComparisonRow(
                number=number, topic=claim.topic, cells=cells, relations=claim.relations, explain=claim.explain
            )
        )
    return tuple(rows)


def _graph(dossier: Dossier) -> Graph:
    origins = dossier.origins
    fed = {e.to for e in origins.edges}
    feeding = {e.from_ for e in origins.edges}
    return Graph(
        nodes=tuple(
            GraphNode(
                id=n.id,
                label=n.label,
                kind=n.kind,
                report=n.report if n.report in dossier.passages else None,
                root=n.id in feeding and n.id not in fed,
            )
            for n in origins.nodes.values()
        ),
        edges=tuple(GraphEdge(start=e.from_, end=e.to, how=e.how, basis=e.basis) for e in origins.edges),
    )


def annotated_copy(lesson: Lesson, dossier: Dossier, words: Words) -> AnnotatedCopy:
    """The passages of the lesson with attributions, markers, wording and claims marked."""
    return AnnotatedCopy(
        lesson=lesson.name,
        title=lesson.file.title,
        language=dossier.language,
        draft=not dossier.reviewed,
        measure=lesson.file.measure,
        context_note=dossier.context_note,
        passages=tuple(sheet_passage(p) for p in dossier.passages.values()),
        annotations=tuple(
            AnnotatedPassage(label=label, marks=_marks(dossier, label, words)) for label in dossier.passages
        ),
        comparison=_comparison(dossier),
        graph=_graph(dossier),
        voices=voices(dossier),
        own_words=own_words(dossier),
    )


def _marks(dossier: Dossier, label: str, words: Words) -> tuple[TextMark, ...]:
    marks: list[TextMark] = []
    for number, note in enumerate((a for a in dossier.attributions if a.label == label), 1):
        remark = words.say(
            "remark.attribution",
            source=note.who or words.say("remark.nobody"),
            basis=words.say(f"basis.{note.basis}"),
        )
        spans = [("source", note.source), ("cue", note.cue), *(("content", q) for q in note.content)]
        marks += [
            TextMark.model_validate(
                {"kind": kind, "start": q.start, "end": q.end, "number": number, "note": remark}
            )
            for kind, q in spans
            if q is not None
        ]
    for number, marker in enumerate((m for m in dossier.markers if m.label == label), 1):
        remark = words.say(f"marker.{marker.kind}")
        marks.append(
            TextMark(kind="marker", start=marker.quote.start, end=marker.quote.end, number=number, note=remark)
        )
    for number, wording in enumerate((w for w in dossier.wording if w.label == label), 1):
        key = "remark.arguable" if wording.arguable else "remark.loaded"
        remark = words.say(key)
        if wording.neutral:
            remark = words.say(
                "remark.neutral", remark=remark, words=words.say("list.comma").join(wording.neutral)
            )
        marks.append(
            TextMark(kind="wording", start=wording.quote.start, end=wording.quote.end, number=number, note=remark)
        )
    for number, claim in enumerate(dossier.claims, 1):
        side = claim.sides.get(label)
        if side is not None and side.quote is not None:
            marks.append(
                TextMark(
                    kind="claim",
                    start=side.quote.start,
                    end=side.quote.end,
                    number=number,
                    note=claim.topic,
                )
            )
    return tuple(sorted(marks, key=lambda m: (m.start, -m.end, m.kind, m.number)))
