"""The kind of request, and whether officials want to be present or the request is to be kept confidential."""

from collections.abc import Iterator, Sequence

from rogatory.received.fields.layout import head
from rogatory.received.fields.sheet import Sheet, look
from rogatory.received.fields.wish_words import NOT_TOLD, SECRET, TELL, THERE, WISHED
from rogatory.received.fields.wishes import ASKING, NEGATED
from rogatory.received.proposed import Field, Proposed

_KINDS = (
    ("eaw", r"european arrest warrant|mandat d'arrêt européen|europees aanhoudingsbevel|europäischer haftbefehl|европейский ордер на арест|avrupa tutuklama müzekkeresi"),
    ("eio", r"european investigation order|décision d'enquête européenne|europees onderzoeksbevel|europäische[rn]? ermittlungsanordnung|европейск[^\W\d_]{2,3} (?:ордер|следственн[^\W\d_]{2,3} поручени[^\W\d_])|avrupa soruşturma emri"),
    ("red-notice", r"red notice|notice rouge|rode kennisgeving|rode notice|rotecke|red corner notice|красн[^\W\d_]{2,3} (?:уведомлени|циркуляр)[^\W\d_]{0,2}|kırmızı bülten"),
    ("diffusion", r"(?:fahndungsersuchen[^.\n]{0,30})?diffusion|diffusie|циркуляр(?: интерпола)?|розыскн[^\W\d_]{2,3} (?:сообщени|циркуляр)[^\W\d_]|международн[^\W\d_]{2,3} розыск|difüzyon(?: mesajı)?|(?:interpol )?(?:wanted )?diffusion(?: request| interpol)?(?= (?:from|of|was|to|via|by|concerning)|:|$)|diffusion interpol|диффузия"),
    ("extradition", r"(?:request for (?:the |his |her )?|request (?:the|his|her) |for (?:the )?|provisional arrest (?:for|with a view to) )extradition|extradition request|demande d'extradition|aux fins d'extradition|extrader|(?:sollicit|demand)[^\W\d_]{1,5} l'extradition|extradition de|uitleveringsverzoek|verzoek (?:om|tot) uitlevering|de uitlevering van|auslieferungsersuchen|ersuchen um (?:die )?auslieferung|um (?:die )?auslieferung|(?:запрос|просьб[аы]|ходатайств[ао]|требовани[ея]) об? (?:экстрадиции|выдаче)|об? (?:экстрадиции|выдаче) (?:лица|гражданина)|просит[^.\n]{0,40}(?:выдать|экстрадировать)|suçlu(?:ların)? iadesi|geri verme talebi|iade evrakı|suçluların iadesi talebi|iade talebi|iadesi talep"),
    ("removal", r"request for (?:deportation|expulsion)|demande d'expulsion|verzoek tot uitzetting|(?:запрос|просьба) о депортации|sınır dışı (?:edilmesi )?talebi"),
    ("mla", r"letters? of request|(?:mutual )?legal assistance|mutual assistance|letters? rogatory|commission rogatoire(?: internationale)?|(?:demande d')?entraide(?: judiciaire)?(?: pénale)?|rechtshulpverzoek|rogatoire commissie|(?:wederzijdse )?rechtshulp|ambtelijke opdracht|rechtshilfe(?:ersuchen)?|(?:международн[^\W\d_]{2,3} )?(?:следственн[^\W\d_]{2,3} поручени[^\W\d_]|судебн[^\W\d_]{2,3} поручени[^\W\d_])|(?:запрос[^\W\d_]{0,2} (?:об?|на) (?:оказании )?)?(?:правов(?:ой|ую) помощ[иь]|поручени[ея] о (?:производстве|проведении)[^.\n]{0,40}|запрос о (?:производстве|проведении)[^.\n]{0,40})|adli (?:yardım(?:laşma)?|istinabe)(?: talebi)?|istinabe"),
)  # fmt: skip
_KIND_LOOKS = tuple((kind, look(rf"(?<![^\W_])(?:{words})(?![^\W_])")) for kind, words in _KINDS)
_OF_TREATY = look(
    r"(?:convention|treaty|agreement|traité|accord|verdrag|overeenkomst|übereinkommen|vertrag|конвенци[^\W\d_]|договор[^\W\d_]{0,2}|соглашени[^\W\d_]|sözleşme(?:si)?|directive|richtlijn|richtlinie|law|act|loi|wet|gesetz)[^.;\n]{0,70}\Z"
)

