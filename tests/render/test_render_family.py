"""The family pictures: everything of the notes is in them, nothing lies upon anything else, and words say it."""

import re
from collections.abc import Iterable
from functools import cache
from io import BytesIO
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.booklet import (
    AnnotatedCopy,
    ComparisonCell,
    ComparisonRow,
    Graph,
    Mention,
    OwnWords,
    SaidClaim,
    Voice,
)
from generator.render.look import Look
from generator.render.pictures.family import KINDS, comparison_svg, family_picture, graph_svg, in_words, map_svg
from generator.render.pictures.picture import Frame
from generator.render.pictures.sides import SideBySide, draw_comparison
from generator.render.pictures.voices import VoiceMap, draw_map
from tests.render import desk, fixture, shipped
from tests.render.story import passages
from tests.render.test_render_pdf import elements

SVG = "{http://www.w3.org/2000/svg}"
EVERY = [(name, kind) for name in shipped.DOSSIERS for kind in KINDS]
WIDTHS = (330.0, 500.0, 760.0)


@cache
def measure(text: str) -> float:
    return desk.pages().advance()(text, 9.0) * 1.04


@cache
def bold(text: str) -> float:
    return desk.pages().advance(bold=True)(text, 9.0) * 1.04


@cache
def picture(name: str, kind: str) -> str:
    copy = shipped.copy(name)
    return family_picture(shipped.pages(copy.language), kind, copy)


@cache
def voice_map(name: str, width: float = 500.0) -> VoiceMap:
    copy = shipped.copy(name)
    return draw_map(copy, shipped.pages(copy.language).say, measure, bold, width)


@cache
def side_by_side(name: str, width: float = 500.0) -> SideBySide:
    copy = shipped.copy(name)
    return draw_comparison(copy, shipped.pages(copy.language).say, measure, bold, width)


# -- the file --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_a_picture_is_one_whole_file_that_asks_for_nothing_and_runs_nothing(name: str, kind: str) -> None:
    svg = picture(name, kind)
    root = ElementTree.fromstring(svg.encode())
    assert root.tag == f"{SVG}svg"
    assert {e.tag for e in root.iter()} <= {
        f"{SVG}{tag}" for tag in ("svg", "title", "desc", "style", "rect", "circle", "path", "g", "text")
    }
    assert not [a for e in root.iter() for a in e.attrib if a.startswith("on") or a.endswith("href")]
    assert set(re.findall(r"url\(\s*[\"']?([a-z]+):", svg)) == {"data"}
    assert "url(" not in svg.replace('url("data:font/woff2;', "")
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")
    assert "var(" not in svg


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_a_picture_has_a_name_and_a_text_for_those_who_do_not_see_it(name: str, kind: str) -> None:
    root = ElementTree.fromstring(picture(name, kind).encode())
    copy = shipped.copy(name)
    assert root.attrib["role"] == "img"
    assert root.attrib["lang"] == copy.language
    by_id = {e.attrib["id"]: e for e in root.iter() if "id" in e.attrib}
    title, desc = (by_id[id_] for id_ in root.attrib["aria-labelledby"].split())
    assert (title.tag, desc.tag) == (f"{SVG}title", f"{SVG}desc")
    assert copy.title in (title.text or "")
    assert desc.text == in_words(shipped.pages(copy.language), kind, copy)


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_every_word_of_a_picture_is_inside_it(name: str, kind: str) -> None:
    root = ElementTree.fromstring(picture(name, kind).encode())
    _, _, width, height = (float(n) for n in root.attrib["viewBox"].split())
    texts = list(_texts(root, 0.0, 0.0))
    assert len(texts) > 10
    for left, right, baseline, text in texts:
        assert left >= 0, text
        assert right <= width + 0.01, text
        assert 8 <= baseline <= height - 3, text


def _texts(element: ElementTree.Element, x: float, y: float) -> Iterable[tuple[float, float, float, str]]:
    """Left and right edge and baseline of every text, by the length that it is told to have."""
    moved = re.match(r"translate\(([-\d.]+) ([-\d.]+)\)", element.attrib.get("transform", ""))
    if moved:
        x, y = x + float(moved[1]), y + float(moved[2])
    if element.tag == f"{SVG}text":
        long, at = float(element.attrib["textLength"]), x + float(element.attrib["x"])
        left = at - long / 2 if element.attrib.get("text-anchor") == "middle" else at
        yield left, left + long, y + float(element.attrib["y"]), element.text or ""
    for child in element:
        yield from _texts(child, x, y)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_copy_gives_the_same_bytes(kind: str) -> None:
    copy = shipped.copy("band-rumour")
    assert family_picture(shipped.pages("en"), kind, copy) == picture("band-rumour", kind)


