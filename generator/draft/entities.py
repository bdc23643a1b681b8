"""Text -> the persons, organisations, outlets, places and offices that it names, with every mention of each."""

from generator.draft.marks import Entity
from generator.draft.names.evidence import weighed
from generator.draft.names.group import Grouping, bare
from generator.draft.names.heads import in_headlines
from generator.draft.names.judge import Found
from generator.draft.names.letters import short_forms
from generator.draft.names.parse import Parser
from generator.draft.names.runs import runs
from generator.draft.names.titles import title_before
from generator.draft.text import Text

_PERHAPS = ("place", "outlet", "organisation")
"""Kinds of the lists whose names are also surnames: London, Bloomberg, Stanford."""


def entities(text: Text) -> list[Entity]:
    """In the order of the first mention.

    A surname that two persons of the text bear is an entity of its own, of low confidence, wherever nothing
    tells which of them is meant. Names in headlines are only mentions of those that the body has.
    """
    raw = text.text
    body, heads = runs(text)
    if not body:
        return []
    common = set(text.words)
    found = weighed(raw, Parser(raw, common).read(body))
    group = Grouping(raw)
    loose: list[Found] = []
    letters: list[Found] = []
    surnames = {find.keys[-1] for find in found if find.kind == "person"}
    for find in found:
        if len(find.keys) == 1 and find.keys[0] in surnames and find.kind in _PERHAPS and not _placed(raw, find):
            find = find._replace(kind="unknown", rule="single")  # "Mr. London ... London said"
        if find.kind == "person":
            title = title_before(raw, find.start, find.title)
            if title is not None:
                find = find._replace(title=title)
            if len(find.keys) > 1:
                group.full_person(find)
            else:
                loose.append(find)
        elif find.kind == "unknown":
            (letters if find.rule == "letters" else loose).append(find)
        elif len(find.keys) == 1 and (
            find.kind == "outlet" or (find.kind == "organisation" and find.rule == "list")
        ):
            letters.append(find)
        else:
            group.other(find)
    _loose(group, loose, common)
    for find in short_forms(raw, group, letters):
        if find.kind == "outlet" and group.shortened(find):
            continue  # "RIA" for "RIA Novosti"
        # "ALDER:" in a transcript
        if find.kind != "unknown" or len(find.keys[0]) < 4 or not group.single_person(find):
            group.other(find)
    in_headlines(group, heads)
    return group.entities()


def _placed(raw: str, find: Found) -> bool:
    """Whether a name that is a place and a surname of the text is the place here."""
    if find.kind != "place":
        return raw[max(0, find.start - 4) : find.start].lower().endswith("the ")
    before = raw[max(0, find.start - 9) : find.start].lower()
    return before.endswith((" in ", " at ", " near ", " from ", " to ", " of ", "outside ", " around ", "across "))


def _loose(group: Grouping, loose: list[Found], common: set[str]) -> None:
    """Names of one word and unknown ones of several: given to a bearer of the text, else on their own."""
    firm = {f.keys[0] for f in loose if not f.weak}
    rest = []
    for find in loose:
        if find.weak and find.title is None and find.keys[0] in common and len(find.keys) == 1:
            continue  # "Love it or not, ..." in a text that has a Ms. Love
        if len(find.keys) > 1:
            # "Sander Vell" of whom the text also says "Mr. Vell"
            rest.append(find)
        elif not group.single_person(find):
            rest.append(find)
    for find in rest:
        if find.kind == "person" and not group.single_person(find):
            group.titled_single(find)
    for find in rest:
        if find.kind != "unknown":
            continue
        if len(find.keys) > 1:
            fits = group.by_surname.get(bare(find.keys[-1]), ())
            if len(fits) == 1 and len(fits[0].forms[0]) == 1:
                fits[0].take(find._replace(kind="person", rule="surname-later", confidence=0.85), find.keys)
            else:
                group.other(find)
        elif not group.single_person(find):
            word = find.keys[0]
            if group.shortened(find):
                continue
            if find.rule in ("in-place", "town-and-state"):
                group.other(find._replace(kind="place"))
                continue
            if find.rule != "ordinary" and (not find.weak or (word in firm and word not in common)):
                group.other(find)
