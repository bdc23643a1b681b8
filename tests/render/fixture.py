"""One whole set of papers with an item of every response kind, for the tests of pages and PDF."""

from functools import cache

from generator.model.booklet import (
    AnnotatedCopy,
    AnnotatedPassage,
    AnswerKey,
    ComparisonCell,
    ComparisonRow,
    Graph,
    GraphEdge,
    GraphNode,
    ItemTime,
    Mention,
    OwnWords,
    PassageFacts,
    SaidClaim,
    SheetPassage,
    SheetSection,
    TeacherNotes,
    TextMark,
    Voice,
    Worksheet,
)
from generator.model.files import Expected, Step
from generator.model.item import (
    Blank,
    BlankKey,
    Choice,
    ChoiceAnswer,
    Evidence,
    ExtendedText,
    ExtendedTextAnswer,
    Extract,
    Grid,
    GridAnswer,
    KeyEntry,
    MarkedSpan,
    MarkKind,
    Match,
    MatchAnswer,
    MultiChoice,
    MultiChoiceAnswer,
    Option,
    Order,
    OrderAnswer,
    Question,
    Reject,
    RubricLevel,
    ShortText,
    ShortTextAnswer,
    Table,
    TextSelection,
    TextSelectionAnswer,
)
from tests.render.story import MEASURE, passages, span

FORM = "market-clock-core-A-3F2A1C"
Pair = tuple[Question, KeyEntry]


def proof(p: SheetPassage, words: str, shows: str | None = None) -> Evidence:
    """Words of a passage as evidence."""
    return Evidence(passage=p.label, lines=span(p, words)[2], quote=words, shows=shows)


def options(*texts: str) -> tuple[Option, ...]:
    return tuple(Option(id=f"x{i}{len(text)}", text=text) for i, text in enumerate(texts))


@cache
def items() -> tuple[Pair, ...]:
    """Every response kind once and a few twice, in the order of the sheet."""
    return (
        _source(),
        _mark_up(),
        _how_they_know(),
        _grid(),
        _origins(),
        _rely_on(),
        _markers(),
        _certainty(),
        _hedge(),
        _table(),
        _neutral(),
        _compare(),
    )


def _source() -> Pair:
    a, _ = passages()
    picks = options("the Hollin Gazette", "the town clerk, Mira Osei", "the market committee")
    question = Question(
        id="clock/source",
        skill="attribution",
        type="source_or_channel",
        prompt="Choose the source of this statement.",
        stem="Who is the source of the statement that a worn spring was probably to blame? (A, lines 4–6)",
        points=1,
        hints=("Look at A, lines 4–6.",),
        response=Choice(options=picks),
    )
    key = KeyEntry(
        id=question.id,
        brief="the town clerk, Mira Osei",
        answer=ChoiceAnswer(option=picks[1].id),
        evidence=(proof(a, "She said a worn spring was probably to blame."),),
        rationale="The passage gives the source with the words “She said”: the clerk, Mira Osei, just named.",
        marking="1 mark.",
        misreadings={
            picks[0].id: "The Gazette only passed the words on. It is the channel, not the source.",
            picks[2].id: "The committee is the source of another statement, in lines 17–18.",
        },
    )
    return question, key


def _mark_up() -> Pair:
    a, _ = passages()
    first, last = span(a, "About forty stallholders")[2][0], span(a, "first customers.")[2][1]
    kinds = (
        MarkKind(id="source", label="the source", sign="underline"),
        MarkKind(id="cue", label="the reporting word", sign="circle"),
        MarkKind(id="content", label="what is said", sign="bracket"),
    )
    content = "About forty stallholders rely on the bell to open and close the market"
    marked = (("content", content), ("source", "Ms Osei"), ("cue", "said. Two"))
    spans = []
    for mark, words in marked:
        start, end, lines = span(a, words)
        cut = 5 if mark == "cue" else 0
        spans.append(
            MarkedSpan(
                mark=mark, passage="A", start=start, end=end - cut, lines=lines, text=words[: len(words) - cut]
            )
        )
    question = Question(
        id="clock/markup",
        skill="attribution",
        type="mark_up",
        prompt="Mark the source, the reporting word and what is said.",
        stem="",
        points=3,
        response=TextSelection(passage="A", lines=(first, last), marks=kinds, find=3),
    )
    key = KeyEntry(
        id=question.id,
        brief="Ms Osei · said · About forty stallholders …",
        answer=TextSelectionAnswer(spans=tuple(spans)),
        evidence=(proof(a, content),),
        rationale="The source and the reporting word stand behind what is said.",
        marking="1 mark for each of the 3.",
        accept=("the mark on “Ms Osei” with or without “Ms”",),
        reject=(Reject(text="stallholders as the source", why="They are talked about. They do not speak."),),
    )
    return question, key


