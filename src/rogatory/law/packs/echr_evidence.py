"""European Convention on Human Rights: evidence that comes from ill-treatment (Article 6 with Article 3).

The matrix: a statement taken by any ill-treatment stays out; an object found through torture stays out; an object
found through ill-treatment short of torture goes to a judge. Nothing is cleared by silence.
"""

from datetime import date

from rogatory.law.acts import ASSISTANCE_KINDS, ASSISTING, CLEAR_ITEM, EXECUTE, INTERVIEW, USE_EVIDENCE
from rogatory.law.conditions import all_of, any_of
from rogatory.law.doctrine.trial import CWIK, EL_HASKI, NO_REAL_SCRUTINY, OTHMAN_259, TAINTED_PROCEEDINGS
from rogatory.law.grades import Grade
from rogatory.law.norms import ECHR_STATES, Cure, Effect, Norm, Unless
from rogatory.law.packs import Pack
from rogatory.law.packs._shared import ECHR
from rogatory.law.sources import ECTHR, Basis, Check, Cite
from rogatory.law.vocabulary import material, measure

GAEFGEN = ECTHR.judgment("Gäfgen v. Germany", "22978/05, 1 June 2010 (GC)", "par. 166-180")

_STATEMENT = material.item_kind.is_("statement")
_OBJECT = material.item_kind.is_("object", "document")
_RISK = material.ill_treatment_origin.yes
_PROVED = material.ill_treatment_origin.shown(Grade.ESTABLISHED)

_AGAINST_TORTURER = Unless(
    id="against-the-torturer",
    when=material.against_torturer.yes,
    text="The statement is used only against the alleged torturer, to prove that it was made.",
    source=Cite("UN Convention against Torture", "Art. 15", "UNTS 1465") + Cite("El Haski v. Belgium", "", "649/08"),
)

statement = Norm(
    id="echr-6-torture-evidence",
    source=ECHR.article("6(1)") + ECHR.article("3") + EL_HASKI + GAEFGEN,
    bears_on=(USE_EVIDENCE,),
    effect=Effect.FORBIDS,
    bound=ECHR_STATES,
    since=date(2012, 9, 25),
    when=all_of(_STATEMENT, any_of(_PROVED, all_of(_RISK, NO_REAL_SCRUTINY))),
    unless=(_AGAINST_TORTURER,),
    basis=Basis.CASE_LAW,
    standard="courts there give no real guarantee of scrutiny, and a real risk that the statement was so taken; proof"
    " beyond doubt is too much to ask",
    says={
        "en": "A statement with a real risk of coming from ill-treatment is not relied on, unless the authority has"
        " made"
        " sure that the risk is absent.",
        "fr": "Une déclaration dont il existe un risque réel qu'elle provienne de mauvais traitements n'est pas"
        " retenue,"
        " sauf si l'autorité s'est assurée que ce risque est exclu.",
        "nl": "Op een verklaring die mogelijk uit mishandeling voortkomt, wordt niet gesteund, tenzij de overheid zich"
        " ervan vergewist heeft dat dit reële risico ontbreekt.",
    },
    note="Torture and lesser ill-treatment alike. Where courts there do scrutinise such complaints the lower standard"
    " does not apply and the origin must be established.",
)

private_ill_treatment = Norm(
    id="echr-6-private-ill-treatment-evidence",
    source=ECHR.article("6(1)") + ECHR.article("3") + CWIK,
    bears_on=(USE_EVIDENCE,),
    effect=Effect.FORBIDS,
    bound=ECHR_STATES,
    since=date(2020, 11, 5),
    when=all_of(_STATEMENT, _PROVED),
    unless=(_AGAINST_TORTURER,),
    basis=Basis.CASE_LAW,
    standard="ill-treatment of the severity of Article 3 is established; no part of the state is needed",
    says={
        "en": "A statement beaten out of somebody by private persons is as unusable as one taken by the police.",
        "fr": "Une déclaration arrachée par des particuliers est aussi inutilisable que celle arrachée par la police.",
        "nl": "Een verklaring die door particulieren werd afgedwongen is even onbruikbaar als een door de politie"
        " afgedwongen verklaring.",
    },
    note="The person beaten need not be the person concerned.",
)

object_from_torture = Norm(
    id="echr-6-torture-evidence-object",
    source=ECHR.article("6(1)") + ECHR.article("3") + GAEFGEN,
    bears_on=(USE_EVIDENCE,),
    effect=Effect.FORBIDS,
    bound=ECHR_STATES,
    since=date(2010, 6, 1),
    when=all_of(_OBJECT, _RISK, material.treatment.is_("torture", "unknown")),
    basis=Basis.CASE_LAW,
    check=Check.PARTLY,
    standard="the item was found through torture",
    says={
        "en": "An object found through torture is not relied on.",
        "fr": "Un objet découvert grâce à la torture n'est pas retenu comme preuve.",
        "nl": "Een voorwerp dat door foltering werd gevonden, wordt niet als bewijs gebruikt.",
    },
    note="The rule on objects (par. 167) is general knowledge. While the kind of treatment is not known it counts as"
    " torture.",
)

