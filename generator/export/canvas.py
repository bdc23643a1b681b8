"""A sheet and its key -> a quiz for Canvas: a zip with QTI 1.2 and the quiz's settings.

The reports stand in one text without marks that comes before the items, so that they are at hand in classic
quizzes and beside the items in new ones. Results stay hidden until the teacher shows them, for the comments
hold the key.
"""

from generator.export.canvas_items import question_item
from generator.export.canvas_xml import text_item
from generator.export.carrier import Carrier, Say
from generator.export.exported import Export
from generator.export.identifiers import form_of, identifier
from generator.export.passage_html import passage_html
from generator.export.qti_test import title_of
from generator.export.texts import escaped, paragraph, rich
from generator.export.wording import about, html
from generator.export.xml_tree import El, document, el, package
from generator.model.booklet import AnswerKey, Worksheet

QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
SETTINGS = "http://canvas.instructure.com/xsd/cccv1p0"
PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
LOM = "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/resource"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"


def make(sheet: Worksheet, key: AnswerKey, say: Say) -> Export:
    """The zip and what it cannot carry."""
    carrier = Carrier(sheet, key)
    form = form_of(sheet)
    title = title_of(carrier, say)
    quiz = _quiz(carrier, form, title, say)
    files = {
        f"{form}/{form}.xml": document(quiz),
        f"{form}/assessment_meta.xml": document(_settings(carrier, form, title, say)),
        "imsmanifest.xml": document(_manifest(form, title, sheet.language)),
    }
    return Export.of("canvas", carrier, package(files))


def _quiz(carrier: Carrier, form: str, title: str, say: Say) -> El:
    sheet = carrier.sheet
    reports = identifier(form, "reports")
    passages = "".join(passage_html(carrier, passage, say) for passage in sheet.passages)
    items = [text_item(reports, say("lms.reports"), passages)]
    for section in sheet.sections:
        name = say(f"skill.{section.skill}")
        intro = carrier.take("", "section", section.skill)
        opening = f"<h3>{escaped(name)}</h3>{paragraph(rich(intro))}"
        items.append(text_item(identifier(form, "part", section.skill), name, opening))
        items += [
            question_item(carrier, carrier.questions[id_], carrier.entries[id_], reports, say)
            for id_ in section.items
        ]
    time = el("qtimetadatafield", el("fieldlabel", "cc_maxattempts"), el("fieldentry", "1"))
    return el(
        "questestinterop",
        el(
            "assessment",
            el("qtimetadata", time),
            el("section", *items, ident="root_section"),
            ident=form,
            title=title,
        ),
        **{"xmlns": QTI, "xmlns:xsi": INSTANCE, "xsi:schemaLocation": f"{QTI} {QTI}p1.xsd"},
    )


def _settings(carrier: Carrier, form: str, title: str, say: Say) -> El:
    sheet = carrier.sheet
    carrier.take("", "draft")
    description = html(about(carrier, sheet, say)) + paragraph(escaped(carrier.take("", "form")))
    points = f"{sheet.points}.0"
    assignment = el(
        "assignment",
        el("title", title),
        el("points_possible", points),
        el("grading_type", "points"),
        el("submission_types", "online_quiz"),
        el("workflow_state", "unpublished"),
        el("quiz_identifierref", form),
        identifier=identifier(form, "assignment"),
    )
    return el(
        "quiz",
        el("title", title),
        el("description", description),
        el("shuffle_answers", "false"),
        el("scoring_policy", "keep_highest"),
        el("hide_results", "always"),
        el("quiz_type", "assignment"),
        el("points_possible", points),
        el("show_correct_answers", "false"),
        el("anonymous_submissions", "false"),
        el("allowed_attempts", "1"),
        el("one_question_at_a_time", "false"),
        el("cant_go_back", "false"),
        el("available", "false"),
        assignment,
        **{
            "identifier": form,
            "xmlns": SETTINGS,
            "xmlns:xsi": INSTANCE,
            "xsi:schemaLocation": f"{SETTINGS} https://canvas.instructure.com/xsd/cccv1p0.xsd",
        },
    )


def _manifest(form: str, title: str, language: str) -> El:
    settings = identifier(form, "settings")
    described = el(
        "imsmd:lom",
        el("imsmd:general", el("imsmd:title", el("imsmd:string", title, language=language))),
    )
    quiz = el(
        "resource",
        el("file", href=f"{form}/{form}.xml"),
        el("dependency", identifierref=settings),
        identifier=form,
        type="imsqti_xmlv1p2",
    )
    meta = el(
        "resource",
        el("file", href=f"{form}/assessment_meta.xml"),
        identifier=settings,
        type="associatedcontent/imscc_xmlv1p1/learning-application-resource",
        href=f"{form}/assessment_meta.xml",
    )
    return el(
        "manifest",
        el("metadata", el("schema", "IMS Content"), el("schemaversion", "1.1.3"), described),
        el("organizations"),
        el("resources", quiz, meta),
        **{
            "identifier": identifier(form, "package"),
            "xmlns": PACKAGE,
            "xmlns:imsmd": LOM,
            "xmlns:xsi": INSTANCE,
        },
    )
