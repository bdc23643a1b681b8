"""Markdown and stray HTML in a paragraph -> its plain words; a passage is printed as it stands."""

import html
import re

from generator.draft.intake.pieces import Piece, Tag

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_BULLET = re.compile(r"[-*+•·▪◦]\s+(?=\S)")
_QUOTE = re.compile(r"(?:>\s?)+")
_PICTURE = re.compile(r"!\[([^\[\]]{0,300})\]\([^()\s]{1,2000}(?:\s\"[^\"]{0,300}\")?\)")
_LINK = re.compile(r"\[([^\[\]]{1,300})\]\(([^()\s]{1,2000})(?:\s\"[^\"]{0,300}\")?\)")
_BOLD = re.compile(r"\*\*(?=\S)([^*]{1,1000})(?<=\S)\*\*|(?<!\w)__(?=\S)([^_]{1,1000})(?<=\S)__(?!\w)")
_SLANTED = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*]{1,1000})(?<=[^\s*])\*(?![\w*])|(?<!\w)_(?=[^\s_])([^_]{1,1000})(?<=[^\s_])_(?!\w)"
)
_TAG = re.compile(
    r"</?(?:a|abbr|aside|b|blockquote|br|cite|code|div|em|figcaption|figure|font|h[1-6]|hr|i|img|li|mark|ol|p|q|s|section"
    r"|small|span|strong|sub|sup|table|tbody|td|th|time|tr|tweet|u|ul)\b[^<>]{0,2000}>"
    r"|<!--[^<>]{0,2000}-->",
    re.I,
)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,10}\d{0,2});")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>])")


def without_signs(piece: Piece, *, markdown: bool) -> None:
    """Takes the signs out of a piece in place; a heading, picture or list item is tagged as such."""
    text = piece.text
    quoted = _QUOTE.match(text)
    if quoted:
        text = re.sub(r"\s>\s", " ", text[quoted.end() :])
    heading = _HEADING.match(text)
    if heading:
        text = heading[2]
        piece.tag = "title" if len(heading[1]) == 1 and markdown else "heading"
    elif _BULLET.match(text):
        text = _BULLET.sub("", text, count=1)
        piece.tag = "list"
    if "](" in text:
        alone = _PICTURE.fullmatch(text.strip())
        if alone:
            piece.tag = "caption"
        text = _LINK.sub(_linked, _PICTURE.sub(r"\1", text))
    if "**" in text or "__" in text:
        whole = _BOLD.fullmatch(text.strip())
        if whole and not piece.tag and len(text) < 100:
            piece.tag = "heading"
        text = _BOLD.sub(lambda m: m[1] or m[2], text)
    if markdown:
        if "*" in text or "_" in text:
            text = _SLANTED.sub(lambda m: m[1] or m[2], text)
        if "\\" in text:
            text = _ESCAPED.sub(r"\1", text)
    if "<" in text and ">" in text:
        text = _TAG.sub(" ", text)
    if "&" in text and _ENTITY.search(text):
        text = html.unescape(text)
    piece.text = " ".join(text.split(" ")).strip() if text is not piece.text else text


def _linked(match: re.Match[str]) -> str:
    return match[1] if re.match(r"(?:https?:|www\.|/|#|mailto:|\.)", match[2]) else match[0]


def underlined(pieces: list[Piece]) -> list[Piece]:
    """Headings that Markdown writes with a line of = or - below them."""
    out: list[Piece] = []
    for piece in pieces:
        rule = piece.text.strip()
        if out and not piece.gap and len(rule) > 2 and set(rule) in ({"="}, {"-"}) and len(out[-1].text) < 200:
            tag: Tag = "title" if rule[0] == "=" else "heading"
            out[-1].tag = tag
        else:
            out.append(piece)
    return out
