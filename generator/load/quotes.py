"""Words quoted in notes -> their place in a passage, or what is wrong with them."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from generator.load.folding import Folded, folded, folded_words
from generator.load.nearest_words import differences, nearest_words
from generator.model.dossier import Block
from generator.model.files import QuoteRef

Found = tuple[int, int]
"""Offsets into the passage's text, half open."""


@dataclass(frozen=True, slots=True)
class QuoteProblem:
    """Why a quote has no place. `spots` are places in the passage that help: the nearest words, or all matches."""

    code: str
    message: str
    hint: str
    spots: tuple[Found, ...] = ()


def find_quote(
    text: str, blocks: Sequence[Block], ref: QuoteRef, prefer: Found | None = None
) -> Found | QuoteProblem:
    """The place of the quoted words in a passage.

    White space, curly and straight quotation marks and kinds of dashes count as the same. Only headline and
    body are searched. `prefer` is a stretch (a sentence) that is taken where the words stand several times,
    once of them inside it, and `ref` says nothing.
    """
    page = folded(text)
    words = folded_words(ref.text)
    if not words:
        return QuoteProblem("SS310", "there are no words in this quote", "copy the words from the passage")
    everywhere = _matches(page, words)
    evidence = [f for f in everywhere if _block_of(blocks, f, evidence=True)]
    if not evidence:
        return _not_there(page, words, blocks, everywhere, text)
    whole = [f for f in evidence if _whole_words(text, f)]
    if not whole:
        longer = _grown(text, evidence[0])
        return QuoteProblem(
            "SS316",
            f"{_q(ref.text)} stands only inside a longer word of the passage",
            f"quote whole words: {_q(text[longer[0] : longer[1]])}",
            (longer,),
        )
    return _choose(text, blocks, ref, whole, prefer)


def _choose(
    text: str, blocks: Sequence[Block], ref: QuoteRef, found: list[Found], prefer: Found | None
) -> Found | QuoteProblem:
    if ref.near is not None:
        near = [
            f
            for f in _matches(folded(text), folded_words(ref.near))
            if _block_of(blocks, f, evidence=True) and _whole_words(text, f)
        ]
        near_blocks = {_block_index(blocks, n) for n in near}
        same = [f for f in found if _block_index(blocks, f) in near_blocks]
        if not same:
            return _near_is_no_help(ref, near, found)
        if ref.occurrence is None:
            return _nearest_to(blocks, ref, same, near)
        found = same
    if ref.occurrence is not None:
        if ref.occurrence <= len(found):
            return found[ref.occurrence - 1]
        times = "once" if len(found) == 1 else f"{len(found)} times"
        return QuoteProblem(
            "SS312",
            f"'occurrence: {ref.occurrence}' is too high: {_q(ref.text)} stands in the passage only {times}",
            "count in the order of the text, the headline first" if len(found) > 1 else "leave 'occurrence' out",
            tuple(found),
        )
    if len(found) == 1:
        return found[0]
    if prefer:
        inside = [f for f in found if prefer[0] <= f[0] and f[1] <= prefer[1]]
        if len(inside) == 1:
            return inside[0]
    return QuoteProblem(
        "SS311",
        f"{_q(ref.text)} stands {len(found)} times in the passage",
        f"say which: {{text: {_yaml(ref.text)}, occurrence: 2}}, or "
        f"{{text: {_yaml(ref.text)}, near: {_yaml(_neighbours(text, found[1]))}}}",
        tuple(found),
    )


def _near_is_no_help(ref: QuoteRef, near: list[Found], found: list[Found]) -> QuoteProblem:
    assert ref.near is not None
    if not near:
        message = f"the words of 'near', {_q(ref.near)}, do not stand in the passage"
    else:
        message = f"{_q(ref.text)} does not stand in one paragraph of the passage with {_q(ref.near)}"
    return QuoteProblem("SS313", message, "'near' takes other words of the same paragraph", tuple(found))


def _nearest_to(
    blocks: Sequence[Block], ref: QuoteRef, found: list[Found], near: list[Found]
) -> Found | QuoteProblem:
    """The match that is nearest to the words of `near` in its paragraph; refused where two are as near."""
    if len({_block_index(blocks, f) for f in found}) > 1 and len(found) > 1:
        message = f"{_q(ref.text)} stands in several paragraphs of the passage with {_q(ref.near or '')}"
        hint = "take longer words for 'near', or 'occurrence'"
        return QuoteProblem("SS313", message, hint, tuple(found))
    distances = sorted(
        (min(max(n[0] - f[1], f[0] - n[1], -1) for n in near if _same_block(blocks, f, n)), f) for f in found
    )
    if len(distances) > 1 and distances[0][0] == distances[1][0]:
        message = f"{_q(ref.text)} stands in two places of the passage, both as near to {_q(ref.near or '')}"
        return QuoteProblem("SS313", message, "use 'occurrence' here", tuple(found))
    return distances[0][1]