def _how_they_know() -> Pair:
    a, b = passages()
    rows = options(
        "Mira Osei, on the last repair", "Ana Bell, on the thirteen strokes", "Dai Prosser, on the spring"
    )
    picks = options(
        "saw or heard it", "knows it from a record", "knows it from the job", "was told by someone else"
    )
    question = Question(
        id="clock/basis",
        skill="attribution",
        type="how_they_know",
        prompt="Match each source to how it could know.",
        stem="",
        points=3,
        response=Match(rows=rows, options=picks),
    )
    key = KeyEntry(
        id=question.id,
        brief="b, a, c",
        answer=MatchAnswer(
            pairs={rows[0].id: picks[1].id, rows[1].id: picks[0].id, rows[2].id: picks[2].id},
        ),
        evidence=(
            proof(a, "according to the hall’s own register", "Mira Osei"),
            proof(b, "“We all stood still and counted,”", "Ana Bell"),
            proof(a, "who looks after four town clocks", "Dai Prosser"),
        ),
        rationale="Each way of knowing is stated in the passage.",
        marking="1 mark for each of the 3.",
        misreadings={picks[3].id: "Nobody here says that somebody else told them."},
    )
    return question, key


def _grid() -> Pair:
    a, b = passages()
    rows = options(
        "The clock struck thirteen on Saturday.",
        "Forty or more people depend on the bell.",
        "The clock will work again.",
        "A steward rings a hand bell.",
    )
    columns = options(
        "agree", "same thing in other words", "differ in a detail", "contradict each other", "only in one"
    )
    question = Question(
        id="clock/grid",
        skill="corroboration",
        type="claim_grid",
        prompt="Tick how the two reports stand on each claim.",
        stem="",
        points=4,
        response=Grid(corner="Claim", rows=rows, columns=columns),
    )
    right = (1, 2, 3, 4)
    key = KeyEntry(
        id=question.id,
        brief="other words · detail · contradict · only in one",
        answer=GridAnswer(cells={row.id: columns[n].id for row, n in zip(rows, right, strict=True)}),
        evidence=(
            proof(a, "struck thirteen at noon on Saturday", rows[0].text),
            proof(b, "rang thirteen times on Saturday at midday", rows[0].text),
            proof(a, "About forty stallholders", rows[1].text),
            proof(b, "More than fifty traders", rows[1].text),
            proof(a, "A repair is expected to take at least a week.", rows[2].text),
            proof(b, "has broken down for good", rows[2].text),
            proof(a, "a steward will ring a hand bell", rows[3].text),
        ),
        rationale="Forty and fifty cannot both be exact, but both say that many people depend on the bell.",
        marking="1 mark for each of the 4.",
        reject=(Reject(text="“contradict” for the number", why="“About” and “more than” leave room for both."),),
    )
    return question, key


