"""How letters name authorities, in the languages of letters: nouns by which the name of one is known."""

from rogatory.received.fields.sheet import look

NOUNS: dict[str, tuple[str, ...]] = {
    "en": (
        r"(?:federal )?ministry of (?:the )?(?:justice|interior|internal affairs|foreign affairs|security and justice)(?: and (?:security|public order|freedoms))?",
        r"(?:federal )?department of justice", r"(?:federal )?office of justice",
        r"(?:office of the |department of the )?(?:state |federal |chief |deputy )?(?:prosecutor|attorney|procurator)(?:-| )general(?:'?s'? office)?",
        r"(?:general|federal|state|district|regional|city|provincial|military|chief|senior|national|special(?:i[sz]ed)?|anti-corruption|public)(?: public)? prosecut(?:or|ion)(?:s?'s?|s)? (?:office|service)",
        r"office of the (?:chief |public |state |federal |district |regional |special )*prosecutor", r"(?:crown|public) prosecution (?:service|department)",
        r"prosecutor(?:s?'s?|s)? office", r"investigating judge", r"examining magistrate", r"investigative committee",
        r"(?:committee (?:of|for) national security|national security committee|state security service|national anti-corruption bureau|anti-corruption (?:agency|service|bureau))",
        r"(?:supreme |high |regional |district |city |county |municipal |provincial |criminal |assize |appeal |central |specialised |specialized |inter-?district |military |crown |economic |heavy penal |first instance |circuit )*court(?: of (?:appeals?|cassation|first instance|assizes|justice|law))?",
        r"(?:central|federal|national|state) (?:[^\W\d_]+ ){0,2}(?:bureau|agency|directorate|service|committee|police)(?: of [^\W\d_]+)?", r"central authority", r"national central bureau(?: of interpol)?", r"international (?:legal )?(?:cooperation|assistance) (?:department|unit|office)",
        r"(?:crown prosecution service|home office|director of public prosecutions|serious fraud office|federal bureau of investigation)",
    ),
    "fr": (
        r"minist[eè]re (?:public(?: de la conf[eé]d[eé]ration)?|de la justice(?: et des libert[eé]s)?|de l'int[eé]rieur|des affaires [eé]trang[eè]res)", r"service public f[eé]d[eé]ral justice|spf justice",
        r"parquet(?: (?:g[eé]n[eé]ral|f[eé]d[eé]ral|national(?: (?:financier|antiterroriste))?|europ[eé]en))?(?: pr[eè]s (?:le |la )?[^\W\d_]+)?",
        r"bureau du procureur(?: g[eé]n[eé]ral| de la r[eé]publique)?", r"procureur(?:e)? (?:g[eé]n[eé]ral(?:e)?|de la r[eé]publique|du roi|f[eé]d[eé]ral|d'[eé]tat)(?: pr[eè]s (?:le |la )?[^\W\d_]+)?",
        r"pôle (?:judiciaire|financier|[eé]conomique|anti-?corruption)(?: [^\W\d_]+){0,4}", r"(?:doyen des )?juges? d'instruction", r"tribunal (?:judiciaire|de grande instance|de premi[eè]re instance|correctionnel|d'arrondissement|r[eé]gional|p[eé]nal f[eé]d[eé]ral|f[eé]d[eé]ral|de police)",
        r"cour (?:d'appel|de cassation|d'assises|supr[eê]me|de justice)", r"office f[eé]d[eé]ral de la justice", r"autorit[eé] centrale",
        r"bureau de l'entraide p[eé]nale internationale", r"direction des affaires criminelles et des gr[aâ]ces",
    ),
    "nl": (
        r"ministerie van (?:justitie(?: en veiligheid)?|binnenlandse zaken|buitenlandse zaken)", r"federale overheidsdienst justitie|fod justitie", r"openbaar ministerie",
        r"(?:arrondissements|landelijk |functioneel |federaal |ressorts|algemeen |hoofd)?parket(?:-generaal)?(?: van de procureur des konings| bij het hof van [^\W\d_]+)?", r"procureur(?:-generaal| des konings)", r"officier van justitie",
        r"(?:arrondissements)?rechtbank(?: van eerste aanleg)?", r"gerechtshof", r"hof van (?:beroep|cassatie|assisen)", r"onderzoeksrechter", r"rechter-commissaris(?:, belast met[^\n,]{0,40})?",
        r"internationaal rechtshulp ?centrum", r"afdeling internationale (?:aangelegenheden en )?rechtshulp(?: in strafzaken)?", r"centrale autoriteit", r"hoge raad",
    ),
    "de": (
        r"(?:bundes|s[aä]chsisches (?:staats)?|bayerisches staats|staats)?ministerium (?:der|für) justiz(?: und f[üu]r [^\W\d_]+)?", r"justizministerium", r"bundesministerium (?:der justiz|für justiz|des innern)", r"bundesamt für justiz",
        r"(?:general|ober|leitende ober|zentrale |zentral|wirtschafts- und korruptions|bundes)?staatsanwaltschaft", r"generalbundesanwalt(?: beim bundesgerichtshof)?", r"bundesanwaltschaft", r"bundeskriminalamt",
        r"(?:amts|land|oberland|landes|bezirks|oberlandes|bundes|bundesstraf|straf|kreis|kammer)gericht(?: für strafsachen)?", r"(?:untersuchungs|ermittlungs)richter(?:in)?", r"bundesgerichtshof", r"oberster gerichtshof", r"zentralbehörde",
    ),
    "ru": (
        r"министерств[^\W\d_]{0,2} (?:юстиции|внутренних дел|иностранных дел)", r"(?:главн[^\W\d_]{2,3} военн[^\W\d_]{2,3} |генеральн[^\W\d_]{2,3} |(?:[^\W\d_]{3,20}(?:ск|н)[^\W\d_]{2,3} ){0,2})прокуратур[^\W\d_]{0,2}",
        r"генеральн[^\W\d_]{2,3} прокурор[^\W\d_]{0,2}", r"следственн[^\W\d_]{2,3} (?:комитет|управлени|департамент|отдел)[^\W\d_]{0,2}", r"главн[^\W\d_]{2,3} следственн[^\W\d_]{2,3} управлени[^\W\d_]{0,2}",
        r"(?:верховн|[^\W\d_]{3,20}(?:ск|н))[^\W\d_]{2,3} (?:(?:городск|областн|районн|межрайонн|следственн|уголовн|верховн|краев)[^\W\d_]{2,3} ){0,3}суд[^\W\d_]{0,2}", r"комитет[^\W\d_]{0,2} (?:государственной|национальной) безопасности",
        r"агентств[^\W\d_]{1,2} (?:республики казахстан )?по(?: (?:противодействию|борьбе с|финансовому)(?:[ \n][^\W\d_]+){1,3})?", r"антикоррупционн[^\W\d_]{2,3} служб[^\W\d_]{1,2}", r"служб[^\W\d_]{1,2} экономических расследований",
        r"национальн[^\W\d_]{2,3} центральн[^\W\d_]{2,3} бюро(?: интерпола)?", r"центральн[^\W\d_]{2,3} орган[^\W\d_]{0,2}",
    ),
    "tr": (
        r"(?:adalet|içişleri|dışişleri) bakanlığı", r"(?:cumhuriyet )?(?:baş)?savcılığı", r"(?:ağır ceza|asliye ceza|bölge adliye|sulh ceza|çocuk) mahkemesi", r"sulh ceza h[aâ]kimliği", r"yargıtay(?: cumhuriyet başsavcılığı)?",
        r"emniyet genel müdürlüğü", r"dış ilişkiler ve avrupa birliği genel müdürlüğü", r"merkez[iî] makam[ıi]?",
    ),
}  # fmt: skip
"""Nouns by language, as regular expressions over small letters."""

