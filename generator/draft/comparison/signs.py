"""Small closed lists of words by what they are a sign of."""

from functools import lru_cache

from generator.draft.tables import table


@lru_cache(maxsize=16)
def signs(kind: str) -> frozenset[str]:
    """The words of one kind in `compare_signs.txt`, in lower case. Raises KeyError for an unknown kind."""
    for row in table("compare_signs"):
        if row[0] == kind:
            return frozenset(row[1:])
    raise KeyError(kind)
