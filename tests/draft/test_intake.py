"""Files as teachers have them -> articles: each format, each kind of line, and rubbish."""

import io
import json
import textwrap
import zipfile
from pathlib import Path
from random import Random

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.draft.article import Article, Unreadable
from generator.draft.intake import read_article
from generator.draft.intake.credits import credit, is_source, tail
from generator.draft.intake.dateline import place_of
from generator.draft.intake.languages import language
from generator.draft.intake.lines import fold, paragraphs
from generator.draft.intake.read import MAX_WORDS, article_of
from generator.draft.intake.when import day, day_in_address

TITLE = "Footbridge shut after inspectors find a crack"
FIRST = (
    "A footbridge over the river Elle has been closed after inspectors found a crack in one of its pillars, "
    "the town council said on Monday."
)
SECOND = (
    "“We took no chances,” said Mara Quill, who heads the roads department. “People use this bridge every day.”"
)
THIRD = (
    "The work may take two weeks or more, according to a report that the Courier has seen. "
    "About 1,200 people are thought to cross the bridge on a working day."
)
FOURTH = (
    "Residents said that they had complained about the bridge as early as last autumn -- and had heard nothing."
)
BODY = (FIRST, SECOND, THIRD, FOURTH)


def article(text: str | bytes, name: str = "report.txt") -> Article:
    return article_of(text.encode() if isinstance(text, str) else text, name)


def body(found: Article) -> list[str]:
    return [block.text for block in found.blocks if block.kind == "body"]


def kinds(found: Article) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in found.blocks]


def around(*lines: str) -> str:
    """Lines between the first paragraph and the others."""
    return "\n\n".join([TITLE, FIRST, *lines, SECOND, THIRD, FOURTH])


# -- lines and paragraphs ---------------------------------------------------------------------------


@pytest.mark.parametrize("width", [50, 64, 72, 80, 95])
def test_hard_wrapped_paragraphs_come_back_whole(width: int) -> None:
    wrapped = ["\n".join(textwrap.wrap(paragraph, width)) for paragraph in BODY]
    assert body(article(TITLE + "\n\n" + "\n\n".join(wrapped))) == list(BODY)


@pytest.mark.parametrize(
    "between", ["\n\n", "\n", "\r\n", "\r\n\r\n", "\r", "\n \n", "\n\n\n\n", "\u2029", "\n\t\n"]
)
def test_paragraphs_by_any_line_ends(between: str) -> None:
    found = article(between.join([TITLE, *BODY]))
    assert (found.title, body(found)) == (TITLE, list(BODY))


def test_wrapped_paragraphs_told_by_indents_alone() -> None:
    wrapped = ["\n".join(textwrap.wrap(p, 60, initial_indent="    ")) for p in (*BODY, *BODY)]
    assert body(article("\n".join(wrapped))) == [*BODY, *BODY]


def test_a_blank_line_behind_every_wrapped_line() -> None:
    wrapped = ["\n\n".join(textwrap.wrap(paragraph, 60)) for paragraph in BODY]
    assert body(article("\n\n\n".join(wrapped))) == list(BODY)


def test_wrapped_lines_without_blank_lines_part_where_a_line_is_not_full() -> None:
    wrapped = "\n".join("\n".join(textwrap.wrap(paragraph, 60)) for paragraph in BODY)
    last = [textwrap.wrap(paragraph, 60)[-1] for paragraph in BODY]
    assert all(len(line) < 50 for line in last), "the fixture must end its paragraphs with short lines"
    assert [piece.text for piece in paragraphs(wrapped)] == list(BODY)


def test_a_word_parted_at_the_end_of_a_line() -> None:
    lines = [
        "The inspectors wrote in their report on the footbridge that the north pil-",
        "lar must be propped up before anybody may cross it, and that this pillar",
        "had been weak for years. The well-",
        "known engineer who led them had warned the council of it in a letter of May.",
    ]
    text = " ".join(body(article("\n".join([*lines, "", FIRST, SECOND]))))
    assert "the north pillar must be propped up" in text, "the word stands elsewhere without the hyphen"
    assert "The well-known engineer" in text


def test_lines_of_blocks_are_those_of_the_file() -> None:
    text = f"{TITLE}\n\n\n{FIRST}\n\nPhoto: Jo Park\n\n{SECOND}\n\n{THIRD}\n"
    found = article(text)
    lines = text.split("\n")
    assert [lines[block.first_line - 1] for block in found.blocks if block.first_line] == [
        block.text for block in found.blocks
    ]


def test_the_words_are_kept_and_only_white_space_is_folded() -> None:
    odd = "He said it’s “fine” -- or 'fine' -- \t in the   \u2018new\u2019 town… and paid $4.50 (about £3) for it."
    found = article("\n\n".join([FIRST, odd, SECOND, THIRD]))
    assert " ".join(odd.split()) in body(found)


