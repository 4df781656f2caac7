"""UN crime conventions (UNTOC 2000, UNCAC 2003, Vienna 1988): extradition, and sovereignty in cooperation."""

from functools import partial

from rogatory.law.acts import ADMIT_OFFICIALS, ARREST, GRANT, REFUSE, SURRENDER
from rogatory.law.conditions import ALWAYS, all_of, any_of
from rogatory.law.doctrine.persecution import on_grounds
from rogatory.law.norms import Effect, Norm, between
from rogatory.law.packs import Pack
from rogatory.law.packs._treaties import POLITICAL_OFFENCE, UNCAC, UNTOC, VIENNA
from rogatory.law.vocabulary import measure, remedy, request

_extradition = partial(Norm, kinds=("extradition",), bound=between("UNTOC", "UNCAC"))

no_foreign_functions = Norm(
    id="untoc-4-no-foreign-functions",
    source=UNTOC.article("4(2)") + UNCAC.article("4(2)"),
    bears_on=(ADMIT_OFFICIALS,),
    effect=Effect.FORBIDS,
    kinds=("mla",),
    bound=between("UNTOC", "UNCAC"),
    when=any_of(measure.officials_basis.no, measure.officials_powers.yes),
    lifts="a basis in the requested state's own law, or a treaty clause on presence, and attendance without powers",
    says={
        "en": "The convention gives no title to act on another state's soil: without another basis foreign officials"
        " are not admitted, and with one they exercise no powers.",
        "fr": "La convention ne donne aucun titre pour agir sur le sol d'un autre État : sans autre base, les agents"
        " étrangers ne sont pas admis et, admis, ils n'exercent aucun pouvoir.",
        "nl": "Het verdrag geeft geen titel om op andermans grondgebied op te treden: zonder andere grondslag worden"
        " buitenlandse ambtenaren niet toegelaten, en met een grondslag oefenen zij geen bevoegdheden uit.",
    },
    note="Neither convention has a clause on presence like ETS 030 Art. 4. The text reserves functions to the"
    " territorial state; that mere presence needs a basis as well is the reading taken here.",
)
discrimination = _extradition(
    id="un-extradition-discrimination",
    source=UNTOC.article("16(14)") + UNCAC.article("44(15)"),
    bears_on=(GRANT,),
    effect=Effect.MAY_REFUSE,
    when=on_grounds("sex", "race", "religion", "nationality", "ethnic-origin", "political-opinion"),
    standard="substantial grounds for believing: purpose, or prejudice to the person's position",
    says={
        "en": "Neither convention obliges to extradite where persecution for sex, race, religion, nationality, ethnic"
        " origin or political opinion is the purpose or the effect.",
        "fr": "Aucune des deux conventions n'oblige à extrader lorsque le but ou l'effet est une persécution pour le"
        " sexe, la race, la religion, la nationalité, l'origine ethnique ou les opinions politiques.",
        "nl": "Geen van beide verdragen verplicht tot uitlevering wanneer het doel of het gevolg vervolging is om"
        " geslacht, ras, godsdienst, nationaliteit, etnische afkomst of politieke overtuiging.",
    },
    note="It stands only in the extradition article: the articles on assistance have no such clause.",
)
own_law = _extradition(
    id="un-extradition-discrimination-own-law",
    source=UNTOC.article("16(7)") + UNCAC.article("44(8)"),
    bears_on=(GRANT,),
    effect=Effect.MAY_REFUSE,
    when=request.barred_by_own_law.yes,
    says={
        "en": "Every ground of the requested state's own law or of its extradition treaties is kept.",
        "fr": "Tous les motifs prévus par la loi de l'État requis ou par ses traités d'extradition sont maintenus.",
        "nl": "Alle gronden van het recht van de aangezochte staat of van zijn uitleveringsverdragen blijven behouden.",
    },
)
fair_treatment = _extradition(
    id="un-extradition-discrimination-fair-treatment",
    source=UNTOC.article("16(13)") + UNCAC.article("44(14)"),
    bears_on=(ARREST, GRANT, SURRENDER),
    effect=Effect.ENTITLES,
    when=ALWAYS,
    says={
        "en": "At every stage the person has fair treatment and all the guarantees of the law of the state where they"
        " are.",
        "fr": "À tous les stades, la personne bénéficie d'un traitement équitable et de toutes les garanties de la loi"
        " de l'État où elle se trouve.",
        "nl": "In elk stadium heeft de persoon recht op een eerlijke behandeling en op alle waarborgen van het recht"
        " van de staat waar hij zich bevindt.",
    },
)
consult = _extradition(
    id="un-extradition-discrimination-consult",
    source=UNTOC.article("16(16)") + UNCAC.article("44(17)"),
    bears_on=(REFUSE,),
    effect=Effect.OBLIGES,
    when=ALWAYS,
    fulfilled=remedy.consulted.yes,
    says={
        "en": "Before refusing, the requesting state is consulted where that is appropriate.",
        "fr": "Avant de refuser, l'État requérant est consulté lorsqu'il y a lieu.",
        "nl": "Vóór een weigering wordt de verzoekende staat geraadpleegd, waar dat passend is.",
    },
    note="'Where appropriate': it may be left out to protect the person, and always passes the filter on asylum data.",
)
fiscal_alone = _extradition(
    id="un-extradition-discrimination-fiscal",
    source=UNTOC.article("16(15)") + UNCAC.article("44(16)"),
    bears_on=(REFUSE,),
    effect=Effect.OBLIGES,
    when=request.fiscal.yes,
    says={
        "en": "That the offence also involves fiscal matters is, alone, no ground for refusing extradition.",
        "fr": "Le fait que l'infraction touche aussi à des questions fiscales n'est pas, à lui seul, un motif de"
        " refus.",
        "nl": "Dat het feit ook fiscale kanten heeft, is op zichzelf geen grond om uitlevering te weigeren.",
    },
)
political_label = _extradition(
    id="uncac-44-4-political-label",
    source=UNCAC.article("44(4)"),
    bears_on=(REFUSE,),
    effect=Effect.OBLIGES,
    bound=between("UNCAC"),
    when=all_of(request.corruption.yes, POLITICAL_OFFENCE),
    says={
        "en": "Where this convention is the basis, and national law allows, its offences are not treated as political.",
        "fr": "Lorsque cette convention est la base et que la loi nationale le permet, ses infractions ne sont pas"
        " considérées comme politiques.",
        "nl": "Wanneer dit verdrag de grondslag is en het nationale recht het toelaat, gelden de feiten ervan niet als"
        " politiek.",
    },
    note="UNTOC has no such line. The label goes; the ground of persecution stays.",
)
drugs = _extradition(
    id="vienna-6-6-and-7",
    source=VIENNA.article("6(6)"),
    bears_on=(GRANT,),
    effect=Effect.MAY_REFUSE,
    bound=between("VIENNA-1988"),
    when=all_of(request.drugs.yes, on_grounds("race", "religion", "nationality", "political-opinion")),
    standard="substantial grounds leading its authorities to believe",
    says={
        "en": "In a drug case extradition may be refused if it would help to persecute somebody for race, religion,"
        " nationality or political opinion, or would prejudice anybody affected for such a reason.",
        "fr": "En matière de stupéfiants, l'extradition peut être refusée si elle faciliterait une persécution pour la"
        " race, la religion, la nationalité ou les opinions politiques, ou porterait préjudice pour un tel motif à"
        " quiconque est en cause.",
        "nl": "In een drugszaak mag uitlevering worden geweigerd als zij vervolging om ras, godsdienst, nationaliteit"
        " of politieke overtuiging zou vergemakkelijken of wie dan ook die erbij betrokken is om zo'n reden zou"
        " benadelen.",
    },
    note="The text protects anybody affected by the request; the vocabulary asks about the person concerned. The"
    " assistance grounds of Art. 7(8)-(19) equal those of UNTOC Art. 18 and stand with them.",
)

PACK = Pack(
    "un-crime",
    "UN crime conventions: extradition and sovereignty",
    (
        no_foreign_functions,
        discrimination,
        own_law,
        fair_treatment,
        consult,
        fiscal_alone,
        political_label,
        drugs,
    ),
)