def _not_there(
    page: Folded, words: str, blocks: Sequence[Block], elsewhere: list[Found], text: str
) -> QuoteProblem:
    if elsewhere:
        block = _block_of(blocks, elsewhere[0], evidence=False)
        kind = block.kind if block else "caption"
        return QuoteProblem(
            "SS314",
            f"{_q(words)} stands only in a {kind.replace('-', ' ')} of the passage, which is no evidence",
            "quote the headline or the body of the report",
            tuple(elsewhere),
        )
    across = _matches(Folded(page.text.replace("\n", " "), page.origins), words)
    if across:
        return QuoteProblem(
            "SS315",
            f"{_q(words)} runs over the end of a paragraph of the passage",
            "quote words of one paragraph; content may be a list of several quotes",
            tuple(across),
        )
    return _nowhere(page, words, blocks, text)


def _nowhere(page: Folded, words: str, blocks: Sequence[Block], text: str) -> QuoteProblem:
    """The words are in no block at all: show those that come nearest."""
    if "..." in words:
        return QuoteProblem(
            "SS310",
            f"{_q(words)} does not stand in the passage as one piece",
            "a quote leaves nothing out: quote the pieces apart, as a list, or fewer words",
        )
    evidence = [(page.offset(b.start), page.offset(b.end)) for b in blocks if b.is_evidence]
    near = nearest_words(page.text, evidence, words)
    if near is None:
        return QuoteProblem(
            "SS310",
            f"{_q(words)} does not stand in the passage",
            "copy the words from the passage exactly as they stand there",
        )
    spot = (page.origin(near[0]), page.origin(near[1] - 1) + 1)
    there = page.text[near[0] : near[1]]
    hint = f"nearest there: {_q(' '.join(text[spot[0] : spot[1]].split()))}"
    told = differences(words, there)
    if told:
        hint += f" ({told})"
    return QuoteProblem("SS310", f"{_q(words)} does not stand in the passage", hint, (spot,))


def _matches(page: Folded, words: str) -> list[Found]:
    found = []
    at = page.text.find(words) if words else -1
    while at >= 0:
        stop = at + len(words)
        if not page.splits(at) and not page.splits(stop):
            found.append((page.origin(at), page.origin(stop - 1) + 1))
        at = page.text.find(words, at + 1)
    return found


def _whole_words(text: str, found: Found) -> bool:
    return _grown(text, found) == found


def _grown(text: str, found: Found) -> Found:
    """The stretch, grown to whole words at both ends. Scripts that part no words by spaces are left alone."""
    start, end = found
    while start > 0 and _letter(text[start]) and _letter(text[start - 1]):
        start -= 1
    while end < len(text) and _letter(text[end - 1]) and _letter(text[end]):
        end += 1
    return start, end


def _letter(char: str) -> bool:
    if char.isascii():
        return char.isalnum()
    if unicodedata.combining(char):
        return True
    return char.isalnum() and unicodedata.east_asian_width(char) not in ("W", "F")


def _block_index(blocks: Sequence[Block], found: Found) -> int | None:
    index = bisect_right(blocks, found[0], key=_start) - 1
    return index if index >= 0 and found[1] <= blocks[index].end else None


def _start(block: Block) -> int:
    return block.start


def _block_of(blocks: Sequence[Block], found: Found, *, evidence: bool) -> Block | None:
    index = _block_index(blocks, found)
    if index is None or (evidence and not blocks[index].is_evidence):
        return None
    return blocks[index]


def _same_block(blocks: Sequence[Block], one: Found, other: Found) -> bool:
    return _block_index(blocks, one) == _block_index(blocks, other)


def _neighbours(text: str, found: Found) -> str:
    """A few words around a match, as an example for `near`."""
    line_start = text.rfind("\n", 0, found[0]) + 1
    line_end = text.find("\n", found[1])
    before = text[line_start : found[0]].split()[-2:]
    after = text[found[1] : line_end if line_end >= 0 else len(text)].split()[:2]
    return " ".join(before or after) or "..."


def _yaml(words: str) -> str:
    words = " ".join(words.split())
    return words if re.fullmatch(r"[A-Za-z][\w ]*", words) else '"' + words.replace('"', '\\"') + '"'


def _q(words: str) -> str:
    words = " ".join(words.split())
    return f"“{words if len(words) <= 90 else words[:87] + '...'}”"
