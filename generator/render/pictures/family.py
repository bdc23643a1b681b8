"""Annotated copy -> the family pictures as SVG: where information comes from, who says what, claims side by side.

For pages that take a picture into themselves (a key, notes, a screen):

    graph_svg(pages, graph, width, prefix="graph") -> Markup
    map_svg(pages, copy, width, prefix="map") -> Markup
    comparison_svg(pages, copy, width, prefix="comparison") -> Markup

Each is one <svg> with role, title and description. `width` is in pt and decides how much stands beside each other;
type is 9 pt at that width. `prefix` begins its ids, which must differ on one page. Colours are CSS variables with
fallbacks (--ink, --soft, --hair, --tint, --paper and those by meaning), so that a dark page sets its own; with
`to_print` they are plain values, and the title says all, for the PDF engine takes its words from there.

    in_words(pages, kind, copy) -> str

says the whole picture in sentences.
"""

import re
from html import unescape
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from generator.model.booklet import AnnotatedCopy, Graph
from generator.render.pictures.frame import Sheet, bare, framed
from generator.render.pictures.graph import GAP
from generator.render.pictures.lettering import Entry, legend
from generator.render.pictures.palette import on_screen, printed
from generator.render.pictures.picture import Measure, Picture
from generator.render.pictures.sides import draw_comparison
from generator.render.pictures.told import comparison_in_words, graph_in_words, map_in_words
from generator.render.pictures.voices import draw_map

if TYPE_CHECKING:
    from generator.render.pages import Pages

KINDS = ("graph", "map", "comparison")
WIDTH = 500.0
"""Of a picture in a file of its own, in pt: at the width of an A4 page its type is about 9 pt."""
HIGHEST_GRAPH = 560.0
APART = (34.0, 40.0, 46.0)
"""Where there is room, rows stand so far apart that arrows are steep and easy to follow; detail comes first."""


def family_picture(pages: "Pages", kind: str, copy: AnnotatedCopy) -> str:
    """A picture as an SVG file with its heading; `kind` is one of KINDS. Raises PageError."""
    measure, bold = _measures(pages)
    headings = {"graph": "notes.graph", "map": "picture.map", "comparison": "notes.comparison"}
    heading = pages.say(headings[kind])
    under = copy.title + (f" · {pages.say('draft.notes')}" if copy.draft else "")
    drawing: Any
    signs: tuple[Entry, ...] = ()
    if kind == "graph":
        drawing, signs, height = _graph(pages, copy.graph, WIDTH, HIGHEST_GRAPH)
        wide = drawing.width
    else:
        make = draw_map if kind == "map" else draw_comparison
        drawing = make(copy, pages.say, measure, bold, WIDTH)
        wide, height = drawing.width, drawing.height
    sheet = framed(wide, height, heading, under, copy.context_note or "", measure, bold, signs)
    title = pages.say("picture.titled", text=heading, title=copy.title)
    alt = in_words(pages, kind, copy)
    svg = _filled(pages, kind, drawing, sheet, title, alt, kind, copy.language, alone=True, to_print=True)
    return pages.embed_fonts(f'<?xml version="1.0" encoding="UTF-8"?>\n{_fitted(pages, svg)}\n')


def graph_svg(
    pages: "Pages",
    graph: Graph,
    width: float,
    prefix: str = "graph",
    *,
    to_print: bool = False,
    highest: float | None = None,
) -> Markup:
    """The provenance graph with its legend. `highest` is how high it may be, if it can be drawn so."""
    picture, signs, height = _graph(pages, graph, width, highest or HIGHEST_GRAPH)
    sheet = bare(picture.width, height, None, signs)
    title, alt = pages.say("notes.graph"), graph_in_words(pages.say, graph)
    return Markup(_filled(pages, "graph", picture, sheet, title, alt, prefix, None, to_print=to_print))


