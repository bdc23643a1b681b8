"""A line above the running text -> whether it says who wrote it, or when it was published."""

import re

from generator.draft.article import Hint
from generator.draft.intake import credits, when
from generator.draft.intake.pieces import Page

_BY = re.compile(r"(?:written |posted |reported |story |words |article |text )?by:?\s+(\S.*)$", re.I)
_ROLE = re.compile(
    r"\b(?:staff|writers?|reporters?|correspondents?|editors?|columnists?|journalists?|contributors?|bureau"
    r"|desk|contributing|special to|agenc(?:y|ies)|reuters|associated press|afp|bbc news|news)\b",
    re.I,
)
_NAME = r"[A-Z\u00c0-\u00de][\w.’'\u00c0-\u024f-]*"
_BETWEEN = "de|da|del|van|von|der|den|la|le|al|bin|ibn|y|dos|of|the|for|in|at"
_PERSON = re.compile(rf"{_NAME}(?:\s(?:(?:{_BETWEEN})\s)*{_NAME}){{1,4}}")
_SMALL = re.compile(rf"{_BETWEEN}|and|with|to|&|on|@.*", re.I)
_DATE_LABEL = re.compile(
    r"[\[(]?(?P<label>(?:first |originally |last )?"
    r"(?:published|posted|updated|modified|created|filed|issued|date))?(?:\s*(?:on|at|:|-|–))*\s*(?P<rest>.*)$",
    re.I,
)
WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s*$", re.I)
_TIME = re.compile(
    r"^[\s,|•·@–—-]*(?:at\s)?(?:\d{1,2}[:.h]\d\d(?::\d\d)?)?\s*(?:[ap]\.?m\.?)?"
    r"[\s,(]*(?:[A-Z]{2,5})?(?:[+-]\d{1,2}(?::?\d\d)?)?[\s,)]*[|•·]?\s*$",
    re.I,
)
_SEPARATORS = re.compile(r"\s*[|•·]\s*|\s+[–—]\s+|\s+-\s+")


def byline(page: Page, text: str) -> bool:
    """Takes a byline; whether there was one."""
    if len(text.split()) > 22 or re.search(r"[!?]$", text):
        return False
    parts = [part for part in _SEPARATORS.split(text) if part]
    match = _BY.match(parts[0]) if parts else None
    if match is None:
        names = _PERSON.match(text)
        if (
            not names
            or not _ROLE.search(text[names.end() :])
            or not re.match(r"\s*[,|•·(–—-]", text[names.end() :])
        ):
            return False
        if (
            len(text.split()) > 10
            or credits.tail(text, last=False)
            or re.search(r"[.:]$|\bin\b", text)
            or re.search(r"\b(?:is|was|said|says|has)\b", text)
        ):
            return False
        who = text
    else:
        who = match[1]
        if re.search(r"[:;]$", who) or not _names_only(who):
            return False
        who = ", ".join([who, *parts[1:]])
    told = when.day(who)
    if told:
        start, end = told[1]
        if told[0]:
            page.stated.setdefault("published", told[0])
        rest = who[end:]
        who = who[:start].rstrip(" ,(") + (f", {rest.strip(' ,')}" if re.search(r"[A-Za-z]{4}", rest) else "")
        who = re.sub(r"[\s,]*(?:(?:last )?updated|published|posted)?(?: on| at)?\s*:?$", "", who, flags=re.I)
    who = re.sub(r"\s*(?:@\w+|\d+ min(?:ute)?s? read)\s*", " ", who).strip(" ,.|")
    if who:
        page.stated.setdefault("byline", who)
    return bool(who)


def is_person(text: str) -> bool:
    """Whether a line is a name of two to four words and nothing else."""
    return 2 <= len(text.split()) <= 4 and bool(_PERSON.fullmatch(text)) and not _ROLE.search(text)


def is_office(text: str) -> bool:
    """Whether a short line below a byline is the writer's office: 'Northport correspondent'."""
    return len(text.split()) <= 7 and bool(_ROLE.search(text)) and not re.search(r"[.!?:]$", text)


def _names_only(who: str) -> bool:
    """Whether words behind 'By' are names and offices: capitals, but for small words between them."""
    told = when.day(who)
    if told:
        who = who[: told[1][0]]
    words = [w.strip("(),.|") for w in who.split()]
    words = [w for w in words if w]
    if not words or len(words) > 16 or not words[0][0].isupper():
        return words[:1] == ["the"] and len(words) <= 5
    small = [w for w in words if not w[0].isupper() and not _SMALL.fullmatch(w)]
    return all(_ROLE.fullmatch(w) or w in ("updated", "published", "posted") for w in small)


def day_line(page: Page, text: str, *, labelled: bool = False) -> bool:
    """Takes a line that says only when it was published; whether it was one."""
    if len(text.split()) > 16:
        return False
    match = _DATE_LABEL.match(text)
    told = when.day(text)
    label = (match["label"] or "").lower() if match else ""
    if not told:
        return False
    start, end = told[1]
    before, behind = text[:start], text[end:]
    if label:
        before = before[match.end("label") :] if match else before
    before = re.sub(r"^(?:\s*(?:on|at|:|-|–|\[|\())*\s*", "", before, flags=re.I)
    if label and len(text.split()) <= 14:
        behind = before = ""
    if before.strip(" ,") and not WEEKDAY.match(before) and not _TIME.match(before):
        return False
    later = re.search(r"(?:last |first )?(?:updated|modified|published)\b", behind, re.I)
    if later:
        behind = behind[: later.start()]
    if not _TIME.match(behind) or (labelled and not label):
        return False
    if not re.search(r"updated|modified|last", label):
        if told[0]:
            page.stated.setdefault("published", told[0])
        else:
            page.hints.append(Hint("published", text[start:end], text))
    return True
