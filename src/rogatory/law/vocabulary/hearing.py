"""Questions about the requesting state's place in the requested state's own procedure, and the short checks at intake."""

from rogatory.law.questions import Kind
from rogatory.law.vocabulary._make import AUTHORITY, FILE, PERSON, RELEASES, yes_no

R, Y, P = Kind.REQUEST, Kind.REMEDY, Kind.PERSON

standing = yes_no(
    Y,
    "standing.requesting_state_admitted_by_law",
    "a provision of the requested state's law gives the requesting state a place in this procedure",
    "Name the provision. Joint-team members and EIO assisting authorities have rules of their own.",
    side=RELEASES,
    presumed=None,
    cost=AUTHORITY,
)
file_contains_uncleared = yes_no(
    Y,
    "file.contains_uncleared_material",
    "the file holds material that is not cleared for transmission",
    "Seized items, defence papers, asylum data, names of third parties.",
    presumed=None,
    cost=FILE,
)
file_decision = yes_no(
    Y,
    "file.separate_decision_to_open",
    "a separate reasoned decision allows the requesting state access to the file, and it is final",
    "Never implied by a grant.",
    side=RELEASES,
    presumed=None,
    cost=FILE,
)

registers_searched = yes_no(
    R,
    "check.registers_searched",
    "persons, relatives and proceedings were matched against the registers of protection, notices and earlier requests",
    "The link between this request and what is already known. Once a case is screened its screenings answer it, and no"
    " longer anybody by hand.",
    side=RELEASES,
    presumed=None,
    cost=FILE,
)
links_decided = yes_no(
    R,
    "check.links_decided",
    "a named official has decided whatever the registers answered that must be examined",
    "Only the system answers it: decide the links of the case, by confirming or dismissing each with reasons.",
    side=RELEASES,
    presumed="yes",
    cost=FILE,
)
protection_asked = yes_no(
    R,
    "check.protection_status_asked",
    "the asylum authority was asked, in confidence, whether the person holds or seeks protection",
    "Presumption helps nobody here: ask.",
    side=RELEASES,
    presumed=None,
    cost=AUTHORITY,
)
record_consulted = yes_no(
    R,
    "check.state_record_consulted",
    "the record of the requesting state was consulted and weighed, with dates of the sources",
    "Ill-treatment, fair trial, repression abroad, promises kept.",
    side=RELEASES,
    presumed=None,
    cost=FILE,
)
person_asked = yes_no(
    R,
    "check.person_heard",
    "the person, or counsel, could say what they fear, or there is a recorded reason to hear them later",
    "Later only while secrecy is lawfully needed, and never after transmission.",
    side=RELEASES,
    presumed=None,
    cost=PERSON,
)
claims_addressed = yes_no(
    R,
    "check.each_claim_addressed",
    "each claim the person raised is answered, with what was looked at",
    "Also the facts nobody pleaded but the file shows.",
    side=RELEASES,
    presumed=None,
    cost=FILE,
)
second_person = yes_no(
    R,
    "check.second_person_and_receipt",
    "a second person has approved the irreversible act and a witnessed receipt of the journal exists",
    "For transmission, opening the file, surrender.",
    side=RELEASES,
    presumed=None,
    cost=FILE,
)
hold_released = yes_no(
    Y,
    "check.hold_released_by_reasoned_decision",
    "a policy hold of this system was released by a recorded decision that gives its reasons",
    "Only for holds that no law demands; it never releases what a law or an undertaking holds.",
    side=RELEASES,
    cost=FILE,
)
scope_examined = yes_no(
    R,
    "check.treaty_scope_examined",
    "it was examined whether the facts, and the help asked, lie within the treaty relied on",
    "The facts, not the label: cross-border organised crime (UNTOC), confiscation (laundering conventions), corruption"
    " offences (UNCAC).",
    side=RELEASES,
    presumed=None,
)
