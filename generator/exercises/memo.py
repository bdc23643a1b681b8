"""What is found out about a dossier once, and kept while items are made from it."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from generator.model.dossier import Dossier

R = TypeVar("R")

KEPT = 4
"""Dossiers to remember; programs work on one at a time."""


def once_for_each_dossier(find: Callable[[Dossier], R]) -> Callable[[Dossier], R]:
    """The function, which looks at one and the same dossier only once. What it gives must not be changed.

    Dossiers are frozen, so the very same object never comes to say anything else.
    """
    known: dict[int, tuple[Dossier, R]] = {}

    @wraps(find)
    def found(dossier: Dossier) -> R:
        if id(dossier) not in known:
            if len(known) >= KEPT:
                del known[next(iter(known))]
            # The dossier is kept with the result, so that its id cannot pass to another one.
            known[id(dossier)] = dossier, find(dossier)
        return known[id(dossier)][1]

    return found