def test_spaces_that_do_not_break() -> None:
    assert fold("The\u00a0bridge  is\u2009old.") == "The bridge is old."
    assert fold("10\u00a0000 visiteurs\u202f!") == "10\u00a0000 visiteurs\u00a0!"


def test_signs_that_nobody_sees_go() -> None:
    hidden = FIRST.replace("footbridge", "foot\u00adbri\u200bdge").replace("river", "\u2060ri\ufeffver")
    assert body(article("\ufeff" + "\n\n".join([hidden, SECOND, THIRD])))[0] == FIRST


# -- encodings --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_encodings(encoding: str) -> None:
    found = article("\n\n".join([TITLE, *BODY]).encode(encoding))
    assert (found.title, body(found)) == (TITLE, list(BODY))
    assert bool(found.warnings) == (encoding not in ("utf-8", "utf-8-sig"))


def test_text_that_was_decoded_wrongly_is_mended_and_said() -> None:
    twice = "\n\n".join(BODY).encode().decode("cp1252", "replace")
    assert "â€œ" in twice
    found = article(twice.replace("\ufffd", "\x9d"))
    assert body(found) == list(BODY)
    assert any("garbled" in warning for warning in found.warnings)


def test_accents_that_look_like_garbling_stay() -> None:
    words = "Le maire a dit « non », et le château est resté fermé malgré l’été; Ãlva Ângström l’a confirmé."
    found = article("\n\n".join([words] * 4))
    assert body(found) == [words] * 4


# -- the head ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "title",
    [
        TITLE,
        "Will the footbridge ever open again?",
        "‘We took no chances’",
        "Mayor: “No plan to sell the park”",
        "Bridge closed!",
        "Footbridge Over The Elle Shut After Crack Is Found.",
    ],
)
def test_a_first_line_that_is_a_headline(title: str) -> None:
    found = article("\n\n".join([title, *BODY]))
    assert (found.title, body(found)) == (title, list(BODY))


@pytest.mark.parametrize(
    "line",
    [
        "The footbridge is shut.",
        "But nobody was told.",
        "“We took no chances,” she said.",
        "The council said three things:",
    ],
)
def test_a_first_line_that_is_a_sentence_is_no_headline(line: str) -> None:
    found = article("\n\n".join([line, *BODY]))
    assert found.title is None
    assert body(found) == [line, *BODY]


@pytest.mark.parametrize(
    "line",
    ["The old footbridge in a file photo", "Photo: Jo Park", "https://example.org/a", "Related: Old mill to open"],
)
def test_a_first_line_of_another_kind_is_no_headline(line: str) -> None:
    found = article("\n\n".join([line, *BODY]))
    assert found.title is None
    assert body(found) == list(BODY)


def test_a_short_sentence_before_a_dateline_is_the_headline() -> None:
    found = article("\n\n".join(["Council shuts footbridge.", f"ELLERBY (AP) — {FIRST}", SECOND, THIRD]))
    assert (found.title, found.place) == ("Council shuts footbridge.", "Ellerby")
    assert body(found)[0].startswith("ELLERBY (AP) — A footbridge")


def test_a_word_over_the_headline_and_a_line_under_it() -> None:
    found = article("\n\n".join(["Local news", TITLE, "Nobody was hurt, the council says", *BODY]))
    assert found.title == TITLE
    assert kinds(found)[:2] == [("subheading", "Local news"), ("subheading", "Nobody was hurt, the council says")]
    assert body(found) == list(BODY)


@pytest.mark.parametrize(
    ("line", "byline", "published"),
    [
        ("By Kim Alder", "Kim Alder", None),
        ("by Kim Alder and Jo Park, Staff Writers", "Kim Alder and Jo Park, Staff Writers", None),
        ("BY KIM ALDER", "KIM ALDER", None),
        ("Kim Alder, staff writer", "Kim Alder, staff writer", None),
        ("Written by Kim Alder", "Kim Alder", None),
        ("By Kim Alder | March 4, 2025", "Kim Alder", "2025-03-04"),
        ("By the Associated Press", "the Associated Press", None),
        ("Published: 4 March 2025, 08:15 GMT", None, "2025-03-04"),
        ("Tuesday, 4 March 2025", None, "2025-03-04"),
        ("Updated: 5 March 2025", None, None),
        ("2025-03-04", None, "2025-03-04"),
        ("Posted on 25/03/2025 at 10:15", None, "2025-03-25"),
    ],
)
def test_lines_below_the_headline(line: str, byline: str | None, published: str | None) -> None:
    found = article("\n\n".join([TITLE, line, *BODY]))
    assert (found.title, found.byline, found.published) == (TITLE, byline, published)
    assert body(found) == list(BODY)


