"""The kind of request, and whether officials want to be present or the request is to be kept confidential."""

from collections.abc import Iterator, Sequence

from rogatory.received.fields.layout import head
from rogatory.received.fields.sheet import Sheet, look
from rogatory.received.fields.wishes import ASKING, NEGATED
from rogatory.received.proposed import Field, Proposed

_KINDS = (
    ("eaw", r"european arrest warrant|mandat d'arrêt européen|europees aanhoudingsbevel|europäischer haftbefehl|европейский ордер на арест|avrupa tutuklama müzekkeresi"),
    ("eio", r"european investigation order|décision d'enquête européenne|europees onderzoeksbevel|europäische[rn]? ermittlungsanordnung|европейск[^\W\d_]{2,3} (?:ордер|следственн[^\W\d_]{2,3} поручени[^\W\d_])|avrupa soruşturma emri"),
    ("red-notice", r"red notice|notice rouge|rode kennisgeving|rode notice|rotecke|red corner notice|красн[^\W\d_]{2,3} (?:уведомлени|циркуляр)[^\W\d_]{0,2}|kırmızı bülten"),
    ("diffusion", r"(?:fahndungsersuchen[^.\n]{0,30})?diffusion|diffusie|циркуляр интерпола|difüzyon(?: mesajı)?|(?:interpol )?(?:wanted )?diffusion(?: request| interpol)?(?= (?:from|of|was|to|via|by|concerning)|:|$)|diffusion interpol|диффузия"),
    ("extradition", r"(?:request for (?:the |his |her )?|request (?:the|his|her) |for (?:the )?|provisional arrest (?:for|with a view to) )extradition|extradition request|demande d'extradition|(?:sollicit|demand)[^\W\d_]{1,5} l'extradition|extradition de|uitleveringsverzoek|verzoek (?:om|tot) uitlevering|de uitlevering van|auslieferungsersuchen|ersuchen um (?:die )?auslieferung|um (?:die )?auslieferung|(?:запрос|просьб[аы]|ходатайств[ао]) об? (?:экстрадиции|выдаче)|просит[^.\n]{0,40}(?:выдать|экстрадировать)|suçluların iadesi talebi|iade talebi|iadesi talep"),
    ("removal", r"request for (?:deportation|expulsion)|demande d'expulsion|verzoek tot uitzetting|(?:запрос|просьба) о депортации|sınır dışı (?:edilmesi )?talebi"),
    ("mla", r"(?:mutual )?legal assistance|mutual assistance|letters? rogatory|commission rogatoire(?: internationale)?|(?:demande d')?entraide(?: judiciaire)?(?: pénale)?|rechtshulpverzoek|rogatoire commissie|(?:wederzijdse )?rechtshulp|ambtelijke opdracht|rechtshilfe(?:ersuchen)?|(?:международн[^\W\d_]{2,3} )?(?:следственн[^\W\d_]{2,3} поручени[^\W\d_]|судебн[^\W\d_]{2,3} поручени[^\W\d_])|(?:запрос[^\W\d_]{0,2} (?:об?|на) (?:оказании )?)?правов(?:ой|ую) помощ[иь]|adli (?:yardım(?:laşma)?|istinabe)(?: talebi)?|istinabe"),
)  # fmt: skip
_KIND_LOOKS = tuple((kind, look(rf"(?<![^\W_])(?:{words})(?![^\W_])")) for kind, words in _KINDS)
_OF_TREATY = look(
    r"(?:convention|treaty|agreement|traité|accord|verdrag|overeenkomst|übereinkommen|vertrag|конвенци[^\W\d_]|договор[^\W\d_]{0,2}|соглашени[^\W\d_]|sözleşme(?:si)?|directive|richtlijn|richtlinie|law|act|loi|wet|gesetz)[^.;\n]{0,70}\Z"
)