object_from_inhuman_treatment = Norm(
    id="echr-6-torture-evidence-object-inhuman",
    source=ECHR.article("6(1)") + ECHR.article("3") + GAEFGEN,
    bears_on=(USE_EVIDENCE,),
    effect=Effect.FORBIDS,
    bound=ECHR_STATES,
    since=date(2010, 6, 1),
    when=all_of(_OBJECT, _RISK, material.treatment.is_("inhuman")),
    cure=Cure(
        met=material.judge_allows_object.yes,
        obtain="a judge's decision that the item did not bear on the outcome and that the chain of causes was broken",
    ),
    basis=Basis.CASE_LAW,
    check=Check.PARTLY,
    standard="a judge asks whether it bore on the outcome and whether the chain of causes was broken",
    says={
        "en": "An object found through ill-treatment short of torture may be relied on only if a judge has so decided.",
        "fr": "Un objet découvert grâce à un mauvais traitement autre que la torture ne peut servir de preuve que si un"
        " juge en a ainsi décidé.",
        "nl": "Een voorwerp dat door een mishandeling anders dan foltering werd gevonden, mag alleen als bewijs dienen"
        " als een rechter dat heeft beslist.",
    },
    note="The split between torture and lesser treatment (par. 178-180) is general knowledge.",
)

clearance = Norm(
    id="echr-6-torture-evidence-clearance",
    source=ECHR.article("6(1)") + ECHR.article("3") + EL_HASKI + CWIK,
    bears_on=(CLEAR_ITEM,),
    effect=Effect.FORBIDS,
    kinds=ASSISTANCE_KINDS,
    bound=ECHR_STATES,
    since=date(2012, 9, 25),
    when=_RISK,
    unless=(
        Unless(
            id="judge-allowed-object",
            when=all_of(_OBJECT, material.treatment.is_("inhuman"), material.judge_allows_object.yes),
            text="A judge has decided that the object found through treatment short of torture may be used.",
            source=GAEFGEN,
        ),
    ),
    basis=Basis.ANALOGY,
    standard="a real risk; the authority must clear the item positively before it leaves",
    says={
        "en": "An item with a real risk of coming from ill-treatment is not cleared for sending; silence is no"
        " clearance.",
        "fr": "Une pièce dont il existe un risque réel qu'elle provienne de mauvais traitements n'est pas libérée pour"
        " l'envoi ; le silence ne vaut pas autorisation.",
        "nl": "Een stuk waarvoor een reëel risico bestaat dat het uit mishandeling voortkomt, wordt niet vrijgegeven"
        " voor"
        " verzending; stilzwijgen is geen vrijgave.",
    },
    note="The judgments are about use at home; applying them to what is sent abroad is an inference.",
)

request_rests_on_it = Norm(
    id="echr-6-torture-evidence-request",
    source=ECHR.article("6(1)") + ECHR.article("3") + EL_HASKI + OTHMAN_259,
    bears_on=ASSISTING,
    effect=Effect.FORBIDS,
    kinds=ASSISTANCE_KINDS,
    bound=ECHR_STATES,
    since=date(2012, 9, 25),
    when=TAINTED_PROCEEDINGS,
    basis=Basis.ANALOGY,
    standard="a real risk that what the request rests on was so obtained, not cleared by the authority itself",
    says={
        "en": "No assistance is given to a case that rests on statements with a real risk of coming from"
        " ill-treatment.",
        "fr": "Aucune entraide n'est accordée dans une affaire qui repose sur des déclarations dont il existe un risque"
        " réel qu'elles proviennent de mauvais traitements.",
        "nl": "Geen rechtshulp in een zaak die steunt op verklaringen waarvoor een reëel risico bestaat dat zij uit"
        " mishandeling voortkomen.",
    },
    note="Inference from the rule on use in court: helping would corroborate or continue what the rule keeps out.",
    lifts="positive clearance: the authority itself finds out where the statements come from",
)

measure_rests_on_it = Norm(
    id="echr-6-torture-evidence-measure",
    source=ECHR.article("6(1)") + ECHR.article("3") + EL_HASKI,
    bears_on=(EXECUTE, INTERVIEW),
    effect=Effect.FORBIDS,
    kinds=ASSISTANCE_KINDS,
    bound=ECHR_STATES,
    since=date(2012, 9, 25),
    when=measure.depends_on_taint.yes,
    basis=Basis.ANALOGY,
    standard="a real risk that the measure or the questions rest on such evidence",
    says={
        "en": "A measure or a question that rests on evidence from ill-treatment is neither carried out nor put.",
        "fr": "Une mesure ou une question qui repose sur des preuves issues de mauvais traitements n'est ni exécutée ni"
        " posée.",
        "nl": "Een maatregel of vraag die steunt op bewijs uit mishandeling wordt niet uitgevoerd of gesteld.",
    },
    note="Inference, as for the request as a whole.",
)

PACK = Pack(
    "echr-evidence",
    "European Convention on Human Rights: evidence from ill-treatment",
    (
        statement,
        private_ill_treatment,
        object_from_torture,
        object_from_inhuman_treatment,
        clearance,
        request_rests_on_it,
        measure_rests_on_it,
    ),
)