def test_a_draft_says_so_and_what_keeps_readers_from_taking_it_for_news_stands_below() -> None:
    copy = shipped.copy("band-rumour")
    drawn = [
        family_picture(shipped.pages("en"), "map", copy.model_copy(update={"draft": d})) for d in (True, False)
    ]
    assert ["not yet reviewed" in svg for svg in drawn] == [True, False]
    assert all("This story is fiction" in svg for svg in drawn)


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", '"/><g onload="x"', "a & b"])
def test_words_of_the_notes_stay_words(hostile: str) -> None:
    copy = fixture.copy()
    voice = copy.voices[0].model_copy(update={"name": hostile})
    node = copy.graph.nodes[0].model_copy(update={"label": hostile})
    row = copy.comparison[0].model_copy(update={"topic": hostile})
    changed = copy.model_copy(
        update={
            "voices": (voice, *copy.voices[1:]),
            "graph": copy.graph.model_copy(update={"nodes": (node, *copy.graph.nodes[1:])}),
            "comparison": (row, *copy.comparison[1:]),
        }
    )
    for kind in KINDS:
        root = ElementTree.fromstring(family_picture(desk.pages(), kind, changed).encode())
        assert f"{SVG}script" not in {e.tag for e in root.iter()}
        assert not [a for e in root.iter() for a in e.attrib if a.startswith("on")]
        drawn = "".join(e.text or "" for e in root.iter(f"{SVG}text"))
        assert hostile.replace(" ", "") in drawn.replace(" ", "")


# -- in a page -------------------------------------------------------------------------------------


def in_page(copy: AnnotatedCopy, *, to_print: bool) -> dict[str, str]:
    pages = shipped.pages(copy.language)
    return {
        "graph": graph_svg(pages, copy.graph, 500.0, to_print=to_print),
        "map": map_svg(pages, copy, 500.0, to_print=to_print),
        "comparison": comparison_svg(pages, copy, 500.0, to_print=to_print),
    }


def test_on_a_screen_every_colour_is_the_pages_own_and_in_print_none_is() -> None:
    screen, paper = (in_page(shipped.copy("helmet-recall"), to_print=p) for p in (False, True))
    for kind in KINDS:
        colours = set(re.findall(r'(?:fill|stroke)="([^"]+)"', screen[kind])) - {"none"}
        assert len(colours) >= 3
        assert [c for c in colours if not re.fullmatch(r"var\(--[a-z]+, #[0-9a-f]{6}\)", c)] == []
        colours = set(re.findall(r'(?:fill|stroke)="([^"]+)"', paper[kind])) - {"none"}
        assert [c for c in colours if not re.fullmatch(r"#[0-9a-f]{6}", c)] == []


def test_pictures_of_one_page_share_no_id_and_each_is_named_by_its_own() -> None:
    copy = shipped.copy("footbridge")
    pages = shipped.pages("en")
    screen = [*in_page(copy, to_print=False).values(), map_svg(pages, copy, 600.0, "second")]
    ids = [id_ for svg in screen for id_ in re.findall(r'\bid="([^"]+)"', svg)]
    assert len(ids) == len(set(ids)) == 2 * len(screen)
    for svg in screen:
        named = re.search(r'aria-labelledby="([^"]+)"', svg)
        assert named is not None
        assert re.findall(r'\bid="([^"]+)"', svg) == named[1].split()
    for kind, svg in in_page(copy, to_print=True).items():
        root = ElementTree.fromstring(svg)
        assert root.attrib["aria-label"] == in_words(pages, kind, copy)


def test_the_map_leaves_out_what_numbers_stand_for_where_the_page_says_it() -> None:
    copy, pages = shipped.copy("footbridge"), shipped.pages("en")
    whole, short = map_svg(pages, copy, 500.0), map_svg(pages, copy, 500.0, claims=False)
    topic = copy.comparison[0].topic
    assert [f">{topic}</text>" in svg for svg in (whole, short)] == [True, False]