_OFFICIALS = look(
    r"(?:presence|attendance|participation) of (?:(?:its|our|the|two|three|one|\w+) )?(?:(?:[^\W\d_]+ )?(?:officers?|officials?|investigators?|prosecutors?|representatives?|members?|staff|police)[^.]{0,50})|(?:officers|officials|investigators|prosecutors|representatives|magistrates)(?: [^.]{0,60})? (?:to )?(?:be (?:present|allowed|permitted|authori[sz]ed)|attend|take part|participate|assist)"
    r"|pr[eé]sence d(?:e|es|u|') ?[^.]{0,30}(?:fonctionnaires|enqu[eê]teurs|magistrats|repr[eé]sentants|agents|officiers|policiers|juge|procureur)[^.]{0,50}|(?:enqu[eê]teurs|magistrats|agents|policiers)[^.]{0,60}[ '\n](?:puissent |soient |être )?(?:assister|autoris[eé]s|pr[eé]sents)"
    r"|aanwezigheid van (?:[^.]{0,30})?(?:ambtenaren|opsporingsambtenaren|onderzoekers|officier|rechercheurs|vertegenwoordigers|politiemensen)|(?:ambtenaren|opsporingsambtenaren|rechercheurs)[^.]{0,60} (?:aanwezig|bij te wonen|bijwonen)"
    r"|(?:anwesenheit|teilnahme) (?:von |der |unserer |deutscher |zweier )?(?:[^.]{0,25})?(?:beamt(?:en|er)|ermittler(?:n)?|ermittlungsbeamten|staatsanw[äa]lt|vertreter|bediensteten)[^.]{0,40}|(?:beamt(?:en|er|e)|ermittler)[^.]{0,60} (?:die )?(?:anwesenheit|teilnahme|anwesend|teilnehmen|zugegen)"
    r"|допустить[^.]{0,30}(?:представител|сотрудник|следовател|прокурор)[^\W\d_]{0,5}[^.]{0,50}|(?:присутстви[еяю]|участи[еяю])(?: [^.]{0,40})? (?:представител|сотрудник|следовател|прокурор|должностн)[^\W\d_]{0,5}[^.]{0,40}|(?:представител|сотрудник|следовател)[^\W\d_]{0,5}[^.]{0,60} (?:присутствовать|участвовать|присутствия)|(?:görevlilerin|yetkililerin|savcının|müfettişlerin|memurların|temsilcilerin)[^.]{0,40}(?:hazır bulun|katıl)[^\W\d_]{0,12}|(?:görevlilerimizin|yetkililerimizin|soruşturmacılarımızın|savcımızın)[^.]{0,60}(?:hazır bulun|katıl)[^\W\d_]{0,12}"
)
_SECRET = look(
    r"(?:keep|kept|treat|treated|remain|hold|maintain)[^.]{0,60}(?:confidential(?:ity|ly)?|secret)|confidentiality (?:of|be)[^.]{0,60}|(?:strictly )?confidential(?:ity)? (?:treatment|handling|request)|(?:not|without)[^.]{0,20} (?:to )?(?:be )?(?:disclos|inform|reveal|alert)[^\W\d_]{1,4}[^.]{0,50}"
    r"|confidentialit[eé][^.]{0,50}|(?:de façon |de manière |à titre |strictement |restera? |garder |tenir )[^.]{0,30}confidentiel(?:le)?(?:s|ment)?|confidentiellement|ne pas (?:r[eé]v[eé]ler|divulguer|informer|aviser)[^.]{0,40}"
    r"|vertrouwelijk(?:heid)?[^.]{0,40}|geheim(?:houding| te houden)[^.]{0,30}|vertraulich(?:keit)?[^.]{0,40}|geheimhaltung|конфиденциальн[^\W\d_]{2,6}[^.]{0,40}|не разглашать[^.]{0,40}|(?:сохран|обеспеч)[^\W\d_]{2,5} (?:в )?тайн[^\W\d_]|gizli(?:liği|lik|likle)?[^.]{0,40}(?:tutul|korun|riayet|sağlan|muhafaza|yürütül)[^\W\d_]{0,9}"
)
_SECRET_NOISE = look(
    r"(?:this (?:e-?mail|message|fax)|ce (?:courriel|message)|dit bericht|diese e-mail|confidentiality notice|privileged)"
)


_AS_LABEL = look(
    r"(?:authori[sz]|permi|allow|autoris|permett|toesta|toestemming|gestatt|genehmig|zu(?:ge)?lassen|разреш|izin|müsaade)"
)

_NOT_ASKED = look(
    r"not (?:be )?(?:requested|required|necessary|needed|asked|sought)|no need|no objection|need not|n'est pas|ne s'oppose|nicht|keine?|niet|geen|не требуется|не нужн|необходимости нет|нет необходимости|не возража|gerek|sakinca|istenmemekte|edilmemekte|olunmamakta"
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
        for match in _OFFICIALS.finditer(sheet.small):
            first, last = sheet.sentence(match.start())
            asking = ASKING.search(sheet.small, first, last) or _AS_LABEL.search(sheet.small, first, last)
            if asking and not NEGATED.search(sheet.small, first, last):
                yield sheet.proposed(Field.OFFICIALS, match.span(), "asked", "asks that officials may be present")
                return


def confidence(sheets: Sequence[Sheet]) -> Iterator[Proposed]:
    """That the request is to be kept confidential: none or one."""
    for sheet in sheets:
        for match in _SECRET.finditer(sheet.small):
            first, last = sheet.sentence(match.start())
            wanted = ASKING.search(sheet.small, first, last) or _MUST.search(sheet.small, first, last)
            if (
                wanted
                and not _NOT_ASKED.search(sheet.small, first, last)
                and not _SECRET_NOISE.search(sheet.small, first, last)
            ):
                yield sheet.proposed(
                    Field.CONFIDENTIALITY, match.span(), "asked", "asks that the request be kept confidential"
                )
                return


_MUST = look(
    r"(?<![^\W_])(?:should|must|shall|is to be|are to be|doi(?:t|vent)|moet(?:en)?|dient|dienen|soll(?:te|en)?|ist|sind|должн[^\W\d_]{1,2}|следует|необходимо|gerek(?:mektedir|ir)|zorunlu)"
)
