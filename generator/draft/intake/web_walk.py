"""The element that holds an article -> its paragraphs in order, each tagged with what the page says it is."""

import re
from typing import Any

from generator.draft.intake.pieces import Page, Piece, Tag
from generator.draft.intake.web_names import (
    ASIDE,
    BLOCKS,
    BYLINE,
    CAPTION,
    CREDIT,
    HIDDEN,
    LINKS,
    SKIPPED,
    SPACE,
    names_of,
    plain_text,
)

DEPTH = 200


def walked(container: Any, page: Page) -> list[Piece]:
    """The paragraphs of an article. Bylines that are marked as such go to what the page states."""
    walk = _Walk(page, len(plain_text(container)))
    walk.block(container, "", 0)
    walk.flush()
    return walk.pieces


class _Walk:
    """Goes through the elements in order; words gather until a block begins or ends."""

    def __init__(self, page: Page, size: int) -> None:
        self.page = page
        self.size = size
        self.pieces: list[Piece] = []
        self._words: list[str] = []
        self._linked = 0
        self._tag: Tag = ""

    def flush(self) -> None:
        text = SPACE.sub(" ", "".join(self._words)).strip()
        if text:
            tag, short = self._tag, len(text.split()) <= 3
            if tag in ("", "list") and self._linked > 0.8 * len(text):
                tag = "link"
            if tag == "credit" and len(text.split()) > 14:
                tag = "caption"
            # One or two linked words are a theme or a button, never a text.
            if not (tag == "link" and short):
                self.pieces.append(Piece(text, None, True, tag))
        self._words, self._linked = [], 0

    def block(self, element: Any, tag: Tag, depth: int) -> None:
        """One block with all that is in it."""
        self.flush()
        self._tag = tag
        self._inside(element, tag, depth)
        self.flush()

    def _inside(self, element: Any, tag: Tag, depth: int, *, link: bool = False) -> None:
        self._take(element.text, link)
        for child in element:
            if isinstance(child.tag, str) and depth < DEPTH:
                self._child(child, tag, depth + 1, link)
            self._take(child.tail, link)

    def _take(self, words: str | None, link: bool) -> None:
        if words:
            self._words.append(words)
            self._linked += len(words.strip()) if link else 0

    def _child(self, child: Any, tag: Tag, depth: int, link: bool) -> None:
        name = child.tag.lower()
        names = names_of(child)
        if name == "br":
            self._words.append(" ")
            following = child.getnext()
            if following is not None and following.tag == "br" and not (child.tail or "").strip():
                self.flush()
            return
        if name in SKIPPED or self._unseen(child):
            return
        small = self._small(child)
        if small and (
            ASIDE.search(names) or child.get("role") in ("navigation", "complementary", "banner", "search")
        ):
            return
        own = self._own(child, name, names, tag, small)
        if own is None:
            return
        if name in BLOCKS or own != tag:
            self.block(child, own, depth)
            self._tag = tag
            return
        if name == "sup" and re.fullmatch(r"\[?\d{1,3}\]?", plain_text(child)):
            return
        self._inside(child, tag, depth, link=link or name == "a")

    def _own(self, child: Any, name: str, names: str, tag: Tag, small: bool) -> Tag | None:
        """What the page says of an element, or None where its words belong elsewhere."""
        if (
            small
            and name != "a"
            and (
                BYLINE.search(names)
                or child.get("itemprop") in ("author", "datePublished")
                or child.get("rel") == "author"
            )
        ):
            self._byline(child)
            return None
        if name == "time":
            return None if len(plain_text(child.getparent())) < 80 else tag
        if name == "h1":
            return "title"
        if name in ("h2", "h3", "h4", "h5", "h6"):
            return "heading"
        if tag == "credit" and (name == "figcaption" or CAPTION.search(names)):
            return "caption"
        if tag in ("caption", "link", "credit"):
            return "credit" if tag == "caption" and (CREDIT.search(names) or name in ("cite", "small")) else tag
        if name == "figure" and small and child.find(".//p") is None and child.find(".//blockquote") is None:
            return "credit"
        if name == "figcaption" or (small and CAPTION.search(names)):
            return "caption"
        if small and CREDIT.search(names) and len(plain_text(child)) < 150:
            return "credit"
        if small and (LINKS.search(names) or name == "aside"):
            return "link"
        return "list" if name == "li" else tag if name not in BLOCKS or tag == "list" else ""

    def _byline(self, child: Any) -> None:
        words = plain_text(child)
        if words and len(words) < 300:
            self.page.marked.append(words)

    def _small(self, element: Any) -> bool:
        return len(plain_text(element)) < 0.4 * self.size

    @staticmethod
    def _unseen(element: Any) -> bool:
        return (
            element.get("hidden") is not None
            or element.get("aria-hidden") == "true"
            or bool(HIDDEN.search(element.get("style") or ""))
        )
