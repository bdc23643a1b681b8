"""What the elements of a page are called, and the words in them."""

import re
from typing import Any

SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "form",
        "button",
        "input",
        "select",
        "textarea",
        "svg",
        "iframe",
        "object",
        "embed",
        "video",
        "audio",
        "canvas",
        "map",
        "dialog",
        "menu",
        "head",
        "title",
        "meta",
        "link",
        "footer",
    ]
)
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
ASIDE = re.compile(
    r"(?:^|[\s_-])(?:ads?|advert\w*|sponsor\w*|promo\w*|newsletter\w*|signup|sign-up|subscribe\w*|share\w*|sharing|social\w*|comments?"
    r"|disqus|breadcrumbs?|toolbar|tools|recirc\w*|outbrain|taboola|sidebar|side-bar|widget|cookie\w*|consent|modal|popup|paywall|nav"
    r"|navigation|menu|pagination|masthead|footer|tags?|topics?|keywords|trending|most-?(?:read|popular)|skip-?link|sr-only"
    r"|visually-?hidden|screen-reader-\w+|print-?only|audio|player|donate|teaser|reactions|copyright-notice|topic-?list|tag-?list|links?-(?:block|list))(?:$|[\s_-])",
    re.I,
)
LINKS = re.compile(
    r"(?:^|[\s_-])(?:related\w*|read-?more|readmore|see-?also|also-?read|more-?(?:on|from|stories)|recommend\w*|further-?reading"
    r"|pull-?quote|pullquote)(?:$|[\s_-])",
    re.I,
)
CAPTION = re.compile(r"(?:^|[\s_-])(?:\w*caption\w*|cutline|img-?desc\w*|image-?desc\w*)(?:$|[\s_-])", re.I)
CREDIT = re.compile(
    r"(?:^|[\s_-])(?:\w*credits?|copyright|photographer|image-?source|attribution|photo-?by)(?:$|[\s_-])", re.I
)
BYLINE = re.compile(
    r"(?:^|[\s_-])(?:by-?lines?|authors?|contributors?|writers?|post-meta|entry-meta|article-meta|dateline-time|timestamp"
    r"|publish(?:ed)?-?(?:date|on|time)?|pub-?date|date(?:time)?|posted-on)(?:$|[\s_-])",
    re.I,
)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
SPACE = re.compile(r"\s+")


def plain_text(element: Any) -> str:
    """The words of an element with single spaces."""
    return SPACE.sub(" ", "".join(element.itertext())).strip()


def names_of(element: Any) -> str:
    """What the page calls an element."""
    return " ".join(element.get(key) or "" for key in ("class", "id", "data-component", "data-testid"))


def running_text(element: Any) -> int:
    """How many letters of an element stand in paragraphs that read like running text."""
    size = len(plain_text(element))
    total = 0
    for paragraph in element.iter("p"):
        text = plain_text(paragraph)
        linked = sum(len(plain_text(a)) for a in paragraph.iter("a"))
        if len(text) > 40 and linked < 0.4 * len(text) and not _within_aside(paragraph, element, size):
            total += len(text)
    return total


def _within_aside(node: Any, top: Any, size: int) -> bool:
    while node is not None and node is not top:
        names = names_of(node)
        if node.tag in SKIPPED or node.tag == "aside":
            return True
        if names.strip() and ASIDE.search(names) and len(plain_text(node)) < 0.4 * size:
            return True
        node = node.getparent()
    return False
