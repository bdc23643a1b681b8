"""Lines of a passage with every word of them ready to be chosen.

Each word can be chosen, those of the key like all others, so that nothing shows where answers stand.
"""

import re

from generator.export.xml_tree import El, el
from generator.model.booklet import SheetPassage

_WORD = re.compile(r"\S+")


def hot_lines(passage: SheetPassage, lines: tuple[int, int], prefix: str) -> El:
    """The lines one below the other, each behind its number. A word is named by its offset: 'm1-375'.

    They stand in one paragraph, so that they are read, and read aloud, as running text.
    """
    first, last = lines
    inside: list[El | str] = []
    for line in passage.lines:
        if not first <= line.n <= last:
            continue
        if inside:
            inside.append(el("br"))
        # The number and its line stay together.
        inside.append(f"{line.n}\u00a0\u00a0" if line.n > 0 else "")
        at = 0
        for word in _WORD.finditer(line.text):
            inside.append(line.text[at : word.start()])
            inside.append(el("hottext", word[0], identifier=f"{prefix}-{line.start + word.start()}"))
            at = word.end()
        inside.append(line.text[at:])
    return el("p", *(piece for piece in inside if piece))
