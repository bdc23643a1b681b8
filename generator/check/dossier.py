"""Loaded dossier -> diagnostics: the table of all rules for notes and dossiers."""

from generator.check import (
    attribution_rules,
    certainty_rules,
    claim_rules,
    note_rules,
    opening_rules,
    origin_rules,
    review_rules,
    shape_rules,
    style_rules,
    trust_rules,
    weighed_rules,
)
from generator.check.finding import Check, run
from generator.check.view import DossierView
from generator.load.content import LoadedDossier, reviews_of
from generator.model.diagnostic import Diagnostic

DOSSIER_CHECKS: tuple[Check[DossierView], ...] = (
    Check("SS401", "error", shape_rules.unknown_label),
    Check("SS402", "error", shape_rules.too_few_reports),
    Check("SS403", "error", shape_rules.same_report_twice),
    Check("SS404", "error", shape_rules.left_out_label),
    Check("SS405", "error", shape_rules.id_twice),
    Check("SS406", "error", shape_rules.unknown_attribution),
    Check("SS407", "error", shape_rules.attribution_of_other_report),
    Check("SS408", "error", shape_rules.unknown_origin),
    Check("SS409", "error", shape_rules.unknown_claim),
    Check("SS411", "error", attribution_rules.cue_elsewhere),
    Check("SS412", "error", attribution_rules.source_elsewhere),
    Check("SS413", "error", attribution_rules.nobody_named),
    Check("SS414", "error", attribution_rules.somebody_named),
    Check("SS415", "error", attribution_rules.direct_without_marks),
    Check("SS416", "error", attribution_rules.indirect_within_marks),
    Check("SS417", "error", attribution_rules.mixed_without_mix),
    Check("SS418", "error", attribution_rules.overlapping_parts),
    Check("SS419", "error", attribution_rules.source_as_not_source),
    Check("SS420", "error", claim_rules.absent_with_words),
    Check("SS421", "error", claim_rules.present_without_quote),
    Check("SS422", "error", claim_rules.attributed_to_nobody),
    Check("SS423", "error", claim_rules.asserted_by_somebody),
    Check("SS424", "warning", claim_rules.quote_outside_attribution),
    Check("SS425", "warning", claim_rules.hedged_without_marker),
    Check("SS430", "error", claim_rules.relation_against_sides),
    Check("SS431", "error", claim_rules.relation_against_values),
    Check("SS432", "warning", claim_rules.agreement_in_other_words),
    Check("SS433", "error", claim_rules.equal_certainty),
    Check("SS434", "error", claim_rules.relation_pairs),
    Check("SS435", "error", note_rules.limits_absent_claim),
    Check("SS436", "error", note_rules.loaded_without_neutral),
    Check("SS437", "error", note_rules.neutral_is_loaded),
    Check("SS440", "warning", origin_rules.circular),
    Check("SS441", "error", origin_rules.to_itself),
    Check("SS442", "error", origin_rules.stated_without_evidence),
    Check("SS443", "warning", origin_rules.loose_node),
    Check("SS444", "warning", origin_rules.report_without_outlet),
    Check("SS445", "error", origin_rules.two_outlets),
    Check("SS446", "error", origin_rules.report_of_no_outlet),
    Check("SS447", "warning", origin_rules.no_way_to_report),
    Check("SS450", "error", note_rules.gap_without_quote),
    Check("SS451", "error", note_rules.silence_with_quote),
    Check("SS452", "error", note_rules.name_twice),
    Check("SS453", "warning", note_rules.word_in_no_passage),
    Check("SS460", "error", note_rules.no_licence),
    Check("SS461", "warning", note_rules.own_use_only),
    Check("SS462", "warning", note_rules.no_context_note),
    Check("SS463", "error", review_rules.reviewed_some_day),
    Check("SS464", "error", note_rules.notes_of_other_report),
    Check("SS465", "warning", note_rules.nothing_listed),
    Check("SS466", "warning", review_rules.changed_since_review),
    Check("SS467", "warning", review_rules.review_without_hash),
    Check("SS468", "warning", note_rules.unknown_outlet),
    Check("SS470", "warning", style_rules.topic_style),
    Check("SS471", "warning", style_rules.says_style),
    Check("SS472", "warning", style_rules.sentence_style),
    Check("SS473", "warning", style_rules.question_style),
    Check("SS480", "error", trust_rules.answer_without_words),
    Check("SS481", "error", trust_rules.answer_against_note),
    Check("SS482", "error", trust_rules.reason_for_a_name),
    Check("SS483", "error", opening_rules.lead_elsewhere),
    Check("SS484", "error", opening_rules.lead_silent),
    Check("SS485", "error", opening_rules.introduced_elsewhere),
    Check("SS486", "error", weighed_rules.links_of_no_use),
    Check("SS487", "error", weighed_rules.time_against_sides),
    Check("SS488", "warning", weighed_rules.when_elsewhere),
    Check("SS489", "error", weighed_rules.headlines_of_no_use),
    Check("SS490", "error", certainty_rules.no_rewrite),
    Check("SS491", "error", certainty_rules.long_rewrite),
    Check("SS492", "error", certainty_rules.no_headline),
    Check("SS493", "error", certainty_rules.exact_with_limit),
    Check("SS494", "error", certainty_rules.summary_of_nothing),
    Check("SS495", "error", certainty_rules.done_with_limit),
    Check("SS496", "error", opening_rules.introduced_is_source),
    Check("SS497", "warning", opening_rules.lead_value),
)


def check_dossier(loaded: LoadedDossier) -> tuple[Diagnostic, ...]:
    """What the notes of a dossier say against each other or against its passages.

    A dossier whose file could not be read yields nothing here; its own diagnostics say why.
    """
    if loaded.file is None:
        return ()
    view = DossierView(
        loaded.file,
        loaded.notes,
        loaded.dossier,
        loaded.places,
        reviews_of(loaded),
        loaded.name,
        loaded.grammar,
    )
    return run(DOSSIER_CHECKS, view, loaded.places)
