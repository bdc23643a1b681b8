"""A name that is not there -> the one that must have been meant."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that must have been meant, if one is near."""
    names = list(dict.fromkeys(known))
    folded = {folded_name(name): name for name in reversed(names)}
    near = get_close_matches(folded_name(word), folded, n=1, cutoff=0.6)
    return folded[near[0]] if near else None


def did_you_mean(word: str, known: Iterable[str], listed: str) -> str:
    """A hint: the nearest known word, then all of them under the heading `listed`."""
    names = list(dict.fromkeys(known))
    near = nearest(word, names)
    everything = f"{listed}: {', '.join(names)}" if names else ""
    return "; ".join(part for part in (f"did you mean '{near}'?" if near else "", everything) if part)


def as_slug(text: str) -> str:
    """A name of small letters, digits and hyphens made from any text; may be empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:80].strip("-")


def folded_name(word: str) -> str:
    """A name without the differences that slips make: capitals, hyphens for underscores."""
    return word.lower().replace("_", "-").replace(" ", "-")