_OFFICIAL = look(
    r"(?<![^\W_])(?:officers?|officials?|investigators?|prosecutors?|representatives?|detectives?|agents?|magistrates?|members? of|team|delegation|colleagues|experts?|inspectors?|staff|police|fonctionnaires?|enqu[eê]teurs?|enquêtrice|magistrats?|repr[eé]sentants?|policiers?|collègues|inspecteurs?|experts?|procureure?|membres?|délégation|juge|substitut|[^\W\d_]{0,12}ambtena(?:ar|ren)|rechercheurs?|onderzoekers?|officier|vertegenwoordigers?|politie[^\W\d_]{0,8}|collega's|deskundigen|teamleden|leden van|(?:parket)?magistraten|speurders|[^\W\d_]{0,12}beamt(?:e|en|er|in)|ermittler[^\W\d_]{0,3}|[^\W\d_]{0,4}staatsanw[^\W\d_]{2,10}|vertreter[^\W\d_]{0,3}|bediensteten?|kolleg(?:e|en|in)|experten|mitglieder[^\W\d_]?|сотрудник[^\W\d_]{0,3}|представител[^\W\d_]{1,3}|следовател[^\W\d_]{1,3}|прокурор[^\W\d_]{0,3}|должностн[^\W\d_]{2,3}|оперативн[^\W\d_]{2,3}|инспектор[^\W\d_]{0,3}|дознавател[^\W\d_]{1,3}|коллег[^\W\d_]{0,3}|специалист[^\W\d_]{0,3}|работник[^\W\d_]{0,3}|делегаци[^\W\d_]|групп[^\W\d_]|член[^\W\d_]{1,3}|помощник[^\W\d_]{0,3}|участник[^\W\d_]{1,3} групп|(?:görevli|yetkili|savci|müfettiş|memur|temsilci|soruşturmaci|polis|ekip|heyet|uzman|komiser|meslektaş)[^\W\d_]{0,12})(?![^\W_])"
)
_SECRET_NOISE = look(
    r"(?:this (?:e-?mail|message|fax)|ce (?:courriel|message)|dit bericht|diese e-mail|confidentiality notice|privileged)"
)


_AS_LABEL = look(
    r"(?:authori[sz]|permi|allow|autoris|permett|toesta|toestemming|gestatt|genehmig|zu(?:ge)?lassen|разреш|izin|müsaade)"
)

_NOT_ASKED = look(
    r"not (?:be )?(?:requested|required|necessary|needed|asked|sought)|no need|no objection|need not|n'est pas (?:demand|requis|nécess|sollicit|exig)|ne s'oppose|pas nécessaire|nicht (?:erbeten|ersucht|erforderlich|nötig|notwendig|beantragt|gebeten|verlangt)|keine? (?:vertraulich|geheim|bedenken|einwände)|bestehen keine|niet (?:gevraagd|vereist|nodig|noodzakelijk|verzocht)|geen (?:bezwaar|vertrouwelijk|geheim)|hoeft niet|не требуется|не нужн|необходимости нет|нет необходимости|не возража|gerekme|gerek yok|sakinca|istenmemekte|edilmemekte|olunmamakta"
)


def kind(sheets: Sequence[Sheet]) -> Iterator[Proposed]:
    """The kind of request: by the line of the subject or the title, else by what the first page asks for. None or one."""
    for sheet in sheets[:2]:
        top = head(sheet) if sheet.first else None
        spots = [(top.subject, min(len(sheet.small), top.subject + 240))] if top and top.subject is not None else []
        for start, end in (*spots, (0, len(sheet.small))):
            for what, words in _KIND_LOOKS:
                for match in words.finditer(sheet.small, start, end):
                    if not _OF_TREATY.search(sheet.small[max(0, match.start() - 90) : match.start()]):
                        where = "in the subject of the letter" if (start, end) in spots else "in the text"
                        yield sheet.proposed(Field.KIND, match.span(), what, f"is named {where}")
                        return