def _origins() -> Pair:
    _, b = passages()
    question = Question(
        id="clock/shared",
        skill="corroboration",
        type="one_source_or_two",
        prompt="Explain whether B makes A’s claim about the spring more reliable. Use line numbers.",
        stem="Both reports say that a spring is to blame. Does that make **two** independent sources?",
        extracts=(
            Extract(
                passage="B",
                lines=span(b, "A spring is broken, the town clerk told the newspaper.")[2],
                text="A spring is broken, the town clerk told the newspaper.",
            ),
        ),
        points=3,
        hints=("Start with who told whom.",),
        response=ExtendedText(lines=6, frame=("Report B got this from …", "So B does / does not add …")),
    )
    key = KeyEntry(
        id=question.id,
        brief="no: one shared source, the clerk",
        answer=ExtendedTextAnswer(
            sample="Both say a spring is to blame (A 5–6, B 4–5). But B only repeats what the clerk told the "
            "Gazette, so it adds no second source. A clockmaker who has opened the works would help."
        ),
        evidence=(proof(b, "the town clerk told the newspaper"),),
        rationale="B names the newspaper as its channel and the clerk as its source, the same clerk as in A.",
        accept=("“slightly”, if the shared source is named",),
        reject=(Reject(text="yes, two reports say so", why="Two reports of one source are one source."),),
        rubric=(
            RubricLevel(
                level="Proficient",
                points=3,
                names="Same content, shared source, and what would help.",
                sample="Both name the spring, but B has it from the clerk. A clockmaker could check.",
            ),
            RubricLevel(
                level="Emergent",
                points=2,
                names="Two of the three.",
                sample="B repeats what the clerk told the Gazette, so it is one source.",
            ),
            RubricLevel(
                level="Basic", points=1, names="Says what both report.", sample="Both say it is the spring."
            ),
        ),
    )
    return question, key


def _rely_on() -> Pair:
    a, b = passages()
    picks = options(
        "The clock struck thirteen on Saturday.",
        "The council neglected the clock.",
        "Some traders opened late on Sunday.",
        "The clock will never work again.",
    )
    question = Question(
        id="clock/rely",
        skill="corroboration",
        type="rely_on",
        prompt="Tick what a reader can rely on after both reports.",
        stem="",
        points=2,
        response=MultiChoice(options=picks, choose=2),
    )
    key = KeyEntry(
        id=question.id,
        brief="a, c",
        answer=MultiChoiceAnswer(options=(picks[0].id, picks[2].id)),
        evidence=(
            proof(a, "Two of them opened late on Sunday", picks[2].text),
            proof(b, "She opened an hour late on Sunday", picks[2].text),
        ),
        rationale="Both reports say so, and B has a witness of its own.",
        marking="1 mark for each of the 2.",
        misreadings={
            picks[1].id: "A gives this as a complaint that the council rejects.",
            picks[3].id: "Only B says so, and it names nobody for it.",
        },
    )
    return question, key


def _markers() -> Pair:
    _, b = passages()
    start, end, lines = span(b, "reportedly")
    start2, end2, lines2 = span(b, "could cost")
    question = Question(
        id="clock/hunt",
        skill="uncertainty",
        type="hedge_hunt",
        prompt="Find words that show the report is **not** sure.",
        stem="",
        points=2,
        hints=("Two stand in one line.",),
        response=TextSelection(
            passage="B",
            lines=(lines[0], lines2[1]),
            marks=(MarkKind(id="hedge", label="word that limits", sign="wavy"),),
        ),
    )
    key = KeyEntry(
        id=question.id,
        brief="reportedly, could",
        answer=TextSelectionAnswer(
            spans=(
                MarkedSpan(mark="hedge", passage="B", start=start, end=end, lines=lines, text="reportedly"),
                MarkedSpan(mark="hedge", passage="B", start=start2, end=end2 - 5, lines=lines2, text="could"),
                MarkedSpan(
                    mark="hedge",
                    passage="B",
                    start=span(b, "traders fear")[0],
                    end=span(b, "traders fear")[1],
                    lines=span(b, "traders fear")[2],
                    text="traders fear",
                ),
            ),
            enough=2,
        ),
        evidence=(proof(b, "reportedly"), proof(b, "could cost")),
        rationale="Each of these words leaves open whether it is so.",
        marking="1 mark for each of the 2.",
    )
    return question, key


def _certainty() -> Pair:
    a, b = passages()
    pieces = options(
        "has broken down for good",
        "a worn spring was probably to blame",
        "may have lost their first customers",
        "struck thirteen at noon on Saturday",
    )
    question = Question(
        id="clock/line",
        skill="uncertainty",
        type="certainty_line",
        prompt="Number these words from least sure to most sure.",
        stem="",
        points=3,
        response=Order(options=pieces, first="least sure", last="most sure"),
    )
    key = KeyEntry(
        id=question.id,
        brief="3, 2, 1, 3",
        answer=OrderAnswer(groups=((pieces[2].id,), (pieces[1].id,), (pieces[0].id, pieces[3].id))),
        evidence=(proof(a, "may have lost their first customers"), proof(b, "has broken down for good")),
        rationale="“May” leaves most open, “probably” less. The other two are put as fact.",
        marking="1 mark for each piece next to the right neighbour.",
    )
    return question, key


