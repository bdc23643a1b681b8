"""An article -> the file of a report: its words as they are, and of its origin only what is stated."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.draft.article import Article, RawBlock
from generator.draft.files.fill import filled
from generator.draft.files.scalars import scalar
from generator.load.report import fold
from generator.load.source import clean

FIELDS = ("title", "outlet", "byline", "published", "place", "source_url")
"""Front matter that an article may state, in the order of the file."""

_BRACKET = re.compile(r"\s*\[")


@dataclass(frozen=True, slots=True)
class Stated:
    """What the user says of one report; None is left to the article."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None


def facts(article: Article, stated: Stated) -> dict[str, str | None]:
    """Front matter by key: the user's word first, then the file's own; None where nobody states it."""
    given = {"title": stated.title, "outlet": stated.outlet, "published": stated.published}
    known = {key: printable(given.get(key) or getattr(article, key) or "") or None for key in FIELDS}
    day = known["published"]
    return {**known, "published": day if day and _is_day(day) else None}


def _is_day(text: str) -> bool:
    try:
        return len(text) == 10 and bool(date.fromisoformat(text))
    except ValueError:
        return False


def report_text(
    article: Article, stated: Stated, template: str, words: Mapping[str, str], language: str | None = None
) -> str:
    """The file. `words` are those of comments; `language` is written where it is not the dossier's."""
    known = facts(article, stated)
    lines: list[str] = []
    for key in FIELDS:
        remark = words.get(f"unknown.{key}", "") if known[key] is None else ""
        value = known[key]
        shown = value if key == "published" and value is not None else scalar(value)
        lines.append(f"{key}: {shown}".ljust(33) + f"# {remark}" if remark else f"{key}: {shown}")
        if known[key] is None:
            for hint in article.hints:
                if hint.field == key:
                    told = filled(words["hint"], {"where": printable(hint.where), "value": printable(hint.value)})
                    lines.append(f"# {key}: {told}")
    if language is not None:
        lines.append(f"language: {scalar(language)}")
    # Only the file's own name: where it lies on somebody's machine is nobody's business.
    values = {"file": printable(re.split(r"[/\\]", article.file)[-1]), "facts": "\n".join(lines)}
    return filled(template, values).rstrip("\n") + "\n" + "\n\n".join(_paragraphs(article)) + "\n"


def _paragraphs(article: Article) -> list[str]:
    return [text for block in article.blocks if (text := _paragraph(block))]


def _paragraph(block: RawBlock) -> str:
    """A block as it stands in the file; "" where it has no words."""
    text = printable(block.text)
    if not text:
        return ""
    # A bracket at the beginning would be read as the kind of the paragraph.
    return text if block.kind == "body" and not _BRACKET.match(text) else f"[{block.kind}] {text}"


def printable(text: str) -> str:
    """The words on one line, without what no file of ours may hold."""
    cleaned = clean(text.encode("utf-8", "replace"), "").text or ""
    return fold(cleaned)
