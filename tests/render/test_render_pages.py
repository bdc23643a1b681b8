"""Pages as HTML: complete, free of the key for students, deaf to a template's tricks."""

import json
import os
import re
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest

from generator.model.booklet import AnswerKey
from generator.model.item import ExtendedTextAnswer, ShortTextAnswer
from generator.model.words import Words
from generator.render.look import Look
from generator.render.pages import PageError, Pages
from tests.render import desk, fixture
from tests.render.story import passage, passages

GOLDEN = Path(__file__).parent / "golden"
REGENERATE = "SECONDSOURCE_GOLDEN"


def normal(html: str) -> str:
    """The page's body, one element a line, without styles and pictures."""
    body = re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)
    body = re.sub(r'data:image/svg\+xml;base64,[^"]*', "data:", body)
    lines = (re.sub(r"\s+", " ", line).strip() for line in re.sub(r"(</?[a-zA-Z])", r"\n\1", body).split("\n"))
    return "\n".join(line for line in lines if line) + "\n"


def visible(html: str) -> str:
    """What can be read on the page."""
    text = re.sub(r"<(style|title)>.*?</\1>", " ", html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", text))).replace("\u2060", "")


@pytest.mark.parametrize("kind", desk.KINDS)
def test_golden_pages(kind: str) -> None:
    file, now = GOLDEN / f"{kind}.html", normal(desk.html(kind))
    if os.environ.get(REGENERATE):
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(now, encoding="utf-8")
    assert now == file.read_text(encoding="utf-8"), f"set {REGENERATE}=1 to write the golden pages anew"


@pytest.mark.parametrize("kind", desk.KINDS)
def test_paper_changes_the_style_only(kind: str) -> None:
    a4, letter = desk.html(kind, "a4"), desk.html(kind, "letter")
    assert "size: A4" in a4
    assert "size: letter" in letter
    if kind not in ("notes", "annotated"):  # drawings are as wide as the paper
        assert normal(a4) == normal(letter)


@pytest.mark.parametrize("kind", desk.KINDS)
def test_a_page_is_one_whole_document_of_its_own(kind: str) -> None:
    html = desk.html(kind)
    assert html.startswith("<!doctype html>")
    assert '<html lang="en">' in html
    assert len(re.findall("<h1", html)) == 1
    assert "<script" not in html
    assert not re.search(r"""(?:src|href)\s*=\s*["'](?!data:)""", html)
    assert set(re.findall(r"url\(\"([^\"]*?)[:/]", html)) <= {"fonts", "data"}
    assert "{{" not in html
    assert "None" not in visible(html)


@pytest.mark.parametrize("kind", desk.KINDS)
def test_headings_come_in_order(kind: str) -> None:
    levels = [int(n) for n in re.findall(r"<h(\d)", desk.html(kind))]
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))


@pytest.mark.parametrize("kind", desk.KINDS)
def test_tables_have_heads_with_a_scope_and_pictures_a_text(kind: str) -> None:
    html = desk.html(kind)
    assert len(re.findall(r"<th\b", html)) == len(re.findall(r"<th\b[^>]*\bscope=", html))
    for image in re.findall(r"<img\b[^>]*>", html):
        assert re.search(r'alt="[^"]+"', image)
    for svg in re.findall(r"<svg xmlns.*?</svg>", html, flags=re.DOTALL):
        assert re.search(r"<title>[^<]+</title>", svg)


# -- the student's sheet ---------------------------------------------------------------------------


def secrets(key: AnswerKey) -> set[str]:
    """Sentences and words of the key that stand nowhere on the sheet."""
    found: set[str] = set()
    for entry in key.items:
        found |= {entry.rationale, entry.marking, *entry.accept, *entry.misreadings.values()}
        found |= {text for r in entry.reject for text in (r.text, r.why)}
        found |= {text for level in entry.rubric for text in (level.names, level.sample, level.level)}
        found |= {e.shows for e in entry.evidence if e.shows}
        if isinstance(entry.answer, ExtendedTextAnswer):
            found.add(entry.answer.sample)
        if isinstance(entry.answer, ShortTextAnswer):
            found |= {text for b in entry.answer.blanks.values() for text in (b.model, *b.accept)}
    sheet = json.dumps(fixture.sheet().model_dump(mode="json"), ensure_ascii=False)
    told = " ".join(line.text for p in passages() for line in p.lines)
    return {text for text in found if len(text) > 3 and text not in sheet and text not in told}


def test_nothing_of_the_key_is_on_the_sheet() -> None:
    hidden, shown = secrets(fixture.key()), unescape(desk.html("key")).replace("\u2060", "")
    assert len(hidden) > 40
    page = unescape(re.sub(r"<style>.*?</style>", "", desk.html("worksheet"), flags=re.DOTALL))
    page = page.replace("\u2060", "")
    assert [text for text in hidden if text in page] == []
    assert sum(text in shown for text in hidden) > 0.9 * len(hidden)


