"""A paragraph and what stands around it -> its kind: body, unless it is plainly none."""

import re

from generator.draft.article import BlockKind, RawBlock
from generator.draft.intake import credits
from generator.draft.intake.labels import TOLD, Judged, caption, heads_links, is_addresses, related, titled
from generator.draft.intake.pieces import Piece

_TERMINAL = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?:?$|\d{1,2}\s?[ap]\.?m\.?:?$|\d{1,2}\.$", re.I)


def judged(pieces: list[Piece]) -> list[RawBlock]:
    """The blocks of an article whose headline, byline and dates are off already."""
    out: list[RawBlock] = []
    gaps = sum(piece.gap for piece in pieces[1:])
    by_blank_lines = gaps * 2 >= len(pieces) - 1
    links = False
    ends = max((i for i, piece in enumerate(pieces) if _runs(piece)), default=len(pieces))
    for i, piece in enumerate(pieces):
        last = len(pieces) - i <= 4
        if i > ends and not piece.tag and titled(piece.text, 25 if links else 4):
            # Themes and headlines of other texts, which pages list behind the last paragraph.
            piece.tag = "link"
        made, links = _blocks(piece, links=links, last=last, alone=_stands_alone(pieces, i))
        if made and made[0].kind == "credit" and made[0].rule in _OF_PICTURES and out and not piece.gap:
            _above(out, first=len(out) == 1, by_blank_lines=by_blank_lines)
        out += made
    return out


def _runs(piece: Piece) -> bool:
    return not piece.tag and len(piece.text.split()) >= 8 and bool(_TERMINAL.search(piece.text))


def _stands_alone(pieces: list[Piece], i: int) -> bool:
    """Whether running text stands on both sides: short lines in a row are a list, not headings."""
    return 0 < i < len(pieces) - 1 and not any(_like_a_heading(pieces[n].text) for n in (i - 1, i + 1))


def _like_a_heading(text: str) -> bool:
    if not titled(text, 10) or re.search(r"[?!\"'”’]$", text):
        return False
    return not (related(text) or caption(text) or credits.credit(text, last=False))


_OF_PICTURES = ("credit-domain", "credit-label", "credit-agency", "credit-tagged")


def _above(out: list[RawBlock], *, first: bool, by_blank_lines: bool) -> None:
    """A short paragraph right above the credit of a picture is its caption."""
    block = out[-1]
    short = len(block.text.split()) <= 45 and not TOLD.search(block.text)
    if block.kind in ("body", "subheading") and short and (first or by_blank_lines):
        out[-1] = RawBlock("caption", block.text, "caption-above-credit", 0.88, block.first_line)


def _blocks(piece: Piece, *, links: bool, last: bool, alone: bool) -> tuple[list[RawBlock], bool]:
    """The blocks of one paragraph (a caption may have its credit behind it), and whether links follow."""
    text, line = piece.text, piece.line
    kind: BlockKind
    kind, rule, confidence = _kind(piece, links=links, last=last, alone=alone)
    cut = credits.tail(text, last=last) if kind in ("body", "caption", "subheading") else None
    if cut is None:
        return [RawBlock(kind, text, rule, confidence, line)], kind == "related-link" and (
            links or heads_links(text)
        )
    at, credit_rule, credit_confidence = cut
    words, behind = text[:at].rstrip(" |–—"), text[at:].strip()
    short = len(words.split()) <= 45 and not TOLD.search(words)
    if kind in ("body", "subheading") and short and credit_rule != "credit-contributors":
        kind, rule, confidence = "caption", "caption-with-credit", credit_confidence
    return [
        RawBlock(kind, words, rule, confidence, line),
        RawBlock("credit", behind, credit_rule, credit_confidence, line),
    ], False


def _kind(piece: Piece, *, links: bool, last: bool, alone: bool) -> Judged:
    text = piece.text
    if is_addresses(text):
        return "url", "url-alone", 0.99
    if piece.tag == "caption":
        return "caption", "caption-tagged", 0.97
    if piece.tag == "credit":
        return "credit", "credit-tagged", 0.97
    found = related(text) or caption(text)
    of_credit = credits.credit(text, last=last)
    if of_credit and (found is None or found[1] in ("caption-label", "caption-file")):
        return "credit", *of_credit
    if found:
        return found
    if piece.tag == "link":
        return "related-link", "related-tagged", 0.85
    if links and piece.tag not in ("heading", "title", "deck") and titled(text) and len(text.split()) >= 4:
        return "related-link", "related-list", 0.8
    if piece.tag == "deck":
        return "subheading", "subheading-deck", 0.75
    if piece.tag in ("heading", "title"):
        return "subheading", "subheading-tagged", 0.95
    if _CLOCK.match(text):
        return "subheading", "subheading-time", 0.8
    if (
        alone
        and piece.tag != "list"
        and titled(text, 10)
        and not re.search(r"[?!\"”’]$", text)
        and len(text) > 2
        and text[0] not in "“\"‘'"
    ):
        return "subheading", "subheading-short", 0.85
    sure = len(text.split()) >= 12 and bool(_TERMINAL.search(text))
    return "body", "body", 0.98 if sure else 0.93
