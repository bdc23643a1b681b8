"""What Moodle's importer of GIFT wants, checked one by one; independent of the exporter."""

import re
from collections.abc import Iterator

from tests.export.gift_reader import GiftError, read
from tests.export.moodle_reader import Read
from tests.export.moodle_rules import FRACTIONS

SHARES = {round(float(text), 5) for text in FRACTIONS}


def problems(data: bytes) -> list[str]:
    """Every rule that the file breaks."""
    try:
        file = read(data)
    except GiftError as wrong:
        return [str(wrong)]
    found = [] if len(file.categories) == 1 else ["not one category"]
    found += [f"bad path {path}" for path in file.categories if not path.startswith("$course$/top/")]
    ids = [question.id for question in file.questions]
    if len(set(ids)) < len(ids) or not all(0 < len(id_) <= 100 for id_ in ids):
        found.append("two questions of one name, or none")
    if re.search(r"[^\n]\n\s*::", data.decode().replace("\n::", "\0")):
        found.append("a question begins within another")
    return found + [f"{question.name}: {wrong}" for question in file.questions for wrong in _question(question)]


def _question(question: Read) -> Iterator[str]:
    if not 0 < len(question.name) <= 255:
        yield "no good name"
    if not question.text:
        yield "nothing to read"
    texts = [answer.text for answer in question.answers]
    shares = [answer.share for answer in question.answers]
    if any(round(share * 100, 5) not in SHARES for share in shares):
        yield f"a share is not on the list: {shares}"
    if len({text.casefold() for text in texts}) < len(texts) or not all(texts):
        yield f"answers are alike or empty: {texts}"
    if question.kind == "multichoice":
        if len(texts) < 2:
            yield "fewer than two options"
        if question.single and (max(shares) != 1 or min(shares) < 0):
            yield "no option is worth all marks"
        if not question.single and abs(sum(share for share in shares if share > 0) - 1) > 0.0001:
            yield "the right options do not make 100"
    if question.kind == "shortanswer" and max(shares) != 1:
        yield "no answer is right"
    if question.kind == "matching":
        rows = [row for row, _ in question.pairs if row]
        if len(rows) < 2 or len(question.pairs) < 3 or len(set(rows)) < len(rows):
            yield "fewer than two different rows or three answers"
        if any(not answer or re.search(r"</?(strong|em|br|p)\b|\*\*", answer) for _, answer in question.pairs):
            yield "an answer is empty or not plain"
