"""What a saved page states of its article in its head: headline, names of its writers, outlet, day, address."""

import json
import re
from collections.abc import Iterator
from typing import Any

from generator.draft.intake import when
from generator.draft.intake.lines import fold
from generator.draft.intake.pieces import Page
from generator.draft.intake.web_names import plain_text

_ARTICLE = re.compile(r"article|posting|report|reportage|analysis|opinion", re.I)
_DAYS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "article.published",
    "citation_publication_date",
    "cxenseparse:recs:publishtime",
)
_NO_NAMES = re.compile(
    r"https?://|www\.|@|^(?:admin|editor|staff|webmaster|author|none|null)$|\.(?:com|org|net)$", re.I
)


def facts(tree: Any, page: Page) -> str:
    """Puts what the page states into `page`; returns the running text that its data hold, "" without it."""
    meta = _meta(tree)
    data = _data(tree)
    stated = page.stated
    site = meta.get("og:site_name") or _name(data.get("publisher")) or meta.get("application-name", "")
    if site and len(site) < 80:
        stated["outlet"] = site
    title = _title(tree, meta, data, site)
    if title:
        stated["title"] = title
    names = _names(data.get("author")) or _meta_names(meta, site) or _marked_names(tree)
    if names:
        stated["byline"] = names
    day = _day(tree, meta, data)
    if day:
        stated["published"] = day
    address = next(iter(tree.xpath("//link[@rel='canonical']/@href")), "") or meta.get("og:url", "")
    if re.match(r"https?://\S+$", address):
        stated["source_url"] = address
    language = (tree.get("lang") or meta.get("og:locale") or "")[:2].lower()
    if re.fullmatch("[a-z]{2}", language):
        stated["language"] = language
    body = data.get("articleBody")
    return body if isinstance(body, str) else ""


def _meta(tree: Any) -> dict[str, str]:
    out: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = fold(element.get("content") or "")
        if key and content:
            out.setdefault(key.lower(), content)
    return out


def _data(tree: Any) -> dict[str, Any]:
    """The article among the linked data of a page; {} without one."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            found = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(found, 0):
            kinds = node.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in kinds):
                return node
    return {}


def _nodes(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for each in value:
            yield from _nodes(each, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(value.get(key), depth + 1)


def _title(tree: Any, meta: dict[str, str], data: dict[str, Any], site: str) -> str:
    """The headline as the page prints it, else as its data or head have it, without the name of the site."""
    told = [data.get("headline"), meta.get("og:title"), meta.get("twitter:title"), meta.get("title")]
    heads = [fold(plain_text(e)) for e in tree.iter("title")]
    known = [fold(t) for t in [*told, *heads[:1]] if isinstance(t, str) and t.strip()]
    printed = [t for t in (fold(plain_text(e)) for e in tree.iter("h1")) if 0 < len(t) <= 250]
    # A page may print the name of its site as large as the headline; the headline stands first in its head.
    for text in printed:
        if len(text.split()) > 1 and any(_bare(k).startswith(_bare(text)) for k in known if _bare(text)):
            return text
    for text in printed:
        if len(text.split()) > 3 and any(
            _bare(k) in _bare(text) or _bare(text) in _bare(k) for k in known if _bare(k)
        ):
            return text
    if isinstance(told[0], str) and told[0].strip():
        return fold(told[0])
    if len(printed) == 1 and _bare(printed[0]) != _bare(site):
        return printed[0]
    for text in known:
        cut = _without_site(text, site)
        if _bare(cut) != _bare(site):
            return cut
    return ""


def _without_site(title: str, site: str) -> str:
    parts = re.split(r"\s+[|–—\-·•:]\s+", title)
    if (
        len(parts) > 1
        and site
        and _bare(parts[-1]) in (_bare(site), _bare("The" + site), _bare(site.removeprefix("The ")))
    ):
        return title[: title.rindex(parts[-1])].rstrip(" |–—-·•:")
    if len(parts) > 1 and "|" in title and len(parts[-1].split()) <= 4:
        return title[: title.rindex("|")].rstrip()
    return title


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _name(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return fold(value) if isinstance(value, str) else ""


def _names(value: Any) -> str:
    """Names of writers from linked data."""
    found = [_name(each) for each in (value if isinstance(value, list) else [value])]
    return _joined(
        [re.sub(r"^by\s+", "", name, flags=re.I) for name in found if name and not _NO_NAMES.search(name)]
    )


def _meta_names(meta: dict[str, str], site: str) -> str:
    for key in (
        "author",
        "article:author",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "byl",
        "citation_author",
    ):
        name = re.sub(r"^by:?\s+", "", meta.get(key, ""), flags=re.I)
        if name and not _NO_NAMES.search(name) and _bare(name) != _bare(site) and len(name) < 120:
            return name
    return ""


def _marked_names(tree: Any) -> str:
    found = [
        fold(plain_text(e))
        for e in tree.xpath("//*[@rel='author' or @itemprop='author'][not(ancestor::aside)]")[:4]
    ]
    names = [re.sub(r"^by\s+", "", name, flags=re.I) for name in found]
    return _joined([name for name in names if 0 < len(name) < 60 and not _NO_NAMES.search(name)])


def _joined(names: list[str]) -> str:
    names = list(dict.fromkeys(names))
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1] if names else ""


def _day(tree: Any, meta: dict[str, str], data: dict[str, Any]) -> str | None:
    """The day of publication that the page states; the first that is one."""
    stated = [data.get("datePublished"), *(meta.get(key) for key in _DAYS)]
    times = (
        tree.xpath("//*[@itemprop='datePublished' or @pubdate]")
        or tree.xpath("//header//time | //article//time")
        or tree.xpath("//time")
    )
    if len({e.get("datetime") or e.get("content") for e in times}) == 1 or (times and times[0].get("itemprop")):
        stated += [times[0].get("datetime"), times[0].get("content"), plain_text(times[0])]
    for value in stated:
        if isinstance(value, str) and (told := _iso(value)):
            return told
    return None


def _iso(value: str) -> str | None:
    value = value.strip()
    match = re.match(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)", value)
    if match:
        return when.iso(match[1], match[2], match[3])
    told = when.day(value)
    return told[0] if told else None