def test_the_sheet_bears_no_mark_of_an_answer_in_structure_or_style() -> None:
    html = desk.html("worksheet")
    style = "".join(re.findall(r"<style>(.*?)</style>", html, flags=re.DOTALL))
    classes = " ".join(re.findall(r'class="([^"]*)"', html))
    for trace in ("tick", "right-one", "hand", "misread", "rationale", "rubric", "note ", "evidence"):
        assert trace not in style.replace("--hand", ""), trace
        assert trace not in classes, trace
    assert not re.search(r"<!--|\bdata-(?!n=|running=|label=)|hidden|display: *none", html.split("<body", 1)[1])


def test_the_sheet_holds_every_question_with_its_marks() -> None:
    text = visible(desk.html("worksheet"))
    for question in fixture.sheet().items:
        assert question.prompt.replace("**", "") in text
        for hint in question.hints:
            assert hint in text
    assert text.count("mark]") + text.count("marks]") == len(fixture.sheet().items)
    for word in ("Name", "Class", "Date", "Your notes", "date not given", "14 October 2025", "CC BY 4.0"):
        assert word in text


def test_writing_space_follows_the_marks() -> None:
    html = desk.html("worksheet")
    parts = re.split(r'<article class="item', html)[1:]
    for question, part in zip(fixture.sheet().items, parts, strict=True):
        rules = part.count('class="rule"')
        if question.response.kind == "extended-text":
            assert rules == question.response.lines
        elif question.response.kind == "short-text" and question.response.table is None:
            assert rules == 2 * question.points
        else:
            assert rules == 0


def test_a_report_without_headline_date_or_licence_says_so() -> None:
    bare = passage("A", None, ("One short line.",), outlet="O", licence=None)
    text = visible(desk.pages().worksheet(fixture.sheet().model_copy(update={"passages": (bare,)}), Look("a4")))
    for words in ("(no headline)", "date not given", "Licence: not known"):
        assert words in text


def test_what_authors_write_cannot_become_markup() -> None:
    evil = '</style><script>alert("x")</script> & "\'\\'
    sheet = fixture.sheet().model_copy(update={"title": evil, "form_id": evil, "context_note": evil})
    html = desk.pages().worksheet(sheet, Look("a4"))
    assert "<script" not in html
    assert html.count("</style>") == desk.html("worksheet").count("</style>")
    assert evil in unescape(html)


# -- the key ---------------------------------------------------------------------------------------


def test_the_key_keeps_the_layout_of_the_sheet() -> None:
    def numbers(html: str) -> list[str]:
        return re.findall(r'<span class="number">(\d+)</span>', html)

    assert numbers(desk.html("key")) == numbers(desk.html("worksheet"))
    for question in fixture.sheet().items:
        assert question.prompt.replace("**", "") in visible(desk.html("key"))


def test_the_key_says_all_it_knows() -> None:
    text = visible(desk.html("key"))
    for entry in fixture.key().items:
        assert entry.brief in text
        assert entry.rationale in text
        for e in entry.evidence:
            assert e.quote in text
        for why in (*entry.misreadings.values(), *(r.why for r in entry.reject), *entry.accept):
            assert why in text
        for level in entry.rubric:
            assert level.names in text


def test_only_a_draft_says_that_it_is_one() -> None:
    final = fixture.key().model_copy(update={"draft": False})
    assert "Draft key" in desk.html("key")
    assert "Draft" not in desk.pages().key(fixture.sheet(), final, Look("a4"))


# -- words -----------------------------------------------------------------------------------------


class Listening(Words):
    """Words that remember what they were asked for."""

    def __init__(self, words: Words) -> None:
        super().__init__(words._own, words._common, words.file)
        self.asked: set[str] = set()

    def say(self, key: str, /, **values: str) -> str:
        self.asked.add(key)
        return super().say(key, **values)


GENERATOR = Path(__file__).parents[2] / "generator"


def sources() -> tuple[str, str]:
    """All templates that use words, and all code that does."""
    kinds = {".html", ".svg", ".txt", ".md", ".js"}
    templates = [p for p in sorted(desk.TEMPLATES.rglob("*")) if p.suffix in kinds]
    folders = [GENERATOR / name for name in ("render", "export", "responses")]
    code = [p for folder in folders for p in sorted(folder.rglob("*.py"))]
    return "\n".join(p.read_text("utf-8") for p in templates), "\n".join(p.read_text("utf-8") for p in code)


def test_every_word_in_use_exists() -> None:
    templates, code = sources()
    counted = re.findall(r"\bcount\(\s*['\"]([a-z_.-]+)['\"]", templates + code)
    used = set(re.findall(r"\bt\(\s*'([a-z0-9_.-]+)'\s*[,)]", templates))
    used |= set(re.findall(r"\bsay\(\s*\"([a-z0-9_.-]+)\"\s*[,)]", code))
    used |= {f"{key}.{form}" for key in counted for form in ("one", "many")}
    ui = desk.pages()._ui
    assert len(used) > 100
    assert sorted(key for key in used if not ui.has(key)) == []