def test_a_picture_that_is_too_high_is_made_smaller_as_a_whole() -> None:
    copy, pages = shipped.copy("footbridge"), shipped.pages("en")
    svg = ElementTree.fromstring(map_svg(pages, copy, 500.0, highest=400.0))
    _, _, width, height = (float(n) for n in svg.attrib["viewBox"].split())
    wide, high = (float(svg.attrib[name].removesuffix("pt")) for name in ("width", "height"))
    assert high == pytest.approx(400.0)
    assert wide / high == pytest.approx(width / height, rel=1e-3)


# -- who says what ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", shipped.DOSSIERS)
def test_every_voice_is_in_the_map_once_with_all_that_reports_have_from_it(name: str) -> None:
    copy = shipped.copy(name)
    rows = voice_map(name).rows
    assert sorted(id_ for row in rows for id_ in row.ids) == sorted(v.id for v in copy.voices)
    by_id = {voice.id: voice for voice in copy.voices}
    for row in (row for row in rows if row.ids):
        mentions = [m for id_ in row.ids for m in by_id[id_].mentions]
        assert {card.label for card in row.cards} == {m.label for m in mentions}
        for card in row.cards:
            here = [m for m in mentions if m.label == card.label]
            assert len([s for s in card.signs if s.name == "lines"]) == len(here)
            assert _rings(card.signs) == sorted((c.number, c.standing) for m in here for c in m.claims)
            assert sorted(s.name for s in card.signs if s.name.startswith("basis-")) == sorted(
                f"basis-{m.basis}" for m in here
            )
            quoted = [f"form-{m.form}" for m in here if m.form in ("direct", "mixed")]
            assert sorted(s.name for s in card.signs if s.name.startswith("form-")) == sorted(quoted)
            remarks = " ".join(w.text for w in card.words)
            assert all(link in remarks for m in here for link in m.via)
    own = {card.label: _rings(card.signs) for row in rows if not row.ids for card in row.cards}
    assert own == {o.label: sorted((c.number, c.standing) for c in o.claims) for o in copy.own_words if o.claims}


def _rings(signs: Iterable[object]) -> list[tuple[int, str]]:
    rings = [s for s in signs if s.name == "ring"]  # type: ignore[attr-defined]
    return sorted((int(s.text), s.standing) for s in rings)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", shipped.DOSSIERS)
def test_a_thread_joins_a_voice_to_its_cards_and_none_joins_what_has_no_voice(name: str) -> None:
    for row in voice_map(name).rows:
        if not row.ids or any(id_.startswith("nobody") for id_ in row.ids):
            assert row.thread is None
        else:
            assert row.thread == (row.frame.x + row.frame.width, max(c.frame.x for c in row.cards))
            assert all(c.frame.y < row.y < c.frame.y + c.frame.height for c in row.cards)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", shipped.DOSSIERS)
def test_nothing_in_the_map_lies_upon_anything_else(name: str, width: float) -> None:
    check_map(voice_map(name, width), cut=width < 400)


def check_map(drawn: VoiceMap, cut: bool = False) -> None:
    """`cut`: at so small a width a single sign or word may be wider than its column."""
    bands = {band.label: band.frame for band in drawn.bands}
    cards = [card for row in drawn.rows for card in row.cards]
    listed = [f for e in (*drawn.legend, *drawn.claims) for f in (e.sign.frame, *(w.frame for w in e.words))]
    heads = [w.frame for band in drawn.bands for w in band.name]
    apart([*(row.frame for row in drawn.rows), *(card.frame for card in cards), *heads, *listed])
    for card in cards:
        inside = [*(s.frame for s in card.signs), *(w.frame for w in card.words)]
        apart(inside)
        assert all(_holds(card.frame, f) for f in inside)
        assert cut or _holds(bands[card.label], card.frame)
    for row in drawn.rows:
        for line in row.lines:
            assert row.frame.x <= line.x - measure(line.text) / 2
            assert line.x + measure(line.text) / 2 <= row.frame.x + row.frame.width
            assert row.frame.y < line.y < row.frame.y + row.frame.height
    assert cut or all(_holds(Frame(0, 0, drawn.width, drawn.height), f) for f in (*listed, *heads))
    assert max(f.y + f.height for f in listed) <= drawn.height


def _holds(outer: Frame, inner: Frame) -> bool:
    return (
        outer.x - 0.05 <= inner.x
        and outer.y - 0.05 <= inner.y
        and inner.x + inner.width <= outer.x + outer.width + 0.05
        and inner.y + inner.height <= outer.y + outer.height + 0.05
    )


def apart(frames: list[Frame]) -> None:
    for one, other in combinations(frames, 2):
        assert not one.meets(other, -0.3), (one, other)


