"""A paragraph -> whether it is a credit, or a caption with a credit behind it."""

import re
from functools import lru_cache

from generator.draft.tables import column

_LABEL = re.compile(
    r"[\[(]?(?:(?:image|photo|picture|video|file photo)\s+(?:source|credits?|copyright"
    r"|courtesy(?:\sof)?)\s*[:,/|–-]?"
    r"|(?:photo(?:graph)?s?|images?|pictures?|pic|illustration|graphic|credits?|source|copyright|photographer)\s*:"
    r"|(?:file )?(?:photo(?:graph)?|image|picture|illustration|video)s?\s(?:by|courtesy)\b(?-i:\s(?=[A-Z]|of\s))"
    r"|courtesy(?:\sof|\s*:)|©|\(c\)\s|copyright\s(?:©|\d{4}|by\b))\s*\S",
    re.I,
)
_BEHIND = re.compile(
    r"(?:image|photo(?:graph)?s?|picture|illustration|video)\s*(?:source|credits?|copyright)?\s*(?::|\bby\b"
    r"|/|courtesy of)\s*\S"
    r"|credits?\s*:\s*\S|©\s*\S|source\s*:\s*\S",
    re.I,
)
_TAIL = re.compile(
    r"(?<=[.!?”\"’')\]\w])\s+(?:[|–—-]\s*)?((?:Image|IMAGE|Photo|PHOTO|Photograph|Picture|Illustration|Video"
    r"|Credit|CREDIT|Source|©)"
    r"(?:\s(?:[Ss]ource|[Cc]redits?|[Cc]opyright|CREDIT))?\s?(?::|by\b|/|[Cc]ourtesy\sof|(?<=©)).{2,90})$"
    r"|(?<=[a-z.”\"])\s*(Credit(?:\s?(?:\.\.\.|…)\s?|(?=[A-Z]))[A-Z].{2,90})$"
)
_NAME_BEHIND = re.compile(r"(?<=[.!?])\s+([^.!?]{2,60})$")
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]{2,90})[)\]]\s*\.?$")
_PARTS = re.compile(
    r"(?i)\s*(?:/|\||,|;|\bvia\b|\bfor\b|–|—|\s-\s|©|\bphotos?\b|\bimages? by\b|\bby\b|\bfrom\b|:)\s*"
)
_YEAR = re.compile(r"^(?:\(c\)|copyright|file|\d{4}|\s)+|\s(?:file|\d{4})$")
_DOMAIN = re.compile(r"(?:www\.)?(?:[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?\.){1,3}[a-z]{2,12}", re.I)
_WORK = re.compile(
    r"[(\[—–-]?\s?(?:(?i:(?:additional |with |further )?(?:reporting|writing|research"
    r"|contributions?)(?: and (?:writing|editing|reporting))? (?:by|from)\b)"
    r"|(?i:written|edited|editing|translated|translation|compiled|adapted|produced|illustrated|reported) by [A-Z]"
    r"|(?i:contributing|contributors?|editors?|correspondents?)\s*:)"
)
# 'Research by the institute found ...' is running text: a list of names has no verb.
_VERB = re.compile(
    r"\b(?:that|which|found|finds|shows?|showed|shown|suggests?|suggested|says?|said|has|have|had|was|were|is|are"
    r"|reveal(?:s|ed)|indicate[sd]?|led|will|would|could|can|may)\b"
)
_WORK_LATER = re.compile(
    r"\bcontributed (?:to (?:this|the) (?:report|story|article|piece)"
    r"|(?:additional )?(?:reporting|research)(?=\.|$|,| to this| for this| from| in\b))"
    r"|\ball rights reserved\b|\bmay not be (?:published|reproduced|republished)\b"
)
_FROM = re.compile(r"(?:[A-Z][\w.’'-]+,? (?:and )?){1,8}report(?:ed|ing) from [A-Z]")
_ABOUT = re.compile(
    r"(?:an? (?:earlier |shorter |longer )?version of (?:this|the)|this) (?:story|article|report|post|piece|column"
    r"|interview|essay) (?:was|is|has been|had been|originally|first|appeared|appears|also)\b.{0,60}?"
    r"\b(?:published|produced|updated|corrected|republished|written|edited|translated|appeared|appears"
    r"|adapted|amended)\b",
    re.I,
)
_THIS_REPORT = re.compile(
    r"this (?:report|interview|essay) (?:was|is) (?:published|written|produced|edited)\b", re.I
)
_FOLLOW = re.compile(
    r"(?:follow|contact|reach|e-?mail|write to|tweet)\b.{2,70}(?:@|\bon (?:twitter|x|facebook|instagram)\b)", re.I
)
_BIO = re.compile(
    r"(?:[A-Z][\w.’'-]+ ){2,4}is (?:an? |the )?(?:[\w’'-]+ ){0,4}"
    r"(?:reporter|writer|correspondent|editor|columnist|journalist|contributor|producer|fellow"
    r"|bureau chief)\b.{0,120}$"
)