def test_every_word_there_is_in_use() -> None:
    templates, code = sources()
    named = set(re.findall(r"['\"]([a-z0-9]+(?:[._-][a-z0-9]+)+)['\"]", templates + code))
    # Some keys are a name and an ending: f"{key}.one".
    endings = {"one", "many", *re.findall(r"\bf\"\{\w+\}\.([a-z]+)\"", code)}
    named |= {f"{key}.{end}" for key in (*named, "marks", "minutes", "words", "lines") for end in endings}
    stems = set(re.findall(r"['\"]([a-z0-9_.-]+\.)['\"]\s*~", templates))
    stems |= set(re.findall(r"\bf\"([a-z0-9_.-]+\.)\{", code))
    ui = desk.pages()._ui
    spare = [key for key in ui._own if key not in named and not any(key.startswith(stem) for stem in stems)]
    assert spare == []


def test_words_composed_at_run_time_exist_for_every_value() -> None:
    from typing import get_args

    from generator.model import vocabulary as v

    ui = desk.pages()._ui
    for stem, values in (
        ("skill", v.SKILLS),
        ("lane", v.LANES),
        ("kind", get_args(v.ReportKind)),
        ("extra", ("caption", "credit", "related-link", "url")),
        ("relation", v.RELATIONS),
        ("how", get_args(v.How)),
        ("basis", get_args(v.EdgeBasis)),
        ("difficulty", ("1", "2", "3")),
        ("sign", ("underline", "circle", "bracket", "wavy")),
        ("month", tuple(str(n) for n in range(1, 13))),
        ("tag", ("attribution", "marker", "wording")),
    ):
        assert [x for x in values if not ui.has(f"{stem}.{x}")] == []
    own = [
        key
        for key in ui._own
        if re.match(r"(skill|lane|kind|extra|relation|how|basis|difficulty|sign|tag)\.", key)
    ]
    assert len(own) == 4 + 3 + 5 + 4 + 5 + 3 + 3 + 4 + 3


def test_a_missing_word_is_named() -> None:
    words = {k: v for k, v in desk.pages()._ui._own.items() if k != "head.name"}
    make = Pages((desk.TEMPLATES,), Words(words, desk.pages()._ui._common, "interface.yaml"))
    with pytest.raises(PageError, match=r"interface\.yaml: .*head\.name"):
        make.worksheet(fixture.sheet(), Look("a4"))


# -- a user's own templates ------------------------------------------------------------------------


def own(tmp_path: Path, name: str, body: str) -> Pages:
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(body, encoding="utf-8")
    return Pages((tmp_path, desk.TEMPLATES), desk.pages()._ui)


def test_a_single_part_can_be_replaced(tmp_path: Path) -> None:
    make = own(tmp_path, "styles/base.css", "h1 { color: rebeccapurple }")
    html = make.worksheet(fixture.sheet(), Look("a4"))
    assert "rebeccapurple" in html
    assert normal(html) == normal(desk.html("worksheet"))
    assert [p.name for p in make.own_templates] == ["base.css"]
    assert desk.pages().own_templates == ()


def test_prompts_of_ones_own_are_no_templates(tmp_path: Path) -> None:
    make = own(tmp_path, "prompts/en/interface.yaml", "schema: 1\n")
    assert make.own_templates == ()


def test_fonts_are_never_the_users_own(tmp_path: Path) -> None:
    make = own(tmp_path, "fonts/PassageSerif-Regular.ttf", "not a font")
    assert make.embed_fonts(desk.html("notes")) == desk.pages().embed_fonts(desk.html("notes"))


@pytest.mark.parametrize(
    "trick",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ sheet.__class__ }}",
        "{{ sheet.model_dump_json() }}",
        "{{ sheet.parse_file('/etc/passwd') }}",
        "{{ sheet.model_config }}",
        "{{ frame.__init__.__globals__ }}",
        "{{ t.__self__ }}",
        "{{ t.__globals__ }}",
        "{{ ref.__func__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ self.__init__.__globals__ }}",
        "{{ '{0.__class__.__init__.__globals__}'.format(sheet) }}",
        "{{ [sheet]|map(attribute='__class__')|join }}",
        "{{ sheet|attr('__class__') }}",
        "{{ questions.update({}) }}",
        "{% include '../../../../../../etc/passwd' %}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{{ key }}",
        "{{ lipsum.__globals__ }}",
    ],
)
def test_a_template_reaches_nothing_but_the_sheet(tmp_path: Path, trick: str) -> None:
    with pytest.raises(PageError, match=r"templates/worksheet/page\.html|'\S*passwd'|'os'"):
        own(tmp_path, "worksheet/page.html", trick).worksheet(fixture.sheet(), Look("a4"))


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("fine\n{{ sheet.nothing }}", r"templates/worksheet/page\.html:2: .*nothing"),
        ("fine\n\n{% if %}", r"templates/worksheet/page\.html:3: "),
        ("{{ sheet.title|nothing }}", r"templates/worksheet/page\.html:1: .*nothing"),
        ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", r"calls itself without end"),
    ],
)
def test_a_broken_template_is_told_with_file_and_line(tmp_path: Path, body: str, told: str) -> None:
    with pytest.raises(PageError, match=told):
        own(tmp_path, "worksheet/page.html", body).worksheet(fixture.sheet(), Look("a4"))