def map_svg(
    pages: "Pages",
    copy: AnnotatedCopy,
    width: float,
    prefix: str = "map",
    *,
    to_print: bool = False,
    highest: float | None = None,
    claims: bool = True,
) -> Markup:
    """Who says what. `claims` adds what the numbers stand for; what is higher than `highest` is made smaller."""
    drawing = draw_map(copy, pages.say, *_measures(pages), width, claims)
    sheet = bare(drawing.width, drawing.height, highest)
    title, alt = pages.say("picture.map"), map_in_words(pages.say, copy)
    return Markup(_filled(pages, "map", drawing, sheet, title, alt, prefix, copy.language, to_print=to_print))


def comparison_svg(
    pages: "Pages", copy: AnnotatedCopy, width: float, prefix: str = "comparison", *, to_print: bool = False
) -> Markup:
    """The claims side by side."""
    drawing = draw_comparison(copy, pages.say, *_measures(pages), width)
    sheet = bare(drawing.width, drawing.height, None)
    title, alt = pages.say("notes.comparison"), comparison_in_words(pages.say, copy)
    return Markup(
        _filled(pages, "comparison", drawing, sheet, title, alt, prefix, copy.language, to_print=to_print)
    )


def in_words(pages: "Pages", kind: str, copy: AnnotatedCopy) -> str:
    """The whole picture in sentences, for those who cannot see it."""
    if kind == "graph":
        return graph_in_words(pages.say, copy.graph)
    return (map_in_words if kind == "map" else comparison_in_words)(pages.say, copy)


def _graph(pages: "Pages", graph: Graph, width: float, highest: float) -> tuple[Picture, tuple[Entry, ...], float]:
    """The drawing, its legend, and how high both are together."""
    measure, _ = _measures(pages)
    picture, *wider = (pages.picture(graph, width, highest, apart) for apart in (GAP, *APART))
    for other in wider:
        if len(other.boxes) == len(picture.boxes) and other.height <= highest:
            picture = other
    bases = {arrow.basis for arrow in picture.arrows}
    meanings: list[tuple[str, str]] = [
        (name, pages.say(f"basis.{name}")) for name in ("stated", "inferred", "outside") if name in bases
    ]
    shapes = {"organisation": "person", "office": "person"}
    kinds = {shapes.get(box.kind, box.kind) for box in picture.boxes}
    kinds |= {"root" for box in picture.boxes if box.heavy}
    meanings += [(n, pages.say(f"graph.{n}")) for n in ("person", "outlet", "document", "root") if n in kinds]
    if "unknown" in kinds:
        meanings.append(("unnamed", pages.say("picture.unknown")))
    signs, end = legend(meanings, picture.height + 8, picture.width, measure, 20.0)
    return picture, signs, end


def _measures(pages: "Pages") -> tuple[Measure, Measure]:
    """Widths in pt of small type, regular and bold. The margin is for fonts that stand in for ours."""
    regular, bold = pages.advance(), pages.advance(bold=True)
    return (lambda text: regular(text, 9.0) * 1.04), (lambda text: bold(text, 9.0) * 1.04)


def _fitted(pages: "Pages", svg: str) -> str:
    """The picture with every text told how long it is: a program that has only a wider font sets it closer."""

    def told(match: re.Match[str]) -> str:
        about, text = match.groups()
        size = re.search(r'font-size="([\d.]+)"', about)
        long = pages.advance("font-weight" in about)(unescape(text), float(size[1]) if size else 9.0)
        return f'<text{about} textLength="{long:.2f}" lengthAdjust="spacingAndGlyphs">{text}</text>'

    return re.sub(r"<text\b([^>]*)>([^<]+)</text>", told, svg)


def _filled(
    pages: "Pages",
    kind: str,
    drawing: object,
    sheet: Sheet,
    title: str,
    alt: str,
    prefix: str,
    language: str | None,
    *,
    alone: bool = False,
    to_print: bool = False,
) -> str:
    values: dict[str, Any] = {
        "kind": kind,
        "picture": drawing,
        "frame": sheet,
        "title": title,
        "alt": alt,
        "prefix": prefix,
        "language": language or pages.language,
        "alone": alone,
        "labelled": alone or not to_print,
        "unit": "pt",
        "ink": (printed if to_print else on_screen)(pages.theme.colours),
    }
    return pages.page("family/picture.svg", **values).strip()
