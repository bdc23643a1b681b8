"""A passage -> XHTML that learning platforms keep: headline, source, numbered lines, captions, credit.

Nothing depends on style sheets: the lines stand in the rows of a table, their numbers in its first column, and
an empty row parts paragraphs. Only h3, p, strong, em, table, tbody, tr and td are used, without attributes.
"""

from datetime import date

from generator.export.carrier import Carrier, Say
from generator.export.texts import escaped, paragraph, rich, strong
from generator.model.booklet import SheetPassage
from generator.render.filters import licence_name
from generator.render.view import ViewLine, passage_view


def passage_html(carrier: Carrier, passage: SheetPassage, say: Say, *, every_line: bool = False) -> str:
    """The whole passage, every piece of it taken from the carrier.

    Lines 1, 5, 10 ... bear their numbers as on paper, or all lines with `every_line`.
    """
    label = passage.label
    head = carrier.take(label, "headline") or say("passage.no_headline")
    return "".join(
        (
            f"<h3>{escaped(label)}: {rich(head)}</h3>",
            paragraph(_source(carrier, label, say)),
            f"<table><tbody>{_rows(carrier, passage, say, every_line)}</tbody></table>",
            paragraph(_credit(carrier, label, say)),
        )
    )


def _source(carrier: Carrier, label: str, say: Say) -> str:
    """Outlet, place, date, writer and kind of text in one line."""
    outlet = strong(carrier.take(label, "source", "outlet"))
    note = carrier.take(label, "source", "outlet-note")
    byline = carrier.take(label, "source", "byline")
    published = carrier.take(label, "source", "published")
    parts = (
        f"{outlet}, {rich(note)}" if note else outlet,
        rich(carrier.take(label, "source", "place")),
        escaped(long_date(published, say) if published else say("passage.date_missing")),
        rich(say("passage.byline", name=byline)) if byline else "",
        escaped(say(f"kind.{carrier.take(label, 'source', 'kind')}")),
    )
    return " · ".join(part for part in parts if part)


def _rows(carrier: Carrier, passage: SheetPassage, say: Say, every_line: bool) -> str:
    rows: list[str] = []
    extras = {id(extra): str(number) for number, extra in enumerate(passage.extras)}
    for piece in passage_view(passage).pieces:
        if rows:
            rows.append("<tr><td></td><td></td></tr>")
        rows += [_line(carrier, passage.label, line, every_line) for line in piece.lines]
        if piece.extra is not None:
            text = rich(carrier.take(passage.label, "extra", extras[id(piece.extra)]))
            if piece.extra.kind == "subheading":
                rows.append(f"<tr><td></td><td><strong>{text}</strong></td></tr>")
            else:
                kind = escaped(say(f"extra.{piece.extra.kind}"))
                rows.append(f"<tr><td></td><td><em>{kind}: {text}</em></td></tr>")
    return "".join(rows)


def _line(carrier: Carrier, label: str, line: ViewLine, every_line: bool) -> str:
    number = str(line.n) if line.printed or every_line else ""
    return f"<tr><td>{number}</td><td>{escaped(carrier.take(label, 'line', str(line.n)))}</td></tr>"


def _credit(carrier: Carrier, label: str, say: Say) -> str:
    credit = carrier.take(label, "credit", "credit")
    licence = carrier.take(label, "credit", "licence")
    told = say("passage.licence", text=licence_name(licence)) if licence else say("passage.licence_missing")
    return " · ".join(rich(part) for part in (credit, told) if part)


def long_date(value: str, say: Say) -> str:
    """A date of ISO 8601 in words; anything else as it is."""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return value
    return say("date.long", day=day.day, month=say(f"month.{day.month}"), year=day.year)