@st.composite
def copies(draw: st.DrawFn) -> AnnotatedCopy:
    """Copies with up to four reports, twenty voices and forty claims, and words of any length."""
    base = fixture.copy()
    labels = "ABCD"[: draw(st.integers(1, 4))]
    name = st.text(alphabet="abc defg", min_size=1, max_size=45).filter(lambda t: t.strip() != "")
    number = draw(st.integers(1, 40))
    claims = st.lists(
        st.builds(
            SaidClaim,
            number=st.integers(1, number),
            standing=st.sampled_from(("asserted", "attributed", "hedged", "denied")),
        ),
        max_size=8,
    ).map(tuple)
    mention = st.builds(
        Mention,
        label=st.sampled_from(labels),
        lines=st.tuples(st.integers(0, 9), st.integers(10, 60)),
        says=name,
        called=st.none(),
        named=st.booleans(),
        form=st.sampled_from(("direct", "indirect", "mixed")),
        basis=st.sampled_from(("witness", "participant", "official", "record", "report", "not-stated")),
        via=st.lists(name, max_size=3).map(tuple),
        claims=claims,
    )
    count = draw(st.integers(1, 20))
    voices = tuple(
        Voice(
            id=f"v{i}",
            name=draw(name),
            kind=draw(st.sampled_from(("person", "office", "outlet", "document", "unknown"))),
            report=draw(st.sampled_from((None, labels[0]))),
            mentions=tuple(draw(st.lists(mention, min_size=1, max_size=4))),
        )
        for i in range(count)
    )
    a = passages()[0]
    return base.model_copy(
        update={
            "passages": tuple(a.model_copy(update={"label": label, "outlet": draw(name)}) for label in labels),
            "voices": voices,
            "own_words": tuple(OwnWords(label=label, claims=draw(claims)) for label in labels),
            "comparison": tuple(draw(rows(labels, n)) for n in range(1, number + 1)),
        }
    )


@st.composite
def rows(draw: st.DrawFn, labels: str, number: int) -> ComparisonRow:
    words = st.text(alphabet="abc defg", min_size=1, max_size=70).filter(lambda t: t.strip() != "")
    cell = st.one_of(
        st.just(ComparisonCell(text=None, lines=None)),
        st.builds(ComparisonCell, text=words, lines=st.tuples(st.integers(0, 5), st.integers(5, 70))),
    )
    relation = st.sampled_from(
        ("agree", "same-in-other-words", "differ-in-detail", "differ-in-certainty", "conflict", "only-in-one")
    )
    pairs = ["".join(pair) for pair in combinations(labels, 2)]
    return ComparisonRow(
        number=number,
        topic=draw(words),
        cells={label: draw(cell) for label in labels},
        relations={pair: draw(relation) for pair in pairs},
        explain=None,
    )


@settings(deadline=None, max_examples=40)
@given(copies())
def test_any_voices_and_claims_find_room(copy: AnnotatedCopy) -> None:
    drawn = draw_map(copy, desk.pages().say, measure, bold, 500.0)
    assert {id_ for row in drawn.rows for id_ in row.ids} == {v.id for v in copy.voices}
    check_map(drawn)


# -- claims side by side ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", shipped.DOSSIERS)
def test_every_claim_is_in_the_comparison_once_with_what_each_report_has_of_it(name: str) -> None:
    copy = shipped.copy(name)
    rows = [row for section in side_by_side(name).sections for row in section.rows]
    assert sorted(row.number for row in rows) == [row.number for row in copy.comparison]
    by_number = {row.number: row for row in copy.comparison}
    for row in rows:
        known = by_number[row.number]
        assert " ".join(w.text for w in row.topic) == known.topic.replace("**", "")
        assert [cell.label for cell in row.cells] == [p.label for p in copy.passages]
        for cell in row.cells:
            told = known.cells.get(cell.label)
            assert cell.silent == (told is None or told.text is None)
            if told is not None and told.text is not None:
                assert " ".join(w.text for w in cell.words) == " ".join(told.text.split())
                assert cell.place or told.lines is None


