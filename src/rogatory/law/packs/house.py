"""House rules, before a decision: the short check of every request, what an assurance must at least show, lawyers.

No law: policy of this system. A deployment may tighten it, and loosen it only by a recorded decision with reasons.
"""

from functools import partial

from rogatory.law.acts import EXECUTE, GRANT
from rogatory.law.conditions import ALWAYS, Condition, all_of, any_of
from rogatory.law.doctrine.assurances import OTHMAN
from rogatory.law.doctrine.privilege import KRUGLOV, LEGAL_WORK, WIESER
from rogatory.law.grades import Grade
from rogatory.law.norms import Cure, Effect, Norm
from rogatory.law.packs import Pack
from rogatory.law.questions import Question
from rogatory.law.sources import Basis, Cite, Source
from rogatory.law.vocabulary import assurance, hearing, measure, person, proceeding, remedy, request, risk
from rogatory.law.vocabulary.assurance import Risk, against

_PACE = "Parliamentary Assembly of the Council of Europe, Resolution 2509 (2023)"
PACE_17_4 = Source((Cite(_PACE, "point 17.4"),))
PACE_17_7 = Source((Cite(_PACE, "point 17.7"),))


def house(rule: str) -> Source:
    """The house rule `rule` as a source: policy names itself, so that it never passes for law."""
    return Source((Cite("Policy of this system", rule),))


_policy = partial(Norm, basis=Basis.POLICY)
_check = partial(_policy, bears_on=(GRANT,), effect=Effect.INQUIRES, when=ALWAYS)


def _answered(question: Question) -> Condition:
    """Somebody has answered, either way."""
    return any_of(question.yes, question.no)


def _minimum_known(of: Risk) -> Condition:
    # Who can bind the state (factor 3) is presumed of a promise given in its name, until something raises it.
    factors = [assurance.specific]
    if of is Risk.ILL_TREATMENT:  # only treatment behind walls needs somebody who can look
        factors.append(assurance.monitored)
    return any_of(against(assurance.given, of).no, all_of(*(_answered(against(f, of)) for f in factors)))