def _hedge() -> Pair:
    a, _ = passages()
    question = Question(
        id="clock/remove",
        skill="uncertainty",
        type="remove_hedge",
        prompt="Say what becomes stronger without the word “expected”.",
        stem="“A repair is expected to take at least a week.” (A, lines 23–24)",
        points=2,
        response=ExtendedText(lines=4),
    )
    key = KeyEntry(
        id=question.id,
        brief="a forecast becomes a fact",
        answer=ExtendedTextAnswer(
            sample="It would say that the repair takes a week, as if somebody already knew."
        ),
        evidence=(proof(a, "A repair is expected to take at least a week."),),
        rationale="“Is expected to” makes it a forecast, and does not say whose.",
        rubric=(
            RubricLevel(
                level="Proficient",
                points=2,
                names="The forecast becomes a fact, and nobody is named for it.",
                sample="Then it is a fact that it takes a week. But nobody knows yet, and nobody is named.",
            ),
            RubricLevel(level="Basic", points=1, names="It becomes more certain.", sample="It sounds sure."),
        ),
    )
    return question, key


def _table() -> Pair:
    a, b = passages()
    rows = (
        Option(id="many", text="How many traders depend on the bell?"),
        Option(id="spent", text="What was spent?"),
    )
    columns = (Option(id="A", text="Report A"), Option(id="B", text="Report B"))
    blanks = (
        Blank(id="many-b", label="Number in B", row="many", column="B"),
        Blank(id="spent-a", label="Money in A", row="spent", column="A"),
        Blank(id="spent-b", label="Money in B", row="spent", column="B"),
    )
    question = Question(
        id="clock/table",
        skill="differences",
        type="five_questions",
        prompt="Fill in the empty cells.",
        stem="Write “not stated” where a report does not say.",
        points=3,
        response=ShortText(
            blanks=blanks,
            table=Table(corner="Question", rows=rows, columns=columns, given={"many:A": "about forty"}),
            bank=("£1,200", "more than fifty", "about forty", "not a penny"),
        ),
    )
    key = KeyEntry(
        id=question.id,
        brief="more than fifty · £1,200 · not a penny",
        answer=ShortTextAnswer(
            blanks={
                "many-b": BlankKey(model="more than fifty", accept=("over fifty", ">50")),
                "spent-a": BlankKey(model="£1,200, most of it on the roof", accept=("£1,200",)),
                "spent-b": BlankKey(model="not a penny for ten years", accept=("nothing",)),
            }
        ),
        evidence=(
            proof(b, "More than fifty traders", "Number in B"),
            proof(a, "It spent £1,200 on the tower in March", "Money in A"),
            proof(b, "not spent a penny on it for ten years", "Money in B"),
        ),
        rationale="A counts money for the tower, B money for the clock. Both can be right.",
        marking="1 mark for each of the 3.",
    )
    return question, key


def _neutral() -> Pair:
    _, b = passages()
    question = Question(
        id="clock/swap",
        skill="differences",
        type="neutral_swap",
        prompt="Write a neutral word for each loaded one.",
        stem="",
        points=2,
        response=ShortText(
            blanks=(Blank(id="furious", label="furious (B 2):"), Blank(id="dies", label="dies (B headline):")),
        ),
    )
    key = KeyEntry(
        id=question.id,
        brief="annoyed · stops",
        answer=ShortTextAnswer(
            blanks={
                "furious": BlankKey(model="annoyed", accept=("unhappy", "displeased")),
                "dies": BlankKey(model="stops", accept=("fails", "breaks down")),
            }
        ),
        evidence=(proof(b, "traders are furious"),),
        rationale="Both words carry more feeling than the passage shows reasons for.",
        reject=(Reject(text="angry", why="It is as strong as the word it stands for."),),
    )
    return question, key


