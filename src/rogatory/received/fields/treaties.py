"""The treaties and acts a letter rests on."""

from collections.abc import Iterator, Sequence

from rogatory.received.fields.sheet import Sheet, look, one_line
from rogatory.received.fields.states import peoples_in
from rogatory.received.proposed import Field, Proposed

_NAMED = (
    ("ETS-182", r"second additional protocol to the european convention on mutual assistance|deuxième protocole additionnel à la convention européenne d'entraide|tweede aanvullend protocol bij het europees verdrag aangaande de wederzijdse rechtshulp|zweite[ns]? zusatzprotokoll zum europäischen übereinkommen über die rechtshilfe|втор[^\W\d_]{2,3} дополнительн[^\W\d_]{2,3} протокол[^\W\d_]{0,2} к европейской конвенции о взаимной правовой помощи|ceza işlerinde karşılıklı adli yardım avrupa sözleşmesi(?:'?ne|nin) ek ikinci protokol"),
    ("ETS-099", r"(?:first )?additional protocol to the european convention on mutual assistance|protocole additionnel à la convention européenne d'entraide|aanvullend protocol bij het europees verdrag aangaande de wederzijdse rechtshulp|zusatzprotokoll zum europäischen übereinkommen über die rechtshilfe|дополнительн[^\W\d_]{2,3} протокол[^\W\d_]{0,2} к европейской конвенции о взаимной правовой помощи"),
    ("ETS-030", r"european convention on mutual (?:legal )?assistance in criminal matters|convention européenne d'entraide judiciaire en matière pénale|europe(?:es|se) (?:verdrag|overeenkomst) (?:aangaande|betreffende|inzake) (?:de )?(?:wederzijdse )?rechtshulp in strafzaken|europäische[ns]? übereinkommens? (?:vom 20\. april 1959 )?über die rechtshilfe in strafsachen|европейск[^\W\d_]{2,3} конвенци[^\W\d_]{1,2} о взаимной (?:правовой )?помощи по уголовным делам|ceza işlerinde karşılıklı adl[iî] yardım avrupa sözleşmesi"),
    ("ETS-098", r"second additional protocol to the european convention on extradition|deuxième protocole additionnel à la convention européenne d'extradition"),
    ("ETS-024", r"european convention on extradition|convention européenne d'extradition|europe(?:es|se) verdrag (?:betreffende|inzake) uitlevering|europäische[ns]? auslieferungsübereinkommens?|европейск[^\W\d_]{2,3} конвенци[^\W\d_]{1,2} о выдаче|suçluların iadesine dair avrupa sözleşmesi"),
    ("CETS-198", r"convention (?:du conseil de l'europe relative au|of the council of europe on|on) (?:le )?(?:blanchiment|laundering)[^.;]{0,90}(?:financ(?:ing|ement) (?:of|du) terrorism)|verdrag van de raad van europa inzake het witwassen[^.;]{0,120}financiering van terrorisme|übereinkommens? des europarats? über geldwäsche[^.;]{0,140}terrorismusfinanzierung|übereinkommens? des europarats? über geldwäsche[^.;]{0,140}finanzierung des terrorismus|конвенци[^\W\d_]{1,2} совета европы об отмывании[^.;]{0,140}финансировании терроризма|suç gelirlerinin aklanması, araştırılması, el konulması, müsaderesi ve terörizmin finansmanı(?:nın)?[^.;]{0,40}sözleşmesi"),
    ("ETS-141", r"convention on (?:money )?laundering, search, seizure and confiscation(?: of the proceeds from crime)?|convention relative au blanchiment, au dépistage, à la saisie et à la confiscation(?: des produits du crime)?|verdrag inzake het witwassen, de opsporing, de inbeslagneming en de confiscatie(?: van opbrengsten van misdrijven)?|übereinkommens? über geldwäsche sowie ermittlung, beschlagnahme und einziehung(?: von erträgen aus straftaten)?|конвенци[^\W\d_]{1,2} об отмывании, выявлении, изъятии и конфискации доходов от преступной деятельности"),
    ("UNTOC", r"(?:united nations |un )?convention against transnational organi[sz]ed crime|convention (?:des nations unies )?contre la criminalité transnationale organisée|verdrag (?:van de verenigde naties )?tegen (?:de )?(?:grensoverschrijdende|transnationale) georganiseerde (?:misdaad|criminaliteit)|übereinkommens? (?:der vereinten nationen )?(?:vom [^,;]{6,20} )?gegen die grenzüberschreitende organisierte kriminalität|конвенци[^\W\d_]{1,2} (?:оон|организации объедин[её]нных наций) против транснациональной организованной преступности|sınır ?aşan örgütlü suçlara karşı birleşmiş milletler sözleşmesi|untoc|palermo convention|convention de palerme|verdrag van palermo"),
    ("UNCAC", r"(?:united nations |un )?convention against corruption|convention (?:des nations unies )?contre la corruption|verdrag (?:van de verenigde naties )?tegen (?:de )?corruptie|übereinkommens? (?:der vereinten nationen )?(?:vom [^,;]{6,20} )?gegen (?:die )?korruption|конвенци[^\W\d_]{1,2} (?:оон|организации объедин[её]нных наций) против коррупции|yolsuzlu(?:kla mücadele|ğa karşı) birleşmiş milletler sözleşmesi|birleşmiş milletler yolsuzlukla mücadele sözleşmesi|uncac"),
    ("VIENNA-1988", r"convention against illicit traffic in narcotic drugs(?: and psychotropic substances)?|convention (?:des nations unies )?contre le trafic illicite de stupéfiants(?: et de substances psychotropes)?|verdrag (?:van de verenigde naties )?tegen (?:de )?sluikhandel in verdovende middelen(?: en psychotrope stoffen)?|übereinkommens? gegen den unerlaubten verkehr mit suchtstoffen(?: und psychotropen stoffen)?|uyuşturucu ve psikotrop maddelerin kaçakçılığına karşı birleşmiş milletler sözleşmesi|конвенци[^\W\d_]{1,2} (?:оон )?о борьбе против незаконного оборота наркотических средств(?: и психотропных веществ)?"),
    ("ETS-185", r"(?:budapest )?convention on cybercrime|convention (?:de budapest )?sur la cybercriminalité|verdrag inzake (?:de bestrijding van strafbare feiten verbonden met elektronische netwerken|cybercriminaliteit)|cybercrimeverdrag|übereinkommens? über computerkriminalität|конвенци[^\W\d_]{1,2} о (?:киберпреступности|преступности в сфере компьютерной информации)|budapest convention|sanal ortamda işlenen suçlar sözleşmesi|siber suç sözleşmesi"),
    ("EIO-DIRECTIVE", r"(?:directive|richtlijn|richtlinie|директив[^\W\d_])[ \n](?:\(eu\) |\(ue\) )?2014/41/(?:eu|ue|ес)"),
    ("ETS-112", r"convention on the transfer of sentenced persons|convention sur le transfèrement des personnes condamnées|verdrag inzake de overbrenging van gevonniste personen|übereinkommens? über die überstellung verurteilter personen"),
    ("FINANCING-1999", r"convention for the suppression of the financing of terrorism|convention (?:internationale )?pour la répression du financement du terrorisme"),
    ("ETS-090", r"european convention on the suppression of terrorism|convention européenne pour la répression du terrorisme"),
)  # fmt: skip
_LOOKS = tuple((what, look(rf"(?<![^\W_])(?:{words})(?![^\W_])")) for what, words in _NAMED)
_SERIES = look(r"(?<![^\W_])(?P<series>c?ets|c?ste|stce|sev)[ ,]{0,2}(?:no|nr|n°|nº|№)?\.?[ ]?(?P<n>\d{1,3})(?!\d)")
_LISTED = frozenset({24, 30, 51, 86, 90, 98, 99, 108, 112, 141, 181, 182, 185})
_LISTED_LATER = frozenset({196, 198, 209, 212, 223})
_BILATERAL = look(
    r"(?<![^\W_])(?:(?:bilateral )?(?:treaty|agreement|convention)|traité|accord|convention|(?:uitleverings|rechtshulp)?(?:verdrag|overeenkomst)|(?:auslieferungs|rechtshilfe)?(?:vertrag|abkommen)(?:s|es)?|договор[^\W\d_]{0,2}|соглашени[^\W\d_]{1,2})(?![^\W_])(?P<ahead>(?:[^.;:]|(?<=\d)\.(?=\d)){0,110}?)(?:between|entre|tussen|zwischen|между|der|des)(?= )(?P<who>[^.;:]{5,150})"
)
_BILATERAL_TR = look(
    r"(?P<who>[^.;:]{5,120}? arasında)(?:[^.;:]|(?<=\d)\.(?=\d)){0,100}?(?:anlaşma|sözleşme|andlaşma|antlaşma)[^\W\d_]{0,6}"
)
_PARTIES = 2
_AND = look(r" (?:and|et|en|und|и|ile|ve)(?: |$)")
_ABOUT = look(r"extradition|auslieferung|uitlevering|выдаче|экстрадиции|iade")
_MULTILATERAL = look(
    r"europ|united nations|nations unies|verenigde naties|vereinten nationen|оон|объедин[её]нных наций|birleşmiş milletler|avrupa|европейск|member states|états membres|lidstaten|mitgliedstaaten"
)
_REGIONAL = (
    ("", r"(?:минск[^\W\d_]{2,3}|кишин[её]вск[^\W\d_]{2,3}) конвенци[^\W\d_]{1,2}|(?:minsk|chisinau|kishinev) convention|convention de (?:minsk|chisinau)|конвенци[^\W\d_]{1,2} о правовой помощи и правовых отношениях по гражданским, семейным и уголовным делам"),
    ("2002-584-JHA", r"framework decision 2002/584/(?:jha)|décision-cadre 2002/584/jai|kaderbesluit 2002/584/jbz|rahmenbeschluss(?:es)? 2002/584/ji"),
    ("", r"convention (?:of 29 may 2000 )?on mutual assistance in criminal matters between the member states of the european union|convention relative à l'entraide judiciaire en matière pénale entre les états membres de l'union européenne|(?:overeenkomst betreffende de )?wederzijdse rechtshulp in strafzaken tussen de lidstaten van de europese unie|übereinkommens? über die rechtshilfe in strafsachen zwischen den mitgliedstaaten der europäischen union"),
    ("", r"convention (?:implementing|d'application de l'accord de|applying the) schengen[^.;,\n]{0,20}|schengen(?:er)? (?:uitvoeringsovereenkomst|durchführungsübereinkommens?)"),
)  # fmt: skip
_REGIONAL_LOOKS = tuple((what, look(rf"(?<![^\W_])(?:{words})(?![^\W_])")) for what, words in _REGIONAL)


