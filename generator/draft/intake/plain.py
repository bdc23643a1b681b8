"""Plain text and Markdown -> the pieces of an article."""

import re

from generator.draft.article import Hint
from generator.draft.intake import when
from generator.draft.intake.labels import TOLD
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


_MAIL = re.compile(
    r"\A\s*(?:(?:from|to|cc|bcc|subject|date|sent|reply-to|sender|list-[a-z]+|message-id|content-[a-z-]+):[^\n]*\n"
    r"(?:[ \t]+\S[^\n]*\n)*){2,30}",
    re.I,
)
_SIGNATURE = re.compile(r"\n--[ \t]*\n[\s\S]{0,3000}\Z")
_SETTINGS = re.compile(
    r"\bwe and our (?:\d+ )?partners\b"
    r"|\bcookies?\b.{0,200}\b(?:accept|consent|settings|preferences|browser|privacy)\b"
    r"|\b(?:accept|consent|by continuing|we use|this (?:web)?site uses)\b.{0,100}\bcookies?\b"
    r"|\byou (?:get|are getting|received?|are receiving) this (?:e-?mail|newsletter|message)\b",
    re.I,
)
_ISSUE = re.compile(r"\b(?:issue|volume|vol\.|no\.|nr\.?) ?#?\d{1,5}\b", re.I)


def _mail(page: Page, text: str) -> str:
    """The text without the lines of an e-mail above it and the signature below it; a day in them is stated."""
    head = _MAIL.match(text)
    if head is None or not re.search(r"^subject:", head[0], re.I | re.M):
        return text
    for field, key in (("title", "subject"), ("outlet", "from")):
        found = re.search(rf"^{key}:[ \t]*(\S.*)$", head[0], re.I | re.M)
        if found:
            page.hints.append(
                Hint(field, re.sub(r"\s*<[^<>]*>", "", found[1]).strip(), f"the e-mail’s {key} line")
            )
    sent = re.search(r"^(?:date|sent):[ \t]*(\S.*)$", head[0], re.I | re.M)
    told = when.day(sent[1]) if sent else None
    if told and told[0]:
        page.stated.setdefault("published", told[0])
    # Its lines stay as blank ones, so that the numbers of the others are right.
    return "\n" * head[0].count("\n") + _SIGNATURE.sub("\n", text[head.end() :])


def from_text(text: str, *, markdown: bool) -> Page:
    """The pieces of a text. Front matter of Markdown is read as what the file states."""
    page = Page()
    text = _mail(page, text)
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
    known, sections = column("furniture"), column("sections")
    keep: list[Piece] = []
    for number, piece in enumerate(page.pieces):
        piece.text = fold(_NEW_TAB.sub("", piece.text))
        if not any(char.isalnum() for char in piece.text):
            continue
        # One word with a full stop may be a sentence; a button has none.
        bare = piece.text.strip(" .:!…»›>|[]()*•·" if " " in piece.text else " »›>|[]*•·").lower()
        parts = [part for part in re.split(r"\s*[·|•]\s*", bare) if part] if len(bare) < 80 else []
        menu = number < 20 and bool(gone)
        if parts and all(part in known or (menu and part in sections) or _COUNTED.match(part) for part in parts):
            gone.append(piece.text)
            continue
        few = len(piece.text.split())
        if (few <= 60 and _SETTINGS.search(piece.text) and not TOLD.search(piece.text)) or (
            number < 8 and few <= 8 and _ISSUE.search(piece.text)
        ):
            gone.append(piece.text)
            continue
        if few <= 30 and _PAY.search(piece.text):
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
