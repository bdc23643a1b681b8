"""Worksheet -> the one file that students complete in a browser, for a test or, with the key, for practice."""

import json
import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from markupsafe import Markup

from generator.load.language import load_grammar
from generator.load.project import Project
from generator.model.booklet import AnswerKey, Worksheet
from generator.model.item import Grid, Match, MultiChoice, Order, Question, ShortText, TextSelection
from generator.model.theme import Theme
from generator.render import view
from generator.render.line_refs import LineRefs
from generator.render.pages import Pages
from generator.render.proof import proof_of

_WORD = re.compile(r"say\('([a-z][a-z_.]+)'")
_COMMENT = re.compile(r"^ *//.*\n", re.MULTILINE)
_OPEN = {name: f"{{{name}}}" for name in ("n", "total", "number", "text", "label", "first", "last", "points")}
"""Placeholders that the script fills in."""


def student_page(pages: Pages, sheet: Worksheet) -> str:
    """The page for a test, made from the worksheet alone. Raises PageError."""
    return _page(pages, sheet, "test", {}, {})


def practice_page(pages: Pages, sheet: Worksheet, key: AnswerKey) -> str:
    """The page for practice, which holds the key and checks answers by it. Raises PageError."""
    refs = _refs(pages, sheet)
    entries = {entry.id: entry for entry in key.items}
    folders = pages.template_dirs
    project = Project(folders[0].parent, tuple(folder.parent for folder in folders))
    grammar = load_grammar(project, key.language)
    data = {
        "articles": grammar.words("articles"),
        "key": {
            entry.id: {
                "answer": entry.answer.model_dump(mode="json"),
                "points": next(q.points for q in sheet.items if q.id == entry.id),
                "evidence": proof_of(sheet, entry),
            }
            for entry in key.items
        },
    }
    places = {
        entry.id: [
            {"link": refs.place(label, lines)}
            for label, lines in _joined((e.passage, e.lines) for e in entry.evidence)
        ]
        for entry in key.items
    }
    return _page(pages, sheet, "practice", data, {"entries": entries, "places": places, "draft": key.draft})


def _page(pages: Pages, sheet: Worksheet, mode: str, key_data: dict[str, Any], key_values: dict[str, Any]) -> str:
    order = [id_ for section in sheet.sections for id_ in section.items]
    numbers = {id_: number for number, id_ in enumerate(order, 1)}
    refs = _refs(pages, sheet)
    script = _COMMENT.sub("", pages.plain("student/script.js", mode=mode))
    data = {
        "mode": mode,
        "form_id": sheet.form_id,
        "lesson": sheet.lesson,
        "title": sheet.title,
        "language": sheet.language,
        "words": {key: pages.say(key, **_OPEN) for key in sorted(set(_WORD.findall(script)))},
        "items": [{"id": q.id, "number": numbers[q.id], **_parts(q)} for q in sheet.items],
        **key_data,
    }
    return pages.page(
        "student/page.html",
        language=sheet.language,
        mode=mode,
        sheet=sheet,
        questions={q.id: q for q in sheet.items},
        numbers=numbers,
        views={p.label: view.passage_view(p) for p in sheet.passages},
        linked=refs.linked,
        place=refs.place,
        logo=b64encode(pages.theme.logo.data).decode("ascii") if pages.theme.logo else "",
        night=night(pages.theme),
        data=_data_block(data),
        script=Markup(script),
        fingerprint=f"sha256-{b64encode(sha256(script.encode()).digest()).decode('ascii')}",
        **key_values,
    )


def _refs(pages: Pages, sheet: Worksheet) -> LineRefs:
    return LineRefs(pages, [passage.label for passage in sheet.passages])


def _joined(places: Iterable[tuple[str, tuple[int, int]]]) -> list[tuple[str, tuple[int, int]]]:
    """Lines of passages, in the order of the text; those that share a line become one place."""
    joined: list[tuple[str, tuple[int, int]]] = []
    for label, (first, last) in sorted(places):
        if joined and joined[-1][0] == label and first <= joined[-1][1][1]:
            start, end = joined[-1][1]
            joined[-1] = (label, (start, max(end, last)))
        else:
            joined.append((label, (first, last)))
    return joined


def _parts(question: Question) -> dict[str, Any]:
    """What the script must know of a question beside what stands on the page."""
    response = question.response
    parts: dict[str, Any] = {"kind": response.kind}
    if isinstance(response, MultiChoice):
        parts["choose"] = response.choose
    elif isinstance(response, Match | Grid):
        parts["rows"] = [row.id for row in response.rows]
    elif isinstance(response, Order):
        parts["options"] = [option.id for option in response.options]
    elif isinstance(response, ShortText):
        parts["blanks"] = [blank.id for blank in response.blanks]
    elif isinstance(response, TextSelection):
        parts |= {"passage": response.passage, "lines": response.lines, "find": response.find}
        parts["marks"] = [mark.model_dump() for mark in response.marks]
    return parts


def _data_block(data: dict[str, Any]) -> Markup:
    """Data as JSON that nothing in it can end the script element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def night(theme: Theme) -> dict[str, str]:
    """The theme's colours for a dark page: mixed with white until they read well on near black."""
    return {name: _lighter(colour) for name, colour in theme.colours.model_dump().items()}


def _lighter(colour: str, share: float = 0.62) -> str:
    parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * share):02x}" for part in parts)
