"""Rules that stand across the instruments: foreign officials, rights in treaty grounds, complicity, lawyers, the UN model."""

from datetime import date
from functools import partial

from rogatory.law.acts import (
    ADMIT_OFFICIALS,
    ASSISTANCE_KINDS,
    CLEAR_ITEM,
    EXECUTE,
    EXTRADITION_KINDS,
    GRANT,
    READ_ITEM,
    SURRENDER,
    TRANSMIT,
)
from rogatory.law.conditions import all_of, any_of
from rogatory.law.doctrine.persecution import PERSECUTION
from rogatory.law.doctrine.privilege import LEGAL_WORK, PRIVILEGED
from rogatory.law.doctrine.trial import FLAGRANT_DENIAL, TAINTED_PROCEEDINGS
from rogatory.law.grades import Grade
from rogatory.law.norms import Effect, Norm, between
from rogatory.law.packs import Pack
from rogatory.law.packs._treaties import (
    ASSISTANCE_1959,
    BUDAPEST,
    LAUNDERING_1990,
    LAUNDERING_2005,
    POLITICAL_OFFENCE,
    UNCAC,
    UNTOC,
    VIENNA,
)
from rogatory.law.sources import Basis, Check, Cite, Instrument
from rogatory.law.vocabulary import hearing, measure, person, proceeding, request

LOTUS = Cite(
    "The case of the S.S. Lotus [Permanent Court of International Justice]", "pp. 18-19", "Series A No. 10, 1927"
)
ILC_ARTICLES = Instrument("ILC-2001", "ILC Articles on Responsibility of States", "annex to GA Res 56/83, 2001")
MODEL_TREATY = Instrument("UN-MTMA", "UN Model Treaty on Mutual Assistance in Criminal Matters", "GA Res 45/117, 1990")
LAWYERS_1990 = Instrument("UN-LAWYERS", "UN Basic Principles on the Role of Lawyers", "1990")
LAWYERS_2025 = Instrument("CETS-226", "Convention for the Protection of the Profession of Lawyer", "CETS 226, 2025")
SWISS_ACT = Cite(
    "Switzerland, Act on international assistance in criminal matters (comparator)", "Art. 65a(3)", "SR 351.1"
)

_officials = partial(Norm, bears_on=(ADMIT_OFFICIALS,), effect=Effect.FORBIDS, kinds=("mla",))
_lawyers = partial(Norm, effect=Effect.OBLIGES, basis=Basis.SOFT_LAW, check=Check.PARTLY, since=date(1990, 9, 7))

