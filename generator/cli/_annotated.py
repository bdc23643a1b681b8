"""What was found in one text, for people: the text with marks, and the finds in lists below it."""

from collections.abc import Iterable, Sequence
from textwrap import fill, wrap
from typing import TYPE_CHECKING

from generator.cli._coloured import Kind, Mark, Run, lines, painted, runs
from generator.cli._columns import cut, wide
from generator.cli._finds import LISTS

if TYPE_CHECKING:
    from generator.cli._texts import Passage
    from generator.draft.marks import Annotations, Attribution, Number, Span

_LEFT_OUT = {
    "caption": "caption",
    "credit": "credit",
    "related-link": "link",
    "url": "address",
    "subheading": "subheading",
}
_CONTENT = 150
"""Letters of what is said that are shown in the list; the text above has all of it."""


def legend(colour: bool, width: int) -> str:
    """How finds are marked in the text."""
    named: list[tuple[str, Kind]] = [
        ("source", "source"),
        ("reporting words", "cue"),
        ("what is said", "content"),
        ("limits certainty", "marker"),
        ("loaded", "wording"),
        ("number or date", "number"),
    ]
    out: list[Run] = [("Marks:", "")]
    for words, kind in named:
        label = "1" if kind in ("source", "cue", "content") else ""
        mark = Mark(0, len(words), kind, label)
        out += [("  ", ""), *runs(words, 0, len(words), [mark], colour=colour)]
    if colour:
        out += [("  ", ""), *runs("name", 0, 4, [Mark(0, 4, "name")], colour=True)]
    return "\n".join(lines(out, width))


def shown(passage: "Passage", found: "Annotations", everything: "Annotations", *, colour: bool, width: int) -> str:
    """The whole view of one text. `everything` is what was found before the less sure was left out."""
    article, text = passage.article, passage.text.text
    parts = [_head(passage, colour, width)]
    if not passage.readable:
        return "\n\n".join(
            [
                *parts,
                fill(
                    f"This text is in another language ({article.language}); only English is read so far.", width
                ),
            ]
        )
    marks = marks_of(found, names=colour)
    parts += ["\n".join(lines(runs(text, s, e, marks, colour=colour), width)) for s, e in passage.text.paragraphs]
    parts.append(_left_out(passage, width))
    parts.append(_said(text, found.attributions, colour, width))
    parts.append(
        _small("WHAT LIMITS CERTAINTY", [(text[m.span[0] : m.span[1]], m.kind) for m in found.markers], width)
    )
    parts.append(_loaded(text, found, width))
    parts.append(_names(text, found, width))
    parts.append(
        _small("NUMBERS", [(text[n.span[0] : n.span[1]], _amount(text, n)) for n in found.numbers], width)
    )
    parts.append(
        _small("DATES", [(text[d.span[0] : d.span[1]], f"{d.kind}: {d.value}") for d in found.dates], width)
    )
    gone = sum(len(getattr(everything, name)) - len(getattr(found, name)) for name in LISTS)
    if gone:
        parts.append(fill(f"Less sure finds that are not shown: {gone} (--min-confidence 0 shows them)", width))
    return "\n\n".join(part for part in parts if part)


def marks_of(found: "Annotations", *, names: bool) -> list[Mark]:
    """The marks of all finds; attributions are numbered in the order of the text."""
    out: list[Mark] = []
    for number, said in enumerate(found.attributions, 1):
        label = str(number)
        out += [Mark(s, e, "content", label) for s, e in said.content]
        out += [Mark(s, e, "source", label) for s, e in said.source]
        out += [Mark(s, e, "cue", label) for s, e in said.cue]
    out += [Mark(*m.span, "marker") for m in found.markers]
    out += [Mark(*w.span, "wording") for w in found.wording]
    out += [Mark(*n.span, "number") for n in found.numbers]
    out += [Mark(*d.span, "date") for d in found.dates]
    if names:
        out += [Mark(*m.span, "name") for entity in found.entities for m in entity.mentions]
    return out


def _head(passage: "Passage", colour: bool, width: int) -> str:
    article = passage.article
    known = [
        article.file if article.title else None,
        article.byline,
        article.outlet,
        article.place,
        article.published,
    ]
    told = " · ".join([k for k in known if k] + [f"{len(passage.text.words):,} words"])
    rows = [painted(line, "name", colour) for line in wrap(told, width)]
    rows += [fill(f"Note: {warning}", width, subsequent_indent="  ") for warning in article.warnings]
    return "\n".join([*rows, "─" * width])


