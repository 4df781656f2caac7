"""What the forms of the acts on seized material hold, for programs: on a seizure, and on its items."""

from collections.abc import Mapping
from types import MappingProxyType

from rogatory.law.acts import DESTROY_MATERIAL, OPEN_SEAL, RETURN_MATERIAL
from rogatory.material.questions import Asked, Together
from rogatory.material.redaction import Why
from rogatory.office.filing import (
    ANSWER_ITEM,
    DECIDE_OBJECTION,
    GIVE_INVENTORY,
    LIFT_TAINT,
    LOOK_AT_ITEM,
    OBJECT_TO_ITEM,
    OPEN_ITEM,
    REDACT_ITEM,
    SEAL_MATERIAL,
    SEVER_ITEMS,
    TAINT_ITEM,
)
from rogatory.registry.api.forms.parts import Part

_GROUND = Part("ground", "text", True, "the decision or provision it rests on")
_THINGS = (
    Part("things", "words", False, "what it covers, in words; neither these nor contents: everything"),
    Part("contents", "rows", False, "what it covers, by digests: sha256, blake3, size"),
)
_KEPT = Part("kept", "text", False, "what the office keeps, and why")
OF_SEIZURES: Mapping[str, tuple[Part, ...]] = MappingProxyType(
    {
        SEAL_MATERIAL.id: (
            Part("seizure", "text", True, "what it is called in the case, as S-1"),
            Part("root", "text", True, "root of the manifest, in 64 hexadecimal digits"),
            Part("entries", "number", True, "lines of the manifest"),
            Part("files", "number", False, "lines that have bytes"),
            Part("bytes", "number", False, "bytes of all of them"),
            Part("unreadable", "number", False, "lines of what could not be read"),
            Part("holder", "text", True, "who it was taken from: a person of the case by identifier, or in words"),
        ),
        OPEN_SEAL.id: (Part("present", "text", True, "who was there, as the delegate of the bar"), _GROUND),
        GIVE_INVENTORY.id: (
            Part("seizure", "text", False, "which seizure; none: the only one"),
            Part("until", "text", True, "last day to object, item by item"),
            Part("items", "words", False, "items it lists; none: all of the seizure"),
        ),
        RETURN_MATERIAL.id: (
            _GROUND,
            *_THINGS,
            Part("holder", "text", False, "who received it; none: who it was taken from"),
            Part("witness", "text", False, "who saw it"),
            _KEPT,
        ),
        DESTROY_MATERIAL.id: (_GROUND, Part("method", "text", True, "how copies and backups go"), *_THINGS, _KEPT),
    }
)
"""The parts of each act on a seizure, in the order to fill them in."""

_GROUNDS = ", ".join(why.value for why in Why)
_REASONS = Part("reasons", "text", True, "why")
_ITEM = Part("item", "text", True, "identifier of the item; or name it in the object, as S-1/ITEM")
_ITEMS = Part("items", "words", True, "identifiers of the items; or one in the object, as S-1/ITEM")
_DECISION = Part("decision", "text", True, "number of the decision")
OF_ITEMS: Mapping[str, tuple[Part, ...]] = MappingProxyType(
    {
        ANSWER_ITEM.id: (
            _ITEMS,
            Part("asked", "text", True, f"one of {', '.join(one.value for one in Asked)}"),
            Part("values", "mapping", True, "answers by identifier of each part of the question"),
            Part("together", "text", False, f"one of {', '.join(one.value for one in Together)}; none: the first"),
            Part("supersedes", "numbers", False, "numbers of the answers that stand; none where none does"),
            _REASONS,
            Part("authority", "text", False, "decision that entitles; none: the mandate"),
        ),
        LOOK_AT_ITEM.id: (_ITEM, Part("saw", "text", True, "what it is that was seen")),
        OBJECT_TO_ITEM.id: (_ITEMS, _REASONS),
        DECIDE_OBJECTION.id: (
            Part("objection", "number", True, "number of the objection"),
            Part("upheld", "flag", True, "whether the items stay"),
            Part("items", "words", False, "some of its items; none: all that are undecided"),
            _REASONS,
        ),
        SEVER_ITEMS.id: (_ITEM, Part("of", "text", True, "item of which it carries nothing"), _DECISION, _REASONS),
        TAINT_ITEM.id: (
            _ITEMS,
            Part("link", "text", False, "name of a confirmed link of the case"),
            Part("source", "text", False, "or other material it rests on; one of both"),
            _REASONS,
        ),
        LIFT_TAINT.id: (_ITEM, Part("origin", "text", True, "item that taints it"), _DECISION, _REASONS),
        REDACT_ITEM.id: (
            _ITEM,
            Part("passages", "rows", False, f"of its text: start, end, ground ({_GROUNDS})"),
            Part("areas", "rows", False, "of its pages: page, left, top, right, bottom (0 to 10000), ground"),
            Part("wordless", "flag", False, "whether no word that was read stands under the areas"),
            Part("text", "text", False, "SHA-256 of the text in which passages were marked; none: it is not compared"),
            _REASONS,
        ),
        OPEN_ITEM.id: (_ITEM,),
    }
)
"""The parts of each act on items of a seizure; its object is the seizure."""
