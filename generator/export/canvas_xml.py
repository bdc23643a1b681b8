"""Small pieces of QTI 1.2, as Canvas reads them."""

from collections.abc import Iterable
from hashlib import sha256

from generator.export.texts import plain
from generator.export.xml_tree import El, el


def text_item(name: str, title: str, body: str) -> El:
    """A text without a question and without marks."""
    return el(
        "item",
        metadata("text_only_question", "0", ()),
        el("presentation", material(body)),
        ident=name,
        title=plain(title),
    )


def names(ids: Iterable[str]) -> dict[str, str]:
    """Id -> a name of its own that stays the same when others come or go.

    Canvas takes the first run of digits in the name of an option for its number, so the digits must differ.
    """
    out: dict[str, str] = {}
    used: set[int] = set()
    for id_ in ids:
        number = 1000 + int.from_bytes(sha256(id_.encode()).digest()[:4]) % 9_000_000
        while number in used:
            number += 1
        used.add(number)
        out[id_] = f"a{number}"
    return out


def metadata(kind: str, points: str, answers: Iterable[str], parent: str | None = None) -> El:
    fields = {"question_type": kind, "points_possible": points}
    if ids := ",".join(name.removeprefix("a") for name in answers):
        fields["original_answer_ids"] = ids
    if parent is not None:
        fields["parent_stimulus_item_ident"] = parent
    return el(
        "itemmetadata",
        el(
            "qtimetadata",
            *(
                el("qtimetadatafield", el("fieldlabel", label), el("fieldentry", value))
                for label, value in fields.items()
            ),
        ),
    )


def material(body: str) -> El:
    return el("material", el("mattext", f"<div>{body}</div>", texttype="text/html"))


def label(name: str, text: str, *, html: bool = True) -> El:
    shown = el("mattext", text, texttype="text/html") if html else el("mattext", text, texttype="text/plain")
    return el("response_label", el("material", shown), ident=name)


def equals(response: str, name: str) -> El:
    return el("varequal", name, respident=response)


def sets(condition: El) -> El:
    score = el("setvar", "100", action="Set", varname="SCORE")
    return el("respcondition", el("conditionvar", condition), score, **{"continue": "No"})


def adds(condition: El, part: int, parts: int) -> El:
    """A share of the score. The shares of all parts make exactly 100."""
    share = (10000 * (part + 1) // parts - 10000 * part // parts) / 100
    score = el("setvar", f"{share:.2f}", action="Add", varname="SCORE")
    return el("respcondition", el("conditionvar", condition), score)


def shows(comment: str, condition: El) -> El:
    shown = el("displayfeedback", feedbacktype="Response", linkrefid=comment)
    return el("respcondition", el("conditionvar", condition), shown, **{"continue": "Yes"})