def test_a_day_that_may_be_two_is_a_hint() -> None:
    found = article("\n\n".join([TITLE, "Published: 03/04/2025", *BODY]))
    assert found.published is None
    assert [(hint.field, hint.value) for hint in found.hints] == [("published", "03/04/2025")]


def test_sentences_that_begin_with_by_are_no_bylines() -> None:
    line = "By Monday evening the fence was up, and nobody could cross the river any more."
    assert line in body(article("\n\n".join([TITLE, line, *BODY])))


def test_header_lines() -> None:
    head = f"Title: {TITLE}\nAuthor: Kim Alder\nSource: Ellerby Courier\nDate: 4 March 2025\nURL: https://ellerby.example/1"
    found = article(head + "\n\n" + "\n\n".join(BODY))
    assert (found.title, found.byline, found.outlet) == (TITLE, "Kim Alder", "Ellerby Courier")
    assert (found.published, found.source_url) == ("2025-03-04", "https://ellerby.example/1")
    assert body(found) == list(BODY)


@pytest.mark.parametrize(
    ("head", "place", "when", "agency"),
    [
        ("HALLOW, Kan., Sept. 26 (UPI) — ", "Hallow, Kan.", "Sept. 26", "UPI"),
        ("NORTHPORT (Reuters) - ", "Northport", None, "Reuters"),
        ("Northport (AFP) – ", "Northport", None, "AFP"),
        ("LAKE EASTON, Kan. -- ", "Lake Easton, Kan.", None, None),
        ("NORTHPORT, March 3, 2009 — ", "Northport", "March 3, 2009", None),
        ("(Reuters) - ", None, None, "Reuters"),
    ],
)
def test_datelines(head: str, place: str | None, when: str | None, agency: str | None) -> None:
    found = place_of(head + FIRST)
    assert found == (place, when, agency, len(head))


@pytest.mark.parametrize(
    "text",
    [
        "EXCLUSIVE – The mayor has denied it again, and so has everybody else in the town hall of Hallow.",
        "The mayor — who has denied it — did not turn up at the meeting of the council on Monday evening.",
        "Quill (the head of the department) - and nobody else - had the key to the gate, it was said later.",
        "“No,” she said — twice.",
        "UN – a word with many meanings",
    ],
)
def test_no_datelines(text: str) -> None:
    assert place_of(text) is None


def test_a_dateline_states_a_day_only_with_a_year() -> None:
    without = article("\n\n".join([f"HALLOW, Kan., Sept. 26 (UPI) — {FIRST}", SECOND, THIRD]))
    assert (without.place, without.published) == ("Hallow, Kan.", None)
    assert ("published", "Sept. 26, year not given") in [(h.field, h.value) for h in without.hints]
    with_year = article("\n\n".join([f"HALLOW, Kan., Sept. 26, 2016 (UPI) — {FIRST}", SECOND, THIRD]))
    assert with_year.published == "2016-09-26"


# -- what is not running text -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Jo Park",
        "Image source: AP.",
        "Photograph: Jo Park/Ellerby Courier",
        "Jo Park / Reuters",
        "AFP via Getty Images",
        "REUTERS/Jo Park",
        "(AP Photo/Jo Park)",
        "Courtesy of the town archive",
        "mil.ru",
        "© 2025 Ellerby Courier",
        "Reuters contributed reporting to this article.",
        "Lee Moss contributed to this report.",
        "(Reporting by Lee Moss; Editing by Kim Alder)",
        "Additional reporting by Lee Moss",
        "This story has been updated with a statement of the council.",
        "Follow Kim Alder on Twitter @kimalder.",
    ],
)
def test_credits(line: str) -> None:
    found = article(around(line))
    assert ("credit", line) in kinds(found)
    assert body(found) == list(BODY)


@pytest.mark.parametrize(
    "line",
    [
        "Related article: Why the old mill has to wait",
        "RELATED: Council votes for a new bus line",
        "Read more: How safe are our bridges?",
        "READ MORE How safe are our bridges?",
        "ALSO READ | Otters are back in the river",
        "See also: Otters are back",
        "Read the rest here.",
        "Click here to see the pictures.",
        "WATCH: The crack from close by",
        "Sign up for our morning newsletter.",
    ],
)
def test_related_links(line: str) -> None:
    found = article(around(line))
    assert ("related-link", line) in kinds(found)
    assert body(found) == list(BODY)


@pytest.mark.parametrize(
    "line",
    [
        "FILE - The footbridge over the Elle in May of last year.",
        "Image caption The footbridge over the Elle",
        "The footbridge over the river Elle, file.",
        "The footbridge in a file photo.",
        "Mara Quill (left) and the mayor at the gate on Monday.",
        "Mayor Abel Stone, right, at the opening of the mill.",
        "In this June 3, 2015, photo, workers paint the footbridge.",
        "The mayor, pictured in May.",
    ],
)
def test_captions(line: str) -> None:
    found = article(around(line))
    assert ("caption", line) in kinds(found)
    assert body(found) == list(BODY)


