"""Files that students hand in -> their answers, and from these and a key the marks.

A filled-in PDF form and the answers file of the browser come to the same `Responses`.
"""

from generator.responses.given import Given, Handed, Responses, Unreadable
from generator.responses.marking import Marked, MarkedItem, marked
from generator.responses.reading import read
from generator.responses.settle import Settled, settled
from generator.responses.sheets import Sheets, SheetsError

__all__ = [
    "Given",
    "Handed",
    "Marked",
    "MarkedItem",
    "Responses",
    "Settled",
    "Sheets",
    "SheetsError",
    "Unreadable",
    "marked",
    "read",
    "settled",
]
