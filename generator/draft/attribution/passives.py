"""Passives and impersonal verbs: he was quoted as saying, was asked whether, it is said that, it emerged."""

from typing import TYPE_CHECKING

from generator.draft.attribution.finds import Find, Words
from generator.draft.attribution.lexicon import Cue, words
from generator.draft.attribution.phrases import Subject

if TYPE_CHECKING:
    from generator.draft.attribution.verbs import Verbs

_OBJECTS = frozenset(("object", "call"))
_RAISED = words("said-to-verb")


def passive(verbs: "Verbs", i: int, last: int, group: int, low: int, high: int, cue: Cue) -> Find | None:
    """The attribution of a passive whose participle is at word i."""
    page, s = verbs.page, verbs.s
    words, gap = page.low, page.gap
    content: tuple[Words, ...]
    subject = s.before(group, low) if group > low else None
    if subject is None:
        return None
    source = (subject.first, subject.last)
    shown = s.helped(group, i)
    if cue.verb == "quote":
        return quoted_as_saying(verbs, i, low, high, source, subject, None, shown)
    if words[subject.first] == "it" and subject.last - subject.first == 1:
        at, marked = verbs.c.skip_setting(last, high, False)
        if at >= high or gap[at] in (",", "—", "–", "-"):
            left = verbs.speech.before(min(subject.clause, subject.first), low)
            if left is not None:
                return Find(None, ((shown, last),), left, cue.cue_class, "it-was-said-after", verb=cue.verb)
        if at < high and marked and words[at] == "that":
            content = ((at, verbs.c.clause_end(at, high)),)
            return Find(None, ((shown, last),), content, cue.cue_class, "it-was-said", verb=cue.verb)
        return None
    if last >= high:
        left = verbs.speech.before(min(subject.clause, subject.first), low) if cue.verb == "tell" else None
        if left is None:
            return None
        return Find(None, ((shown, last),), left, cue.cue_class, "were-told-after", source, verb=cue.verb)
    if gap[last]:
        if cue.verb == "ask" and "," in gap[last] and verbs.speech.opens(last):
            content = ((last, verbs.c.clause_end(last, high)),)
            return Find(None, ((shown, last),), content, cue.cue_class, "was-asked", source, verb=cue.verb)
        return None
    w = words[last]
    if cue.verb == "ask" and w in s.wh and w != "when":
        content = ((last, verbs.c.clause_end(last, high)),)
        return Find(None, ((shown, last),), content, cue.cue_class, "was-asked", source, verb=cue.verb)
    if cue.verb == "tell" and w == "that":
        content = ((last, verbs.c.clause_end(last, high)),)
        return Find(None, ((shown, last),), content, cue.cue_class, "was-told", source, verb=cue.verb)
    if w == "to" and cue.verb in _RAISED:
        content = (source, (last, verbs.c.phrase_end(last, high)))
        return Find(None, ((shown, last),), content, cue.cue_class, "is-said-to", verb=cue.verb)
    if cue.frames & _OBJECTS:
        return _by_whom(verbs, shown, last, high, source, cue)
    return None


def _by_whom(verbs: "Verbs", shown: int, last: int, high: int, subject: Words, cue: Cue) -> Find | None:
    """'The plan was criticised by doctors for its cost': the source stands behind 'by'."""
    page = verbs.page
    low, gap = page.low, page.gap
    by = last
    while by < min(high, last + 10) and low[by] != "by":
        if gap[by]:
            return None
        by += 1
    if by + 1 >= min(high, last + 10) or gap[by]:
        return None
    agent = verbs.s.after(by, high)
    if agent is None:
        return None
    content = [subject]
    if by > last:
        content.append((last, by))
    k = next((j for j in range(agent.first + 1, agent.last) if low[j] == "for"), agent.last)
    if k + 1 < high and not gap[k] and low[k] in ("for", "as", "of"):
        content.append((k, verbs.c.phrase_end(k + 1, high)))
    found = tuple(content)
    return Find((agent.first, k), ((shown, last),), found, cue.cue_class, "by-whom", verb=cue.verb)


def asked(verbs: "Verbs", i: int, last: int, high: int, cue: Cue) -> Find | None:
    """'Asked whether ..., she said', '..., when asked about ...': what was asked, by nobody named."""
    low = verbs.page.low
    if last < high and low[last] == "by":
        while last < high and low[last] not in ("whether", "if", "about", "what", "how", "why"):
            last += 1
    if last + 1 >= high or verbs.page.gap[last]:
        return None
    w = low[last]
    if w not in verbs.s.wh and w != "about":
        return None
    begin = last + 1 if w == "about" else last
    content = ((begin, verbs.c.clause_end(begin, high, True)),)
    return Find(None, ((i, i + 1),), content, cue.cue_class, "asked-whether", verb=cue.verb)


def emerged(verbs: "Verbs", i: int, last: int, subject: Subject, low: int, high: int, cue: Cue) -> Find | None:
    """'It emerged that ...', '..., it has emerged'."""
    page = verbs.page
    if page.low[subject.first] != "it" or subject.last - subject.first > 1:
        return None
    at, marked = verbs.c.skip_setting(last, high, False)
    if at < high and marked and page.low[at] == "that":
        content = ((at, verbs.c.clause_end(at, high)),)
        return Find(None, ((i, last),), content, cue.cue_class, "it-emerged", verb=cue.verb)
    left = verbs.speech.before(subject.first, low) if at >= high or page.gap[at] else None
    return Find(None, ((i, last),), left, cue.cue_class, "it-was-said-after", verb=cue.verb) if left else None


def quoted_as_saying(
    verbs: "Verbs",
    i: int,
    low: int,
    high: int,
    source: Words,
    subject: Subject | None,
    via: Words | None,
    shown: int | None = None,
) -> Find | None:
    """'... was quoted by X as saying', 'X quoted her as saying': the source is who is quoted, X passes it on."""
    page = verbs.page
    words = page.low
    for j in range(i + 1, min(high - 1, i + 14)):
        if words[j] != "as" or words[j + 1] not in ("saying", "telling", "stating"):
            continue
        k = j + 2
        begin = i if shown is None else shown
        cue: tuple[Words, ...] = ((begin, i + 1), (j, j + 2)) if j > i + 1 else ((begin, j + 2),)
        if via is None and j > i + 2 and words[i + 1] in ("in", "by", "on"):
            via = (i + 2, j)
        start = i if subject is None else min(subject.clause, subject.first)
        if via is not None and subject is None:
            start = min(via[0], source[0])
        if via is None and k < high and words[k] in ("by", "in") and not page.gap[k]:
            end = k + 1
            while end < high and not page.gap[end] and words[end] not in verbs.s.time:
                end += 1
            via, k = (k + 1, end), high
        left = verbs.speech.before(start, low) if k >= high or page.gap[k] else None
        content: tuple[Words, ...] = left or ()
        if left is None and k < high:
            content = ((k, verbs.c.clause_end(k, high)),)
        if not content:
            return None
        more = verbs.speech.after(content[-1][1] if left is None else high)
        return Find(source, cue, content + more, "neutral", "quoted-as-saying", apart=True, verb="quote", via=via)
    return None
