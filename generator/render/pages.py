"""Papers -> whole HTML pages. The worksheet's page is made without a key anywhere in reach."""

import re
from base64 import b64encode
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape
from pydantic import BaseModel

from generator.assemble.showcase import LaneSpecimen, Specimen
from generator.model.booklet import AnnotatedCopy, AnswerKey, Graph, SheetPassage, TeacherNotes, Worksheet
from generator.model.item import TextSelection, TextSelectionAnswer
from generator.model.theme import Colours, Theme
from generator.model.vocabulary import How, Skill
from generator.model.words import Words, WordsError
from generator.render import overview, view
from generator.render.chart import chart
from generator.render.filters import FILTERS, FUNCTIONS, css_string, short_number
from generator.render.fonts import advance, embed_fonts
from generator.render.look import Look, PaperName
from generator.render.marks import MarkedLine, annotated_view, marked_extract
from generator.render.pictures.family import graph_svg, map_svg
from generator.render.pictures.gather import LEVELS, gathered
from generator.render.pictures.graph import GAP, draw
from generator.render.pictures.palette import printed
from generator.render.pictures.picture import Picture
from generator.render.pictures.told import graph_in_words

_KINDS = frozenset({".html", ".css", ".svg", ".js", ".txt", ".md", ".toml"})
_HOWS: tuple[How, ...] = ("told", "quoted", "republished", "cites", "saw")


_HIGHEST_PICTURE = 185.0
"""In pt: more than this, and the notes do not fit on two pages."""


class PageError(Exception):
    """A template cannot be filled; the message names template and line."""