def treaties(sheets: Sequence[Sheet]) -> Iterator[Proposed]:
    """Each treaty or act named, once."""
    told: set[str] = set()
    for sheet in sheets:
        found = sorted({*_by_name(sheet), *_by_series(sheet), *_bilateral(sheet)})
        last = 0
        for start, end, value, why in found:
            known = value or one_line(sheet.small[start:end])
            if known not in told and start >= last:
                doubts = () if value else ("not among the instruments known here: taken as it stands",)
                told.add(known)
                yield sheet.proposed(Field.TREATY, (start, end), value, why, doubts)
            last = max(last, end)


_Named = tuple[int, int, str, str]


def _by_name(sheet: Sheet) -> Iterator[_Named]:
    for looks in [_LOOKS, _REGIONAL_LOOKS]:
        for what, words in looks:
            for match in words.finditer(sheet.small):
                yield match.start(), match.end(), what, "is named in the text"


def _by_series(sheet: Sheet) -> Iterator[_Named]:
    for match in _SERIES.finditer(sheet.small):
        number = int(match["n"])
        if number in _LISTED or number in _LISTED_LATER:
            ident = f"{'CETS' if number in _LISTED_LATER else 'ETS'}-{number:03}"
            yield (
                match.start(),
                match.end(),
                ident,
                "is named by its number in the treaty series of the Council of Europe",
            )


def _bilateral(sheet: Sheet) -> Iterator[_Named]:
    for words in (_BILATERAL, _BILATERAL_TR):
        for match in words.finditer(sheet.small):
            named = list(peoples_in(match["who"]))[:_PARTIES]
            ahead = sheet.small[match.start() : match.start("who")]
            if len({one.code for one in named}) < _PARTIES or _MULTILATERAL.search(ahead):
                continue
            if not _AND.search(match["who"], named[0].end, named[1].start):
                continue
            end = match.start("who") + named[1].end if words is _BILATERAL else match.end()
            start = match.start("who") + named[0].start if words is _BILATERAL_TR else match.start()
            extradition = _ABOUT.search(sheet.small, start, min(len(sheet.small), end + 60))
            one, other = sorted(n.code for n in named)
            yield (
                start,
                end,
                f"{'BILATERAL-EXTRADITION' if extradition else 'BILATERAL'}:{one}-{other}",
                "is a treaty between the two states",
            )
