"""What the published standards of QTI 2.1 and 3.0 allow where: names, attributes, and what may stand in what.

Only what worksheets can need is listed. Names are those of 2.1; in 3.0 they are written with dashes behind 'qti-'.
"""

INLINE = frozenset({"strong", "em", "br", "textEntryInteraction", "inlineChoiceInteraction", "hottext"})
BLOCK = frozenset(
    {
        "p",
        "div",
        "ul",
        "table",
        "h3",
        "rubricBlock",
        "choiceInteraction",
        "orderInteraction",
        "matchInteraction",
        "extendedTextInteraction",
        "hottextInteraction",
    }
)
STATIC_BLOCK = frozenset({"p", "div", "ul", "table", "h3"})
FLOW = BLOCK | INLINE
STATIC_FLOW = STATIC_BLOCK | INLINE

TEXT = frozenset(
    {"p", "h3", "strong", "em", "li", "td", "th", "div", "prompt", "hottext", "value", "baseValue", "inlineChoice"}
    | {"simpleChoice", "simpleAssociableChoice", "modalFeedback", "contentBody"}
)
"""Elements in which words may stand."""

CONTENT: dict[str, frozenset[str]] = {
    "itemBody": BLOCK,
    "stimulusBody": STATIC_BLOCK,
    "div": FLOW,
    "p": INLINE,
    "h3": INLINE,
    "strong": INLINE,
    "em": INLINE,
    "ul": frozenset({"li"}),
    "li": FLOW,
    "table": frozenset({"tbody"}),
    "tbody": frozenset({"tr"}),
    "tr": frozenset({"th", "td"}),
    "td": FLOW,
    "th": FLOW,
    "br": frozenset(),
    "prompt": frozenset({"strong", "em", "br"}),
    "rubricBlock": STATIC_BLOCK | {"contentBody"},
    "modalFeedback": STATIC_FLOW | {"contentBody"},
    "contentBody": STATIC_FLOW,
    "simpleChoice": STATIC_FLOW,
    "simpleAssociableChoice": STATIC_FLOW,
    "inlineChoice": frozenset(),
    "hottext": frozenset({"strong", "em", "br"}),
    "textEntryInteraction": frozenset(),
}
"""What may stand in an element, in any order."""

ORDER: dict[str, str] = {
    "assessmentItem": "responseDeclaration* outcomeDeclaration* assessmentStimulusRef* itemBody "
    "responseProcessing? modalFeedback*",
    "assessmentStimulus": "stimulusBody",
    "responseDeclaration": "correctResponse? mapping?",
    "outcomeDeclaration": "defaultValue?",
    "correctResponse": "value+",
    "defaultValue": "value+",
    "mapping": "mapEntry+",
    "choiceInteraction": "prompt? simpleChoice+",
    "orderInteraction": "prompt? simpleChoice+",
    "matchInteraction": "prompt? simpleMatchSet simpleMatchSet",
    "simpleMatchSet": "simpleAssociableChoice*",
    "inlineChoiceInteraction": "inlineChoice+",
    "extendedTextInteraction": "prompt?",
    "hottextInteraction": "prompt? block+",
    "assessmentTest": "outcomeDeclaration* testPart+ outcomeProcessing?",
    "testPart": "itemSessionControl? assessmentSection+",
    "assessmentSection": "rubricBlock* part*",
    "responseProcessing": "rule*",
    "outcomeProcessing": "setOutcomeValue*",
    "responseCondition": "responseIf responseElseIf* responseElse?",
    "responseIf": "expression rule*",
    "setOutcomeValue": "expression",
}
"""What must stand in an element, in this order; '?', '*' and '+' as in expressions."""

GROUPS = {
    "block": STATIC_BLOCK,
    "part": frozenset({"assessmentSection", "assessmentItemRef"}),
    "rule": frozenset({"responseCondition", "setOutcomeValue"}),
}

OPERANDS: dict[str, tuple[int, int]] = {
    "variable": (0, 0),
    "baseValue": (0, 0),
    "mapResponse": (0, 0),
    "testVariables": (0, 0),
    "isNull": (1, 1),
    "not": (1, 1),
    "truncate": (1, 1),
    "integerToFloat": (1, 1),
    "index": (1, 1),
    "patternMatch": (1, 1),
    "match": (2, 2),
    "divide": (2, 2),
    "product": (1, 99),
    "sum": (1, 99),
    "or": (1, 999),
    "multiple": (0, 99),
}
"""Operators with the least and the greatest number of their operands."""

GLOBAL = frozenset({"class"})
ATTRIBUTES: dict[str, tuple[str, str]] = {
    "assessmentItem": ("identifier title adaptive timeDependent", "lang schemaLocation"),
    "assessmentStimulus": ("identifier title", "lang schemaLocation"),
    "assessmentStimulusRef": ("identifier href", "title"),
    "assessmentTest": ("identifier title", "schemaLocation"),
    "testPart": ("identifier navigationMode submissionMode", ""),
    "assessmentSection": ("identifier title visible", ""),
    "assessmentItemRef": ("identifier href", "category"),
    "itemSessionControl": ("", "maxAttempts showFeedback allowReview allowSkipping"),
    "responseDeclaration": ("identifier cardinality baseType", ""),
    "outcomeDeclaration": (
        "identifier cardinality baseType",
        "normalMaximum normalMinimum externalScored",
    ),
    "mapping": ("defaultValue", "lowerBound upperBound"),
    "mapEntry": ("mapKey mappedValue", ""),
    "rubricBlock": ("view", "use"),
    "modalFeedback": ("outcomeIdentifier identifier showHide", ""),
    "choiceInteraction": ("responseIdentifier shuffle maxChoices", ""),
    "orderInteraction": ("responseIdentifier shuffle", ""),
    "matchInteraction": ("responseIdentifier shuffle maxAssociations", ""),
    "inlineChoiceInteraction": ("responseIdentifier shuffle", ""),
    "textEntryInteraction": ("responseIdentifier", "expectedLength"),
    "extendedTextInteraction": ("responseIdentifier", "expectedLines"),
    "hottextInteraction": ("responseIdentifier maxChoices", ""),
    "simpleChoice": ("identifier", ""),
    "simpleAssociableChoice": ("identifier matchMax", ""),
    "inlineChoice": ("identifier", ""),
    "hottext": ("identifier", ""),
    "setOutcomeValue": ("identifier", ""),
    "variable": ("identifier", ""),
    "mapResponse": ("identifier", ""),
    "testVariables": ("variableIdentifier", ""),
    "baseValue": ("baseType", ""),
    "index": ("n", ""),
    "patternMatch": ("pattern", ""),
}
"""Attributes that an element must have, and others that it may have."""

RESPONSES: dict[str, tuple[frozenset[str], str]] = {
    "choiceInteraction": (frozenset({"single", "multiple"}), "identifier"),
    "orderInteraction": (frozenset({"ordered"}), "identifier"),
    "matchInteraction": (frozenset({"single", "multiple"}), "directedPair"),
    "inlineChoiceInteraction": (frozenset({"single"}), "identifier"),
    "textEntryInteraction": (frozenset({"single"}), "string"),
    "extendedTextInteraction": (frozenset({"single"}), "string"),
    "hottextInteraction": (frozenset({"single", "multiple"}), "identifier"),
}
"""The responses that an interaction can give."""

HTML = frozenset({"p", "div", "ul", "li", "table", "tbody", "tr", "th", "td", "h3", "strong", "em", "br"})