def _compare() -> Pair:
    a, b = passages()
    picks = options(
        "A lets the council answer the complaint, and B says that it gave no answer in time.",
        "A leaves the complaint out, and B gives it with the name of the trader who complained.",
        "Both reports let the council answer, but B puts the answer at the very beginning.",
    )
    rows = options("the council’s answer", "who is quoted")
    question = Question(
        id="clock/sides",
        skill="differences",
        type="source_labels",
        prompt="Match each topic to the sentence that is right for it.",
        stem="",
        points=2,
        response=Match(rows=rows, options=picks, reuse=True),
    )
    key = KeyEntry(
        id=question.id,
        brief="a, a",
        answer=MatchAnswer(pairs={rows[0].id: picks[0].id, rows[1].id: picks[0].id}),
        evidence=(proof(a, "The council rejects this."), proof(b, "The council did not answer our questions")),
        rationale="Each report says what it knows of the council’s side.",
    )
    return question, key


@cache
def sheet() -> Worksheet:
    """The student's paper."""
    questions = tuple(q for q, _ in items())
    intros = {
        "attribution": "Find out who says so, and how they could know.",
        "corroboration": "Find out whether one report really supports the other.",
        "uncertainty": "Find out how sure each report is, and of what.",
        "differences": "Find out how the reports differ, and what that does to a reader.",
    }
    sections = tuple(
        SheetSection.model_validate(
            {
                "skill": skill,
                "intro": intro,
                "items": tuple(q.id for q in questions if q.skill == skill),
                "points": sum(q.points for q in questions if q.skill == skill),
            }
        )
        for skill, intro in intros.items()
    )
    return Worksheet(
        form_id=FORM,
        lesson="market-clock",
        title="Why did the market clock strike thirteen?",
        lane="core",
        variant="A",
        language="en",
        grades="7-9",
        minutes=45,
        points=sum(q.points for q in questions),
        intro="Read both passages. Then answer the questions. Use line numbers such as A 5.",
        skills=tuple(s.skill for s in sections),
        context_note="Both reports are fiction. No real town, clock or person is meant.",
        content_note=None,
        glossary={"stallholder": "somebody who sells things at a market stall", "register": "an official list"},
        measure=MEASURE,
        passages=passages(),
        sections=sections,
        items=questions,
    )


@cache
def key() -> AnswerKey:
    """The key that belongs to the sheet; a draft."""
    own = sheet()
    return AnswerKey(
        form_id=own.form_id,
        lesson=own.lesson,
        title=own.title,
        lane="core",
        variant="A",
        language="en",
        draft=True,
        points=own.points,
        items=tuple(k for _, k in items()),
    )


@cache
def graph() -> Graph:
    """A provenance graph with every kind of node, edge and way."""
    nodes = (
        GraphNode(id="register", label="the hall’s register", kind="document", report=None, root=True),
        GraphNode(id="clerk", label="Mira Osei, town clerk", kind="office", report=None, root=False),
        GraphNode(id="prosser", label="Dai Prosser, clockmaker", kind="person", report=None, root=True),
        GraphNode(id="bell", label="Ana Bell, trader", kind="person", report=None, root=True),
        GraphNode(id="committee", label="market committee", kind="organisation", report=None, root=True),
        GraphNode(id="legend", label="unknown", kind="unknown", report=None, root=True),
        GraphNode(id="gazette", label="Hollin Gazette", kind="outlet", report="A", root=False),
        GraphNode(id="radio", label="Radio Tarn", kind="outlet", report="B", root=False),
    )
    edges = (
        GraphEdge(start="register", end="clerk", how="cites", basis="inferred"),
        GraphEdge(start="clerk", end="gazette", how="told", basis="stated"),
        GraphEdge(start="prosser", end="gazette", how="told", basis="stated"),
        GraphEdge(start="committee", end="gazette", how="quoted", basis="inferred"),
        GraphEdge(start="gazette", end="radio", how="republished", basis="stated"),
        GraphEdge(start="bell", end="radio", how="quoted", basis="stated"),
        GraphEdge(start="legend", end="radio", how="saw", basis="outside"),
    )
    return Graph(nodes=nodes, edges=edges)


