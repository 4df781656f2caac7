"""Words for secrecy, for telling, for learning and for being there, in six languages.

They follow how treaties name these wishes, in their own words: UNTOC, Art. 18(20) and UNCAC, Art. 46(20) (confidential),
ETS 182, Art. 25 (confidential), Directive 2014/41/EU, Art. 19 (not to be disclosed), the UN Model Treaty on Mutual
Assistance, Art. 9 (confidential, and the fact that assistance was granted); ETS 030, Art. 4, ETS 182, Art. 2, and
Directive 2014/41/EU, Art. 9(4) (officials may be present, assist). What else a language says for the same was taken from
its grammar and thesaurus.
"""

from rogatory.received.fields.sheet import look

_SECRET = {
    "en": r"confidential|secrecy|(?<![^\W_])secret(?:ly)?(?![^\W_])|discre(?:et|tion)|non-disclosure|under seal|in confidence",
    "fr": r"confidenti|discr(?:étion|ète|et)|(?<![^\W_])secr(?:et|ète|ètement)|silence sur|sous scellé|à l'insu",
    "nl": r"vertrouwelijk|geheim|stilzwijgen|discre|stilte|(?:zonder|buiten) (?:het |zijn |haar |hun )?(?:mede)?weten",
    "de": r"vertraulich|verschwiegen|still(?:schweigen|e bewahr)|diskret|geheim|unter verschluss|ohne (?:das )?wissen",
    "ru": r"конфиденц|тайн[ауеы]|втайне|секретн|неразглаш|без ведома|негласн",
    "tr": r"gizli|saklı tut|ketum|mahrem|sır ",
}
_TELL = {
    "en": r"disclos|reveal|inform(?:ed|ing)?(?![^\W_])|alert|(?:made|become|becomes|be) (?:known|aware|public)|divulg|notif(?:y|ied)|(?<![^\W_])tip(?:ped)? off|learn|find out|hear of|come to the (?:knowledge|notice|attention)|mention|publici[sz]|communicat(?:e|ed) to|shar(?:e|ed) with|passed on",
    "fr": r"connaissance|divulg|révél|avis(?:er|ée?s?)(?![^\W_])|inform(?:ée?s?|er|ation de)(?![^\W_])|communiqu|apprend|appri(?:s|t)|apprenne|au courant|ébruit|averti|prévenu?s? de|dévoil|publicit|rendue? public|transmise? à des tiers",
    "nl": r"mee te delen|meegedeeld|medegedeeld|meedelen|bekend(?:gemaakt| te maken|maken)|op de hoogte|in kennis|openbaar|ter kennis|kennis (?:krijg|neem|nemen)|ingelicht|in te lichten|inlicht|vernem|verne(?:emt|men)|te weten kom|weet krijg|ruchtbaar|onthul|prijs(?:gegeven|geven| te geven)|geïnformeerd|informeren|verwittig|doorgegeven|verspreid",
    "de": r"offenleg|offengelegt|offenzulegen|offenbar|bekannt|unterricht|in kenntnis|kenntnis (?:erlang|erhalt|bekomm|nehm|haben)|zur kenntnis|kenntnis gelang|mitgeteilt|mitzuteilen|mitteilung an|preisg|preiszugeben|erfahren|erfährt|erfahre|informier|eingeweiht|weiterge(?:geben|leitet)|weiterzugeben|zugänglich gemacht|benachrichtig|verständig",
    "ru": r"разглаш|разглас|раскры|сообщ[ае]|сообщить|информир|уведом|ставить в известность|стало? известно|станет известно|узна|осведом|оглас|гласност|доводить до|довед(?:ен|ены)|доводил|извеща|извести|предавать|переда(?:на|ны|вать) третьим|ознаком",
    "tr": r"açıklan|açıklama|ifşa|haber(?:dar|i | ver)|bilgi (?:veril|sahibi|edin|al)|bilgilendir|duyurul|duyul|bildiril|öğren|sızdır|sızma|paylaşıl|aktarıl|iletilme|vâkıf|vakıf ol",
}
_NOT_TOLD = {
    "en": r"nothing|nobody|no one|no-one|neither|refrain|avoid|prevent(?:ed)? from|without (?:informing|telling|alerting|notice)|unaware|kept from",
    "fr": r"rien|personne (?:ne|d)|abstenir|abstien|éviter|évit[eé]|empêch|ni (?:à |par |l|d)|sans (?:que|en |l')|ignor|à l'abri",
    "nl": r"niets|niemand|achterwege|vermijd|vermeden|voorkomen|noch|onthoud|onwetend|zonder dat|verhinder",
    "de": r"nichts|niemand|unterbleib|unterlass|abzusehen|abseh|vermeid|vermied|verhinder|weder|ohne dass|ohne den|verborgen",
    "ru": r"ничего|никому|никто|воздерж|избежа|избега|исключ|не допуст|недопущ|предотврат|без уведомл|без извещ",
    "tr": r"[^\W\d_]{2,20}m[ae]m[ae](?:s[iı]|k|l[iı])|[^\W\d_]{2,20}m[ae]y[ae]cak|kimse|hiçbir|kaçin|önlen|engellen|imtina|[^\W\d_]{2,20}maksızın|[^\W\d_]{2,20}meksizin|[^\W\d_]{2,20}madan|[^\W\d_]{2,20}meden",
}
_THERE = {
    "en": r"present(?![^\W_])|presence|attend|tak(?:e|ing) part|part in|participat|accompan|observ|assist(?:ing)? (?:in|at|during) the (?:execution|search|hearing|interview|measures?|steps)|join(?:ing)?(?= )|travel(?:ling)? to|on the spot",
    "fr": r"présen(?:tes?|ts?|ce)(?![^\W_])|assist(?:er|ent|ance à)|participer|participation|participe|prendre part|prenne(?:nt)? part|accompagn|associé|se joindre|se rendre|se déplac|déplacement|observer|sur place",
    "nl": r"aanwezig|bijwon|bij te wonen|bijgewoond|bijstaan|bij te staan|deelnem|deel te nemen|deelname|tegenwoordig|vergezel|begeleid|meewerk|erbij zijn|afreizen|ter plaatse|waarnem|observ",
    "de": r"anwesen|zugegen|teilnahm|teilnehm|teilzunehm|beiwohn|beizuwohn|begleit|gegenwart|(?:bei|hin)zuge?zogen|(?:bei|hin)zuziehen|beisein|mitwirk|dabei|vor ort|anreis|beobacht|unterstütz",
    "ru": r"присутств|участ|сопровожд|находиться (?:при|на)|в присутствии|приезд|прибы(?:ть|тия|тие)|выезд|выехать|командир|содействовать на месте|наблюдат|наблюден",
    "tr": r"hazır bul|katıl|iştirak|refakat|eşlik|nezaret|gözlem|yer al|huzurunda|gelmes|yerinde (?:bulun|izle)|bulunmay[ıi]|bulunmasına izin|bulunmak iste",
}
_WISHES = {
    "en": r"would (?:like|wish|appreciate|welcome)|wish|intend|propose|leave|hope|desire|grateful|permission|consent",
    "fr": r"aimer|désir|entend|souhait|espèr|voudr|envisag|propos|autoris|accord|permission",
    "nl": r"wens|graag|willen|hopen|verlangen|voornemens|toestemming|instemming|verlof|gewenst",
    "de": r"möcht|wünsch|beabsichtig|hoff|würde[^\W\d_]{0,2} (?:gern|es begrüß)|begrüß|erwünscht|einverständnis|zustimmung|wert gelegt",
    "ru": r"хотел|намерен|жела|надеем|планир|предполаг|согласи|соглас[еи]н|разрешени",
    "tr": r"istiyor|istemekte|isten|arzu|dile|düşün|umul|planla|muvafakat|onay|izin",
}


def _of(table: dict[str, str]) -> str:
    return "|".join(table.values())


SECRET = look(_of(_SECRET))
"""That something is kept."""
TELL = look(_of(_TELL))
"""That something is told to somebody, or learned by somebody."""
NOT_TOLD = look(_of(_NOT_TOLD))
"""That it is not to be, in other words than a *not*."""
THERE = look(_of(_THERE))
"""That somebody is there while the request is executed, or takes part in it."""
WISHED = look(_of(_WISHES))
"""That somebody wants to, or asks for leave."""