@pytest.mark.parametrize(
    "line",
    [
        "The fence at the footbridge on Monday. Image source: AP.",
        "The fence at the footbridge on Monday. Photograph: Jo Park/The Courier",
        "The fence at the footbridge on Monday. (AP Photo/Jo Park)",
        "The fence at the footbridge on Monday. Credit: Jo Park",
    ],
)
def test_a_caption_and_its_credit_come_apart(line: str) -> None:
    found = article(around(line))
    at = len("The fence at the footbridge on Monday.")
    assert kinds(found)[1:3] == [("caption", line[:at]), ("credit", line[at:].strip())]
    assert body(found) == list(BODY)


def test_a_sentence_right_above_a_credit_is_a_caption_even_at_the_top() -> None:
    line = "Inspectors had warned of cracks in the pillars."
    found = article(f" {line}\nellerby.example\n\n" + "\n\n".join(BODY))
    assert kinds(found)[:2] == [("caption", line), ("credit", "ellerby.example")]
    assert (found.title, body(found)) == (None, list(BODY))


@pytest.mark.parametrize(
    "line",
    [
        "She later worked for Bloomberg.",
        "Research by the university of Hallow found that most bridges are older than they look.",
        "The report was published on Monday and has since been updated twice.",
        "Images from the scene showed smoke above the river.",
        "The council declined to say what was in the file.",
        "File-sharing was not to blame, he said.",
        "The satellite images, published on Monday, show a crack, the ministry said.",
        "In this still divided town nobody could agree on a picture of what happened.",
        "Gov. Abel Stone (R) said that he had no plans to resign.",
        "Parties on the left, right and centre voted for the repair of the footbridge.",
        "More on that later, the mayor said, when the council has met.",
        "Cases were also reported from Hallow and Northport.",
        "Watch out for ice on the bridge, the council warned.",
        "Twitter said it would look into the matter.",
        "Photos by residents showed the crack.",
        "Pure luck.",
        "It was not.",
        "“Enough!”",
        "Why?",
    ],
)
def test_running_text_that_looks_like_something_else(line: str) -> None:
    assert body(article(around(line))) == [FIRST, line, SECOND, THIRD, FOURTH]


def test_subheadings_and_lists() -> None:
    found = article(
        "\n\n".join([TITLE, FIRST, "Two weeks at least", SECOND, THIRD, "Bread", "Milk", "Honey", FOURTH])
    )
    assert ("subheading", "Two weeks at least") in kinds(found)
    assert {"Bread", "Milk", "Honey"} <= set(body(found))


def test_addresses_are_no_text_and_what_they_tell_is_a_hint() -> None:
    first, second = "https://example.org/20240109/1563.html", "https://news.example/2023/05/02/bridge"
    found = article(around(f"{first}\n{second}"))
    assert [b.text for b in found.blocks if b.kind == "url"] == [first, second]
    assert found.published is None
    assert found.outlet is None
    assert found.source_url is None
    assert {(h.value, h.where) for h in found.hints if h.field == "published"} == {
        ("2024-01-09", first),
        ("2023-05-02", second),
    }
    assert {h.value for h in found.hints if h.field == "outlet"} == {"example.org", "news.example"}


def test_buttons_of_web_pages_are_left_out_and_said() -> None:
    found = article(around("Advertisement", "Share this article", "3 min read", "* * *"))
    assert body(found) == list(BODY)
    assert len(found.blocks) == len(BODY)
    assert "“Advertisement”" in found.warnings[0]


def test_a_pay_wall_is_said() -> None:
    found = article("\n\n".join([TITLE, *BODY, "Subscribe to continue reading."]))
    assert body(found) == list(BODY)
    assert any("pay wall" in warning for warning in found.warnings)


def test_a_text_that_breaks_off_is_said() -> None:
    assert any("end" in warning for warning in article("\n\n".join([*BODY, "The mayor said that the"])).warnings)


# -- Markdown ---------------------------------------------------------------------------------------


def test_markdown() -> None:
    text = (
        f'---\ntitle: "{TITLE}"\nauthor: Kim Alder\ndate: 2025-03-04T10:00:00Z\n---\n\n{FIRST}\n\n'
        "## Two weeks at least\n\n![The fence on Monday](fence.jpg)\n\n"
        "“We took **no** chances,” said [Mara Quill](https://x.example/q), who heads the *roads* department.\n\n"
        f"> {THIRD}\n\n- One thing is sure, the mayor said.\n- Another is not, he said.\n\n"
        "[body] is a word in brackets.\n"
    )
    found = article(text, "report.md")
    assert (found.title, found.byline, found.published) == (TITLE, "Kim Alder", "2025-03-04")
    assert kinds(found) == [
        ("body", FIRST),
        ("subheading", "Two weeks at least"),
        ("caption", "The fence on Monday"),
        ("body", "“We took no chances,” said Mara Quill, who heads the roads department."),
        ("body", THIRD),
        ("body", "One thing is sure, the mayor said."),
        ("body", "Another is not, he said."),
        ("body", "[body] is a word in brackets."),
    ]
    assert found.blocks[0].first_line == 7


