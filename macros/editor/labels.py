"""What stands above each field of a form: its name in plain English."""

from __future__ import annotations

from types import MappingProxyType

# For a field whose name alone does not say it: by the model and the field, as in the file.
LABELS = MappingProxyType({
    ("App", "also"): "Other words for it",
    ("App", "age"): "Least age, in words",
    ("App", "asked_most"): "Asked for most",
    ("App", "checked"): "Looked up on",
    ("App", "control"): "The control to set first",
    ("App", "fact"): "Fact that changes",
    ("App", "from_age"): "Age to sort by",
    ("App", "id"): "Short name, for links",
    ("App", "risks"): "What can go badly",
    ("App", "sure"): "How sure this is",
    ("App", "under_16"): "In the plans for under-16s",
    ("App", "what"): "What it is",
    ("Answer", "checked"): "Said to be right on",
    ("Answer", "says"): "Answer",
    ("Answer", "written_in"): "Where the school has it in writing",
    ("ClauseUse", "about"): "Topics",
    ("ClauseUse", "for"): "Who it's for",
    ("ClauseUse", "gap"): "Nobody has written plain words yet",
    ("ClauseUse", "homes"): "Pages that deal with it",
    ("ClauseUse", "id"): "Clause",
    ("ClauseUse", "picture"): "Symbol of the picture version",
    ("ClauseUse", "plain"): "Plain words",
    ("ClauseUse", "young"): "Words of the picture version",
    ("Colours", "accent"): "Buttons and marks",
    ("Colours", "accent_dark"): "Buttons and marks on dark pages",
    ("Council", "children_phone"): "Council's number for children, in working hours",
    ("Council", "out_of_hours_phone"): "Council's number at other times",
    ("Fact", "checked"): "Looked up on",
    ("Fact", "id"): "Short name, for pages",
    ("Fact", "source"): "Where it was read",
    ("FrontMatter", "also"): "Other words to find it by",
    ("FrontMatter", "checked"): "Facts looked up on",
    ("FrontMatter", "for"): "Readers",
    ("FrontMatter", "leave"): "Shows “Leave this page”",
    ("FrontMatter", "paper"): "Shows the styles of paper",
    ("FrontMatter", "template"): "Layout",
    ("HelpRoute", "also"): "Other names for it",
    ("HelpRoute", "also_reach"): "Other numbers and addresses in the note",
    ("HelpRoute", "id"): "Short name, for links",
    ("HelpRoute", "looked_up"): "Looked up on",
    ("HelpRoute", "order"): "Place in the list",
    ("HelpRoute", "proper_name"): "The part of its name that is never translated",
    ("HelpRoute", "rung"): "Who rang the number",
    ("HelpRoute", "web"): "Web page",
    ("HelpRoute", "when"): "When it answers",
    ("HelpRoute", "who"): "Whom it is for",
    ("HelpRoute", "without_speech"): "Without speaking or hearing",
    ("HelpRoute", "worries"): "Shown for these worries",
    ("HelpRoute", "write_any_time"): "Can be written to at any time",
    ("HelpRoutes", "at_night"): "When the school is closed",
    ("HelpRoutes", "routes"): "Help routes",
    ("Loc", "how"): "What to do",
    ("Loc", "web"): "Web page",
    ("NightStep", "case"): "What has happened",
    ("NightStep", "routes"): "Help to turn to, in this order",
    ("Rung", "by"): "Who rang",
    ("Rung", "on"): "Day of the call",
    ("Safeguarding", "deputies"): "Deputy safeguarding leads",
    ("Safeguarding", "lead"): "Designated safeguarding lead (DSL)",
    ("Safeguarding", "named_in_policy"): "DSL whom the approved policy names",
    ("School", "answers"): "The school's answers",
    ("School", "council"): "The council",
    ("School", "crest"): "Crest or logo",
    ("School", "crest_alt"): "What the crest shows",
    ("School", "frame_ancestors"): "Websites that may show pages in a frame",
    ("School", "half_terms"): "First day of each half term",
    ("School", "lado"): "LADO",
    ("School", "linked_policies"): "Where to read the linked policies",
    ("School", "local_help"): "Help near this school",
    ("School", "name"): "Full name",
    ("School", "phone_rules"): "Rule on mobile phones",
    ("School", "policy_reviewed"): "Policy last reviewed, with no change, on",
    ("School", "site_address"): "Where this site is published",
    ("School", "website"): "The school's website",
    ("WithoutSpeech", "looked_up"): "Looked up on",
    ("WithoutSpeech", "relay"): "Dialled first, by text relay",
    ("WithoutSpeech", "ways"): "Other ways",
    ("Worry", "first"): "Help that comes next after danger",
    ("Worry", "id"): "Short name",
    ("Worry", "name"): "How a family would say it",
    ("Worry", "page"): "Page that says what to do",
})  # fmt: skip
CAPITALS = frozenset({"dsl", "lado", "id", "pdf"})


def label_of(model: str, name: str) -> str:
    """Say what a field is.

    Args:
        model: the model's name.
        name: the field's, as in the file.
    """
    words = name.replace("_", " ").replace("-", " ").split()
    plain = " ".join(word.upper() if word in CAPITALS else word for word in words)
    return LABELS.get((model, name), plain[:1].upper() + plain[1:])
