"""INTERPOL Rules on the Processing of Data: the conditions of a notice or diffusion, and arrest on it."""

from rogatory.law.acts import ARREST, KEEP_NOTICE, NOTICE_KINDS
from rogatory.law.conditions import ALWAYS, any_of
from rogatory.law.norms import INTERPOL_USERS, Cure, Effect, Norm
from rogatory.law.packs import Pack
from rogatory.law.sources import Check, Instrument
from rogatory.law.vocabulary import notice

RPD = Instrument("INTERPOL-RULES", "INTERPOL Rules on the Processing of Data", "III/IRPD/GA/2011")

_ON_THE_NOTICE = (KEEP_NOTICE, ARREST)
_SEEN_FROM_THE_RULES = "Seen in secondary sources that reproduce the rules."

excluded_class = Norm(
    id="rpd-34-83-86-review",
    source=RPD.article("83(1)(a)") + RPD.article("34") + RPD.article("86"),
    bears_on=_ON_THE_NOTICE,
    effect=Effect.FORBIDS,
    kinds=("red-notice",),
    bound=INTERPOL_USERS,
    when=notice.excluded_class.yes,
    check=Check.PARTLY,
    standard="a serious ordinary-law crime outside the excluded classes",
    says={
        "en": "No red notice issues for contested norms of behaviour, family or private disputes or administrative"
        " rules, unless"
        " serious or organised crime is involved.",
        "fr": "Aucune notice rouge pour des normes de comportement controversées, des litiges familiaux ou privés ou"
        " des règles"
        " administratives, sauf lien avec une criminalité grave ou organisée.",
        "nl": "Geen rode signalering voor omstreden gedragsnormen, familiale of private geschillen of"
        " administratieve regels,"
        " tenzij er een band is met zware of georganiseerde criminaliteit.",
    },
    note=f"{_SEEN_FROM_THE_RULES} Arts 34 and 86 were not read. A receiving state may check each point again.",
)

threshold = Norm(
    id="rpd-34-83-86-review-threshold",
    source=RPD.article("83(1)"),
    bears_on=_ON_THE_NOTICE,
    effect=Effect.FORBIDS,
    kinds=("red-notice",),
    bound=INTERPOL_USERS,
    when=notice.below_penalty.yes,
    check=Check.PARTLY,
    standard="two years or more when sought for trial, six months or more when sought to serve a sentence",
    says={
        "en": "No red notice issues below the penalty threshold.",
        "fr": "Aucune notice rouge en dessous du seuil de peine.",
        "nl": "Geen rode signalering onder de strafdrempel.",
    },
    note=f"{_SEEN_FROM_THE_RULES} The General Secretariat may make an exception where the notice is of particular importance;"
    " then the threshold is answered as reached.",
)

conduct = Norm(
    id="rpd-34-83-86-review-conduct",
    source=RPD.article("83(2)(b)(i)") + RPD.article("99"),
    bears_on=_ON_THE_NOTICE,
    effect=Effect.FORBIDS,
    kinds=NOTICE_KINDS,
    bound=INTERPOL_USERS,
    when=notice.conduct_not_described.yes,
    check=Check.PARTLY,
    standard="what this person did, where and when, in short and clear words",
    says={
        "en": "A notice that does not say what this person did, when and where, is not kept or acted on.",
        "fr": "Une notice qui n'indique pas ce que la personne a fait, quand et où, n'est ni maintenue ni exécutée.",
        "nl": "Een signalering die niet zegt wat deze persoon deed, wanneer en waar, wordt niet behouden of"
        " uitgevoerd.",
    },
    note=f"{_SEEN_FROM_THE_RULES} For diffusions the Commission applies the same demand; Art. 99 was not read.",
    lifts="a concrete description of the person's own conduct",
)

