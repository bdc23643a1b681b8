"""Papers -> whole HTML pages. The worksheet's page is made without a key anywhere in reach."""

import re
from base64 import b64encode
from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup
from pydantic import BaseModel

from generator.assemble.showcase import LaneSpecimen, Specimen
from generator.model.booklet import AnnotatedCopy, AnswerKey, Graph, SheetPassage, TeacherNotes, Worksheet
from generator.model.item import TextSelection, TextSelectionAnswer
from generator.model.vocabulary import How, Skill
from generator.model.words import Words, WordsError
from generator.render import overview, view
from generator.render.chart import chart
from generator.render.filters import FILTERS, FUNCTIONS, css_string, short_number
from generator.render.fonts import advance, embed_fonts
from generator.render.gather import LEVELS, gathered
from generator.render.graph import draw
from generator.render.marks import MarkedLine, annotated_view, marked_extract
from generator.render.picture import Picture

_KINDS = frozenset({".html", ".css", ".svg"})
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
    interface.yaml. Every method returns one self-contained HTML document for `paper` ('a4' or 'letter');
    its fonts are named by file, and `embed_fonts` puts them in. Raises PageError.
    """

    def __init__(self, template_dirs: Sequence[Path], ui: Words, language: str = "en") -> None:
        self._dirs, self._ui, self._language = tuple(template_dirs), ui, language
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

    @cached_property
    def own_templates(self) -> tuple[Path, ...]:
        """Page templates, styles and signs of the user's own, which run with limits. Prompts do not count."""
        files = (p for folder in self._dirs[:-1] for p in sorted(folder.rglob("*")))
        return tuple(p for p in files if p.suffix in _KINDS and p.is_file())

    def worksheet(self, sheet: Worksheet, paper: str) -> str:
        """The student's paper."""
        size = view.PAPERS[paper]
        return self._page(
            "worksheet/page.html",
            paper=paper,
            width=size.screen,
            language=sheet.language,
            foot=sheet.form_id,
            foot_title=sheet.title,
            sheet=sheet,
            frame=view.sheet_frame(sheet, size),
            views={p.label: view.passage_view(p) for p in sheet.passages},
            **_items(sheet),
        )

    def key(self, sheet: Worksheet, key: AnswerKey, paper: str) -> str:
        """The teacher's key, laid out like the sheet it belongs to."""
        entries = {entry.id: entry for entry in key.items}
        passages = {p.label: p for p in sheet.passages}
        return self._page(
            "key/page.html",
            paper=paper,
            width=view.PAPERS[paper].screen,
            language=key.language,
            foot=key.form_id,
            foot_title=key.title,
            sheet=sheet,
            key=key,
            entries=entries,
            marked=_marked(sheet, key, passages),
            **_items(sheet),
        )

    def notes(self, notes: TeacherNotes, paper: str) -> str:
        """How to teach the lesson."""
        width = view.PAPERS[paper].width + view.GUTTER_PT
        return self._page(
            "notes/page.html",
            paper=paper,
            width=view.PAPERS[paper].screen,
            language=notes.language,
            foot=notes.form_id,
            foot_title=notes.title,
            notes=notes,
            labels=[p.label for p in notes.passages],
            table=overview.comparison(notes),
            parts=overview.by_skill(notes.items),
            steps=overview.timed(notes.steps),
            picture=self._picture(notes.graph, width) if notes.graph.nodes else None,
            alt=self._in_words(notes.graph),
        )

    def annotated(self, copy: AnnotatedCopy, paper: str) -> str:
        """The passages with everything the notes mark in them."""
        marks = {a.label: a for a in copy.annotations}
        return self._page(
            "annotated/page.html",
            paper=paper,
            width=view.PAPERS[paper].screen,
            language=copy.language,
            foot=copy.lesson,
            foot_title=copy.title,
            copy=copy,
            views={p.label: annotated_view(p, marks.get(p.label), self._ui) for p in copy.passages},
        )

    def specimen(self, specimen: Specimen, paper: str) -> str:
        """A page of the catalogue: one exercise type in every lane, with its keys and passages."""
        marked = {s.lane: _marked(s.sheet, s.key, {p.label: p for p in s.sheet.passages}) for s in specimen.lanes}
        views = {p.label: view.passage_view(p) for p in specimen.lanes[0].sheet.passages} if specimen.lanes else {}
        return self._catalogue("type.html", paper, specimen=specimen, views=views, marked=marked)

    def specimen_picture(self, specimen: Specimen, lane: LaneSpecimen, paper: str) -> str:
        """A small page with the item alone."""
        return self._catalogue("picture.html", paper, specimen=specimen, lane=lane)

    def specimen_text(self, specimen: Specimen, lane: LaneSpecimen) -> str:
        """The item in one lane, its key and its passages as plain text."""
        text = self._fill(
            self._env.overlay(autoescape=False), "catalogue/example.txt", specimen=specimen, lane=lane
        )
        return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"

    def catalogue(self, specimens: Sequence[Specimen], pictures: Collection[str], paper: str) -> str:
        """The list of all exercise types; `pictures` are the names of those with a picture."""
        groups = [
            {"skill": skill, "specimens": [s for s in specimens if s.skill == skill]}
            for skill in dict.fromkeys(s.skill for s in specimens)
        ]
        return self._catalogue("index.html", paper, specimens=specimens, groups=groups, pictures=pictures)

    def coverage(self, lessons: Sequence[Mapping[str, Any]], types: Mapping[str, Skill]) -> str:
        """The picture of what lessons practise, as SVG; see `chart` for what it is drawn from."""
        return self._fill(self._env, "coverage/picture.svg", **chart(lessons, types)).strip() + "\n"

    def _catalogue(self, template: str, paper: str, **values: object) -> str:
        return self._page(
            f"catalogue/{template}",
            paper=paper,
            width=view.PAPERS[paper].screen,
            language=self._language,
            foot="",
            foot_title="",
            **values,
        )

    def embed_fonts(self, html: str) -> str:
        """The page with its fonts inside, so that the one file prints anywhere."""
        return embed_fonts(html, self._fonts)

    def _page(self, template: str, **values: object) -> str:
        return self._fill(self._env, template, **values)

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

    def _picture(self, graph: Graph, width: float) -> Picture:
        # Bold is a little wider, and labels of any script must fit: a fixed margin covers both.
        measure = advance(self._fonts / "AtkinsonHyperlegible-Regular.ttf")
        words = {how: self._ui.say(f"how.{how}") for how in _HOWS}
        drawn = []
        for level in LEVELS:
            less = gathered(graph, level)
            picture = draw(less, words, lambda text: measure(text, 9.0) * 1.02, width)
            if picture.height <= _HIGHEST_PICTURE and not _cuts_words(less, picture):
                return picture
            drawn.append((_cuts_words(less, picture), picture.height, level, picture))
        return min(drawn)[-1]

    def _in_words(self, graph: Graph) -> str:
        """The graph as sentences, for those who cannot see it."""
        labels = {node.id: node.label for node in graph.nodes}
        told = [
            self._say(
                "graph.sentence",
                **{"from": labels.get(e.start, e.start), "to": labels.get(e.end, e.end)},
                how=self._say(f"how.{e.how}"),
                basis=self._say(f"basis.{e.basis}"),
            )
            for e in graph.edges
        ]
        return self._say("graph.alt", text=" ".join(told))

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

    def _sign(self, name: str) -> Markup:
        """A sign as a data: URI."""
        assert self._env.loader is not None
        source = self._env.loader.get_source(self._env, f"signs/{name}.svg")[0].strip()
        return Markup(f"data:image/svg+xml;base64,{b64encode(source.encode()).decode('ascii')}")

    def _globals(self) -> dict[str, Any]:
        return {
            "t": self._say,
            "count": self._count,
            "ref": self._ref,
            "quoted": self._quoted,
            "page_of": self._page_of,
            "sign": self._sign,
            "minutes_of": self._minutes_of,
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