class _Environment(ImmutableSandboxedEnvironment):
    """The sandbox, with our values reduced to their fields: a template reads data and calls nothing on it."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if isinstance(obj, BaseModel):
            return attr in type(obj).model_fields
        if is_dataclass(obj):
            shown = {f.name for f in fields(obj)} | {
                n for n, v in vars(type(obj)).items() if isinstance(v, property)
            }
            return attr in shown and not attr.startswith("_")
        return super().is_safe_attribute(obj, attr, value)


class Pages:
    """Pages in one language. `template_dirs` are searched in order, a user's own first, the bundled last.

    Fonts come from the last folder only: they decided where the lines break. `ui` holds the words of
    interface.yaml. Every method returns one self-contained HTML document of the given look;
    its fonts are named by file, and `embed_fonts` puts them in. Raises PageError.
    """

    def __init__(
        self, template_dirs: Sequence[Path], ui: Words, language: str = "en", theme: Theme | None = None
    ) -> None:
        self._dirs, self._ui, self._language = tuple(template_dirs), ui, language
        self.theme = theme or Theme()
        self._fonts = self._dirs[-1] / "fonts"
        self._env = _Environment(
            loader=FileSystemLoader([str(folder) for folder in self._dirs]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._env.filters |= {**FILTERS, "long_date": self._long_date, "short_number": self._number}
        kept = {name: self._env.globals[name] for name in ("range", "dict", "namespace")}
        self._env.globals = {**kept, **FUNCTIONS, **self._globals()}

    @property
    def template_dirs(self) -> tuple[Path, ...]:
        """The folders that templates and wording come from, the user's own first, the bundled last."""
        return self._dirs

    @cached_property
    def own_templates(self) -> tuple[Path, ...]:
        """Page templates, styles and signs of the user's own, which run with limits. Prompts do not count."""
        files = (p for folder in self._dirs[:-1] for p in sorted(folder.rglob("*")))
        return tuple(p for p in files if p.suffix in _KINDS and p.name != "README.md" and p.is_file())

    def worksheet(
        self, sheet: Worksheet, look: Look, part: str = "whole", template: str = "worksheet/page.html"
    ) -> str:
        """The student's paper, or its 'passages' or its 'questions' alone; `template` may extend the usual one."""
        size = view.PAPERS[look.paper]
        return self.page(
            template,
            look=look,
            language=sheet.language,
            foot=sheet.form_id,
            foot_title=sheet.title,
            sheet=sheet,
            part=part,
            frame=view.sheet_frame(sheet, size, look.edition),
            views={p.label: view.passage_view(p) for p in sheet.passages},
            **_items(sheet),
        )

    def key(self, sheet: Worksheet, key: AnswerKey, look: Look) -> str:
        """The teacher's key, laid out like the sheet it belongs to."""
        entries = {entry.id: entry for entry in key.items}
        passages = {p.label: p for p in sheet.passages}
        return self.page(
            "key/page.html",
            look=look,
            language=key.language,
            foot=key.form_id,
            foot_title=key.title,
            sheet=sheet,
            key=key,
            entries=entries,
            marked=_marked(sheet, key, passages),
            **_items(sheet),
        )

    def notes(self, notes: TeacherNotes, look: Look) -> str:
        """How to teach the lesson."""
        width = view.PAPERS[look.paper].width + view.GUTTER_PT
        return self.page(
            "notes/page.html",
            look=look,
            language=notes.language,
            foot=notes.form_id,
            foot_title=notes.title,
            notes=notes,
            labels=[p.label for p in notes.passages],
            table=overview.comparison(notes),
            parts=overview.by_skill(notes.items),
            steps=overview.timed(notes.steps),
            picture=self.picture(notes.graph, width) if notes.graph.nodes else None,
            alt=graph_in_words(self.say, notes.graph),
        )

    def annotated(self, copy: AnnotatedCopy, look: Look) -> str:
        """The passages with everything the notes mark in them, and at the end the pictures of the whole."""
        size = view.PAPERS[look.paper]
        width, highest = size.width + view.GUTTER_PT, size.height - 40.0
        # The list of claims in three columns, some of two lines, shares a page with the graph and its legend.
        room = max(_HIGHEST_PICTURE, size.height - 120.0 - 5.8 * len(copy.comparison))
        marks = {a.label: a for a in copy.annotations}
        return self.page(
            "annotated/page.html",
            look=look,
            language=copy.language,
            foot=copy.lesson,
            foot_title=copy.title,
            copy=copy,
            views={p.label: annotated_view(p, marks.get(p.label), self._ui) for p in copy.passages},
            graph=graph_svg(self, copy.graph, width, to_print=True, highest=room) if copy.graph.nodes else None,
            map=map_svg(self, copy, width, to_print=True, highest=highest, claims=False) if copy.voices else None,
        )

    def specimen(self, specimen: Specimen, paper: PaperName) -> str:
        """A page of the catalogue: one exercise type in every lane, with its keys and passages."""
        marked = {s.lane: _marked(s.sheet, s.key, {p.label: p for p in s.sheet.passages}) for s in specimen.lanes}
        views = {p.label: view.passage_view(p) for p in specimen.lanes[0].sheet.passages} if specimen.lanes else {}
        return self._catalogue("type.html", paper, specimen=specimen, views=views, marked=marked)

    def specimen_picture(self, specimen: Specimen, lane: LaneSpecimen, paper: PaperName) -> str:
        """A small page with the item alone."""
        return self._catalogue("picture.html", paper, specimen=specimen, lane=lane)

    def specimen_text(self, specimen: Specimen, lane: LaneSpecimen) -> str:
        """The item in one lane, its key and its passages as plain text."""
        text = self.plain("catalogue/example.txt", specimen=specimen, lane=lane)
        return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"

    def catalogue(self, specimens: Sequence[Specimen], pictures: Collection[str], paper: PaperName) -> str:
        """The list of all exercise types; `pictures` are the names of those with a picture."""
        groups = [
            {"skill": skill, "specimens": [s for s in specimens if s.skill == skill]}
            for skill in dict.fromkeys(s.skill for s in specimens)
        ]
        return self._catalogue("index.html", paper, specimens=specimens, groups=groups, pictures=pictures)

    def coverage(self, lessons: Sequence[Mapping[str, Any]], types: Mapping[str, Skill]) -> str:
        """The picture of what lessons practise, as SVG; see `chart` for what it is drawn from."""
        return self._fill(self._env, "coverage/picture.svg", **chart(lessons, types)).strip() + "\n"

    def _catalogue(self, template: str, paper: PaperName, **values: object) -> str:
        return self.page(
            f"catalogue/{template}",
            look=Look(paper),
            language=self._language,
            foot="",
            foot_title="",
            **values,
        )

    @property
    def fonts(self) -> Path:
        """The folder of the fonts."""
        return self._fonts

    def embed_fonts(self, html: str) -> str:
        """The page with its fonts inside, so that the one file prints anywhere."""
        return embed_fonts(html, self._fonts)

    def page(self, template: str, *, look: Look | None = None, **values: Any) -> str:
        """A template filled with `values`; it also finds `look`, its `paper` and the `width` of that on a screen.

        A template that extends parts/document.html needs `language`, `foot` and `foot_title`. Raises PageError.
        """
        look = look or Look()
        return self._fill(
            self._env, template, look=look, paper=look.paper, width=view.PAPERS[look.paper].screen, **values
        )

    def plain(self, template: str, **values: object) -> str:
        """A template of plain text filled with `values`: nothing is escaped. Raises PageError."""
        return self._fill(self._env.overlay(autoescape=False), template, **values)

    def say(self, key: str, /, **values: object) -> str:
        """The interface's wording in the language of these pages. Raises WordsError."""
        return self._say(key, **values)

    # For makers that build their file without a template; templates call the same under their own names.

    def count(self, key: str, n: object) -> str:
        """'1 mark' or '3 marks': the wording of `key` for a number."""
        return self._count(key, n)

    def ref(self, label: str, lines: tuple[int, int]) -> str:
        """Where words stand: 'A 3–4'."""
        return self._ref(label, lines)

    def quoted(self, text: str) -> str:
        """The text in quotation marks of the language."""
        return self._quoted(text)

    def long_date(self, value: str) -> str:
        """An ISO date in words; anything else as it is."""
        return self._long_date(value)

    def number(self, value: float) -> str:
        """A number without needless zeros, with the decimal sign of the language."""
        return self._number(value)

    def graph(self, graph: Graph, width: float) -> tuple[Picture, str]:
        """The provenance graph drawn in at most `width` pt, and the same in sentences."""
        return self.picture(graph, width), graph_in_words(self.say, graph)

    def _fill(self, env: Environment, template: str, **values: object) -> str:
        try:
            return env.get_template(template).render(values)
        except TemplateSyntaxError as problem:
            raise PageError(f"templates/{problem.name}:{problem.lineno}: {problem.message}") from problem
        except (TemplateError, WordsError, TypeError, ValueError, LookupError, ArithmeticError) as problem:
            raise PageError(f"{self._where(problem, template)}: {problem}") from problem
        except RecursionError as problem:
            raise PageError(
                f"{self._where(problem, template)}: the template calls itself without end"
            ) from problem

    def _where(self, problem: BaseException, template: str) -> str:
        """The innermost template and line that the error came through."""
        found, trace = f"templates/{template}", problem.__traceback__
        while trace is not None:
            file = Path(trace.tb_frame.f_code.co_filename)
            for folder in self._dirs:
                if file.suffix in _KINDS and file.is_relative_to(folder):
                    found = f"templates/{file.relative_to(folder).as_posix()}:{trace.tb_lineno}"
            trace = trace.tb_next
        return found

    @property
    def language(self) -> str:
        """Two-letter code of the language of these pages."""
        return self._language

    def advance(self, bold: bool = False) -> Callable[[str, float], float]:
        """A function (text, size in pt) -> width in pt of text in the type of pictures."""
        return advance(self._fonts / f"AtkinsonHyperlegible-{'Bold' if bold else 'Regular'}.ttf")

    def picture(
        self, graph: Graph, width: float, highest: float = _HIGHEST_PICTURE, apart: float = GAP
    ) -> Picture:
        """The graph in as much detail as fits into `width` and, where it can, below `highest`; rows stand `apart`.

        All sizes are in pt.
        """
        # Bold is a little wider, and labels of any script must fit: a fixed margin covers both.
        measure = self.advance()
        words = {how: self._ui.say(f"how.{how}") for how in _HOWS}
        drawn = []
        for level in LEVELS:
            less = gathered(graph, level)
            picture = draw(less, words, lambda text: measure(text, 9.0) * 1.02, width, apart)
            if picture.height <= highest and not _cuts_words(less, picture):
                return picture
            drawn.append((_cuts_words(less, picture), picture.height, level, picture))
        return min(drawn)[-1]

    # -- what templates may call -------------------------------------------------------------------

    def _say(self, key: str, /, **values: object) -> str:
        return self._ui.say(key, **{name: str(value) for name, value in values.items()})

    def _count(self, key: str, n: object) -> str:
        return self._say(f"{key}.one" if str(n) == "1" else f"{key}.many", n=n)

    def _ref(self, label: str, lines: tuple[int, int]) -> str:
        first, last = lines
        if last == 0:
            return self._say("ref.headline", label=label)
        if first == last:
            return self._say("ref.line", label=label, first=first)
        return self._say("ref.lines", label=label, first=first, last=last)

    def _quoted(self, text: str) -> str:
        """The text in quotation marks, in inner ones where it holds outer ones itself."""
        outer = {*self._say("quote.double", text=""), '"'}
        return self._say("quote.single" if outer & {*text} else "quote.double", text=text)

    def _number(self, value: float) -> str:
        """A number without needless zeros and with the decimal sign of the language: 3.5, 2."""
        return short_number(value).replace(".", self._say("number.decimal"))

    def _long_date(self, value: str) -> str:
        try:
            day = date.fromisoformat(value)
        except ValueError:
            return value
        return self._say("date.long", day=day.day, month=self._say(f"month.{day.month}"), year=day.year)

    def _minutes_of(self, specimen: Specimen) -> str:
        """The minutes of all lanes: '2' or '2–3.5'."""
        times = sorted({s.minutes for s in specimen.lanes})
        return "–".join(self._number(t) for t in (times[:1] + times[-1:] if times[1:] else times))

    def _page_of(self) -> Markup:
        """CSS for the foot: the page's number and how many there are."""
        said = self._say("foot.page", page="\x01", pages="\x02")
        counters = {"\x01": "counter(page)", "\x02": "counter(pages)"}
        parts = [counters.get(part) or css_string(part) for part in re.split("([\x01\x02])", said) if part]
        return Markup(" ").join(Markup(part) for part in parts)

    def _sign(self, name: str, ink: str = "") -> Markup:
        """A sign as a data: URI, in the theme's colours or all in one."""
        assert self._env.loader is not None
        source = self._env.loader.get_source(self._env, f"signs/{name}.svg")[0].strip()
        colours = {colour: ink or getattr(self.theme.colours, meaning) for meaning, colour in Colours()}
        source = re.sub("#[0-9a-f]{6}", lambda found: colours.get(found[0], found[0]), source)
        return Markup(f"data:image/svg+xml;base64,{b64encode(source.encode()).decode('ascii')}")

    def _drawn(self, name: str, colour: str) -> Markup:
        """What a sign in one colour is drawn with, in that colour, for a picture to take in."""
        assert self._env.loader is not None
        source = self._env.loader.get_source(self._env, f"signs/{name}.svg")[0].strip()
        inner = re.sub(r"^<svg[^>]*>|</svg>$", "", source)
        return Markup(re.sub(r'"#[0-9a-fA-F]{6}"', f'"{escape(colour)}"', inner))

    def _globals(self) -> dict[str, Any]:
        return {
            "t": self._say,
            "count": self._count,
            "ref": self._ref,
            "quoted": self._quoted,
            "page_of": self._page_of,
            "sign": self._sign,
            "drawn": self._drawn,
            "printed_ink": printed(self.theme.colours),
            "minutes_of": self._minutes_of,
            "theme": self.theme,
        }


def _items(sheet: Worksheet) -> dict[str, object]:
    """Questions and their numbers by id, in the order of the sheet."""
    order = [id_ for section in sheet.sections for id_ in section.items]
    return {
        "questions": {q.id: q for q in sheet.items},
        "numbers": {id_: number for number, id_ in enumerate(order, 1)},
    }


def _marked(
    sheet: Worksheet, key: AnswerKey, passages: Mapping[str, SheetPassage]
) -> dict[str, tuple[MarkedLine, ...]]:
    answers = {entry.id: entry.answer for entry in key.items}
    out = {}
    for question in sheet.items:
        answer = answers.get(question.id)
        if isinstance(question.response, TextSelection) and isinstance(answer, TextSelectionAnswer):
            out[question.id] = marked_extract(passages[question.response.passage], question.response, answer)
    return out


def _cuts_words(graph: Graph, picture: Picture) -> bool:
    """Whether a row is too full for the words of its boxes."""
    labels = {node.id: node.label.split() for node in graph.nodes}
    return any(" ".join(line.text for line in box.lines).split() != labels[box.id] for box in picture.boxes)
