"""The test around the items and the manifest of the package, in the vocabulary of QTI 2.1."""

from collections.abc import Mapping, Sequence

from generator.export.carrier import Carrier, Say
from generator.export.identifiers import form_of, identifier, item_name
from generator.export.texts import plain, rich
from generator.export.wording import about, html
from generator.export.xml_tree import El, Raw, el


def title_of(carrier: Carrier, say: Say) -> str:
    """The title of the form, which teachers tell forms apart by."""
    sheet = carrier.sheet
    lane = say(f"lane.{sheet.lane}")
    return plain(say("lms.title", title=carrier.take("", "title"), lane=lane, variant=sheet.variant))


def test(carrier: Carrier, say: Say, *, content_body: bool) -> El:
    """All items in the order of the sheet, in a section for each skill. Answers are handed in together."""
    sheet = carrier.sheet
    form = form_of(sheet)

    def told(text: str) -> El:
        inner = el("contentBody", Raw(text)) if content_body else Raw(text)
        use = {"use": "instructions"} if content_body else {}
        return el("rubricBlock", inner, view="candidate", **use)

    sections = []
    for section in sheet.sections:
        intro = rich(carrier.take("", "section", section.skill))
        references = (
            el(
                "assessmentItemRef",
                identifier=item_name(sheet, id_),
                href=f"items/{item_name(sheet, id_)}.xml",
                category=section.skill,
            )
            for id_ in section.items
        )
        sections.append(
            el(
                "assessmentSection",
                told(f"<p>{intro}</p>") if intro else None,
                *references,
                identifier=identifier(form, "part", section.skill),
                title=say(f"skill.{section.skill}"),
                visible="true",
            )
        )
    top = html(about(carrier, sheet, say)) + f"<p>{rich(carrier.take('', 'form'))}</p>"
    whole = el(
        "assessmentSection",
        told(top),
        *sections,
        identifier=identifier(form, "items"),
        title=title_of(carrier, say),
        visible="true",
    )
    control = el(
        "itemSessionControl", maxAttempts=1, showFeedback="true", allowReview="true", allowSkipping="true"
    )
    part = el(
        "testPart",
        control,
        whole,
        identifier=identifier(form, "sheet"),
        navigationMode="nonlinear",
        submissionMode="simultaneous",
    )
    names = ("SCORE", "MAXSCORE")
    return el(
        "assessmentTest",
        *(
            el(
                "outcomeDeclaration",
                el("defaultValue", el("value", "0")),
                identifier=name,
                cardinality="single",
                baseType="float",
            )
            for name in names
        ),
        part,
        el(
            "outcomeProcessing",
            *(
                el("setOutcomeValue", el("sum", el("testVariables", variableIdentifier=name)), identifier=name)
                for name in names
            ),
        ),
        identifier=form,
        title=title_of(carrier, say),
    )


def manifest(
    carrier: Carrier,
    say: Say,
    namespaces: Mapping[str, str],
    schema: tuple[str, str],
    types: Mapping[str, str],
    shared: Sequence[str] = (),
) -> El:
    """The list of the package's files: the test, its items, and texts that items share, by their paths.

    `types` names the types of resources for 'test', 'item' and 'stimulus'.
    """
    sheet = carrier.sheet
    form = form_of(sheet)
    names = [item_name(sheet, question.id) for question in sheet.items]
    texts = {path: path.rsplit("/", 1)[-1].removesuffix(".xml") for path in shared}
    needs = [el("dependency", identifierref=name) for name in texts.values()]
    resources = [
        _resource(form, types["test"], "test.xml", [el("dependency", identifierref=name) for name in names]),
        *(_resource(name, types["stimulus"], path, []) for path, name in texts.items()),
        *(_resource(name, types["item"], f"items/{name}.xml", needs) for name in names),
    ]
    described = el(
        "imsmd:lom",
        el(
            "imsmd:general", el("imsmd:title", el("imsmd:string", title_of(carrier, say), language=sheet.language))
        ),
    )
    return el(
        "manifest",
        el("metadata", el("schema", schema[0]), el("schemaversion", schema[1]), described),
        el("organizations"),
        el("resources", *resources),
        **{"identifier": identifier(form, "package"), **namespaces},
    )


def _resource(name: str, kind: str, path: str, needs: Sequence[El]) -> El:
    return el("resource", el("file", href=path), *needs, identifier=name, type=kind, href=path)
