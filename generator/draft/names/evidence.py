"""What stands around a name of unknown words, and whether it is a person's, a place's or another's."""

import re

from generator.draft.names.judge import Found
from generator.draft.names.lists import names, roles, word_set
from generator.draft.names.titles import role_before

_SAYING = (
    "said|says|told|tells|added|wrote|writes|tweeted|testified|acknowledged|argued|argues|insisted|insists|recalled|"
    "joked|replied|admitted|conceded|noted|notes|explained|explains|declined|believes|thinks|agreed|warned|claimed"
)
# What follows the name of a person: an age, an apposition with a role, "who"; and, less surely, a verb of saying.
_PERSON = re.compile(r",? \(?\d{2}(?:,|\)| said)|,? who(?:se|’s|'s)?\b")
_APPOSITION = re.compile(
    r", ((?:(?:a|an|the|his|her)\b|president|director|chairman|professor|founder|spokes)[^,.;\n]{0,60})"
)
_SAYS = re.compile(rf" (?:\w+ly )?(?:{_SAYING})\b")
# What a firm says of itself and what is said of one.
_FIRM = re.compile(
    r" (?:said|says|announced|confirmed|added)(?: in a statement)?(?: on \w+day)?,? (?:that )?(?:its\b|"
    r"it (?:plans|planned|intends|expects|expected|aims|has|had (?!been|rained|snowed)|"
    r"(?:would|will) (?!be\b|rain|snow|take|mean|help)))"
    r"|[’']s? (?:shares|workers|employees|chief executive|factory|stock)\b| (?:shares|workers|employees|plc)\b"
)
_NOUN_BEFORE = re.compile(r"([\w\-]+ )?([\w\-]+)\s$")
_NOUN_AFTER = re.compile(
    r" (?:(news agency|newspaper|magazine|news site|website|broadcaster|daily|weekly|tabloid|radio station|blog)"
    r"|(group|company|firm|charity|chain|foundation|trade union|union))\b"
)
_SAID_BEFORE = re.compile(rf"(?:{_SAYING})[\s]$")
_TOWN = re.compile(r", ([A-Z][\w.]*(?: [A-Z]\w+)?)")
_GENERAL = word_set("general-bodies")
_BUSINESS = word_set("business-roles")
_STOPS = frozenset(["of", "for", "at", "in", "from", "with", "who", "that"])
_IN = (" in ", " near ", " outside ")
_AT = (*_IN, " at ", " of ", " from ", " to ", " for ", " around ", "\n")


def weighed(raw: str, finds: list[Found]) -> list[Found]:
    """The finds, those of unknown words with the kind that what stands around any one of them tells."""
    told: dict[tuple[str, ...], tuple[str, str, float]] = {}
    out = []
    for find in finds:
        if find.kind == "unknown" and find.rule in ("single", "several"):
            verdict = _verdict(raw, find)
            if verdict is not None and (find.keys not in told or told[find.keys][2] < verdict[2]):
                told[find.keys] = verdict
    if not told:
        return finds
    for find in finds:
        if find.kind == "unknown" and find.keys in told and find.rule in ("single", "several"):
            kind, rule, confidence = told[find.keys]
            if kind == "place" and len(find.keys) == 1:
                kind = "unknown"  # unless it is the surname of somebody
            find = find._replace(kind=kind, rule=rule, confidence=confidence)
        out.append(find)
    return out


def _verdict(raw: str, find: Found) -> tuple[str, str, float] | None:
    start, end = find.start, find.end
    if find.keys[0] in names().well_known and len(find.keys) == 1:
        return "person", "well-known", 0.9
    several = len(find.keys) > 1
    article = raw[max(0, start - 4) : start].lower().endswith("the ")
    called = _called(raw, start, end)
    if called is not None:
        return called
    if not article and not find.weak and raw[start - 2 : start - 1].islower() and role_before(raw, start):
        return "person", "role-before", 0.9 if several else 0.85
    town = _TOWN.match(raw, end)
    if town is not None and (several or raw[max(0, start - 9) : start].lower().endswith(_AT)):
        states = names().states
        words = town[1].lower().split()
        if words[0].rstrip(".") in states or " ".join(words).rstrip(".") in states:
            return "place", "town-and-state", 0.85
    if find.rule == "single" and not article and _camel(raw[start:end]):
        return "organisation", "camel-case", 0.75
    if _FIRM.match(raw, end):
        return "organisation", "firm-around", 0.85
    if article:
        return None
    if 1 < len(find.keys) < 4:
        if _PERSON.match(raw, end) or _role_behind(raw, end) or _role_ahead(raw, start):
            return "person", "person-around", 0.9
        if _SAYS.match(raw, end) or _SAID_BEFORE.search(raw, max(0, start - 14), start):
            # "Tarrow Foods said" too; a plural noun is rarely a surname.
            return "person", "person-said", 0.55 if find.keys[-1].endswith("s") else 0.72
    if not several and raw.startswith((" administration", " presidency", " campaign", " White House"), end):
        return "person", "person-around", 0.75
    if not several and not find.weak and _PERSON.match(raw, end):
        return "person", "person-around", 0.75
    if not several and not find.weak and _SAYS.match(raw, end):
        return "person", "person-said", 0.6
    if not several and raw[max(0, start - 9) : start].lower().endswith(_IN):
        return "place", "in-place", 0.55
    return None


def _called(raw: str, start: int, end: int) -> tuple[str, str, float] | None:
    """What a noun beside the name calls it: 'the broadcaster Airfold', 'the Airfold news agency'."""
    after = _NOUN_AFTER.match(raw, end)
    if after is not None:
        return ("outlet" if after[1] else "organisation"), "noun-after", 0.85
    if start < 2 or not raw[start - 2].islower():
        return None
    before = _NOUN_BEFORE.search(raw, max(0, start - 40), start)
    if before is None:
        return None
    if not before[2].islower():
        return None  # "Pell County Supervisor"
    nouns = roles().nouns
    found = nouns.get((before[1] or "").lower() + before[2].lower()) or nouns.get(before[2].lower())
    if found is not None and not found[2] and found[0] in ("organisation", "outlet") and before[2] not in _GENERAL:
        return found[0], "noun-before", 0.88
    several = raw[start:end].count(" ") > 0
    if before[2].lower() in _BUSINESS and (not several or raw[end - 1] == "s"):
        return "organisation", "business-before", 0.72
    return None


def _role_behind(raw: str, end: int) -> bool:
    """Whether an apposition with a person's role follows: ', a nurse from Fennick,'."""
    match = _APPOSITION.match(raw, end)
    if match is None:
        return False
    nouns = roles().nouns
    for word in match[1].lower().split():
        if word in _STOPS:
            return False
        found = nouns.get(word)
        if found is not None and found[0] in ("person", "office"):
            return True
    return False


def _role_ahead(raw: str, start: int) -> bool:
    """Whether a role and a comma stand before: 'the ferry’s captain, Iona Reddick,'."""
    if not raw.endswith(", ", 0, start):
        return False
    word = raw[max(0, start - 30) : start - 2].rsplit(None, 1)[-1:]
    found = roles().nouns.get(word[0].lower()) if word else None
    return found is not None and found[0] in ("person", "office") and not found[2]


def _camel(word: str) -> bool:
    """'NorthLine', but not 'McCarthy' or 'DeLuca'."""
    inner = [i for i, c in enumerate(word) if c.isupper() and i and word[i - 1].islower()]
    return bool(inner) and inner[0] > 3