def officials(sheets: Sequence[Sheet]) -> Iterator[Proposed]:
    """That officials of the requesting state ask to be present: none or one."""
    for sheet in sheets:
        for match in THERE.finditer(sheet.small):
            first, last = sheet.sentence(match.start())
            wanted = any(words.search(sheet.small, first, last) for words in (ASKING, _AS_LABEL, WISHED))
            if wanted and _OFFICIAL.search(sheet.small, first, last) and not NEGATED.search(sheet.small, first, last):
                yield sheet.proposed(Field.OFFICIALS, (first, last), "asked", "asks that officials may be present")
                return


def confidence(sheets: Sequence[Sheet]) -> Iterator[Proposed]:
    """That the request is to be kept confidential: none or one."""
    for sheet in sheets:
        for words, keeps in ((SECRET, True), (TELL, False)):
            for match in words.finditer(sheet.small):
                span = sheet.sentence(match.start())
                if _is_to_be_kept(sheet, span, keeps):
                    why = "asks that the request be kept confidential"
                    yield sheet.proposed(Field.CONFIDENTIALITY, span, "asked", why)
                    return


def _is_to_be_kept(sheet: Sheet, span: tuple[int, int], keeps: bool) -> bool:
    """Whether a sentence asks for secrecy (`keeps`), or that something is not told."""
    first, last = span
    if _SECRET_NOISE.search(sheet.small, first, last):
        return False
    wanted = any(words.search(sheet.small, first, last) for words in (ASKING, _MUST, WISHED, _REQUEST))
    if not keeps:
        untold = bool(NOT_TOLD.search(sheet.small, first, last))
        return (
            (wanted or untold)
            and (untold or bool(NEGATED.search(sheet.small, first, last)))
            and bool(_OF_WHAT.search(sheet.small, first, last))
            and not (_NOT_ASKED.search(sheet.small, first, last) or _OBJECTS.search(sheet.small, first, last))
        )
    return wanted and not _NOT_ASKED.search(sheet.small, first, last)


_OBJECTS = look(
    r"(?:does|do|shall|will) not (?:prevent|preclude|hinder|object)|no objection|obstacle|s'oppose|belet(?!ten)|staat niet in de weg|bezwaar|steht[^.]{0,40}nicht entgegen|einwände|bedenken|препятств|возраж|engel (?:teşkil|olmaz|yok|bulunma)|sakinca|law|loi|wet |gesetz|закон|kanun|appeal|rights"
)


_REQUEST = look(
    r"this (?:request|letter|matter)|(?:the )?(?:existence|contents?) of|inquiry|enquête|présente|la demande|lettre|instruction|onderzoek|dit verzoek|het verzoek|schrijven|ermittlung|ersuchen|schreiben|untersuchung|запрос|поручени|следств|расследовани|talep|istinabe|soruşturma"
)
"""The request, or the inquiry it serves: who says that these are secret asks that they be kept so."""
_OF_WHAT = look(
    r"request|letter|measures?|existence|content|inquiry|investigation|proceedings|third part|anyone|person concerned|suspect|account holder"
    r"|demande|lettre|mesures?|présent|enquête|procédure|contenu|tiers|intéressé|personne|client|titulaire"
    r"|verzoek|brief|schrijven|maatregel|onderzoek|inhoud|bestaan|derden|betrokkene|verdachte|rekeninghouder|cliënt"
    r"|ersuchen|schreiben|maßnahme|ermittlung|verfahren|inhalt|dritte|betroffene|beschuldigte|kontoinhaber|verdächtige"
    r"|запрос|письм|поручени|ходатайств|следств|расследовани|содержани|треть|лиц|фигурант|обвиняем|подозреваем|владел"
    r"|talep|istem|yazı|tedbir|soruşturma|içeri[kğ]|üçüncü|ilgili|şüpheli|şahıs|kişi|istinabe"
)
"""What is not to be told, or to whom."""
_MUST = look(
    r"(?<![^\W_])(?:may not|mag|mogen|darf|dürfen|не подлеж[^\W\d_]{1,3}|should|ought|must|shall|is to|are to|doi(?:t|vent)|devr(?:a|ont|ait|aient)|convient|importe|faut|moet(?:en)?|dient|dienen|hoort|horen|soll(?:te|en|ten)?|muss|müssen|ist|sind|долж(?:ен|н[^\W\d_]{1,2})|следует|необходим|надлежит|требует(?:ся)?|gerek(?:mektedir|ir|li)|zorunlu|şart|önem)"
)