def test_a_heading_of_markdown_is_the_headline() -> None:
    for head in (f"# {TITLE}", f"{TITLE}\n======"):
        found = article(head + "\n\n" + "\n\n".join(BODY), "a.md")
        assert (found.title, body(found)) == (TITLE, list(BODY))


def test_signs_of_markdown_go_from_plain_text_too_but_stars_and_snakes_stay() -> None:
    line = (
        "He wrote f**k, 5 * 3 * 2 and a_file_name, and **nothing** <b>else</b> &amp; nobody asked why he did so."
    )
    found = article(around(line))
    assert "He wrote f**k, 5 * 3 * 2 and a_file_name, and nothing else & nobody asked why he did so." in body(
        found
    )


# -- saved pages ------------------------------------------------------------------------------------

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Footbridge shut | Ellerby Courier</title>
<meta property="og:site_name" content="Ellerby Courier"><meta property="og:title" content="{title}">
<link rel="canonical" href="https://ellerby-courier.example/news/footbridge">
<script type="application/ld+json">{data}</script>
<script>
var story = "<p>No paragraph of the story, but a string of letters in a program, as long as one.</p>";</script>
</head><body>
<header class="site"><nav>
<ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav></header>
<div class="cookie-banner">
<p>We use cookies on this site to make it better for you and for all of our many partners.</p></div>
<main><article><h1>{title}</h1>
<div class="byline">By <a rel="author" href="/kim">Kim Alder</a></div>
<time datetime="2025-03-04T08:15:00Z">4 March</time>
<ul class="share-tools"><li><a href="#">Share</a></li><li><a href="#">Tweet</a></li></ul>
<div class="story-body"><p>{first}</p>
<figure><img src="a.jpg"><figcaption>The fence on Monday.
<span class="credit">Photograph: Jo Park</span></figcaption></figure>
<p>“We took no chances,” said Mara Quill, who heads the <a href="/roads">roads department</a>. “People&nbsp;use
this bridge every day.”</p>
<aside class="related"><h3>Related stories</h3>
<ul><li><a href="/1">Why the old mill has to wait</a></li></ul></aside>
<p><strong>Read more:</strong> <a href="/3">How safe are the bridges of Ellerby?</a></p>
<h2>Two weeks at least</h2><p>{third}</p><div class="ad-slot"><p>Advertisement</p></div><p>{fourth}</p>
<p><em>Additional reporting by Lee Moss</em></p></div></article>
<section class="comments"><h2>Comments</h2>
<p>I always said so, and nobody listened to me when I told them that this
bridge was going to fall down one day, did they?</p></section></main>
<aside class="sidebar"><h2>Most read</h2><ol><li><a href="/x">Otters are back in the river</a></li></ol></aside>
<footer>
<p>© 2025 Ellerby Courier. All rights reserved. Registered office: 1 Mill Street, Ellerby.</p>
</footer></body></html>"""


def page(**data: object) -> str:
    linked = {
        "@context": "https://schema.org",
        "@graph": [{"@type": "WebSite", "name": "x"}, {"@type": "NewsArticle", **data}],
    }
    return PAGE.format(title=TITLE, data=json.dumps(linked), first=FIRST, third=THIRD, fourth=FOURTH)


def saved_page() -> str:
    return page(
        headline=TITLE,
        datePublished="2025-03-04T08:15:00Z",
        author=[{"@type": "Person", "name": "Kim Alder"}, {"@type": "Person", "name": "Jo Park"}],
    )


def test_a_saved_page() -> None:
    found = article(saved_page(), "page.html")
    assert (found.title, found.byline, found.outlet) == (TITLE, "Kim Alder and Jo Park", "Ellerby Courier")
    assert found.published == "2025-03-04"
    assert found.source_url == "https://ellerby-courier.example/news/footbridge"
    assert kinds(found) == [
        ("body", FIRST),
        ("caption", "The fence on Monday."),
        ("credit", "Photograph: Jo Park"),
        ("body", SECOND),
        ("related-link", "Related stories"),
        ("related-link", "Why the old mill has to wait"),
        ("related-link", "Read more: How safe are the bridges of Ellerby?"),
        ("subheading", "Two weeks at least"),
        ("body", THIRD),
        ("body", FOURTH),
        ("credit", "Additional reporting by Lee Moss"),
    ]


def test_a_page_without_data_states_what_it_prints() -> None:
    bare = saved_page().replace("NewsArticle", "Thing").replace("og:", "x-")
    found = article(bare, "page.html")
    assert (found.title, found.byline, found.outlet) == (TITLE, "Kim Alder", None)
    assert found.published == "2025-03-04"


def test_a_page_without_any_day_has_none() -> None:
    bare = page(headline=TITLE).replace('<time datetime="2025-03-04T08:15:00Z">4 March</time>', "")
    found = article(bare, "page.html")
    assert found.published is None
    assert found.byline == "Kim Alder"


def test_a_page_that_wraps_every_paragraph_by_itself() -> None:
    blocks = "".join(f'<div data-component="text-block"><div><p>{p}</p></div></div>' for p in BODY)
    text = (
        f"<html><head><title>{TITLE} - Northport Radio</title></head><body><div id=r><h1>{TITLE}</h1>{blocks}"
        '<div data-component="topicList"><ul><li><a href="/t">Bridges</a></li></ul></div></div></body></html>'
    )
    found = article(text, "page.htm")
    assert (found.title, body(found)) == (TITLE, list(BODY))
    assert len(found.blocks) == len(BODY)


def test_an_old_page_of_breaks_and_tables() -> None:
    text = (
        f"<HTML><HEAD><TITLE>The Hallow Herald: {TITLE}</TITLE></HEAD><BODY><TABLE><TR><TD><A HREF=a>News</A><BR>"
        f"<A HREF=b>Sport</A></TD><TD><B>{TITLE}</B><BR><BR>By Kim Alder<BR><BR>"
        + "<BR><BR>".join(BODY)
        + "</TD></TR></TABLE>"
    )
    found = article(text.encode(), "page.html")
    assert (found.title, found.byline, body(found)) == (TITLE, "Kim Alder", list(BODY))


def test_html_is_told_by_what_it_holds_not_by_its_name() -> None:
    assert kinds(article(saved_page(), "page.txt")) == kinds(article(saved_page(), "page.html"))


def test_a_page_saved_as_one_file() -> None:
    import quopri

    packed = quopri.encodestring(saved_page().encode())
    mail = (
        b"From: <Saved by a browser>\r\nSnapshot-Content-Location: https://x.example/\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="----B"\r\n\r\n------B\r\n'
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        + packed
        + b"\r\n------B--\r\n"
    )
    assert kinds(article(mail, "page.mhtml")) == kinds(article(saved_page(), "page.html"))


def test_a_page_in_an_old_encoding() -> None:
    old = saved_page().replace('charset="utf-8"', 'charset="windows-1252"').encode("cp1252")
    assert body(article(old, "page.html"))[1] == SECOND


# -- Word -------------------------------------------------------------------------------------------


def word(*rows: tuple[str, str]) -> bytes:
    document = Document()
    for text, style in rows:
        document.add_paragraph(text, style=style or None)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_word_file() -> None:
    data = word(
        (TITLE, "Title"),
        ("By Kim Alder", ""),
        (FIRST, ""),
        ("Two weeks at least", "Heading 2"),
        (SECOND, ""),
        ("The fence on Monday", "Caption"),
        ("Photo: Jo Park", ""),
        (THIRD, ""),
        (FOURTH, ""),
    )
    found = article(data, "report.docx")
    assert (found.title, found.byline) == (TITLE, "Kim Alder")
    assert kinds(found) == [
        ("body", FIRST),
        ("subheading", "Two weeks at least"),
        ("body", SECOND),
        ("caption", "The fence on Monday"),
        ("credit", "Photo: Jo Park"),
        ("body", THIRD),
        ("body", FOURTH),
    ]


def test_a_word_file_that_holds_the_text_in_a_table() -> None:
    document = Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = FIRST
    for text in BODY[1:]:
        cell.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    assert body(article(out.getvalue(), "a.docx")) == list(BODY)


# -- languages --------------------------------------------------------------------------------------


SENTENCES = {
    "es": """
        El ayuntamiento ha cerrado el puente sobre el río después de que los técnicos encontraran una
        grieta en uno de los pilares, según dijo el lunes la alcaldesa, que no quiso dar más detalles
        sobre las obras.
    """,
    "fr": """
        La mairie a fermé la passerelle sur la rivière après que des experts ont trouvé une fissure dans
        un des piliers, a dit lundi le maire, qui n’a pas voulu en dire plus sur les travaux et leur
        durée.
    """,
    "de": """
        Die Stadt hat die Brücke über den Fluss gesperrt, nachdem Prüfer einen Riss in einem der Pfeiler
        gefunden hatten, wie die Verwaltung am Montag mitteilte. Die Arbeiten werden nach einem Bericht
        zwei Wochen dauern.
    """,
    "it": """
        Il comune ha chiuso il ponte sul fiume dopo che i tecnici hanno trovato una crepa in uno dei
        pilastri, ha detto lunedì la sindaca, che non ha voluto dare altri dettagli sulla durata dei
        lavori per la città.
    """,
    "nl": """
        De gemeente heeft de brug over de rivier gesloten nadat inspecteurs een scheur hadden gevonden in
        een van de pijlers, zei de burgemeester maandag. Het werk kan volgens een rapport twee weken of
        langer duren.
    """,
    "pt": """
        A câmara fechou a ponte sobre o rio depois de os técnicos terem encontrado uma fenda num dos
        pilares, disse na segunda-feira a presidente, que não quis dar mais pormenores sobre as obras e a
        sua duração.
    """,
}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", " ".join(BODY)),
        *SENTENCES.items(),
        (None, "Footbridge shut"),
        (None, "qwer tzui opas dfgh jkly xcvb nmqw ertz uiop asdf ghjk lyxc vbnm " * 3),
    ],
)
def test_language(code: str | None, text: str) -> None:
    assert language(text) == code


# -- rubbish ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n\t\n\xc2\xa0 ", ""),
        (b"word", "only 1 word"),
        (FIRST.encode(), "too short"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10, "picture"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 10, "PDF"),
        (b"\xd0\xcf\x11\xe0" + bytes(500), "old Word"),
        (b"{\\rtf1 Hello}", "rich text"),
        (bytes(range(256)) * 20, "no text"),
        (b"\x00" * 5000, "no text"),
        (b"PK\x03\x04 this is not really packed", "packed"),
        (b"<html><body></body></html>", "web page"),
        (b"<html></html>", "web page"),
        (("word " * (MAX_WORDS + 1)).encode(), "20,000"),
        (("wordwords " * 200_000).encode(), "the most that is read"),
        (b"https://example.org/1\nhttps://example.org/2\n", "no words"),
    ],
)
def test_rubbish_gets_a_clear_word(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable) as caught:
        article(data)
    assert said in caught.value.message
    assert "\n" not in caught.value.message
    assert caught.value.hint


def test_a_packed_file_of_another_kind() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("word/other.xml", "x")
    for name in ("a.docx", "a.zip"):
        with pytest.raises(Unreadable):
            article(out.getvalue(), name)


def test_a_damaged_word_file() -> None:
    whole = word(*((text, "") for text in BODY))
    for cut in (30, len(whole) // 2, len(whole) - 30):
        with pytest.raises(Unreadable, match="damaged"):
            article(whole[:cut], "a.docx")


def test_paths(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("\n\n".join(BODY), "utf-8")
    found = read_article(file)
    assert (found.file, body(found)) == (str(file), list(BODY))
    for path, said in (
        (tmp_path, "folder"),
        (tmp_path / "none.txt", "no such file"),
        (Path("/dev/null"), "ordinary"),
    ):
        with pytest.raises(Unreadable, match=said):
            read_article(path)


def test_a_text_from_right_to_left_is_read() -> None:
    words = "אמר ראש העיר ביום שני כי הגשר מעל הנהר נסגר לאחר שנמצא סדק באחד העמודים של הגשר הישן"
    found = article("\n\n".join([words] * 4))
    assert (body(found), found.language) == ([words] * 4, "he")


# -- properties -------------------------------------------------------------------------------------

ODD = (
    *(
        "",
        "",
        "mil.ru",
        "Photo: Jo Park",
        "https://example.org/2024/01/02/a",
        "* * *",
        "a",
        "[x] y",
        "By Kim Alder",
    ),
    *(f"> {FIRST}", "- item", "ELLERBY (AP) — It was so.", "Related: A b c d", "\u200b", "…", TITLE),
)
LINES = st.lists(st.sampled_from([*BODY, *ODD]) | st.text(max_size=80), max_size=40)


@settings(max_examples=200, deadline=None)
@given(LINES, st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_any_lines_give_blocks_or_a_clear_word(lines: list[str], name: str) -> None:
    told = ""
    try:
        found: Article | None = article("\n".join(lines).encode("utf-8", "surrogatepass"), name)
    except Unreadable as why:
        found, told = None, why.message
    if found is None:
        assert told
        assert "\n" not in told
        return
    for block in found.blocks:
        assert block.text == fold(block.text)
        assert block.text
        assert 0 < block.confidence <= 1
        assert block.rule


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=3000), st.sampled_from(["a.txt", "a.html", "a.docx", "a.mhtml"]))
def test_any_bytes_give_an_article_or_a_clear_word(data: bytes, name: str) -> None:
    told = "read"
    try:
        article(data, name)
    except Unreadable as why:
        told = why.message
    assert told


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(BODY), max_size=9), st.sampled_from([None, 60, 72, 100]))
def test_running_text_is_never_lost_or_changed(chosen: list[str], width: int | None) -> None:
    # Two paragraphs of several lines show the width; without them, a line that ends a sentence may end both.
    chosen = [FIRST, THIRD, *chosen]
    text = ["\n".join(textwrap.wrap(p, width)) if width else p for p in chosen]
    assert body(article("\n\n".join(text))) == chosen


# -- small parts ------------------------------------------------------------------------------------


def test_days() -> None:
    assert day("on March 4, 2025, at noon") == ("2025-03-04", (3, 16))
    assert day("4th of March 2025") == ("2025-03-04", (0, 17))
    assert day("2025-02-30") == (None, (0, 10))
    assert day("no day in 2025") is None
    assert day_in_address("https://x.example/2025/mar/04/a") == "2025-03-04"
    assert day_in_address("https://x.example/a-20250304-b") == "2025-03-04"
    assert day_in_address("https://x.example/20259999/1") is None
    assert day_in_address("https://x.example/item/1202503041") is None


def test_credit_parts() -> None:
    assert is_source("Jo Park/Getty Images")
    assert not is_source("He left Reuters")
    assert credit("Kim Alder is a staff writer at the Courier.", last=True)
    assert not credit("Kim Alder is a staff writer at the Courier.", last=False)
    assert tail("The fence. Photo: Jo Park", last=False)
    assert tail("He shared a photo by his son on Monday.", last=False) is None


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False), st.sampled_from([72, 95]))
def test_lines_that_are_not_filled_are_one_paragraph_all_the_same(chance: Random, width: int) -> None:
    """As an editor or a mail program breaks them: some lines end early, blank lines part the paragraphs."""

    def broken(text: str) -> str:
        lines, line = [], ""
        for part in text.split():
            if line and len(line) + len(part) >= chance.randint(int(width * 0.8), width):
                lines.append(line)
                line = part
            else:
                line = f"{line} {part}".strip()
        return "\n".join([*lines, line])

    assert body(article("\n\n".join(map(broken, [FIRST, THIRD, FOURTH, SECOND, FIRST])))) == [
        FIRST,
        THIRD,
        FOURTH,
        SECOND,
        FIRST,
    ]


# -- copied from the window of a browser ------------------------------------------------------------


def test_a_copied_page_with_labels_of_pictures_and_lists_of_links() -> None:
    found = article(f"""{TITLE}
