"""What makes a question live.

Examination must be concrete without asking everything of everyone. A question becomes live when something on file
raises it: then leaving it unanswered is *unknown*, and while it can bar the act the act is not ripe. Sources: F.G. v.
Sweden (known general risk, known personal facts: own motion), Saadi par. 129 (evidence capable of proving the risk),
LM par. 68 (deficiency opens the individual check), PACE Resolution 2509 point 17.7 (record of the state).
"""

from rogatory.law.conditions import Condition, any_of
from rogatory.law.questions import Question, Trigger
from rogatory.law.vocabulary import assurance, material, notice, person, proceeding, request, risk, state
from rogatory.law.vocabulary._make import ARGUABLE
from rogatory.law.vocabulary.assurance import Risk, against


def _because(question: Question, when: Condition, why: str) -> Trigger:
    return Trigger(question.slot, when, why)


_EXPOSED = any_of(
    person.opposition.yes,
    person.human_rights_defender.yes,
    person.journalist_or_writer.yes,
    person.fell_out_with_power.yes,
    person.linked_to_targeted_person.yes,
)
_PROTECTED = any_of(
    person.refugee_here.yes,
    person.refugee_elsewhere.yes,
    person.subsidiary_protection.yes,
    person.asylum_pending.yes,
)
_ILL_TREATED_NEARBY = any_of(
    proceeding.co_accused_ill_treated.shown(ARGUABLE), proceeding.relative_ill_treated.shown(ARGUABLE)
)

TRIGGERS: tuple[Trigger, ...] = (
    _because(person.individual_risk_factor, state.torture_reports.yes,
             "reports describe ill-treatment in the requesting state"),
    _because(person.in_ill_treated_group, state.group_ill_treated.yes,
             "a group is systematically ill-treated in the requesting state"),
    _because(person.exposed_to_deficiency, state.systemic_deficiency.yes,
             "a systemic deficiency is on record"),
    _because(request.persecution_purpose, _EXPOSED, "the requesting state has political reason to pursue the person"),
    _because(request.persecution_purpose, _PROTECTED, "the person holds or seeks protection"),
    _because(request.persecution_purpose, notice.deleted.yes, "INTERPOL deleted or refused a notice on these charges"),
    _because(request.persecution_purpose, proceeding.un_finding.yes, "a UN body has spoken on the case"),
    _because(request.persecution_purpose, proceeding.refused_elsewhere.is_("on-rights-or-political-grounds"),
             "another state refused on political or human-rights grounds"),
    _because(request.persecution_purpose, request.proxy.yes, "the request is steered by another state"),
    _because(request.persecution_purpose, request.political_conduct_charged.yes, "the charge punishes political conduct"),
    _because(request.persecution_purpose, state.transnational_repression.yes,
             "the requesting state has a record of pursuing opponents abroad"),
    _because(proceeding.same_as_protection, _PROTECTED, "the person holds or seeks protection"),
    _because(person.opposition, state.transnational_repression.yes,
             "the requesting state has a record of pursuing opponents abroad"),
    _because(state.no_scrutiny_of_torture_claims, _ILL_TREATED_NEARBY,
             "somebody may have been ill-treated in the same proceedings"),
    _because(proceeding.rests_on_ill_treatment, _ILL_TREATED_NEARBY,
             "somebody may have been ill-treated in the same proceedings"),
    _because(proceeding.statement_decisive, proceeding.rests_on_ill_treatment.yes,
             "what the request rests on may come from ill-treatment"),
    _because(against(assurance.specific, Risk.ILL_TREATMENT), against(assurance.given, Risk.ILL_TREATMENT).yes,
             "an assurance was given and must be judged"),
    _because(material.capital, risk.death_penalty.yes, "the offence can be punished by death"),
)  # fmt: skip
"""In the order in which a question's reasons are tried; the first that holds is printed."""