moved = Norm(
    id="rpd-34-83-86-review-purpose-ended",
    source=RPD.article("82") + RPD.article("84"),
    bears_on=_ON_THE_NOTICE,
    effect=Effect.FORBIDS,
    kinds=NOTICE_KINDS,
    bound=INTERPOL_USERS,
    when=notice.moved_elsewhere.yes,
    check=Check.PARTLY,
    standard="the purpose is arrest with a view to extradition, surrender or similar lawful action",
    says={
        "en": "Once the prosecution was transferred to, or ended in, another state, the notice has lost its purpose.",
        "fr": "Une fois les poursuites transférées à un autre État ou achevées dans celui-ci, la notice n'a plus"
        " d'objet.",
        "nl": "Zodra de vervolging naar een andere staat is overgedragen of daar is beëindigd, heeft de signalering"
        " geen doel"
        " meer.",
    },
    note=_SEEN_FROM_THE_RULES,
)

not_pursued = Norm(
    id="rpd-34-83-86-review-extradition-not-pursued",
    source=RPD.article("84") + RPD.article("87(b)"),
    bears_on=(KEEP_NOTICE,),
    effect=Effect.OBLIGES,
    kinds=NOTICE_KINDS,
    bound=INTERPOL_USERS,
    when=notice.extradition_not_pursued.yes,
    check=Check.PARTLY,
    standard="extradition will be sought on arrest, at once and with the papers in time",
    says={
        "en": "Where the person was located and extradition was not sought, it is checked whether the notice still"
        " has a"
        " purpose.",
        "fr": "Si la personne a été localisée sans que l'extradition soit demandée, on vérifie si la notice a encore"
        " un objet.",
        "nl": "Werd de persoon gevonden en niet om uitlevering gevraagd, dan wordt nagegaan of de signalering nog"
        " een doel heeft.",
    },
    note=f"{_SEEN_FROM_THE_RULES} By itself it bars nothing: notices have stood and fallen with it.",
)

diffusion = Norm(
    id="rpd-34-83-86-review-diffusion",
    source=RPD.article("97") + RPD.article("99"),
    bears_on=(ARREST,),
    effect=Effect.INQUIRES,
    kinds=("diffusion",),
    bound=INTERPOL_USERS,
    when=notice.diffusion_unreviewed.yes,
    fulfilled=any_of(notice.diffusion_unreviewed.no, notice.ccf.is_("compliant")),
    check=Check.PARTLY,
    standard="unreviewed until shown otherwise",
    says={
        "en": "A diffusion is sent directly and reviewed afterwards: before an arrest it is asked whether it has"
        " passed review.",
        "fr": "Une diffusion est envoyée directement et contrôlée ensuite : avant toute arrestation on demande si"
        " elle a été"
        " validée.",
        "nl": "Een verspreiding wordt rechtstreeks verzonden en pas daarna getoetst: vóór een aanhouding wordt"
        " gevraagd of zij"
        " die toets heeft doorstaan.",
    },
    note="Sources conflict on whether requests for arrest are cleared before they go out.",
)

no_automatic_effect = Norm(
    id="interpol-no-automatic-effect",
    source=RPD.article("82") + RPD.article("87"),
    bears_on=(ARREST,),
    effect=Effect.REQUIRES,
    kinds=NOTICE_KINDS,
    bound=INTERPOL_USERS,
    when=ALWAYS,
    cure=Cure(
        met=notice.arrest_basis.yes,
        obtain="a basis for arrest in the law of the requested state, and a judge who has decided or will at once",
    ),
    check=Check.PARTLY,
    standard="the member's own law",
    says={
        "en": "A notice asks, it does not order: arrest needs a basis in the law of the requested state and a judge.",
        "fr": "Une notice demande, elle n'ordonne pas : l'arrestation suppose une base dans le droit de l'État"
        " requis et un"
        " juge.",
        "nl": "Een signalering vraagt en beveelt niet: voor een aanhouding is een grondslag in het recht van de"
        " aangezochte staat"
        " nodig, en een rechter.",
    },
    note="Art. 87(a) on measures allowed by national law was not read.",
)

PACK = Pack(
    "interpol-data",
    "INTERPOL: Rules on the Processing of Data",
    (moved, excluded_class, threshold, conduct, not_pursued, no_automatic_effect, diffusion),
)
