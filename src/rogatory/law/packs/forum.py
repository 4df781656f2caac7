"""The requested state's own order, common to all states: its courts' stays, others who must not be exposed, objections."""

from rogatory.law.acts import ASSISTING, CLEAR_ITEM, HANDING_OVER, OPEN_FILE, READ_ITEM, SURRENDER, TRANSMIT
from rogatory.law.doctrine.assurances import sufficient
from rogatory.law.norms import ECHR_STATES, Effect, Norm
from rogatory.law.packs import Pack
from rogatory.law.packs._shared import ECHR
from rogatory.law.sources import Basis, Check, Cite, Source
from rogatory.law.vocabulary import material, remedy, risk
from rogatory.law.vocabulary.assurance import Risk

_OWN_LAW = Source((Cite("Law of the requested state", "authority of court orders"),))

stay = Norm(
    id="forum-stay-binds",
    source=_OWN_LAW + ECHR.article("6(1)"),
    bears_on=(*ASSISTING[1:], OPEN_FILE, READ_ITEM, SURRENDER),
    effect=Effect.FORBIDS,
    when=remedy.court_stay.yes,
    check=Check.GENERAL,
    standard="an order in force",
    says={
        "en": "What a court of the requested state has stayed is not done while the stay stands.",
        "fr": "Ce qu'un juge de l'État requis a suspendu n'est pas accompli tant que la suspension dure.",
        "nl": "Wat een rechter van de aangezochte staat heeft geschorst, gebeurt niet zolang de schorsing duurt.",
    },
    note="Every legal order knows the rule; the provision is that of the requested state and is named in the finding.",
    lifts="the court lifts its order",
)
others = Norm(
    id="echr-8-others-not-exposed",
    source=ECHR.article("2") + ECHR.article("3") + ECHR.article("8"),
    bears_on=(CLEAR_ITEM, TRANSMIT),
    effect=Effect.FORBIDS,
    kinds=("mla", "eio"),
    bound=ECHR_STATES,
    when=material.other_opponents.yes,
    basis=Basis.ANALOGY,
    check=Check.GENERAL,
    standard="authorities know or ought to know of the danger to identified others",
    says={
        "en": "What would expose sources, clients or other persons the requesting state pursues is not cleared and not sent.",
        "fr": "Ce qui exposerait des sources, des clients ou d'autres personnes poursuivies par l'État requérant n'est ni"
        " libéré ni transmis.",
        "nl": "Wat bronnen, cliënten of andere door de verzoekende staat vervolgde personen zou blootstellen, wordt niet"
        " vrijgegeven en niet verzonden.",
    },
    note="Carried over from the duty to protect people whom the authorities know to be in danger.",
    lifts="the passages that expose others are removed",
)
objection = Norm(
    id="echr-13-objection-decided-first",
    source=ECHR.article("13") + ECHR.article("8"),
    bears_on=(CLEAR_ITEM,),
    effect=Effect.FORBIDS,
    kinds=("mla", "eio"),
    bound=ECHR_STATES,
    when=material.objection_pending.yes,
    basis=Basis.ANALOGY,
    check=Check.GENERAL,
    standard="an objection to this item was lodged",
    says={
        "en": "An item is not cleared before the person's objection to it is decided.",
        "fr": "Une pièce n'est pas libérée avant qu'il soit statué sur l'opposition de la personne.",
        "nl": "Een stuk wordt niet vrijgegeven voordat op het bezwaar van de betrokkene is beslist.",
    },
    note="Inference from the real chance to contest before an act that cannot be undone.",
    lifts="the objection is decided",
)
defence = Norm(
    id="echr-6-essential-defence-answered",
    source=ECHR.article("6") + ECHR.article("10"),
    bears_on=HANDING_OVER,
    effect=Effect.INQUIRES,
    kinds=("extradition", "removal", "eaw"),
    bound=ECHR_STATES,
    when=risk.right_denied.yes,
    fulfilled=sufficient(Risk.UNFAIR_TRIAL),
    basis=Basis.ANALOGY,
    check=Check.GENERAL,
    standard="an arguable claim that an essential defence would be closed to the person",
    says={
        "en": "Whether the person may be denied an essential defence, such as free expression, is answered before a decision.",
        "fr": "Avant toute décision, il est répondu à la question de savoir si un moyen de défense essentiel, comme la"
        " liberté d'expression, serait refusé à la personne.",
        "nl": "Vóór een beslissing is beantwoord of een wezenlijk verweer, zoals vrije meningsuiting, de betrokkene zou"
        " worden ontzegd.",
    },
    note="An assurance that leaves the point open does not answer it.",
)

PACK = Pack("forum", "The requested state's own order", (defence, objection, others, stay))
