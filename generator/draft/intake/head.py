"""What stands above (or opens) the running text: headline, byline, day, header lines, dateline."""

import re

from generator.draft.article import Hint
from generator.draft.intake import credits, labels, when
from generator.draft.intake.byline import byline, day_line, is_office, is_person
from generator.draft.intake.dateline import place_of
from generator.draft.intake.pieces import Page, Piece

_KEYS = {
    **dict.fromkeys(("title", "headline"), "title"),
    **dict.fromkeys(("author", "authors", "byline", "by", "writer"), "byline"),
    **dict.fromkeys(("outlet", "publication", "publisher", "newspaper", "site", "source"), "outlet"),
    **dict.fromkeys(("date", "published", "publication date"), "published"),
    **dict.fromkeys(("url", "link", "address"), "source_url"),
    **dict.fromkeys(("place", "dateline", "location"), "place"),
    **dict.fromkeys(("section", "length", "word count", "language"), ""),
}
_ONLY_AMONG_OTHERS = {"source", "by", "address", "location", "length", "section", "language", "place", "link"}
_KEY_LINE = re.compile(r"([A-Za-z][A-Za-z /]{1,20}?)\s*:\s+(\S.*)$")
_TITLE_SMALL = re.compile(
    "an?|and|as|at|but|by|for|from|if|in|into|is|nor|of|off|on|onto|or|over|per|so|than|that|the|to|up|via|vs|with",
    re.I,
)


_QUOTED = re.compile(r"[?!\"'”’]$")
_STOP = re.compile(r"[.!?][\"'”’)\]]*$")


def take_head(page: Page) -> None:
    """Moves what is metadata from the pieces of a page to what it states; what it states already stays."""
    pieces = page.pieces
    _header_lines(page)
    for words in page.marked[:6]:
        byline(page, words) or day_line(page, words)
    start = _first_running(pieces)
    _title(page, start)
    pieces = page.pieces
    start = _first_running(pieces)
    keep: list[Piece] = []
    below_byline = False
    for i, piece in enumerate(pieces):
        near_head = i < start
        if near_head and below_byline and not piece.tag and is_office(piece.text):
            page.stated["byline"] += f", {piece.text}"
            continue
        below_byline = near_head and (byline(page, piece.text) or _named_alone(page, pieces, i))
        if below_byline or (near_head and day_line(page, piece.text)):
            continue
        if near_head and start < len(pieces) and not piece.tag and "title" in page.stated:
            # A word of the page (a section, a short version) rather than the beginning of the text.
            piece.tag = "deck" if _is_deck(piece) else ""
        if not near_head and i >= len(pieces) - 3 and day_line(page, piece.text, labelled=True):
            continue
        keep.append(piece)
    page.pieces = keep
    _dateline(page)


def _is_deck(piece: Piece) -> bool:
    return labels.titled(piece.text, 12) and not _QUOTED.search(piece.text) and _plain(piece)


def _named_alone(page: Page, pieces: list[Piece], i: int) -> bool:
    """Takes a name that stands alone as a byline, where the writer's office or the day stands below it."""
    if "title" not in page.stated or i + 1 >= len(pieces) or not is_person(pieces[i].text):
        return False
    below = pieces[i + 1].text
    if not is_office(below) and not day_line(Page(), below):
        return False
    page.stated.setdefault("byline", pieces[i].text)
    return True


def _first_running(pieces: list[Piece]) -> int:
    """The number of the first paragraph that is surely running text."""
    for i, piece in enumerate(pieces):
        words = piece.text.split()
        if piece.tag in ("title", "heading", "caption", "credit"):
            continue
        ends = _STOP.search(piece.text)
        if i == 0 and _stopped_title(pieces):
            continue
        if ends and len(words) >= (12 if ends[0][0] == "." else 20) and not labels.caption(piece.text):
            return i
        if place_of(piece.text) and len(words) >= 8:
            return i
        if i >= 14:
            return i
    return len(pieces)


def _header_lines(page: Page) -> None:
    """Lines such as 'Title: ...' at the top. A line that may be something else needs another beside it."""
    found: list[tuple[int, str, str, str]] = []
    for i, piece in enumerate(page.pieces[:14]):
        match = _KEY_LINE.match(piece.text)
        key = match[1].strip().lower() if match else ""
        if match and key in _KEYS and len(match[2].split()) <= 30:
            found.append((i, key, _KEYS[key], match[2].strip()))
        elif len(piece.text.split()) > 15:
            break
    taken = set()
    for i, key, field, value in found:
        if (
            key in _ONLY_AMONG_OTHERS
            and len(found) < 2
            and not (key in ("source", "link") and labels.is_addresses(value))
        ):
            continue
        if labels.is_addresses(value) and field in ("outlet", "source_url"):
            page.stated.setdefault("source_url", value.strip("<>()"))
        elif field == "published":
            told = when.day(value)
            if told is None or told[0] is None:
                page.hints.append(Hint("published", value, page.pieces[i].text))
            else:
                page.stated.setdefault("published", told[0])
        elif field == "source_url":
            continue
        elif field:
            page.stated.setdefault(field, value)
        taken.add(i)
    page.pieces = [piece for i, piece in enumerate(page.pieces) if i not in taken]


