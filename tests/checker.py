"""The checker of access in a browser: what it finds on a page as it stands, in light and in dark."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[tuple[str, str]]:
    """Every rule that is broken on the page now, and where."""
    return _found(page, {"runOnly": {"type": "tag", "values": TAGS}, "rules": {"target-size": {"enabled": True}}})


def violations_in_both_schemes(page: Page) -> list[tuple[str, str]]:
    """The same for a page in its light scheme, and its colours in the dark one; it is light again afterwards."""
    page.emulate_media(color_scheme="light")
    found = violations(page)
    page.emulate_media(color_scheme="dark")
    # Only colours change with the scheme.
    found += _found(page, {"runOnly": {"type": "rule", "values": ["color-contrast"]}})
    page.emulate_media(color_scheme="light")
    return found


def _found(page: Page, options: dict[str, object]) -> list[tuple[str, str]]:
    # Without all that passes, which takes longer to hand over than to check.
    said = Axe().run(page, options={**options, "resultTypes": ["violations"]}).response["violations"]
    return [(rule["id"], node["html"][:160]) for rule in said for node in rule["nodes"]]
