"""Words by which letters name persons: roles, titles, labels, and words no name holds."""

import re

from rogatory.received.fields.sheet import CAPITAL, label, look, loose_label


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARTICLE = r"(?:van der|van den|van de|van het|van|von der|von|vom|zu|der|den|ter|ten|te|de la|de|du|des|del|della|di|da|dos|le|la|el|al|bin|ibn|ben|bint|binti|ould|oglu|ogly|oğlu|kızı|qızı|kyzy|uly|ұлы|улы|қызы|кызы|оглы|оглу|фон|дер|де|and)"
_PIECE = rf"(?:{CAPITAL}[^\W\d_]*|al-{CAPITAL}[^\W\d_]*|d'{CAPITAL}[^\W\d_]*)"
WORD = rf"(?:{_PIECE}(?:['\-]{CAPITAL}[^\W\d_]*|-[^\W\d_]{{1,12}})*\.?)"
_BETWEEN_WORDS = PARTICLE.replace("|and", "")


def _name(apart: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![^\W_])(?<![-'])(?<![^\d]\.){WORD}(?:{apart}(?:{_BETWEEN_WORDS} )*{WORD}|,?\n[ ]{{0,3}}{WORD}|[ ]{_BETWEEN_WORDS}(?![^\W_])){{0,6}}"
    )


NAME = _name(r",?[ ]{1,2}")
"""Words with capitals in a row, with what stands between parts of a name."""
SCANNED_NAME = _name(r"(?:,?[ ]{1,2}'?|[ ]-|[ ]?'\.?[ ]?)")
"""The same with a speck between two of the words, as a scan has them."""

ROLES = _words(
    """
    mr mr. mrs mrs. ms ms. miss dr dr. sir madam citizen national suspect suspects accused defendant defendants
    person persons convict fugitive subject named concerned wanted sought individual m m. mme mme. mlle monsieur madame
    maître nommé nommée dénommé dénommée prévenu prévenue inculpé inculpée suspecté suspecte personne
    ressortissant ressortissante citoyen citoyenne sieur condamné condamnée intéressé mis heer mevrouw dhr dhr.
    mevr mevr. mw mw. verdachte verdachten beklaagde betrokkene genaamde veroordeelde onderdaan
    inverdenkinggestelde persoon personen herr herrn frau beschuldigte beschuldigten beschuldigter angeklagte angeklagten
    angeklagter angeschuldigte angeschuldigten verfolgte verfolgten verfolgter verurteilte verurteilten
    staatsangehörige staatsangehörigen staatsangehöriger betroffene betroffenen verdächtige verdächtigen
    verdächtiger гражданин гражданина гражданину гражданином гражданка гражданки гражданку гр гр. г-н г-на г-жа
    г-жи обвиняемый обвиняемого обвиняемой обвиняемому обвиняемая обвиняемым подозреваемый подозреваемого
    подозреваемой подозреваемая подозреваемому подозреваемым осужденный осужденного осуждённого лицо лица
    подсудимый подсудимого разыскиваемый разыскиваемого господин господина şüpheli sanik hükümlü vatandaşi bay
    bayan sayin şüpheliler şahis kişi uyruklu doğumlu
    """
)
"""Words before a name that say who somebody is in a case, or are a title."""

BEFORE = look(
    r"(?:^|[^\w])(?:against|concerning|regarding|in respect of|with respect to|relating to|versus|extradition of|surrender of|arrest of|hearing of|interview of|examination of|interview|hear|question|questioning of|proceedings? (?:against|concerning)"
    r"|namely|named|called|identified as|home of|residence of|accounts? of|accounts? held by|by the name of|persons?:|suspects?:|accused:"
    r"|contre|à l'encontre d[eu]|à charge d[eu]|concernant|à l'égard d[eu]|au sujet d[eu]|mettant en cause|extradition d[eu]|remise d[eu]|audition d[eu]|entendre|interroger|au domicile d[eu]|domicile d[eu]|nommé|l'arrestation d[eu]"
    r"|tegen|lastens|ten laste van|ten aanzien van|betreffende|inzake|jegens|uitlevering van|overlevering van|verhoor van|verhoren van|horen van|genaamd|aanhouding van|woning van|huiszoeking bij"
    r"|gegen(?: den| die)?|betreffend|betreffs|bezüglich|in bezug auf|auslieferung (?:des|der|von)|übergabe (?:des|der|von)|vernehmung (?:des|der|von)|namens|festnahme (?:des|der|von)|wohnung (?:des|der|von)"
    r"|в отношении|по обвинению|в адрес|о выдаче|о экстрадиции|об экстрадиции|экстрадици[юи]|допросить|допрос|на имя|лиц(?:о|а)[:,]?|по месту жительства|выдач[аеиу])[ \n]{1,3}(?:the |la |le |les |l'|de |den |het |een |den |die |der |des |un |une |a |an )?\Z"
)
"""What stands right before the name of a person concerned."""
ROLE_BEFORE = look(
    rf"(?<![^\W_])(?:{'|'.join(sorted((re.escape(r) for r in ROLES if len(r) > 4), key=len, reverse=True))})[,:]?[ \n]{{1,3}}(?:\w{{1,3}}\. |является |is |est |ist |dhr\. |de heer |mevrouw |m\. |mme )?\Z"  # noqa: PLR2004 - titles are short
)
TITLE_BEFORE = look(
    r"(?<![^\W_])(?:mr|mrs|ms|mr\.|mrs\.|ms\.|m\.|mme|monsieur|madame|herr|herrn|frau|de heer|mevrouw|dhr\.|mevr\.|mw\.|г-н|г-на|г-жа|г-жи|гр\.)[ \n]{1,2}\Z"
)

STARTS = _words(
    """
    the against concerning regarding in on by of hear interview question arrest contre concernant le la les l par entendre tegen de
    den inzake gegen der die das dem des von допросить вручить допрос и в задержать
    """
)
"""Words with a capital at the head of a sentence that stand before a name and are no part of it."""
OTHERS = _words(
    """
    witness witnesses victim victims injured complainant notary expert interpreter director manager accountant
    owner representative témoin témoins victime victimes plaignant plaignante notaire experte gérant gérante
    directeur comptable lésé lésée civile getuige getuigen slachtoffer benadeelde notaris deskundige zaakvoerder
    bestuurder boekhouder aangever zeuge zeugen zeugin geschädigte geschädigten geschädigter notar notarin
    sachverständige sachverständigen geschäftsführer verletzte verletzten anzeigeerstatter свидетель свидетеля
    свидетелем свидетелю свидетельница потерпевший потерпевшего потерпевшая потерпевшей потерпевшему нотариус
    нотариуса эксперт эксперта директор директора бухгалтер tanik taniğin mağdur mağdurun müşteki müştekinin
    noter bilirkişi müdürü müdür şikayetçi
    """
)
"""Words before the name of somebody a letter tells of and is not about."""
OTHER_BEFORE = look(
    rf"(?<![^\W_])(?:{'|'.join(sorted(OTHERS, key=len, reverse=True))}|injured party|partie civile|partie lésée|benadeelde partij)[^\W\d_]{{0,3}},?[ \n]{{1,3}}(?:mr |mrs |ms |m\. |mme |dhr\. |mevr\. |de heer |mevrouw |herrn? |frau )?\Z"
)

BEHIND = look(
    r"(?:'[^\W\d_]{1,6})?[ \n]{1,2}(?:hakkında|isimli|adlı|aleyhine|hakkındaki|(?:ifadesinin|iadesi))|[, \n]{1,3}\(?(?:born(?: on)?|née? le|né\(e\) le|geboren(?: op| am)?|родивш[^\W\d_]{2,3}|дата рождения) ?[:\d]|[, \n]{1,3}(?:residing at|domicili|wonende|wohnhaft|проживающ|ikamet)"
)
COMPANY = look(
    r"[ \n]?(?!d\.o\.b)(?:[.:;][^\W\d_]|[^\W\d_]\.(?:[^\W\d_]\.?)?|(?:ltd|llc|llp|plc|inc|corp|co|gmbh|ag|kg|sa|sarl|sas|nv|bv|bvba|srl|spa|jsc|oü|ab|as|aş|oy|limited|group|holding|bank|logistics|trading|invest|international)(?![^\W_]))"
)
"""What stands behind the name of a company."""
COMPANY_FORMS = _words("AS AŞ LP LLP LTD SA NV BV AG SE OY AB KG PLC SRL ТОО ООО АО")
"""What ends the name of a company, also where a scan lost the stops in it."""
FUNCTION = look(
    r"[ \n,\-(]{0,4}(?:[^\W\d_]+[ \n-]){0,3}(?:prosecutor|judge|magistrate|minister|attach[eé]|investigator|inspector|officer|clerk|director|head of|counsel|lawyer|attorney|adviser|procureur|juge|substitut|ministre|greffier|avocat|enquêteur|commissaire|officier|rechter|griffier|advocaat|minister|hoofd|directeur"
    r"|staatsanw|richter|minist|rechtsanw|oberstaatsanw|прокурор|следовател|судья|министр|начальник|адвокат|заместитель|советник|savcı|hâkim|hakim|bakan|müdür|avukat)"
)
"""What somebody is who writes or helps, and is not concerned."""
FUNCTION_BEFORE = look(
    r"(?:prosecutor|judge|magistrate|minister|attach[eé]|investigator|inspector|officer|clerk|director|counsel|lawyer|attorney|contact|procureure?|juge|substitut|ministre|greffi[eè]re?|avocate?|enquêteur|maître|rechter|griffier|advocaat|contactpersoon|staatsanw[^\W\d_]*|[^\W\d_]*richter(?:in)?|rechtsanw[^\W\d_]*"
    r"|прокурор[^\W\d_]*|следовател[^\W\d_]*|судья|министр|адвокат[^\W\d_]*|savcı(?:sı)?|hâkim[i]?|hakim[i]?|avukat|bakan)[ \n,:]{1,4}(?:mr|mrs|ms|m|mme|dr|the)?\.?[ \n]{0,2}\Z"
)

NOT_NAMES = _words(
    """
    trading holding logistics invest limited
    republic kingdom federation state states union ministry minister court convention treaty protocol article
    articles criminal code penal law act crime crimes organized organised transnational corruption european
    united nations council directive international mutual legal assistance matters request requests letter
    rogatory office prosecutor general public department service bureau police interpol section authority
    authorities central requesting requested subject date reference dear sir madam excellency case file number
    no bank ltd llc llp jsc company limited inc plc gmbh ag sa nv bv sarl sprl corp january february march april
    may june july august september october november december monday tuesday wednesday thursday friday saturday
    sunday street avenue road city region district république royaume état états ministère cour tribunal traité
    protocole pénal loi entraide judiciaire matière demande commission rogatoire parquet procureur juge autorité
    banque société rue objet référence monsieur madame européenne europe conseil droits republiek koninkrijk
    ministerie rechtbank hof verdrag wetboek strafrecht strafvordering strafzaken rechtshulp verzoek
    rechtshulpverzoek parket straat laan europees europese raad richtlijn verenigde naties republik
    bundesrepublik königreich ministerium gericht amtsgericht landgericht staatsanwaltschaft übereinkommen
    vertrag strafgesetzbuch strafsachen rechtshilfe rechtshilfeersuchen ersuchen straße europäische europäischen
    europarat vereinten nationen bundesamt richtlinie verfahren ermittlungsverfahren gesellschaft республика
    республики федерация федерации королевство королевства министерство суд суда конвенция конвенции договор
    договора протокол кодекс кодекса уголовный уголовного прокуратура прокуратуры правовой помощи запрос
    поручение банк банка тоо ооо ао зао оао улица улицы ул город города области европейская европейской совет
    единый единого реестр реестра снг содружества cumhuriyeti cumhuriyet kralliği bakanliği mahkemesi sözleşmesi
    sözleşme kanunu ceza türk başsavciliği savciliği adalet adli yardim yardimlaşma talebi bankasi anonim
    şirketi caddesi sokak mahallesi avrupa konseyi birleşmiş milletler federasyonu schengen europol eurojust
    annex annexe anlage приложение ek passport passeport reisepass place birth born nationality citizenship
    identity identification personal address residence occupation sex gender male female forename forenames
    surname id naissance né née lieu nationalité numéro identité adresse domicile profession sexe prénom prénoms
    nom geboren geboorte geboortedatum geboorteplaats nationaliteit persoonsnummer identificatienummer adres
    woonplaats beroep geslacht voornaam voornamen naam op geburtsdatum geburtsort geburtstag staatsangehörigkeit
    identifikationsnummer ausweisnummer personennummer anschrift wohnort beruf geschlecht vorname vornamen
    nachname familienname erlass eea рождения дата место гражданство гражданин номер инн иин паспорт адрес
    фамилия имя отчество пол doğum tarihi yeri uyruğu uyruk kimlik numarasi adresi adi soyadi cinsiyeti
    vatandaşliği
    """
)
"""Words that make words with capitals something other than a person."""

WHOLE = label(
    r"(?:full |complete )?names?(?: in full)?(?: of (?:the )?(?:person(?:s)?(?: concerned| sought| wanted)?|suspect|accused|defendant|witness))?|(?:full|complete) name|name and (?:fore|first )?names?|(?:person(?:s)?|individual) (?:concerned|sought|wanted)|suspect(?:ed person)?|accused(?: person)?|defendant|witness|surname and (?:given|first) names?|name, (?:fore|first )?names?"
    r"|nom complet|noms? et pr[eé]noms?|pr[eé]noms? et noms?|nom, pr[eé]noms?|identit[eé]|personne (?:concern[eé]e|mise en cause|recherch[eé]e|r[eé]clam[eé]e)|pr[eé]venue?|inculp[eé]e?|suspecte?|mise? en cause|t[eé]moin"
    r"|volledige naam|naam en voorna(?:a)?m(?:en)?|naam, voorna(?:a)?m(?:en)?|betrokken(?:e)?(?: persoon)?|verdachte|beklaagde|gezochte persoon|opgeëiste persoon|getuige|voornamen en naam|voorna(?:a)?m en (?:achter)?naam"
    r"|vollständiger name|name(?:,| und) vornamen?|vor- und (?:nach|familien|zu)name|name|betroffene(?:r)?(?: person)?|beschuldigte(?:r)?|angeschuldigte(?:r)?|angeklagte(?:r)?|verfolgte(?:r)?|gesuchte(?: person)?|zeug(?:e|in)"
    r"|ф\. ?и\. ?о\.?|фио|фамилия, имя(?:,|(?: и)) отчество|фамилия, имя|обвиняем(?:ый|ая)|подозреваем(?:ый|ая)|свидетель|разыскиваем(?:ый|ая)(?: лицо)?|разыскиваемое лицо|осужденн(?:ый|ая)|лицо, (?:в отношении которого|подлежащее)[^:\n]{0,40}"
    r"|(?:adı|ad)(?:ı)?[ ,]*(?:ve )?soyad(?:ı)?|adı soyadı|ad-soyad|ad/soyad|isim soyisim|şüpheli(?:nin adı soyadı)?|sanık|tanık|hükümlü|aranan (?:kişi|şahıs)|ilgili kişi"
)
_FAMILY = r"surname|family name|last name|nom(?: de famille)?|achternaam|familienaam|naam|familienname|nachname|фамилия|soyad(?:ı)?|soy ?isim|name"
_GIVEN = r"(?:given|first|fore|christian) ?names?|forenames?|pr[eé]noms?|voorna(?:a)?m(?:en)?|vornamen?|имя(?: и отчество|, отчество)?|имена|ad(?:ı)?|isim|isimleri"
_PATRONYMIC = r"patronymic|patronyme|отчество|vatersname|vadersnaam|baba adı"
FAMILY_WORDS = _words("surname achternaam familienaam familienname nachname фамилия soyadı")
GIVEN_WORDS = _words("forename forenames prénoms voornaam voornamen vorname vornamen vornamen")
"""Labels of one word that are known also where a scan has one letter of them wrong."""
FAMILY, GIVEN, PATRONYMIC = label(_FAMILY), label(_GIVEN), label(_PATRONYMIC)
"""Labels of a whole name, and of its parts."""
LOOSE_FAMILY, LOOSE_GIVEN, LOOSE_PATRONYMIC = map(loose_label, (_FAMILY, _GIVEN, _PATRONYMIC))
"""The same on a scanned page."""
