"""Words made fit for files of plain text: Markdown that means what it says, and paragraphs of a fixed width."""

import re
from textwrap import TextWrapper

WIDTH = 78
_BOLD = re.compile(r"\*\*(?![\s*])(.+?)(?<!\s)\*\*")
_SPECIAL = re.compile(r"([\\`*_\[\]<>&|~$])")
_OPENING = re.compile(r"^(\s*)([-+=#]|\d+(?=[.)]))")
_FENCE = re.compile("`{3,}")


def markdown(text: object) -> str:
    """Text as Markdown: **words** stay bold, whatever else would be taken for a sign is written out."""
    parts = _BOLD.split(" ".join(str(text).split()))
    out = ""
    for i, part in enumerate(parts):
        escaped = _SPECIAL.sub(r"\\\1", part)
        out += f"**{escaped}**" if i % 2 and _can_be_bold(parts[i - 1], part, parts[i + 1]) else escaped
    return _OPENING.sub(_closed, out)


def _can_be_bold(before: str, words: str, after: str) -> bool:
    """Whether Markdown takes asterisks here for bold: not between a letter and a sign."""
    opens = words[0].isalnum() or not before[-1:].isalnum()
    return opens and (words[-1].isalnum() or not after[:1].isalnum())


def _closed(match: re.Match[str]) -> str:
    """What would open a list, a heading or a rule, so that it opens none. A number is closed before its point."""
    space, sign = match.groups()
    return f"{space}{sign}\\" if sign.isdigit() else f"{space}\\{sign}"


def fence(text: str) -> str:
    """A fence of backticks that the text does not have itself."""
    longest = max((len(found) for found in _FENCE.findall(text)), default=2)
    return "`" * (longest + 1)


def hang(lead: str, text: object, width: int = WIDTH) -> str:
    """`lead` and the text behind it, wrapped; further lines begin where the text does. Without bold.

    What stands between no-break spaces stays on one line.
    """
    plain = " ".join(_BOLD.sub(r"\1", str(text)).split(" "))
    wrapper = TextWrapper(
        width=width,
        initial_indent=lead,
        subsequent_indent=" " * len(lead),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(wrapper.wrap(plain) or [lead.rstrip()]).replace("\u00a0", " ")


def joined(text: str) -> str:
    """The words of a short text, never to be parted at the end of a line."""
    return text.replace(" ", "\u00a0")