def _title(page: Page, start: int) -> None:
    """The headline, where the page states none: tagged as such, or the first line that is one."""
    pieces = page.pieces
    stated = page.stated.get("title")
    if stated:
        same = [p for p in pieces[:6] if _bare(p.text) == _bare(stated) and len(p.text) < 300]
        if not same and start and _bare(pieces[0].text) in _bare(stated) and len(pieces[0].text.split()) > 2:
            # The head of a page has the name of the site with it; the page itself prints the headline alone.
            same, page.stated["title"] = pieces[:1], pieces[0].text
        page.pieces = [p for p in pieces if p not in same]
        return
    for i, piece in enumerate(pieces[: max(start, 1)]):
        if piece.tag == "title" and i < 6:
            page.stated["title"] = piece.text
            page.pieces = [p for p in pieces if p is not piece]
            return
    lines = [i for i in range(min(start, len(pieces))) if _may_be_title(pieces, i)]
    if not lines or len(pieces) < 2:
        return
    first = lines[0]
    if len(lines) > 1 and lines[1] == first + 1 and _is_kicker(pieces[first].text, pieces[lines[1]].text):
        pieces[first].tag = "heading"
        first = lines[1]
    if any(_plain(pieces[i]) for i in range(first)):
        return
    if all(len(piece.text) < 2 * len(pieces[first].text) for piece in pieces[first + 1 :]):
        return  # all lines are as long as headlines, and which is one, who knows
    below = pieces[first + 1].text if first + 1 < len(pieces) else ""
    page.stated["title"] = pieces[first].text
    under = next((i for i in lines if i == first + 1), None)
    if under and under < start < len(pieces) and not pieces[under].tag and not _QUOTED.search(below):
        pieces[under].tag = "deck"
    page.pieces = [p for i, p in enumerate(pieces) if i != first]


def _may_be_title(pieces: list[Piece], i: int) -> bool:
    piece, text = pieces[i], pieces[i].text
    if piece.tag in ("caption", "credit", "list") or (not _plain(piece) and piece.tag != "heading"):
        return False
    if byline(Page(), text) or day_line(Page(), text):
        return False
    if labels.titled(text):
        return True
    return i == 0 and _stopped_title(pieces)


def _stopped_title(pieces: list[Piece]) -> bool:
    """Whether the first line is a headline with a full stop: it has the capitals of one, or a dateline follows."""
    text = pieces[0].text
    words = len(text.split())
    if not re.search(r"\.[\"'”’]*$", text) or not 3 <= words <= 20 or re.search(r"[.!?]\s+[A-Z]", text[:-1]):
        return False
    return _capitals(text) or (len(pieces) > 1 and place_of(pieces[1].text) is not None)


def _plain(piece: Piece) -> bool:
    """Whether a piece is nothing that may stand above a headline: a picture's words, a link, an address."""
    text = piece.text
    if piece.tag in ("caption", "credit", "heading") or labels.is_addresses(text) or labels.related(text):
        return False
    return not (labels.caption(text) or credits.credit(text, last=False) or credits.tail(text, last=False))


def _capitals(text: str) -> bool:
    words = [w.strip("“”\"'‘’(),.:;!?–—-") for w in text.split()]
    long = [w for w in words[1:] if w and not _TITLE_SMALL.fullmatch(w) and w[0].isalpha()]
    return len(long) >= 3 and sum(w[0].isupper() for w in long) * 10 >= len(long) * 9


def _is_kicker(a: str, b: str) -> bool:
    return len(a.split()) <= 3 and len(b.split()) >= 5 and not re.search(r"[?!]$", a)


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _dateline(page: Page) -> None:
    """Place and, with a year, day of the dateline of the first running paragraph; the words stay in the text."""
    for piece in page.pieces[:8]:
        found = place_of(piece.text)
        if not found or len(piece.text.split()) < 8:
            continue
        place, day, agency, end = found
        where = piece.text[:end].strip()
        if place:
            page.stated.setdefault("place", place)
        told = when.day(day) if day else None
        if told and told[0]:
            page.stated.setdefault("published", told[0])
        elif day:
            page.hints.append(Hint("published", f"{day}, year not given", where))
        if agency:
            page.hints.append(Hint("outlet", agency, where))
        return