@cache
def notes() -> TeacherNotes:
    """How to teach the lesson."""
    own, (a, b) = sheet(), passages()

    def row(number: int, topic: str, in_a: str | None, in_b: str | None, relation: str) -> ComparisonRow:
        cells = {
            p.label: ComparisonCell(text=text, lines=span(p, text)[2] if text else None)
            for p, text in ((a, in_a), (b, in_b))
        }
        return ComparisonRow.model_validate(
            {"number": number, "topic": topic, "cells": cells, "relations": {"AB": relation}, "explain": None}
        )

    return TeacherNotes(
        form_id=own.form_id,
        lesson=own.lesson,
        title=own.title,
        lane="core",
        variant="A",
        language="en",
        draft=True,
        grades="7-9",
        ages="12-15",
        minutes=45,
        reading_minutes=5.5,
        points=own.points,
        summary="A town clock strikes thirteen and stops. A newspaper and a radio station report on it.",
        goals=(
            "Students name the source of a statement and tell it from its channel.",
            "Students judge whether a second report is independent of the first.",
            "Students point out words that limit certainty, and say what they limit.",
        ),
        standards=("CCSS.RI.8.9", "C3.D3.3.6-8"),
        steps=(
            Step(minutes=5, does="Ask who in the room has ever heard a clock strike thirteen, and how they know."),
            Step(minutes=8, does="Students read both passages and write a note beside each."),
            Step(minutes=25, does="Students do the items, alone and then in pairs for the open ones."),
            Step(minutes=7, does="Compare answers to the two items on independent sources."),
        ),
        expect=(
            Expected(misreading="Two reports say so, so it is true.", ask="Who told the second reporter?"),
            Expected(misreading="“Reportedly” means false.", ask="What would the sentence claim without it?"),
        ),
        discuss=(
            "Which of the two would you send to a friend who has only a minute? Why?",
            "What would you ask the clockmaker?",
        ),
        check_next=("How striking clocks count the hours.", "Whether a town near you has a record of its clock."),
        passages=tuple(
            PassageFacts(
                label=p.label, title=p.title, outlet=p.outlet, words=words, lines=max(x.n for x in p.lines)
            )
            for p, words in ((a, 243), (b, 170))
        ),
        items=tuple(
            ItemTime(
                id=q.id,
                skill=q.skill,
                type=q.type,
                title=q.type.replace("_", " "),
                minutes=1.5 * q.points,
                points=q.points,
                difficulty=1 + i % 3,
            )
            for i, (q, _) in enumerate(items())
        ),
        comparison=(
            row(1, "time of the strokes", "at noon on Saturday", "on Saturday at midday", "same-in-other-words"),
            row(
                2,
                "traders who depend on it",
                "About forty stallholders",
                "More than fifty traders",
                "differ-in-detail",
            ),
            row(3, "cause", "a worn spring was probably to blame", "A spring is broken", "differ-in-certainty"),
            row(
                4,
                "will it work again?",
                "expected to take at least a week",
                "has broken down for good",
                "conflict",
            ),
            row(5, "hand bell", "a steward will ring a hand bell", None, "only-in-one"),
            row(6, "Sunday opening", "Two of them opened late", "She opened an hour late", "agree"),
        ),
        graph=graph(),
        context_note=own.context_note,
        content_note=None,
    )


