"""House rules for what cannot be undone: holds, undertakings, the second person, clearance of items and packages.

No law: policy of this system. A deployment may tighten it, and loosen it only by a recorded decision with reasons.
"""

from functools import partial

from rogatory.law.acts import CLEAR_ITEM, HEAR_REQUESTING_STATE, OPEN_FILE, SURRENDER, TRANSMIT
from rogatory.law.conditions import ALWAYS, all_of, any_of
from rogatory.law.norms import Cure, Effect, Norm, Unless
from rogatory.law.packs import Pack
from rogatory.law.packs.house import house
from rogatory.law.sources import Basis, Cite
from rogatory.law.vocabulary import hearing, material, remedy

_policy = partial(Norm, basis=Basis.POLICY)
_asked = partial(_policy, bears_on=(CLEAR_ITEM,), effect=Effect.INQUIRES, when=ALWAYS)
_IRREVERSIBLE = (TRANSMIT, OPEN_FILE, SURRENDER)
_RELEASED = Unless(
    "released",
    hearing.hold_released.yes,
    "A recorded decision with reasons has released this hold. It releases nothing that a law or an undertaking holds.",
)

remedy_hold = _policy(
    id="house-hold-while-remedy-runs",
    source=house("automatic hold while a remedy runs")
    + Cite("European Convention on Human Rights", "Art. 13", "ETS 005")
    + Cite("Constitutional Court of Belgium", "judgment 1/2022, 13 January 2022"),
    bears_on=_IRREVERSIBLE,
    effect=Effect.FORBIDS,
    when=any_of(remedy.pending.yes, remedy.period_running.yes, remedy.notification_void.yes),
    unless=(
        _RELEASED,
        Unless(
            "immediate-transfer",
            remedy.immediate_transfer_justified.yes,
            "An investigation order shows why transfer cannot wait (Directive 2014/41/EU, Art. 13(2)).",
        ),
    ),
    lifts="every remedy is finally decided and no period to lodge one is running",
    says={
        "en": "Nothing leaves, no file is opened and nobody is handed over while a remedy is pending or can still be"
        " lodged.",
        "fr": "Rien ne part, aucun dossier n'est ouvert et nul n'est remis tant qu'un recours est pendant ou peut"
        " encore être introduit.",
        "nl": "Niets vertrekt, geen dossier gaat open en niemand wordt overgeleverd zolang een rechtsmiddel hangt of"
        " nog kan worden ingesteld.",
    },
    note="Strasbourg asks for an automatic stop only for life and ill-treatment; for privacy no text read stops"
    " sending, save the Directive. A void notice counts as a period still running. Consulting the other state is not"
    " held back: it may be owed, and the asylum filter guards it.",
)
undertaking = _policy(
    id="house-undertaking-binds",
    source=house("an undertaking binds"),
    bears_on=(TRANSMIT, OPEN_FILE, HEAR_REQUESTING_STATE, SURRENDER),
    effect=Effect.FORBIDS,
    when=remedy.undertaking.yes,
    lifts="the undertaking ends by its own rule",
    says={
        "en": "What an authority has undertaken not to do is not done until the undertaking ends by its own rule.",
        "fr": "Ce qu'une autorité s'est engagée à ne pas faire n'est pas fait tant que l'engagement n'a pas pris fin"
        " selon sa propre règle.",
        "nl": "Wat een autoriteit heeft toegezegd niet te doen, gebeurt niet tot de toezegging volgens haar eigen"
        " regel eindigt.",
    },
    note="Given to the person, to a court or to parliament alike. Not to be released by a decision of the office.",
)
second_person = _policy(
    id="house-second-person-and-receipt",
    source=house("second person and witnessed receipt"),
    bears_on=_IRREVERSIBLE,
    effect=Effect.REQUIRES,
    when=ALWAYS,
    cure=Cure(
        met=hearing.second_person.yes,
        obtain="the approval of a second person, and a witnessed receipt of the journal, before the act",
    ),
    says={
        "en": "What cannot be undone needs a second person and a witnessed receipt of the journal.",
        "fr": "Ce qui est irréversible exige une seconde personne et un reçu du journal attesté par un tiers.",
        "nl": "Wat niet ongedaan kan worden gemaakt, vergt een tweede persoon en een door een derde bevestigd bewijs"
        " van het journaal.",
    },
)
no_standing = _policy(
    id="house-requesting-state-no-standing",
    source=house("the requesting state is no party to the remedy"),
    bears_on=(HEAR_REQUESTING_STATE,),
    effect=Effect.FORBIDS,
    when=ALWAYS,
    unless=(
        Unless(
            "admitted-by-law", hearing.standing.yes, "A named provision of the requested state's law gives it a place."
        ),
    ),
    says={
        "en": "The requesting state is not heard in the person's remedy unless a named provision gives it a place.",
        "fr": "L'État requérant n'est pas entendu dans le recours de la personne, sauf disposition désignée qui l'y"
        " admet.",
        "nl": "De verzoekende staat wordt in het rechtsmiddel van de persoon niet gehoord, tenzij een genoemde"
        " bepaling hem toelaat.",
    },
    note="For every state what the Brussels indictments chamber held for Belgium on 6 February 2024.",
)
no_file = _policy(
    id="house-requesting-state-no-file",
    source=house("the file is opened only by a decision of its own"),
    bears_on=(OPEN_FILE,),
    effect=Effect.FORBIDS,
    when=ALWAYS,
    unless=(
        Unless(
            "separate-decision",
            all_of(hearing.file_decision.yes, hearing.file_contains_uncleared.no),
            "A separate, final and reasoned decision allows access, and the file holds nothing uncleared.",
        ),
    ),
    says={
        "en": "The requesting state sees no file without a separate, final and reasoned decision, and never anything"
        " uncleared.",
        "fr": "L'État requérant ne voit aucun dossier sans décision distincte, définitive et motivée, et jamais un"
        " élément non libéré.",
        "nl": "De verzoekende staat ziet geen dossier zonder afzonderlijke, definitieve en gemotiveerde beslissing, en"
        " nooit iets dat niet is vrijgegeven.",
    },
    note="Later limits on access do not undo a disclosure.",
)
privilege_asked = _asked(
    id="house-item-privilege-answered",
    source=house("four questions for each item: privilege"),
    fulfilled=material.privilege.is_("none", "claimed", "confirmed", "waived"),
    says={
        "en": "Before an item is cleared it is answered whether it is privileged.",
        "fr": "Avant de libérer une pièce, il est répondu à la question du secret professionnel.",
        "nl": "Vóór een stuk wordt vrijgegeven, is beantwoord of het onder een beroepsgeheim valt.",
    },
)
scope_asked = _asked(
    id="house-item-scope-answered",
    source=house("four questions for each item: scope"),
    fulfilled=material.relevance.is_("in-scope", "out-of-scope"),
    says={
        "en": "Before an item is cleared it is answered whether it lies within the request.",
        "fr": "Avant de libérer une pièce, il est répondu à la question de savoir si elle entre dans la demande.",
        "nl": "Vóór een stuk wordt vrijgegeven, is beantwoord of het binnen het verzoek valt.",
    },
)
origin_asked = _asked(
    id="house-item-origin-answered",
    source=house("four questions for each item: origin"),
    fulfilled=any_of(material.ill_treatment_origin.yes, material.ill_treatment_origin.no),
    says={
        "en": "Before an item is cleared it is answered whether it may come from ill-treatment.",
        "fr": "Avant de libérer une pièce, il est répondu à la question de savoir si elle peut provenir de mauvais"
        " traitements.",
        "nl": "Vóór een stuk wordt vrijgegeven, is beantwoord of het uit mishandeling kan komen.",
    },
)
proportionality_asked = _asked(
    id="house-item-proportionality-answered",
    source=house("four questions for each item: proportionality"),
    fulfilled=any_of(material.proportionate.yes, material.proportionate.no),
    says={
        "en": "Before an item is cleared it is answered whether sending it is proportionate.",
        "fr": "Avant de libérer une pièce, il est répondu à la question de savoir si son envoi est proportionné.",
        "nl": "Vóór een stuk wordt vrijgegeven, is beantwoord of verzending evenredig is.",
    },
)
wrong_answer = _policy(
    id="house-item-out-of-scope-or-disproportionate",
    source=house("an item outside the request, or not proportionate, stays"),
    bears_on=(CLEAR_ITEM,),
    effect=Effect.FORBIDS,
    when=any_of(material.relevance.is_("out-of-scope"), material.proportionate.no),
    says={
        "en": "An item outside the request, or whose sending is not proportionate, is not cleared.",
        "fr": "Une pièce étrangère à la demande, ou dont l'envoi n'est pas proportionné, n'est pas libérée.",
        "nl": "Een stuk buiten het verzoek, of waarvan de verzending niet evenredig is, wordt niet vrijgegeven.",
    },
    note="The two other questions have bars of their own in the law of privilege and of torture evidence.",
)
cleared_only = _policy(
    id="house-package-cleared-only",
    source=house("a package holds only cleared items"),
    bears_on=(TRANSMIT,),
    effect=Effect.FORBIDS,
    when=ALWAYS,
    unless=(Unless("all-cleared", material.all_cleared.yes, "Every item was cleared on the four questions."),),
    says={
        "en": "A package that holds an item not cleared is not sent.",
        "fr": "Un envoi contenant une pièce non libérée ne part pas.",
        "nl": "Een zending met een niet vrijgegeven stuk gaat niet weg.",
    },
)

PACK = Pack(
    "house-holds",
    "House rules: holds, irreversible acts, items and packages",
    (
        remedy_hold,
        undertaking,
        second_person,
        no_standing,
        no_file,
        privilege_asked,
        scope_asked,
        origin_asked,
        proportionality_asked,
        wrong_answer,
        cleared_only,
    ),
    house=True,
)