NOUN = look(
    "(?<![^\\W_])(?:"
    + "|".join(noun for nouns in NOUNS.values() for noun in nouns)
    + ")(?=$|[^\\w]|_|n[ıi]n|na(?!\\w)|ne(?!\\w)|nca|nce)"
)
"""Any of them. A Turkish ending may stand behind."""

LABELS = (
    r"(?:official )?name of (?:the )?authority|official name|nom de l'autorit[eé]|d[eé]nomination(?: officielle)?|nom officiel|(?:offici[eë]le )?(?:naam|benaming)(?: van de autoriteit)?|(?:offizielle )?bezeichnung(?: der beh[öo]rde)?|name der beh[öo]rde|(?:официальное )?наименование(?: органа)?|(?:resm[iî] )?(?:makamın |kurumun )?(?:adı|resmi adı)",
    r"(?:name of (?:the )?)?(?:requesting|issuing) (?:judicial )?authority|authority making the request|competent authority of the requesting state|competent authority|requesting (?:court|office)",
    r"autorit[eé] (?:judiciaire )?(?:requ[eé]rante|d'[eé]mission|de l'[eé]tat requ[eé]rant)|autorit[eé] (?:dont [eé]mane la demande|comp[eé]tente)|(?:nom|d[eé]nomination) de l'autorit[eé] (?:d'[eé]mission|requ[eé]rante)",
    r"(?:naam van de )?(?:verzoekende|uitvaardigende) (?:rechterlijke |justiti[eë]le |gerechtelijke )?autoriteit|bevoegde autoriteit",
    r"(?:bezeichnung der )?(?:ersuchende|anordnende|ausstellende)[rn]? (?:justiz)?(?:beh[öo]rde|stelle)|zuständige beh[öo]rde",
    r"(?:наименование )?запрашивающ(?:ий|его) (?:компетентн(?:ый|ого) )?орган(?:а)?|запрашивающее учреждение|(?:компетентный )?орган,? (?:направивший|направляющий) (?:запрос|поручение)|инициатор запроса",
    r"talep eden (?:adl[iî] )?(?:makam|mercii?|merci)|talepte bulunan (?:adl[iî] )?makam|talep makam[ıi]",
)
"""Labels behind which the authority that asks stands."""