@cache
def copy() -> AnnotatedCopy:
    """The passages with marks of every kind."""
    a, b = passages()

    def mark(p: SheetPassage, kind: str, words: str, number: int, note: str, cut: int = 0) -> TextMark:
        start, end, _ = span(p, words)
        return TextMark.model_validate(
            {"kind": kind, "start": start, "end": end - cut, "number": number, "note": note}
        )

    clerk, maker = "Source: the town clerk, who knows it from the job.", "Source: the clockmaker, from experience."
    shared = "Source: the town clerk, as the Gazette has it."
    in_a = (
        mark(a, "content", "The clock on Hollin market hall struck thirteen at noon on Saturday", 1, clerk),
        mark(a, "source", "the town clerk said on Monday", 1, clerk, cut=15),
        mark(a, "cue", "said on Monday", 1, clerk, cut=10),
        mark(a, "claim", "struck thirteen at noon on Saturday", 1, "time of the strokes"),
        mark(a, "content", "“Nobody has touched the works,”", 2, clerk),
        mark(a, "source", "the clerk, Mira Osei", 2, clerk),
        mark(a, "cue", "told the Gazette", 2, clerk),
        mark(a, "content", "a worn spring was probably to blame", 3, clerk),
        mark(a, "marker", "probably", 1, "probability"),
        mark(a, "claim", "a worn spring was probably to blame", 3, "cause"),
        mark(a, "marker", "may have", 2, "possibility", cut=5),
        mark(a, "claim", "About forty stallholders", 2, "traders who depend on the bell"),
        mark(a, "source", "Clockmaker Dai Prosser", 4, maker),
        mark(a, "cue", "said by telephone", 4, maker),
        mark(a, "content", "that a broken spring “would not make a clock strike once too often”", 4, maker),
        mark(a, "wording", "shamefully neglected", 1, "loaded wording of a quoted speaker; neutral: not repaired"),
        mark(a, "marker", "is expected", 3, "prediction, agentless"),
    )
    in_b = (
        mark(b, "wording", "famous market clock", 1, "loaded wording; neutral: well-known", cut=13),
        mark(b, "marker", "it emerged", 1, "nobody is named who confirmed it"),
        mark(b, "wording", "traders are furious", 2, "loaded wording; neutral: annoyed"),
        mark(b, "content", "A spring is broken", 1, shared),
        mark(b, "source", "the town clerk", 1, shared),
        mark(b, "cue", "told the newspaper", 1, shared),
        mark(b, "claim", "A spring is broken", 3, "cause"),
        mark(b, "marker", "reportedly", 2, "no source is given for it"),
        mark(b, "claim", "More than fifty traders", 2, "traders who depend on the bell"),
    )
    order = [tuple(sorted(marks, key=lambda m: (m.start, -m.end))) for marks in (in_a, in_b)]
    return AnnotatedCopy(
        lesson="market-clock",
        title=sheet().title,
        language="en",
        draft=True,
        measure=MEASURE,
        context_note=sheet().context_note,
        passages=(a, b),
        annotations=(AnnotatedPassage(label="A", marks=order[0]), AnnotatedPassage(label="B", marks=order[1])),
        comparison=notes().comparison,
        graph=graph(),
        voices=voices(),
        own_words=(
            OwnWords(label="A", claims=(_claim(2), _claim(5, "hedged"))),
            OwnWords(label="B", claims=(_claim(4, "denied"),)),
        ),
    )


def _claim(number: int, standing: str = "attributed") -> SaidClaim:
    return SaidClaim.model_validate({"number": number, "standing": standing})


@cache
def voices() -> tuple[Voice, ...]:
    """Who says what: one voice in both reports, one in each, and words of nobody."""

    def mention(
        label: str, line: int, says: str, form: str, basis: str, *claims: SaidClaim, **more: object
    ) -> Mention:
        known = {"called": None, "named": True, "via": (), **more}
        return Mention.model_validate(
            {"label": label, "lines": (line, line), "says": says, "form": form, "basis": basis, **known}
            | {"claims": claims}
        )

    return (
        Voice(
            id="clerk",
            name="Mira Osei, town clerk",
            kind="office",
            report=None,
            mentions=(
                mention("A", 1, "the clock struck thirteen", "indirect", "not-stated", _claim(1)),
                mention("A", 4, "nobody has touched the works", "direct", "official"),
                mention("A", 5, "a worn spring was to blame", "indirect", "official", _claim(3, "hedged")),
                mention(
                    "B",
                    4,
                    "a spring is broken",
                    "indirect",
                    "official",
                    _claim(3),
                    via=("Hollin Gazette",),
                    named=False,
                ),
            ),
        ),
        Voice(
            id="prosser",
            name="Dai Prosser, clockmaker",
            kind="person",
            report=None,
            mentions=(mention("A", 12, "the spring was not the cause", "mixed", "report", _claim(3, "denied")),),
        ),
        Voice(
            id="bell",
            name="Ana Bell, trader",
            kind="person",
            report=None,
            mentions=(mention("B", 6, "everybody counted", "direct", "witness", _claim(1), _claim(6)),),
        ),
        Voice(
            id="nobody B",
            name=None,
            kind="unknown",
            report=None,
            mentions=(
                mention(
                    "B",
                    1,
                    "the clock has broken down",
                    "agentless",
                    "not-stated",
                    _claim(2, "hedged"),
                    named=False,
                ),
            ),
        ),
    )