def is_source(words: str) -> bool:
    """Whether words name an agency or picture library, with at most a name beside it: 'Jane Doe / Reuters'."""
    if len(words) > 90 or len(words.split()) > 12:
        return False
    return _names_source(words.strip(" .()[]©*"))


@lru_cache(maxsize=512)
def _names_source(words: str) -> bool:
    known = column("picture_sources")
    if words.lower() in known:
        return True
    parts = [_YEAR.sub("", part).strip(" .") for part in _PARTS.split(words)]
    rest = [part for part in parts if part.lower() not in known]
    # What stands beside an agency in a credit is a name: capitals, and few of them.
    return len(rest) < len(parts) and all(len(part.split()) <= 5 and _NAMED.fullmatch(part) for part in rest)


_NAMED = re.compile(r"(?:(?:[A-Z0-9\u00c0-\u00de][\w.’'-]*|and|de|da|van|von|der|del|la|le|al|bin|y|the|&)\s?)*")


def credit(text: str, *, last: bool) -> tuple[str, float] | None:
    """Rule and confidence where all of a paragraph is a credit. `last`: it stands near the end."""
    words = text.split()
    if len(words) > 60:
        return None
    if _DOMAIN.fullmatch(text) and len(text) <= 60:
        return "credit-domain", 0.9
    if len(words) <= 14 and _LABEL.match(text) and not (len(words) > 9 and _runs_on(text)):
        return "credit-label", 0.95
    if is_source(text):
        return "credit-agency", 0.93
    if len(words) <= 45 and _WORK.match(text) and not _VERB.search(text):
        return "credit-contributors", 0.95
    later = _WORK_LATER.search(text) or (_FROM.match(text) if last else None)
    if later and (len(words) <= 30 or text[0] == "("):
        return "credit-contributors", 0.95
    if len(words) <= 45 and _ABOUT.match(text) and not _THIS_REPORT.match(text):
        return "credit-about-the-text", 0.93
    if len(words) <= 25 and _FOLLOW.match(text):
        return "credit-contact", 0.93
    if last and len(words) <= 40 and _BIO.match(text):
        return "credit-about-the-writer", 0.85
    return None


def _runs_on(text: str) -> bool:
    """Whether words behind a label are a sentence of their own: what a picture shows."""
    return bool(re.search(r"\b(?:is|are|was|were|has|have|had|who|which|that|in|after|during|at)\b", text))


def tail(text: str, *, last: bool) -> tuple[int, str, float] | None:
    """Where a credit begins that ends a paragraph, with rule and confidence; None without one."""
    words = len(text.split())
    match = _BRACKET.search(text)
    if match and match.start() > 0:
        inner = match[1]
        at = match.start() + (match[0].index("(") if "(" in match[0] else match[0].index("["))
        if words <= 80 and (
            _BEHIND.match(inner) or re.match(r"(?:AP|AFP|EPA|PA|Reuters|REUTERS)\s(?:Photo|file)", inner)
        ):
            return at, "credit-in-brackets", 0.95
        if (
            words <= 80
            and is_source(inner)
            and ("/" in inner or words <= 45)
            and text[: match.start()].rstrip()[-1:] in '.!?"”’'
        ):
            return at, "credit-in-brackets", 0.9
        if last and _WORK.match(inner):
            return at, "credit-contributors", 0.95
    match = _NAME_BEHIND.search(text)
    if match and words <= 60 and re.search("/|\\bvia\\b|Images", match[1]) and is_source(match[1]):
        return match.start(1), "credit-behind", 0.93
    match = _TAIL.search(text)
    if match and words <= 70 and match.start() > 0 and len((match[1] or match[2]).split()) <= 10:
        return match.start(1 if match[1] else 2), "credit-behind", 0.93
    return None