STATE_LABELS = (
    r"requesting state|issuing (?:member )?state|requesting country|[eé]tat (?:membre )?(?:requ[eé]rant|d'[eé]mission)|pays requ[eé]rant"
    r"|(?:verzoekende|uitvaardigende) (?:lid)?staat|verzoekend land|ersuchender staat|anordnungs(?:mitglied)?staat|ausstellungs(?:mitglied)?staat|anordnungsstaat"
    r"|запрашивающее государство|запрашивающая сторона|talep eden (?:devlet|ülke|taraf)"
)
"""Labels behind which the state that asks stands."""

TO = look(
    r"(?:to(?: the)?(?=[: ]|$)|for the attention of|attn|att\.|addressee|sent to|à(?: l'attention d[eu])?(?= |:|$)|au(?= )|aux(?= )|a l'attention|destinataire|aan(?: de| het)?(?=[ :]|$)|t\.a\.v\."
    r"|geadresseerde|bestemmeling|an(?: das| die| den)?(?=[ :]|$)|empfänger|z\. ?hd|кому(?=[ :]|$)|адресат|вх?о?(?=[ ])|министру |министерству |генеральному |генеральной прокуратуре|прокуратуре |компетентн(?:ым|ому) |(?:уважаем)|sayın|alıcı|gönderilen)"
)
"""How a line that names the addressee begins."""
TO_END = look(
    r"(?:(?:l[iı]ğ[iı]|l[uü]ğ[uü]|mes[iı]|s[iı]|makamlar[iı]|merciler[iı])n[ae]|makamlarına|'n[ae]|'[yn]?[ae])\s*$"
)
"""How a Turkish line that names the addressee ends."""
REQUESTED = look(
    r"requested (?:state|authority)|executing (?:state|authority)|[eé]tat requis|autorit[eé] requise|d'ex[eé]cution|aangezochte|uitvoerende|ersuchte[rn]? |vollstreckungs|запрашиваем|исполняющ|talep edilen|talepte bulunulan"
)
"""Words of the state and authority that are asked."""