@pytest.mark.parametrize("name", shipped.DOSSIERS)
def test_every_relation_is_shown_by_sign_and_words(name: str) -> None:
    copy = shipped.copy(name)
    say = shipped.pages(copy.language).say
    by_number = {row.number: row for row in copy.comparison}
    for section in side_by_side(name).sections:
        if section.head is not None:
            assert section.head.sign.name == section.relation
            assert " ".join(w.text for w in section.head.words) == say(f"relation.{section.relation}")
        for row in section.rows:
            known = by_number[row.number].relations
            if section.relation is not None:
                assert set(known.values()) <= {section.relation}
            shown = {e.sign.name: " ".join(w.text for w in e.words) for e in row.relations}
            if section.relation is None:
                assert set(shown) == set(known.values()) - {"only-in-one"}
            for pair, relation in known.items():
                if relation in shown:
                    assert pair in shown[relation]
                    assert say(f"relation.{relation}") in shown[relation]


@pytest.mark.parametrize("name", shipped.DOSSIERS)
def test_what_is_said_with_a_word_of_doubt_bears_its_sign_in_the_comparison(name: str) -> None:
    dossier, drawn = shipped.dossier(name), side_by_side(name)
    hedged = {
        (label, number)
        for number, claim in enumerate(dossier.claims, 1)
        for label, side in claim.sides.items()
        if side.present and side.standing == "hedged"
    }
    cells = [(cell, row.number) for s in drawn.sections for row in s.rows for cell in row.cells]
    assert {(cell.label, number) for cell, number in cells if cell.doubt is not None} == hedged
    assert len(drawn.legend) == bool(hedged)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", shipped.DOSSIERS)
def test_nothing_in_the_comparison_lies_upon_anything_else(name: str, width: float) -> None:
    check_sides(side_by_side(name, width))


@settings(deadline=None, max_examples=40)
@given(copies())
def test_any_claims_find_room_side_by_side(copy: AnnotatedCopy) -> None:
    drawn = draw_comparison(copy, desk.pages().say, measure, bold, 500.0)
    assert sorted(r.number for s in drawn.sections for r in s.rows) == [r.number for r in copy.comparison]
    check_sides(drawn)


def check_sides(drawn: SideBySide) -> None:
    frames = [f for _, tab, name in drawn.columns for f in (tab, *(w.frame for w in name))]
    for section in drawn.sections:
        if section.head is not None:
            frames += [section.head.sign.frame, *(w.frame for w in section.head.words)]
        for row in section.rows:
            own = [row.ring.frame, *(w.frame for w in row.topic)]
            own += [w.frame for cell in row.cells for w in (*cell.words, *cell.place)]
            own += [cell.doubt.frame for cell in row.cells if cell.doubt is not None]
            own += [f for e in row.relations for f in (e.sign.frame, *(w.frame for w in e.words))]
            assert all(row.top <= f.y and f.y + f.height <= row.bottom + 1 for f in own)
            frames += own
    frames += [f for e in drawn.legend for f in (e.sign.frame, *(w.frame for w in e.words))]
    apart(frames)
    assert all(_holds(Frame(0, 0, drawn.width, drawn.height), f) for f in frames)


# -- where information comes from ------------------------------------------------------------------


@pytest.mark.parametrize("name", shipped.DOSSIERS)
def test_the_graph_cuts_no_word_keeps_every_node_and_lies_upon_nothing(name: str) -> None:
    copy = shipped.copy(name)
    drawn = shipped.pages(copy.language).picture(copy.graph, 500.0, 560.0, 46.0)
    frames = [*(box.frame for box in drawn.boxes), *(arrow.label for arrow in drawn.arrows)]
    apart(frames)
    assert all(_holds(Frame(0, 0, drawn.width, drawn.height), f) for f in frames)
    boxes = [" ".join(line.text for line in box.lines) for box in drawn.boxes]
    assert all(any(node.label in text for text in boxes) for node in copy.graph.nodes)
    for box in drawn.boxes:
        assert all(measure(line.text) / 1.04 * 1.02 <= box.frame.width - 8 for line in box.lines)


@pytest.mark.parametrize("name", shipped.DOSSIERS)
def test_the_legend_of_the_graph_names_what_is_drawn_and_nothing_else(name: str) -> None:
    copy = shipped.copy(name)
    say = shipped.pages(copy.language).say
    kinds = {node.kind for node in copy.graph.nodes}
    bases = {edge.basis for edge in copy.graph.edges}
    round_ones = {"person", "office", "organisation"}
    drawn = {
        say("graph.person"): bool(round_ones & kinds),
        say("graph.outlet"): "outlet" in kinds,
        say("graph.document"): "document" in kinds,
        say("graph.root"): any(node.root for node in copy.graph.nodes),
        **{say(f"basis.{basis}"): basis in bases for basis in ("stated", "inferred", "outside")},
    }
    svg = str(graph_svg(shipped.pages(copy.language), copy.graph, 500.0))
    shown = set(re.findall(r">([^<]+)</text>", svg))
    assert {words: words in shown for words in drawn} == drawn


