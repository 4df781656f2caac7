"""Invented letters in the languages letters come in, each with what it tells."""

from rogatory.received.proposed import Field

F = Field
LETTERS: dict[str, tuple[str, dict[Field, list[str]]]] = {
    "English": (
        """REPUBLIC OF KAZAKHSTAN
PROSECUTOR GENERAL'S OFFICE

Astana, 12 March 2024
Our ref: 12-34/5678-24

To: Ministry of Justice of the Kingdom of Belgium
Boulevard de Waterloo 115, 1000 Brussels

Subject: Request for mutual legal assistance in criminal case No. 187500121000008

Dear Sir or Madam,

The Prosecutor General's Office of the Republic of Kazakhstan presents its compliments and requests mutual legal assistance
in the pre-trial investigation against Mr Daniyar Serikovich AKHMETOV (Ахметов Данияр Серикович), born on 5 March 1980 in Almaty, a citizen of
Kazakhstan, IIN 800305300005, and Ms Aigerim Nurlanova, suspected of embezzlement under Article 189(4) of the Criminal Code of Kazakhstan.

Under Article 18 of the United Nations Convention against Transnational Organized Crime we request that you:
1. search the home of the suspect;
2. obtain the statements of his bank accounts.

Please reply within 60 days. Our investigators would like to be present during the search.
Please keep this request confidential.

Yours faithfully,
Marat Omarov
Deputy Prosecutor General
""",
        {
            F.STATE: ["KZ"],
            F.AUTHORITY: ["PROSECUTOR GENERAL'S OFFICE"],
            F.REFERENCE: ["12-34/5678-24", "187500121000008"],
            F.DATE: ["2024-03-12"],
            F.PERSON: ["Daniyar Serikovich AKHMETOV", "Ахметов Данияр Серикович", "Aigerim Nurlanova"],
            F.BIRTH: ["1980-03-05"],
            F.NATIONALITY: ["KZ"],
            F.NUMBER: ["KZ:800305300005"],
            F.OFFENCE: ["embezzlement"],
            F.ARTICLE: ["KZ.CC 189(4)"],
            F.TREATY: ["UNTOC"],
            F.MEASURE: ["search", "bank-data"],
            F.DEADLINE: ["P60D"],
            F.OFFICIALS: ["asked"],
            F.CONFIDENTIALITY: ["asked"],
            F.KIND: ["mla"],
        },
    ),
    "French": (
        """RÉPUBLIQUE FRANÇAISE
TRIBUNAL JUDICIAIRE DE PARIS
Cabinet de Mme Claire Dubois, juge d'instruction

Paris, le 3 avril 2023
N° de parquet : 23045000123
Notre réf. : JI-CD/23/41

À l'attention du Parquet fédéral de Belgique

Objet : Commission rogatoire internationale

Nous, Claire Dubois, juge d'instruction, vu l'information suivie contre Monsieur Karim BENALI, né le 12/07/1985 à Lyon, de nationalité française,
mis en examen du chef d'escroquerie, sollicitons l'entraide.
""",
        {
            F.STATE: ["FR"],
            F.AUTHORITY: ["TRIBUNAL JUDICIAIRE DE PARIS"],
            F.REFERENCE: ["23045000123", "JI-CD/23/41"],
            F.DATE: ["2023-04-03"],
            F.PERSON: ["Karim BENALI"],
            F.BIRTH: ["1985-07-12"],
            F.NATIONALITY: ["FR"],
            F.OFFENCE: ["escroquerie"],
            F.KIND: ["mla"],
        },
    ),
    "Dutch": (
        """Arrondissementsparket Rotterdam
Internationaal Rechtshulpcentrum

Rotterdam, 15 mei 2024
Ons kenmerk: RHV-2024-00123
Uw kenmerk: 2024/BE/77

Aan: Federale Overheidsdienst Justitie, België

Onderwerp: rechtshulpverzoek inzake Jan de Vries

Geachte heer, mevrouw,
In het strafrechtelijk onderzoek tegen Jan de Vries, geboren op 1 februari 1975 te Delft, verzoek ik u...
""",
        {
            F.AUTHORITY: ["Arrondissementsparket Rotterdam"],
            F.REFERENCE: ["RHV-2024-00123", "2024/BE/77"],
            F.DATE: ["2024-05-15"],
            F.PERSON: ["Jan de Vries"],
            F.STATE: ["NL"],
            F.BIRTH: ["1975-02-01"],
            F.KIND: ["mla"],
        },
    ),
    "German": (
        """Staatsanwaltschaft Berlin
Aktenzeichen: 234 Js 1234/23

Berlin, den 12. Juni 2023

An das
Ministerium der Justiz
Brüssel, Belgien

Betreff: Rechtshilfeersuchen in dem Ermittlungsverfahren gegen Maximilian Huber

Sehr geehrte Damen und Herren,
in dem Ermittlungsverfahren gegen den deutschen Staatsangehörigen Maximilian Huber, geboren am 03.04.1969 in Köln, wegen Betruges wird ersucht ...
""",
        {
            F.AUTHORITY: ["Staatsanwaltschaft Berlin"],
            F.REFERENCE: ["234 Js 1234/23"],
            F.DATE: ["2023-06-12"],
            F.PERSON: ["Maximilian Huber"],
            F.STATE: ["DE"],
            F.BIRTH: ["1969-04-03"],
            F.NATIONALITY: ["DE"],
            F.OFFENCE: ["Betruges"],
            F.KIND: ["mla"],
        },
    ),
    "Russian": (
        """ГЕНЕРАЛЬНАЯ ПРОКУРАТУРА
РЕСПУБЛИКИ КАЗАХСТАН

г. Астана                                   12 марта 2024 года
Исх. № 2-013-24-01234

Министерство юстиции
Королевства Бельгия

Запрос об оказании правовой помощи по уголовному делу № 187500121000008

Генеральная прокуратура Республики Казахстан свидетельствует своё уважение и просит оказать правовую помощь по уголовному делу в отношении
Ахметова Данияра Сериковича, 05.03.1980 года рождения, гражданина Республики Казахстан.
""",
        {
            F.STATE: ["KZ"],
            F.AUTHORITY: ["ГЕНЕРАЛЬНАЯ ПРОКУРАТУРА РЕСПУБЛИКИ КАЗАХСТАН"],
            F.REFERENCE: ["2-013-24-01234", "187500121000008"],
            F.DATE: ["2024-03-12"],
            F.PERSON: ["Ахметова Данияра Сериковича"],
            F.BIRTH: ["1980-03-05"],
            F.NATIONALITY: ["KZ"],
            F.KIND: ["mla"],
        },
    ),
    "Turkish": (
        """T.C.
ANKARA
CUMHURİYET BAŞSAVCILIĞI

Sayı : 2024/4567 Soruşturma
Tarih: 11.06.2024
Konu : Adli yardımlaşma talebi

BELÇİKA KRALLIĞI YETKİLİ ADLİ MAKAMLARINA

Cumhuriyet Başsavcılığımızca yürütülen 2024/4567 sayılı soruşturma kapsamında şüpheli Mehmet YILMAZ (12.03.1980 doğumlu, T.C. Kimlik No: 10000000146) hakkında
""",
        {
            F.STATE: ["TR"],
            F.AUTHORITY: ["ANKARA CUMHURİYET BAŞSAVCILIĞI"],
            F.REFERENCE: ["2024/4567"],
            F.DATE: ["2024-06-11"],
            F.PERSON: ["Mehmet YILMAZ"],
            F.BIRTH: ["1980-03-12"],
            F.NUMBER: ["TR:10000000146"],
            F.KIND: ["mla"],
        },
    ),
}