Published
4 March 2025
Share
Image source, Getty Images
Image caption,
The footbridge over the Elle was closed on Monday
Kim Alder
Northport News, Ellerby
{FIRST}
{SECOND}
Image source, Jo Park
Image caption,
Mara Quill at the fence
Two weeks at least
{THIRD}
Related topics
Bridges
Ellerby
More on this story
Why the old mill has to wait for another year
""")
    assert (found.title, found.byline) == (TITLE, "Kim Alder, Northport News, Ellerby")
    assert (found.published, found.outlet) == ("2025-03-04", None)
    assert kinds(found) == [
        ("credit", "Image source, Getty Images"),
        ("caption", "Image caption, The footbridge over the Elle was closed on Monday"),
        ("body", FIRST),
        ("body", SECOND),
        ("credit", "Image source, Jo Park"),
        ("caption", "Image caption, Mara Quill at the fence"),
        ("subheading", "Two weeks at least"),
        ("body", THIRD),
        ("related-link", "Related topics"),
        ("related-link", "Bridges"),
        ("related-link", "Ellerby"),
        ("related-link", "More on this story"),
        ("related-link", "Why the old mill has to wait for another year"),
    ]


def test_a_copied_page_of_an_agency() -> None:
    found = article(f"""World
{TITLE}
By Kim Alder and Jo Park