def test_a_box_at_which_many_arrows_end_is_wide_enough_to_tell_them_apart() -> None:
    copy = shipped.copy("town-count")
    drawn = shipped.pages("en").picture(copy.graph, 500.0, 560.0, 46.0)
    box = next(box for box in drawn.boxes if box.report == "B")
    ends = sorted(x for arrow in drawn.arrows for x, y in arrow.points[-1:] if y == box.frame.y)
    ends = [x for x in ends if box.frame.x <= x <= box.frame.x + box.frame.width]
    assert len(ends) == sum(edge.end == "eastshore" for edge in copy.graph.edges)
    assert min(b - a for a, b in pairwise(ends)) >= 12


# -- on paper --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["helmet-recall", "huerto-escolar"])
def test_the_annotated_paper_ends_with_graph_claims_and_map_and_stays_accessible(name: str) -> None:
    import page

    copy = shipped.copy(name)
    pages = shipped.pages(copy.language)
    made = desk.press().pdf(pages.annotated(copy, Look()))
    report = page.validate_pdf_bytes(made)
    assert report.is_compliant, [str(failure) for failure in report.failures]
    document = pikepdf.open(BytesIO(made))
    figures = [e for e in elements(document) if e.S == "/Figure"]
    assert [str(e.Alt) for e in figures] == [in_words(pages, kind, copy) for kind in ("graph", "map")]
    order = [leaf.objgen for leaf in document.pages]
    held = [order.index(e.Pg.objgen) for e in figures]
    assert held[-1] == len(order) - 1
    assert held[0] == len(order) - 2


def test_an_annotated_paper_without_notes_has_no_empty_pictures() -> None:
    copy = fixture.copy().model_copy(update={"graph": Graph(nodes=(), edges=()), "voices": ()})
    assert "<svg" not in desk.pages().annotated(copy, Look()).partition("<main>")[2]


# -- in words --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", shipped.DOSSIERS)
def test_the_words_for_the_graph_name_every_node_and_tell_every_arrow(name: str) -> None:
    copy = shipped.copy(name)
    pages = shipped.pages(copy.language)
    told = in_words(pages, "graph", copy)
    labels = {node.id: node.label for node in copy.graph.nodes}
    for node in copy.graph.nodes:
        assert node.label in told
    for edge in copy.graph.edges:
        way = f"{labels[edge.start]} → {labels[edge.end]}: {pages.say(f'how.{edge.how}')}"
        assert f"{way}, {pages.say(f'basis.{edge.basis}')}." in told


def test_a_node_without_an_arrow_is_told_too() -> None:
    copy = fixture.copy()
    lone = copy.model_copy(update={"graph": Graph(nodes=copy.graph.nodes, edges=())})
    assert all(node.label in in_words(desk.pages(), "graph", lone) for node in copy.graph.nodes)


@pytest.mark.parametrize("name", shipped.DOSSIERS)
def test_the_words_for_the_map_tell_everything_that_a_voice_says(name: str) -> None:
    copy = shipped.copy(name)
    pages = shipped.pages(copy.language)
    told = in_words(pages, "map", copy)
    for voice in copy.voices:
        assert (voice.name or pages.say("picture.nobody")) in told
        for mention in voice.mentions:
            sentence = next(s for s in told.split(": ") if s.startswith(mention.says))
            assert all(pages.say("picture.via", name=link) in told for link in mention.via[:1])
            for claim in mention.claims:
                assert str(claim.number) in sentence
    for own in (own for own in copy.own_words if own.claims):
        assert own.label in told


@pytest.mark.parametrize("name", shipped.DOSSIERS)
def test_the_words_for_the_comparison_tell_every_claim_and_relation(name: str) -> None:
    copy = shipped.copy(name)
    pages = shipped.pages(copy.language)
    told = in_words(pages, "comparison", copy)
    for row in copy.comparison:
        start = told.index(f"{row.number}. {row.topic.replace('**', '')}. ")
        rest = told[start:]
        for cell in row.cells.values():
            assert (cell.text or pages.say("notes.silent")) in rest
        for pair, relation in row.relations.items():
            assert f"{pair}: {pages.say(f'relation.{relation}')}." in rest
