"""Response kinds -> the place to answer, empty for students and filled in the key."""

from collections.abc import Iterator, Sequence

from generator.model.item import (
    Answer,
    Choice,
    ChoiceAnswer,
    ExtendedText,
    ExtendedTextAnswer,
    Grid,
    GridAnswer,
    Match,
    MatchAnswer,
    MultiChoice,
    MultiChoiceAnswer,
    Option,
    Order,
    OrderAnswer,
    Question,
    ShortText,
    ShortTextAnswer,
    TextSelection,
    TextSelectionAnswer,
)
from generator.render.answers import places_of
from generator.render.editions import first_column
from generator.render.marks import MarkedLine
from generator.render.view import letter, letters_of, longest
from generator.render.word.sign_font import BOX, CIRCLE, FILLED, TICKED
from generator.render.word.table import Cell, Row, cell, table
from generator.render.word.writer import Writer
from generator.render.word.writing import extended_text, how, short_text, text_selection
from generator.render.word.xml import Element, para, rich, run

_SHORT_OPTION = 42


def place(writer: Writer, q: Question, answer: Answer | None, marked: Sequence[MarkedLine]) -> Iterator[Element]:
    """The blocks below a question."""
    match q.response, answer:
        case Choice() as response, (ChoiceAnswer() | None) as chosen:
            right = {chosen.option} if chosen else set()
            yield from _options(writer, response.options, right, (CIRCLE, FILLED))
        case MultiChoice() as response, (MultiChoiceAnswer() | None) as picked:
            if response.choose:
                yield how(writer.pages.say("item.choose", n=response.choose))
            yield from _options(writer, response.options, set(picked.options) if picked else set(), (BOX, TICKED))
        case Match() as response, (MatchAnswer() | None) as pairs:
            yield from _match(writer, response, pairs)
        case Grid() as response, (GridAnswer() | None) as cells:
            yield para("Space")
            yield _grid(writer, response, cells)
        case Order() as response, (OrderAnswer() | None) as order:
            yield from _order(writer, response, order)
        case ShortText() as response, (ShortTextAnswer() | None) as blanks:
            yield from short_text(writer, q, response, blanks)
        case ExtendedText() as response, (ExtendedTextAnswer() | None) as text:
            yield from extended_text(writer, response, text)
        case TextSelection() as response, (TextSelectionAnswer() | None) as spans:
            yield from text_selection(writer, response, spans, marked)
        case _:
            raise TypeError(f"{q.id}: an answer of another kind than the question")


def _options(
    writer: Writer, options: Sequence[Option], right: set[str], signs: tuple[str, str]
) -> Iterator[Element]:
    for i, option in enumerate(options):
        yes = option.id in right
        words = [writer.box(signs, yes, f"{letter(i)} {option.text}"), run(f"\t{letter(i)}\t", "Soft")]
        words += rich(option.text, "Right option" if yes else None)
        if yes:
            words.append(run(f" ({writer.pages.say('key.right')})", "Answer"))
        yield para("Option", words)


def _match(writer: Writer, r: Match, answer: MatchAnswer | None) -> Iterator[Element]:
    letters = letters_of(r.options)
    yield how(writer.pages.say("item.match_again" if r.reuse else "item.match_once"))
    given = {row.id: letters[answer.pairs[row.id]] for row in r.rows} if answer else {}
    if longest(r.options) > _SHORT_OPTION:
        for option in r.options:
            yield para("Lettered option", run(f"{letters[option.id]}\t", "Strong"), rich(option.text))
        yield para("Space")
        yield _boxes(writer, r.rows, given)
        return
    beside = [
        para("Table text", run(f"{letters[option.id]}\u00a0\u00a0", "Strong"), rich(option.text))
        for option in r.options
    ]
    yield para("Space")
    yield _boxes(writer, r.rows, given, beside)


def _boxes(
    writer: Writer, rows: Sequence[Option], given: dict[str, str], beside: Sequence[Element] = ()
) -> Element:
    """Words with a box before them to write a letter or number in; `beside` stands in a third column."""
    rest = writer.width - 9
    widths = [9, rest * 0.58, rest * 0.42] if beside else [9, rest]
    made = []
    for i in range(max(len(rows), len(beside))):
        cells: list[Cell] = []
        if i < len(rows):
            row = rows[i]
            words = [run(given[row.id], "Answer")] if row.id in given else []
            cells.append(cell(para("Letter box", words), boxed=True, middle=True))
            cells.append(cell(para("Table text", row.text), middle=True))
        else:
            cells += [cell(para("Letter box")), cell(para("Table text"))]
        if beside:
            cells.append(cell(beside[i] if i < len(beside) else para("Table text"), middle=True))
        made.append(Row(tuple(cells), height=9))
    return table("Letter table", widths, made, box=_box_colour(writer))


def _box_colour(writer: Writer) -> str:
    box = writer.data.table["Letter table"].box
    return box[1] if box else "auto"


def _grid(writer: Writer, r: Grid, answer: GridAnswer | None) -> Element:
    first = writer.width * first_column(r.columns) / 100
    each = (writer.width - first) / len(r.columns)
    head = Row(
        (
            cell(para("Table head", r.corner)),
            *(cell(para("Table head centred", column.text)) for column in r.columns),
        ),
        head=True,
    )
    rows = [head]
    for row in r.rows:
        cells = [cell(para("Table text", row.text), middle=True)]
        for column in r.columns:
            yes = answer is not None and answer.cells[row.id] == column.id
            box = writer.box((BOX, TICKED), yes, f"{column.text}: {row.text}")
            cells.append(cell(para("Tick box", box), middle=True))
        rows.append(Row(tuple(cells), height=9))
    return table("Answer table", [first, *[each] * len(r.columns)], rows)


def _order(writer: Writer, r: Order, answer: OrderAnswer | None) -> Iterator[Element]:
    ends = {"first": "1", "last": str(len(r.options)), "from": r.first, "to": r.last}
    yield how(writer.pages.say("item.order", **ends))
    yield _boxes(writer, r.options, places_of(answer.groups) if answer else {})