March 4, 20258:15 AM GMT+1Updated 2 hours ago

ELLERBY, March 4 (Reuters) - {FIRST}

{SECOND}

Advertisement · Scroll to continue

{THIRD}

Get our weekly newsletter. Sign up here.

Reporting by Kim Alder in Ellerby and Jo Park; Editing by Lee Moss
""")
    assert (found.title, found.byline, found.published) == (TITLE, "Kim Alder and Jo Park", "2025-03-04")
    assert body(found) == [f"ELLERBY, March 4 (Reuters) - {FIRST}", SECOND, THIRD]


def test_a_copied_page_with_an_outlet_before_the_text() -> None:
    found = article(f"""{TITLE}

By Kim Alder, NPR
4 minute read
Updated 8:15 AM EST, Tue March 4, 2025

The fence at the footbridge on Monday. Jo Park/AP
NPR
 —
{FIRST}

{SECOND}

Related article
Why the old mill has to wait for another year

{THIRD}
""")
    assert (found.title, found.byline, found.published) == (TITLE, "Kim Alder, NPR", None)
    assert kinds(found)[:2] == [("caption", "The fence at the footbridge on Monday."), ("credit", "Jo Park/AP")]
    assert body(found) == [f"NPR — {FIRST}", SECOND, THIRD]
