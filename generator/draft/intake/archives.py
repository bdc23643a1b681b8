"""A page that a browser saved as one file (.mhtml, .webarchive) -> the bytes of its HTML."""

from generator.draft.article import Unreadable

_HINT = "open it in the browser and save it as 'web page, HTML only', or copy the text into a file"


def page_in(data: bytes) -> bytes:
    """The HTML of the main page. Raises Unreadable where there is none."""
    page = _of_safari(data) if data.startswith(b"bplist00") else _of_mail(data)
    if not page or not page.strip():
        raise Unreadable("no web page was found in this file", _HINT)
    return page


def _of_safari(data: bytes) -> bytes | None:
    import plistlib

    try:
        tree = plistlib.loads(data)
        found = tree["WebMainResource"]["WebResourceData"]
    except Exception:  # whatever a damaged file makes the reader stumble over
        return None
    return found if isinstance(found, bytes) else None


def _of_mail(data: bytes) -> bytes | None:
    from email import message_from_bytes

    message = message_from_bytes(data)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            found = part.get_payload(decode=True)
            if isinstance(found, bytes):
                charset = part.get_content_charset()
                if charset and charset.lower() not in ("utf-8", "utf8"):
                    try:
                        return b"\xef\xbb\xbf" + found.decode(charset, "replace").encode()
                    except LookupError:
                        pass
                return found
    return None