def _left_out(passage: "Passage", width: int) -> str:
    rows = [(_LEFT_OUT.get(b.kind, b.kind), b.text) for b in passage.article.blocks if b.kind != "body"]
    if not rows:
        return ""
    return "NOT RUNNING TEXT, SO NOT READ\n" + "\n".join(
        cut(f"  {kind:<11} {words}", width) for kind, words in rows
    )


def _said(text: str, said: "Sequence[Attribution]", colour: bool, width: int) -> str:
    if not said:
        return ""
    out = ["WHO SAYS WHAT"]
    for number, each in enumerate(said, 1):
        source = _words(text, each.source) or "nobody is named"
        if each.speaker and text[slice(*each.speaker)] != source:
            source += f" (= {text[slice(*each.speaker)]}{', from the paragraph before' if each.inherited else ''})"
        cue = _words(text, each.cue) or "quotation alone"
        kinds = ", ".join([each.form, each.kind, *([each.cue_class] if each.cue_class != "neutral" else [])])
        head = f"{number:>3}  {painted(source, 'source', colour)} – {painted(cue, 'cue', colour)}"
        plain = wide(f"{number:>3}  {source} – {cue}")
        tail = f"{kinds}  {each.confidence:.2f}"
        gap = width - plain - len(tail)
        out.append(head + " " * gap + tail if gap > 1 else f"{head}\n{tail:>{width}}")
        content = " … ".join(text[s:e] for s, e in each.content)
        out.append(
            fill(
                cut(content, _CONTENT),
                width,
                initial_indent="     ",
                subsequent_indent="     ",
                break_on_hyphens=False,
            )
        )
        more = [
            ("to", _words(text, [each.recipient] if each.recipient else [])),
            ("role", _words(text, [each.role] if each.role else [])),
            ("passed on by", ", ".join(text[s:e] for s, e in each.via)),
            ("within", str(each.outer + 1) if each.outer is not None else ""),
        ]
        told = "; ".join(f"{what} {words}" for what, words in more if words)
        if told:
            out.append(
                fill(told, width, initial_indent="     ", subsequent_indent="     ", break_on_hyphens=False)
            )
    return "\n".join(out)


def _words(text: str, spans: "Iterable[Span]") -> str:
    return " … ".join(" ".join(text[s:e].split()) for s, e in spans)


def _loaded(text: str, found: "Annotations", width: int) -> str:
    rows = []
    for each in found.wording:
        instead = [*each.neutral, *(["leave out"] if each.leave_out else [])]
        voice = "" if each.voice == "writer" else f" ({each.voice})"
        rows.append((text[slice(*each.span)] + voice, "or: " + ", ".join(instead) if instead else ""))
    return _small("LOADED WORDS", rows, width)


def _names(text: str, found: "Annotations", width: int) -> str:
    rows = []
    for entity in found.entities:
        forms: dict[str, int] = {}
        for mention in entity.mentions:
            form = text[(mention.title or mention.span)[0] : mention.span[1]]
            forms[" ".join(form.split())] = forms.get(" ".join(form.split()), 0) + 1
        told = "; ".join(f"{form} ×{count}" if count > 1 else form for form, count in forms.items())
        rows.append((entity.name, f"{entity.kind}: {told}"))
    return _small("NAMES AND THEIR FORMS", rows, width)


def _amount(text: str, number: "Number") -> str:
    told = "open" if number.value is None else f"{number.value:,.10g}"
    if number.high is not None:
        told += f" to {number.high:,.10g}"
    about = number.approximate
    parts = [told, number.unit, f"({' '.join(text[slice(*about)].split())})" if about else ""]
    return " ".join(part for part in parts if part)


def _small(head: str, rows: Sequence[tuple[str, str]], width: int) -> str:
    """Words and what is said of them in two columns; the same row once."""
    rows = list(dict.fromkeys((" ".join(a.split()), b) for a, b in rows))
    if not rows:
        return ""
    first = min(max(wide(a) for a, _ in rows), width // 3)
    out = [head]
    for words, told in rows:
        shown_words = cut(words, first)
        space = " " * (first - wide(shown_words))
        out.append(
            fill(
                f"  {shown_words}{space}  {told}".rstrip(),
                width,
                subsequent_indent=" " * (first + 4),
                drop_whitespace=True,
            )
        )
    return "\n".join(out)
