"""A saved web page -> the pieces of its article. The only module that knows the extraction library."""

import re
from typing import Any

from generator.draft.article import Unreadable
from generator.draft.intake import decode
from generator.draft.intake.pieces import Page
from generator.draft.intake.web_facts import facts
from generator.draft.intake.web_names import plain_text, running_text
from generator.draft.intake.web_walk import walked

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,20})|<\?xml[^>]{0,100}encoding=[\"']([\w-]{3,20})", re.I
)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_UNREAD = re.compile(r"<(script|style|svg|noscript)\b([^>]{0,2000})>", re.I)
MAX_LETTERS = 3_000_000
_HINT = "open the page, mark the article, copy it and save it as a text file"


def from_page(data: bytes) -> Page:
    """The article of a page with what the page states of it. Raises Unreadable where none is found."""
    from lxml.etree import LxmlError
    from lxml.html import document_fromstring

    text = _text(data)
    text = _without_unread(_DECLARATION.sub("", text))
    if len(text) > MAX_LETTERS:
        raise Unreadable("this web page is too large to read", _HINT)
    try:
        tree = document_fromstring(text)
    except (LxmlError, ValueError, RecursionError, AssertionError):
        raise Unreadable("no text was found in this web page", _HINT) from None
    page = Page()
    for note in tree.xpath("//comment()"):
        if note.text and "saved from url" in note.text:
            page.stated["source_url"] = note.text.split(")", 1)[-1].strip()
            break
    story = facts(tree, page)
    page.pieces = walked(_container(tree, text), page)
    for piece in page.pieces:
        piece.text = decode.clean(piece.text)[0]
    page.stated = {key: decode.clean(value)[0] for key, value in page.stated.items()}
    words = sum(len(piece.text.split()) for piece in page.pieces)
    if words < 60 and len(story.split()) > 2 * words:
        from generator.draft.intake.lines import paragraphs

        page.pieces = paragraphs(story)
    if not page.pieces:
        raise Unreadable("no article was found in this web page", _HINT)
    return page


def _text(data: bytes) -> str:
    found = _CHARSET.search(data[:4000])
    declared = (found[1] or found[2]).decode("ascii", "replace") if found else None
    if declared and declared.lower() in ("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii"):
        declared = "cp1252"  # as browsers do
    if declared and declared.lower().startswith("utf-16"):
        declared = None  # no page that could be read so far is in it
    return decode.decoded(data, declared)[0]


def _without_unread(text: str) -> str:
    """A page without its programs, styles and drawings; the data about the article stay."""
    out: list[str] = []
    at, lower = 0, text.lower()
    unclosed: set[str] = set()
    for match in _UNREAD.finditer(text):
        name = match[1].lower()
        if match.start() < at or name in unclosed or "ld+json" in match[2]:
            continue
        end = lower.find(f"</{name}", match.end())
        if end < 0:
            unclosed.add(name)
            continue
        out.append(text[at : match.start()])
        at = end + len(name) + 2
        close = text.find(">", at, at + 20)
        at = close + 1 if close >= 0 else at
    return " ".join([*out, text[at:]])


def _container(tree: Any, text: str) -> Any:
    """The element that holds the running text: the lowest one with nearly all of what the library finds."""
    wanted = _main_words(text)
    marked = tree.xpath("//*[@itemprop='articleBody' or @data-testid='article-body' or @property='articleBody']")
    body = tree.find("body")
    root = body if body is not None else tree
    if len(marked) == 1 and len(plain_text(marked[0])) > 0.5 * sum(map(len, wanted)):
        return marked[0]
    if not wanted:
        articles = tree.xpath("//article | //main")
        return max(articles, key=lambda e: len(plain_text(e))) if articles else root
    weights: dict[Any, int] = {}
    for element in root.iter("p", "div", "li", "blockquote", "td", "section", "span", "h2", "h3"):
        if element.tag != "p" and any(child.tag in ("p", "div", "ul", "section", "article") for child in element):
            continue
        key = plain_text(element)
        if len(key) > 20 and key in wanted:
            wanted.discard(key)
            node = element
            while node is not None:
                weights[node] = weights.get(node, 0) + len(key)
                node = node.getparent()
    total = weights.get(root, 0)
    best = root
    while total:
        child = max((c for c in best if weights.get(c, 0) >= 0.9 * total), key=lambda c: weights[c], default=None)
        if child is None or child.tag in ("p", "blockquote", "li", "ul", "ol", "span"):
            break
        best = child
    return _widened(best, root)


def _widened(best: Any, root: Any) -> Any:
    """The element, or one around it where that holds twice the text: some pages wrap each paragraph by itself."""
    if best.tag == "article":
        return best
    node, mass = best, running_text(best)
    while node is not root and node.getparent() is not None and node.tag not in ("article", "main"):
        node = node.getparent()
        more = running_text(node)
        if mass and more >= 1.6 * mass:
            best, mass = node, more
    return best


def _main_words(text: str) -> set[str]:
    """The paragraphs of what the library takes for the main text, each as folded words."""
    import logging

    from lxml.etree import LxmlError
    from lxml.html import fromstring
    from readability import Document
    from readability.readability import Unparseable

    logging.getLogger("readability").setLevel(logging.CRITICAL)
    try:
        main = fromstring(Document(text).summary(html_partial=True))
    except (
        Unparseable,
        LxmlError,
        ValueError,
        TypeError,
        AttributeError,
        AssertionError,
        RecursionError,
        KeyError,
    ):
        return set()
    blocks = main.iter("p", "div", "li", "blockquote", "td", "section", "span", "h2", "h3")
    return {key for block in blocks if len(key := plain_text(block)) > 20}
