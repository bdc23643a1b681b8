"""Items written by hand in a lesson -> the same `Item` as all others."""

from collections.abc import Sequence

from generator.exercises.base import Scene
from generator.model.dossier import Quote
from generator.model.files import HandItem
from generator.model.item import (
    Answer,
    Blank,
    BlankKey,
    Choice,
    ChoiceAnswer,
    ExtendedText,
    ExtendedTextAnswer,
    Grid,
    GridAnswer,
    Item,
    KeyEntry,
    Match,
    MatchAnswer,
    MultiChoice,
    MultiChoiceAnswer,
    Option,
    Order,
    OrderAnswer,
    Question,
    Reject,
    Response,
    RubricLevel,
    ShortText,
    ShortTextAnswer,
)
from generator.model.vocabulary import Skill


def make_own(hand: HandItem, skill: Skill, quotes: Sequence[Quote], scene: Scene) -> Item:
    """The item as its author wrote it, its options and rows in the order of this variant.

    `quotes` is the resolved evidence. The author's rules (one right option, rows that name a column, ...)
    are checked before; this function trusts them.
    """
    response, answer, brief, misreadings = _MAKERS[hand.kind](hand, scene)
    return Item(
        question=Question(
            id=scene.item_id,
            skill=skill,
            type="own",
            prompt=hand.prompt,
            stem=hand.stem,
            points=hand.points,
            response=response,
        ),
        key=KeyEntry(
            id=scene.item_id,
            brief=brief,
            answer=answer,
            evidence=tuple(scene.evidence(q) for q in quotes),
            rationale=_rationale(hand, scene),
            accept=hand.accept,
            reject=tuple(Reject(text=r.text, why=r.why) for r in hand.reject),
            misreadings=misreadings,
            rubric=tuple(
                RubricLevel(level=r.level, points=r.points, names=r.names, sample=r.sample) for r in hand.rubric
            ),
        ),
        asks=frozenset({f"own:{hand.id}:answer"}),
        minutes=hand.minutes,
        difficulty=hand.difficulty,
    )


def _rationale(hand: HandItem, scene: Scene) -> str:
    """Why the key is right: what the author says of the whole, then of single rows, a paragraph each."""
    rows = (scene.words.say("brief.row", row=row.text, answer=row.why) for row in hand.rows if row.why)
    return "\n".join([*([hand.rationale] if hand.rationale else []), *rows])


_Made = tuple[Response, Answer, str, dict[str, str]]


def _choice(hand: HandItem, scene: Scene) -> _Made:
    options = scene.shuffled((scene.option(o.text), o) for o in hand.options)
    right = next(made for made, o in options if o.right)
    why = {made.id: o.why for made, o in options if not o.right and o.why}
    return Choice(options=tuple(m for m, _ in options)), ChoiceAnswer(option=right.id), right.text, why


def _multi_choice(hand: HandItem, scene: Scene) -> _Made:
    options = scene.shuffled((scene.option(o.text), o) for o in hand.options)
    right = [made for made, o in options if o.right]
    why = {made.id: o.why for made, o in options if not o.right and o.why}
    return (
        MultiChoice(options=tuple(m for m, _ in options)),
        MultiChoiceAnswer(options=tuple(m.id for m in right)),
        scene.words.say("list.semicolon").join(m.text for m in right),
        why,
    )


def _rows(hand: HandItem, scene: Scene) -> tuple[list[Option], list[Option], dict[str, str], str]:
    columns = [scene.option(text) for text in hand.columns]
    by_text = {text: made.id for text, made in zip(hand.columns, columns, strict=True)}
    rows = scene.shuffled((scene.option(row.text), row) for row in hand.rows)
    cells = {made.id: by_text[row.answer] for made, row in rows}
    brief = scene.words.say("list.semicolon").join(
        scene.words.say("brief.row", row=row.text, answer=row.answer) for _, row in rows
    )
    return [m for m, _ in rows], columns, cells, brief


def _grid(hand: HandItem, scene: Scene) -> _Made:
    rows, columns, cells, brief = _rows(hand, scene)
    return Grid(rows=tuple(rows), columns=tuple(columns)), GridAnswer(cells=cells), brief, {}


def _match(hand: HandItem, scene: Scene) -> _Made:
    rows, columns, pairs, brief = _rows(hand, scene)
    reuse = len(set(pairs.values())) < len(pairs)
    options = tuple(scene.shuffled(columns))
    return Match(rows=tuple(rows), options=options, reuse=reuse), MatchAnswer(pairs=pairs), brief, {}


def _order(hand: HandItem, scene: Scene) -> _Made:
    made = [scene.option(text) for text in hand.order]
    return (
        Order(
            options=tuple(scene.shuffled(made)),
            first=scene.words.say("order.first"),
            last=scene.words.say("order.last"),
        ),
        OrderAnswer(groups=tuple((m.id,) for m in made)),
        scene.words.say("list.arrow").join(hand.order),
        {},
    )


def _short_text(hand: HandItem, scene: Scene) -> _Made:
    blanks = [Blank(id=scene.option(row.text).id, label=row.text) for row in hand.rows]
    keys = {
        blank.id: BlankKey(model=row.answer, accept=row.accept)
        for blank, row in zip(blanks, hand.rows, strict=True)
    }
    brief = scene.words.say("list.semicolon").join(row.answer for row in hand.rows)
    return ShortText(blanks=tuple(blanks)), ShortTextAnswer(blanks=keys), brief, {}


def _extended_text(hand: HandItem, scene: Scene) -> _Made:
    sample = hand.rubric[0].sample
    return (
        ExtendedText(lines=2 * hand.points + 1, frame=hand.frame if scene.lane == "support" else ()),
        ExtendedTextAnswer(sample=sample),
        scene.words.say("brief.rubric"),
        {},
    )


_MAKERS = {
    "choice": _choice,
    "multi-choice": _multi_choice,
    "grid": _grid,
    "match": _match,
    "order": _order,
    "short-text": _short_text,
    "extended-text": _extended_text,
}
