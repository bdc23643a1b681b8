"""A paragraph -> what its own words say it is: a link, a caption, an address, perhaps a heading."""

import re

from generator.draft.article import BlockKind

Judged = tuple[BlockKind, str, float]
"""Kind, rule, confidence."""

_URL = re.compile(r"(?:(?:https?|ftp)://|www\.)\S+", re.I)
_ADDRESSES = re.compile(
    r"[<(\[]?(?:(?:https?|ftp)://|www\.)[^\s]+[>)\]]?(?:[\s,;|]+(?:(?:https?|ftp)://|www\.)\S+)*", re.I
)
_RELATED = re.compile(
    r"[\[(»>*|\s]*(?:"
    r"related(?:\s(?:articles?|stor(?:y|ies)|news|coverage|content|links?|videos?|posts?|reading|topics?"
    r"|reports?))?\s*(?::|\||–|—|-\s|$)"
    r"|(?:also read|read also|see also|read next|read this|up next|must[- ]reads?|recommended|most read"
    r"|most popular|trending(?: now)?"
    r"|editor[’']s picks?|more stories|don[’']t miss|from the archives?|in pictures|more like this"
    r"|top stories)\s*(?::|\||–|—|-\s|$)"
    r"|(?:also read|read also|see also)\b"
    r"|(?:read|see|watch|find|hear|learn|find out|get) more\b"
    r"|more (?:on|from|about|in)\b[^.]{2,60}$|more\s*(?::|$)"
    r"|(?:read|see|view|find|hear|watch|listen to) (?:the )?(?:rest|full|original|whole|complete|entire)\b"
    r"|(?:click|tap|go) (?:here|on the link|to)\b|you (?:may|might|could) (?:also )?(?:like|be interested)"
    r"|(?:watch|video|listen|podcast|gallery|photos|explainer|opinion|analysis|interactive|live(?: blog"
    r"| updates)?)\s*(?::|\|)\s*\S"
    r"|sign up (?:for|to|here|now)\b|subscribe (?:to|now|here|for|today)\b|download (?:the|our) app\b|follow us\b"
    r"|like us on\b|join (?:us|our)\b.{0,40}(?:newsletter|group|channel|community)|get (?:the latest"
    r"|our (?:free )?(?:daily|weekly|newsletter|app))\b"
    r")",
    re.I,
)
_LETTER = re.compile(
    r"\bnewsletters?\b.*\b(?:sign up|subscribe|inbox|here)\b|\b(?:sign up|subscribe)\b.*\bnewsletters?\b"
    r"|^our standards:",
    re.I,
)
_BARE = re.compile(
    r"(?:related|read more|more|see also|also read|recommended|most|trending|editor|you (?:may|might)"
    r"|up next|don)\b[^:]{0,40}:?$",
    re.I,
)
_CAPTION = re.compile(
    r"[\[(]?(?:file(?: photo| picture| image)?\)?(?:\s*:|\s[-–—]\s)|(?:image|media|photo|picture) caption\b"
    r"|caption\s*:|pictured(?:\s*:|,|\s(?:is|are|here|above|below|in)\b)"
    r"|(?:above|below|left|right|top|bottom|from left|clockwise(?: from)?[^,:]{0,20})\s*:|(?:photo|image"
    r"|picture|video)s?\s*(?::|\|)\s"
    r"|in this\b.{0,40}\b(?:photo(?:graph)?|image|picture|frame grab|screengrab|screenshot)"
    r"(?:,| (?:taken|released|provided|made|from|posted|issued|supplied)\b)"
    r"|(?:an?|this) (?:undated |handout |file |archive ){1,3}(?:photo(?:graph)?|image|picture)\b)",
    re.I,
)
_CAPTION_WITHIN = re.compile(
    r"\b(?:is|are|was|were) (?:seen|pictured|shown|photographed) (?:here|above|below|in (?:this"
    r"|an?) (?:[\w-]+ ){0,3}(?:photo|picture|image))\b"
    r"|\((?:L|left|right|centre|center|pictured|above|below|far left|far right|second left|second right)\)"
    r"|[A-Z][\w’'-]+,\s(?:left|right|cent(?:er|re)),\s"
    r"|\b(?:second|third|far|standing|seated) from (?:left|right)\b|[,(]\s?pictured\b"
)
_FILE_END = re.compile(
    r"(?:\b(?:file|archive) (?:photo|picture|image)|\((?:file|pictured)\)|,? pictured|(?P<bare>\bfile))\.?$", re.I
)
_NO_FILE_PHOTO = re.compile(
    r"\b(?:an?|the|this|that|his|her|its|their|our|your|my|each|every|any|no|to|on|of|in|case|court|police|personnel"
    r"|public|computer|text|audio|video|data|secret|single) file\.?$"
    r"|\b(?:is|are|was|were|has|have|had|will|would|can|could|did|does|said|says|told)\b",
    re.I,
)
TOLD = re.compile(r"\b(?:said|says|told|tells|added|according)\b|[“”\"]")


def titled(text: str, most: int = 25) -> bool:
    """Whether words may be a heading: few, without a full stop, not going on from elsewhere."""
    words = text.split()
    return (
        0 < len(words) <= most
        and len(text) <= 200
        and not text[0].islower()
        and not re.search(r"[.:;,][\"'”’»)\]]*$", text)
        and any(char.isalpha() for char in text)
        and text[0] not in "@#("
    )


def is_addresses(text: str) -> bool:
    """Whether a paragraph holds nothing but addresses."""
    return bool(_ADDRESSES.fullmatch(text.strip()))


def related(text: str) -> Judged | None:
    """A link to something else, or a plea to read it."""
    words = text.split()
    if len(words) <= 25 and _LETTER.search(text):
        return "related-link", "related-newsletter", 0.93
    if len(words) > 28 or not _RELATED.match(text):
        return None
    sentences = len(re.findall(r"[.!?](?=\s)", text))
    if sentences > 1 and not _URL.search(text):
        return None
    return "related-link", "related-label", 0.95


def heads_links(text: str) -> bool:
    """Whether it is only the heading of a list of links."""
    return bool(_BARE.match(text.strip(" »>|[(*"))) and len(text.split()) <= 6


def caption(text: str) -> Judged | None:
    """What is printed below a picture, told by its own words."""
    words = len(text.split())
    if words > 60:
        return None
    if _CAPTION.match(text):
        return "caption", "caption-label", 0.9
    file = _FILE_END.search(text) if words <= 25 else None
    if file and not (file["bare"] and _NO_FILE_PHOTO.search(text)):
        return "caption", "caption-file", 0.93
    if words <= 45 and _CAPTION_WITHIN.search(text) and not TOLD.search(text):
        return "caption", "caption-position", 0.85
    return None
