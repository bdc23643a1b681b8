"""Bytes -> text, whatever the encoding; what had to be mended is said."""

import re
import unicodedata

from generator.draft.article import Unreadable

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_FORMATS = (
    (b"%PDF", "a PDF", "open it, mark the article, copy it and save it as a text file"),
    (b"\x89PNG", "a picture", "a picture holds no text to read: type the article, or find it as text"),
    (b"\xff\xd8\xff", "a picture", "a picture holds no text to read: type the article, or find it as text"),
    (b"GIF8", "a picture", "a picture holds no text to read: type the article, or find it as text"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Office file", "open it and save it as .docx or as plain text"),
    (b"{\\rtf", "a rich text file", "open it and save it as .docx or as plain text"),
    (b"PK\x03\x04", "a packed file", "take the article out of it, as .docx, as a saved web page or as plain text"),
    (b"\x1f\x8b", "a packed file", "unpack it first"),
    (b"\x7fELF", "a program", "give a text file, a saved web page or a .docx file"),
)
_AS_CP1252 = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xC0)}
_TAIL = "".join(map(re.escape, _AS_CP1252.values())) + "\u0080-\u009f"
# A character of two to four bytes in UTF-8 that was read as if every byte were a character of its own.
_TWICE = re.compile(f"[\u00c2-\u00df][{_TAIL}]|[\u00e0-\u00ef][{_TAIL}]{{2}}|[\u00f0-\u00f4][{_TAIL}]{{3}}")
_SURE = re.compile("\u00e2[\u20ac\u0080]|\u00c3[\u00a0-\u00bf]|\u00c2[\u00a0\u00ab\u00bb]")
_BYTE = {char: byte for byte, char in _AS_CP1252.items()}
_LONE_BYTES = re.compile("[\u0080-\u0084\u0086-\u009f]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ufdd0-\ufdef\ufffe\uffff]|[\ud800-\udfff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_UNSEEN = re.compile("[\u200b\u2060\ufeff\u180e\u2061-\u2064]")
_MARKS_OF_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_LINE_ENDS = {ord(char): "\n" for char in "\v\f\x1c\x1d\x1e\x85\u2028\u2029"}


def decoded(data: bytes, declared: str | None = None) -> tuple[str, list[str]]:
    """The text of a file and what was odd about it. `declared` is an encoding that the file names.

    Raises Unreadable for what is no text.
    """
    for magic, what, hint in _FORMATS:
        if data.startswith(magic):
            raise Unreadable(f"this is {what}, not a text", hint)
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            text = data[len(bom) :].decode(encoding, "replace")
            return _checked(text, [] if encoding == "utf-8" else [_read_as(encoding)])
    if b"\x00" in data[:4000]:
        encoding = _without_bom(data)
        return _checked(data.decode(encoding, "replace"), [_read_as(encoding)])
    if declared and declared.lower() not in ("utf-8", "utf8"):
        try:
            return _checked(data.decode(declared), [])
        except (LookupError, UnicodeDecodeError, ValueError):
            pass
    try:
        return _checked(data.decode("utf-8"), [])
    except UnicodeDecodeError:
        pass
    # A few broken bytes in a text that is UTF-8 otherwise: rather a gap than every accent wrong.
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for char in text if char > "\x7f") - broken
    if whole > 3 * broken:
        return _checked(text, [])
    return _checked(data.decode("cp1252", "replace"), [_read_as("Windows-1252")])


def clean(text: str) -> tuple[str, list[str]]:
    """Decoded text as the project holds it: NFC, newlines alone, nothing unseen; and what was mended."""
    warnings: list[str] = []
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS)
    twice = _TWICE.findall(text) if _SURE.search(text) else []
    if len(twice) > 1 or any(found[1] in "\u20ac\u0080" for found in twice):
        text = _TWICE.sub(_once, text)
        warnings.append(
            "garbled signs (such as \u00e2\u20ac\u2122 for \u2019) were mended: look at accents and quotes"
        )
    lone = len(_LONE_BYTES.findall(text))
    if lone:
        text = _LONE_BYTES.sub(lambda m: _AS_CP1252[ord(m[0])] if _AS_CP1252[ord(m[0])] != m[0] else " ", text)
        warnings.append("signs of an old encoding were mended: look at its quotation marks and dashes")
    gaps = text.count("\ufffd")
    if gaps:
        warnings.append(f"{gaps} signs of this text were lost before it came here (shown as \ufffd)")
    if "\u00ad" in text:
        text = text.replace("\u00ad\n", "").replace("\u00ad", "")
    text = _CONTROL.sub(" ", _UNSEEN.sub("", text))
    if not _RIGHT_TO_LEFT.search(text):
        text = _MARKS_OF_DIRECTION.sub("", text)
    return unicodedata.normalize("NFC", text.translate(_LIGATURES)), warnings


def _checked(text: str, warnings: list[str]) -> tuple[str, list[str]]:
    head = text[:20_000]
    odd = len(_CONTROL.findall(head)) + head.count("\ufffd") + len(_LONE_BYTES.findall(head))
    if head and odd * 20 > len(head):
        raise Unreadable("this is no text", "give a text file, a saved web page or a .docx file")
    cleaned, more = clean(text)
    return cleaned, warnings + more


def _read_as(encoding: str) -> str:
    name = {"utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "utf-32-le": "UTF-32", "utf-32-be": "UTF-32"}
    return f"read as {name.get(encoding, encoding)}: look at its accents and quotation marks"


def _without_bom(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of most letters is 0. Raises Unreadable for anything else."""
    head = data[:4000]
    odd, even = head[1::2].count(0), head[0::2].count(0)
    half = max(len(head) // 2, 1)
    if odd > 0.5 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.5 * half and odd < 0.1 * half:
        return "utf-16-be"
    raise Unreadable("this is no text", "give a text file, a saved web page or a .docx file")


def _once(match: re.Match[str]) -> str:
    data = b"".join(bytes([_BYTE[c]]) if c in _BYTE else c.encode("latin-1") for c in match[0])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