officials_basis = _officials(
    id="no-functions-abroad-without-basis",
    source=LOTUS + UNTOC.article("4(2)") + UNCAC.article("4(2)"),
    when=measure.officials_basis.no,
    basis=Basis.CASE_LAW,
    check=Check.GENERAL,
    lifts="a treaty clause, or a provision of the requested state's own law, that allows their presence",
    says={
        "en": "No state acts on another's soil without a rule that allows it: without a basis in treaty or domestic"
        " law foreign officials are not admitted.",
        "fr": "Aucun État n'agit sur le sol d'un autre sans règle qui le permette : sans base conventionnelle ou"
        " légale, les agents étrangers ne sont pas admis.",
        "nl": "Geen staat treedt op het grondgebied van een andere op zonder regel die dat toelaat: zonder verdrags-"
        " of wettelijke grondslag worden buitenlandse ambtenaren niet toegelaten.",
    },
    note="The judgment was not read again. Only ETS 030 and ETS 182 Art. 4 have a clause on presence; for a third"
    " state that is party to neither, the default is no.",
)
officials_powers = _officials(
    id="no-functions-abroad-without-basis-powers",
    source=LOTUS + ASSISTANCE_1959.article("4"),
    when=measure.officials_powers.yes,
    basis=Basis.CASE_LAW,
    check=Check.GENERAL,
    lifts="they attend only: no powers, no questions of their own, nothing taken or copied",
    says={
        "en": "Foreign officials exercise no powers here: they neither question, nor search, nor take material.",
        "fr": "Les agents étrangers n'exercent ici aucun pouvoir : ils n'interrogent pas, ne fouillent pas et"
        " n'emportent rien.",
        "nl": "Buitenlandse ambtenaren oefenen hier geen bevoegdheden uit: zij ondervragen niet, doorzoeken niet en"
        " nemen niets mee.",
    },
    note="Presence clauses speak of attending. That putting questions is more than attending is the reading taken"
    " here.",
)
officials_risk = _officials(
    id="ecma-4-foreign-officials-consent-danger",
    bound=between("ETS-030"),
    source=ASSISTANCE_1959.article("4") + ASSISTANCE_1959.article("2(b)") + SWISS_ACT,
    when=any_of(measure.officials_risk.yes, measure.officials_see.yes),
    basis=Basis.ANALOGY,
    check=Check.PARTLY,
    lifts="other, vetted persons; a person out of danger; nothing to be seen or heard before it is cleared",
    says={
        "en": "Foreign officials are kept away where the person is at risk from them, or where they could see what is"
        " not cleared.",
        "fr": "Les agents étrangers sont tenus à l'écart si la personne est en danger à cause d'eux ou s'ils"
        " pourraient voir ce qui n'a pas été libéré.",
        "nl": "Buitenlandse ambtenaren worden weggehouden als de persoon door hen gevaar loopt of als zij"
        " niet-vrijgegeven materiaal zouden kunnen zien.",
    },
    note="No treaty writes these grounds. They follow from the requirement of consent, from the ground of essential"
    " interests, and after a comparator: Swiss law lets foreign participants learn nothing secret before the decision"
    " to grant.",
)
rights_in_grounds = Norm(
    id="mla-rights-through-treaty-grounds",
    source=ASSISTANCE_1959.article("2(b)")
    + LAUNDERING_1990.article("18(1)(a)-(b)")
    + LAUNDERING_2005.article("28(1)(a)-(b)")
    + UNTOC.article("18(21)(b), (d)")
    + UNCAC.article("46(21)(b), (d)")
    + VIENNA.article("7(15)")
    + BUDAPEST.article("27(4)(b)"),
    bears_on=(GRANT,),
    effect=Effect.MAY_REFUSE,
    kinds=("mla",),
    bound=between("ETS-030", "ETS-141", "CETS-198", "UNTOC", "UNCAC", "VIENNA-1988", "ETS-185"),
    when=any_of(PERSECUTION, TAINTED_PROCEEDINGS, FLAGRANT_DENIAL),
    basis=Basis.ANALOGY,
    check=Check.PARTLY,
    standard="what human-rights law itself asks: substantial grounds, a real risk",
    says={
        "en": "Persecution, evidence from ill-treatment and a flagrant denial of justice touch the public policy and"
        " essential interests of the requested state: assistance may be refused under the treaty.",
        "fr": "La persécution, la preuve issue de mauvais traitements et le déni de justice flagrant touchent l'ordre"
        " public et les intérêts essentiels de l'État requis : le traité permet de refuser l'entraide.",
        "nl": "Vervolging, bewijs uit mishandeling en flagrante rechtsweigering raken de openbare orde en de"
        " wezenlijke belangen van de aangezochte staat: het verdrag laat weigering toe.",
    },
    note="The texts have no clause on persecution; that rights enter through these grounds is an inference, shared by"
    " practice under ETS 030. Where human-rights law forbids to help, the option becomes a duty by that law.",
)
model_treaty = Norm(
    id="mtma-4-refusal",
    source=MODEL_TREATY.article("4(1)"),
    bears_on=(GRANT,),
    effect=Effect.OBLIGES,
    kinds=("mla",),
    since=date(1990, 12, 14),
    when=any_of(PERSECUTION, POLITICAL_OFFENCE, request.persecution_purpose.shown(Grade.ARGUABLE)),
    fulfilled=hearing.claims_addressed.yes,
    basis=Basis.SOFT_LAW,
    check=Check.PARTLY,
    standard="grounds to believe (first words of 4(1)(c))",
    says={
        "en": "The UN model treaty knows persecution as a ground against assistance: it is considered, as an argument"
        " and not as a rule.",
        "fr": "Le traité type de l'ONU connaît la persécution comme motif contre l'entraide : elle est prise en"
        " considération, comme argument et non comme règle.",
        "nl": "Het VN-modelverdrag kent vervolging als grond tegen rechtshulp: zij wordt meegewogen, als argument en"
        " niet als regel.",
    },
    note="The model binds nobody. Only Art. 4(1)(a)-(b) and the beginning of (c) could be read; nothing else of it is"
    " relied on. Amended by GA Res 53/112.",
)
complicity = Norm(
    id="complicity-ilc-16",
    source=ILC_ARTICLES.article("16") + ILC_ARTICLES.article("41(2)"),
    bears_on=(GRANT, EXECUTE, TRANSMIT, SURRENDER),
    effect=Effect.OBLIGES,
    kinds=(*EXTRADITION_KINDS, *ASSISTANCE_KINDS),
    since=date(2001, 12, 12),
    when=any_of(
        proceeding.un_finding.yes,
        proceeding.court_found_political.yes,
        proceeding.refused_elsewhere.is_("on-rights-or-political-grounds"),
        proceeding.rests_on_ill_treatment.yes,
    ),
    fulfilled=hearing.claims_addressed.yes,
    check=Check.PARTLY,
    standard="knowledge of the circumstances; a contribution; an act that would be wrongful if done by the helper",
    says={
        "en": "Whoever knowingly helps another state's wrong answers for the own part: with such a finding on file the"
        " decision must say why helping does not contribute to it.",
        "fr": "Qui aide sciemment au fait illicite d'un autre État répond de sa part : en présence d'un tel constat,"
        " la décision doit dire pourquoi l'aide n'y contribue pas.",
        "nl": "Wie willens en wetens een andere staat bij een onrechtmatige daad helpt, staat in voor zijn aandeel:"
        " met zo'n bevinding in het dossier zegt de beslissing waarom de hulp daar niet aan bijdraagt.",
    },
    note="An argument, not a ground of refusal that executes itself. A finding proves knowledge, not yet complicity:"
    " whether intent is needed beyond knowledge is disputed. Responsibility is limited to the own contribution.",
)
lawyers_clients = _lawyers(
    id="lawyer-profession-protection",
    source=LAWYERS_1990.point("16") + LAWYERS_1990.point("18") + LAWYERS_2025.whole(),
    bears_on=(GRANT, EXECUTE),
    when=all_of(
        person.practises_law.yes, any_of(request.political_conduct_charged.yes, person.linked_to_targeted_person.yes)
    ),
    fulfilled=hearing.claims_addressed.yes,
    says={
        "en": "A charge that rests on work for a client is a warning sign: lawyers are not to be identified with those"
        " they act for.",
        "fr": "Une inculpation fondée sur le travail pour un client est un signal d'alerte : l'avocat ne doit pas être"
        " assimilé à son client.",
        "nl": "Een aanklacht die op werk voor een cliënt berust, is een waarschuwing: advocaten worden niet met hun"
        " cliënten vereenzelvigd.",
    },
    note="The Principles were not read again. The convention of 2025 is signed by some states; that it is in force for"
    " anybody is not known, so it is soft here. Genuine participation in crime is not covered.",
)
lawyers_secrecy = _lawyers(
    id="lawyer-profession-protection-confidentiality",
    source=LAWYERS_1990.point("22") + LAWYERS_2025.whole(),
    bears_on=(EXECUTE, READ_ITEM, CLEAR_ITEM),
    when=any_of(LEGAL_WORK, PRIVILEGED),
    says={
        "en": "What lawyers and clients say to each other within the professional relation is respected as"
        " confidential.",
        "fr": "Les communications entre avocats et clients dans le cadre de leur relation professionnelle sont"
        " respectées comme confidentielles.",
        "nl": "Wat advocaten en cliënten binnen hun beroepsrelatie uitwisselen, wordt als vertrouwelijk geëerbiedigd.",
    },
    note="Soft law; the binding rules on privilege stand in other packs.",
)

PACK = Pack(
    "across-instruments",
    "Rules across the instruments",
    (
        officials_basis,
        officials_powers,
        officials_risk,
        rights_in_grounds,
        model_treaty,
        complicity,
        lawyers_clients,
        lawyers_secrecy,
    ),
)