registers = _check(
    id="house-check-registers",
    source=house("short check of every request: registers") + PACE_17_4,
    fulfilled=hearing.registers_searched.yes,
    says={
        "en": "Before a grant persons, relatives and proceedings are matched with the registers of protection, notices"
        " and earlier requests.",
        "fr": "Avant d'accorder, personnes, proches et procédures sont confrontés aux registres de protection, de"
        " notices et de demandes antérieures.",
        "nl": "Vóór inwilliging worden personen, verwanten en procedures vergeleken met de registers van bescherming,"
        " signaleringen en eerdere verzoeken.",
    },
    note="Point 17.4 calls for additional checks on extradition requests, notices and mutual assistance; it refuses"
    " nothing by itself.",
)
protection = _check(
    id="house-check-protection-status",
    source=house("short check of every request: protection") + PACE_17_4,
    fulfilled=hearing.protection_asked.yes,
    says={
        "en": "Before a grant the asylum authority is asked, in confidence, whether the person holds or seeks"
        " protection.",
        "fr": "Avant d'accorder, l'autorité d'asile est consultée, en toute confidentialité, sur une protection"
        " obtenue ou demandée.",
        "nl": "Vóór inwilliging wordt de asielautoriteit vertrouwelijk gevraagd of de persoon bescherming heeft of"
        " zoekt.",
    },
)
record = _check(
    id="house-check-state-record",
    source=house("short check of every request: record of the state") + PACE_17_7,
    fulfilled=hearing.record_consulted.yes,
    says={
        "en": "Before a grant the record of the requesting state is consulted and weighed, with dates of the sources.",
        "fr": "Avant d'accorder, le bilan de l'État requérant est consulté et pesé, sources datées à l'appui.",
        "nl": "Vóór inwilliging wordt de staat van dienst van de verzoekende staat geraadpleegd en gewogen, met"
        " gedateerde bronnen.",
    },
    note="Point 17.7 asks that the history of transnational repression be taken into account; its context was not"
    " read.",
)
heard = _check(
    id="house-check-person-heard",
    source=house("short check of every request: the person") + PACE_17_4,
    fulfilled=hearing.person_asked.yes,
    says={
        "en": "Before a grant the person, or counsel, could say what they fear, or a reason to hear them later is"
        " recorded.",
        "fr": "Avant d'accorder, la personne ou son conseil a pu dire ses craintes, ou un motif de l'entendre plus"
        " tard est consigné.",
        "nl": "Vóór inwilliging kon de persoon of diens raadsman zeggen wat te vrezen is, of staat een reden om later"
        " te horen op schrift.",
    },
    note="Later only while secrecy is lawfully needed, and never after transmission.",
)
answered = _check(
    id="house-check-each-claim",
    source=house("short check of every request: each claim") + PACE_17_4,
    fulfilled=hearing.claims_addressed.yes,
    says={
        "en": "Before a grant each claim the person raised, and each fact the file shows, is answered with what was"
        " looked at.",
        "fr": "Avant d'accorder, chaque grief soulevé et chaque fait ressortant du dossier reçoit une réponse"
        " indiquant ce qui fut examiné.",
        "nl": "Vóór inwilliging krijgt elke grief en elk feit uit het dossier een antwoord dat zegt wat is onderzocht.",
    },
)
allegations = _policy(
    id="house-every-allegation-answered",
    source=house("every allegation is answered") + PACE_17_4,
    bears_on=(GRANT,),
    effect=Effect.INQUIRES,
    when=any_of(
        *(
            question.shown(Grade.ALLEGED)
            for question in (
                person.past_ill_treatment,
                person.official_threat,
                person.relative_ill_treated,
                person.claim_arguable,
                risk.ill_treatment,
                risk.flagrant_denial,
                request.persecution_purpose,
                proceeding.rests_on_ill_treatment,
                remedy.repression_alleged,
            )
        )
    ),
    fulfilled=remedy.claim_examined.is_("thoroughly"),
    standard="a bare allegation is enough to be answered",
    says={
        "en": "An allegation of repression, torture or persecution is examined and answered even if it is only"
        " alleged.",
        "fr": "Une allégation de répression, de torture ou de persécution est examinée et reçoit une réponse même si"
        " elle n'est qu'alléguée.",
        "nl": "Een bewering van repressie, foltering of vervolging wordt onderzocht en beantwoord, ook als zij enkel"
        " beweerd is.",
    },
)
othman_minimum = _policy(
    id="house-othman-minimum",
    source=house("what an assurance must at least show") + OTHMAN,
    bears_on=(GRANT,),
    effect=Effect.INQUIRES,
    when=any_of(*(against(assurance.given, of).yes for of in Risk)),
    fulfilled=all_of(*(_minimum_known(of) for of in Risk)),
    says={
        "en": "An assurance counts for nothing while it is unknown whether it is specific and, for treatment, whether"
        " anybody can check it.",
        "fr": "Une assurance ne compte pas tant qu'on ignore si elle est précise et, pour le traitement, si elle peut"
        " être vérifiée.",
        "nl": "Een garantie telt niet zolang onbekend is of zij specifiek is en, bij behandeling, of iemand ze kan"
        " nagaan.",
    },
    note="Factors 2 and 8 of the list; factor 3 is presumed of a promise given in the state's name. That the unknown counts as insufficient is our rule; the judgment makes no"
    " single factor decisive.",
)
bar_present = _policy(
    id="house-bar-present",
    source=house("a representative of the bar attends") + WIESER + KRUGLOV,
    bears_on=(EXECUTE,),
    kinds=("mla", "eio"),
    effect=Effect.REQUIRES,
    when=all_of(measure.type_.is_("search", "seizure"), LEGAL_WORK),
    cure=Cure(
        met=measure.observer.is_("bar"), obtain="the head of the bar or a delegate, present for paper and data alike"
    ),
    says={
        "en": "Where legal work may be touched, no search or seizure without the head of the bar or a delegate, whose"
        " opinion is recorded.",
        "fr": "Si un travail juridique peut être touché, pas de perquisition ni de saisie sans le bâtonnier ou son"
        " délégué, dont l'avis est consigné.",
        "nl": "Kan juridisch werk worden geraakt, dan geen huiszoeking of inbeslagneming zonder de stafhouder of een"
        " afgevaardigde, wiens advies wordt vastgelegd.",
    },
    note="More than the Convention asks, which accepts any qualified and independent observer.",
)

PACK = Pack(
    "house-examination",
    "House rules: short check, assurances, lawyers",
    (registers, protection, record, heard, answered, allegations, othman_minimum, bar_present),
    house=True,
)
