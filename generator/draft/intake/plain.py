"""Plain text and Markdown -> the pieces of an article."""

import re

from generator.draft.intake import when
from generator.draft.intake.lines import fold, paragraphs
from generator.draft.intake.pieces import Page, Piece
from generator.draft.intake.signs import underlined, without_signs
from generator.draft.tables import column

_FRONT = re.compile(r"\A\s*---[ \t]*\n(.{0,5000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_ENTRY = re.compile(r"([A-Za-z_][\w -]{0,30}):[ \t]+(\S.*)$")
_FIELDS = {
    **dict.fromkeys(("title", "headline"), "title"),
    **dict.fromkeys(("author", "byline"), "byline"),
    **dict.fromkeys(("outlet", "publisher", "site", "site_name", "publication", "source"), "outlet"),
    **dict.fromkeys(("date", "published", "publish_date"), "published"),
    **dict.fromkeys(("url", "source_url", "link"), "source_url"),
    "place": "place",
}
_MARKDOWN = re.compile(r"^(?:\#{1,6} \S|> \S|={3,}$)|\*\*\S[^*\n]{1,200}\*\*|\[[^\]\n]{1,200}\]\(https?:", re.M)
_PAY = re.compile(
    r"\b(?:subscribe|register|sign in|log in|sign up)(?: now)? to (?:continue|keep|read|unlock)\b"
    r"|\balready a (?:subscriber|member)\b"
    r"|\bfor subscribers only\b|\bremaining free articles?\b|\bto read the (?:full|rest of the) (?:story"
    r"|article),? (?:subscribe|sign|log)",
    re.I,
)
_COUNTED = re.compile(
    r"(?:\d+\s)?(?:min(?:ute)?s?\.? read|comments?|shares?|views?|likes|reactions)$|\d+\s?(?:min(?:ute)?s?"
    r"|hours?|days?) ago$"
    r"|(?:published|updated|posted|last updated)?\s*\d+ (?:min(?:ute)?s?|hours?|days?|weeks?|months?) ago$"
    r"|page \d+(?: of \d+)?$",
    re.I,
)


_NEW_TAB = re.compile(r"\s*[,(]?\s*opens (?:in )?(?:a )?new (?:tab|window)\)?", re.I)
_LABEL_ALONE = re.compile(r"(?:image|photo|picture|media|video) (?:caption|source|credit|copyright)[,:]?$", re.I)


def from_text(text: str, *, markdown: bool) -> Page:
    """The pieces of a text. Front matter of Markdown is read as what the file states."""
    page = Page()
    front = _FRONT.match(text)
    if front and _read_front(page, front[1]):
        # Its lines stay as blank ones, so that the numbers of the others are right.
        text = "\n" * text.count("\n", 0, front.end()) + text[front.end() :]
        markdown = True
    markdown = markdown or len(_MARKDOWN.findall(text[:20_000])) > 2
    page.pieces = underlined(paragraphs(text))
    for piece in page.pieces:
        without_signs(piece, markdown=markdown)
    return page


def _read_front(page: Page, front: str) -> bool:
    entries = [m for m in map(_ENTRY.match, front.split("\n")) if m]
    if not entries:
        return False
    for match in entries:
        field = _FIELDS.get(match[1].strip().lower().replace(" ", "_").replace("-", "_"))
        value = match[2].strip()
        if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
            value = value[1:-1]
        if not field or not value or value in ("null", "~", "[]"):
            continue
        if field == "published":
            told = when.day(value)
            if not told or not told[0]:
                continue
            value = told[0]
        if field == "outlet" and re.match(r"https?://", value):
            field = "source_url"
        page.stated.setdefault(field, value)
    return True


def swept(page: Page) -> None:
    """Folds the pieces of a page, and takes out lines that only web pages have: buttons, counts, pleas to pay."""
    gone: list[str] = []
    known = column("furniture")
    keep: list[Piece] = []
    for piece in page.pieces:
        piece.text = fold(_NEW_TAB.sub("", piece.text))
        if not any(char.isalnum() for char in piece.text):
            continue
        # One word with a full stop may be a sentence; a button has none.
        bare = piece.text.strip(" .:!…»›>|[]()*•·" if " " in piece.text else " »›>|[]*•·").lower()
        parts = [part for part in re.split(r"\s*[·|•]\s*", bare) if part] if len(bare) < 80 else []
        if parts and all(part in known or _COUNTED.match(part) for part in parts):
            gone.append(piece.text)
            continue
        if len(piece.text.split()) <= 30 and _PAY.search(piece.text):
            gone.append(piece.text)
            page.warnings.append("the text may be cut at a pay wall: see whether its end is missing")
            continue
        keep.append(piece)
    page.pieces = _labelled(keep)
    if gone:
        shown = ", ".join(
            f"“{words if len(words) <= 40 else words[:39] + '…'}”" for words in list(dict.fromkeys(gone))[:5]
        )
        page.warnings.append(
            f"left out, as it belongs to the web page: {shown}" + (" and more" if len(set(gone)) > 5 else "")
        )


def _labelled(pieces: list[Piece]) -> list[Piece]:
    """Labels such as 'Image caption,' that stand on a line of their own, put before what they label."""
    out: list[Piece] = []
    for piece in pieces:
        if out and _LABEL_ALONE.match(out[-1].text):
            out[-1].text = f"{out[-1].text} {piece.text}"
        else:
            out.append(piece)
    return out
