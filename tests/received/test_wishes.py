"""Sentences that ask that officials be present, that nobody be told, or for an answer in time; and such as do not."""

import pytest

from rogatory.received.proposed import Field
from rogatory.received.proposing import propose
from tests.received.test_proposing import letter

ASKED = {
    Field.CONFIDENTIALITY: [
        "Le secret de l'enquête exige que la présente demande ne soit pas portée à la connaissance de l'intéressé.",
        "Il est demandé de ne pas révéler l'existence de la présente.",
        "Nous vous saurions gré de traiter la présente de manière confidentielle.",
        "Afin de ne pas compromettre l'enquête, la discrétion est de mise et sollicitée.",
        "La présente demande doit rester secrète.",
        "Het bestaan van dit verzoek mag niet aan de betrokkene worden meegedeeld.",
        "Gelieve over dit verzoek het stilzwijgen te bewaren.",
        "Om het onderzoek niet te schaden wordt om geheimhouding verzocht.",
        "Wij vragen u de inhoud van dit verzoek niet aan derden bekend te maken.",
        "Dit verzoek dient vertrouwelijk te blijven.",
        "Das Bestehen dieses Ersuchens darf dem Betroffenen nicht mitgeteilt werden.",
        "Es wird um Geheimhaltung gebeten.",
        "Von diesem Ersuchen sollte der Beschuldigte keine Kenntnis erlangen.",
        "Der Inhalt des Ersuchens ist vertraulich zu behandeln.",
        "Wir bitten Sie, Dritte nicht über dieses Ersuchen zu unterrichten.",
        "Просим не разглашать содержание запроса.",
        "Сведения о запросе не подлежат разглашению третьим лицам.",
        "Просим не уведомлять указанное лицо о поступлении запроса.",
        "В интересах следствия просим сохранить запрос в тайне.",
        "Talebin içeriğinin üçüncü kişilere açıklanmaması rica olunur.",
        "Soruşturmanın selameti bakımından gizliliğe riayet edilmesi talep olunur.",
        "İlgili kişinin talepten haberdar edilmemesi rica olunur.",
        "We ask you not to inform the account holder of this request.",
        "This request must remain secret.",
    ],
    Field.OFFICIALS: [
        "Deux enquêteurs souhaitent assister aux opérations.",
        "Nous vous prions de permettre à notre juge de participer à l'audition.",
        "Wij verzoeken u onze speurders toe te laten het verhoor bij te wonen.",
        "Twee leden van het onderzoeksteam zouden graag aanwezig zijn.",
        "Unsere Ermittler möchten bei der Durchsuchung zugegen sein.",
        "Es wird gebeten, der Staatsanwältin die Teilnahme an der Vernehmung zu gestatten.",
        "Просим разрешить нашему следователю присутствовать при допросе.",
        "Наши сотрудники хотели бы участвовать в проведении обыска.",
        "Ходатайствуем об участии двух следователей в следственных действиях.",
        "Просим согласия на присутствие прокурора при исполнении запроса.",
        "Savcımızın ifade alma işleminde hazır bulunmasına izin verilmesini rica ederiz.",
        "Soruşturma ekibinden iki görevli işlemlere katılmak istemektedir.",
        "Our detectives wish to be present at the search.",
    ],
    Field.DEADLINE: [
        "Prière de répondre pour le 30 avril 2030 au plus tard.",
        "Réponse souhaitée sous 30 jours.",
        "Le délai pour l'exécution est de 45 jours.",
        "Uw antwoord wordt verwacht binnen de 30 dagen.",
        "Wij zouden het op prijs stellen de stukken te ontvangen voor 1 mei 2030.",
        "Um Erledigung binnen vier Wochen wird gebeten.",
        "Die Antwort wird bis zum 1. Mai 2030 erbeten.",
        "Просим направить ответ не позднее 1 мая 2030 года.",
        "Ответ ожидается в 30-дневный срок.",
        "Просим исполнить запрос в течение одного месяца.",
        "Просим исполнить в срок до 01.05.2030.",
        "Cevabın en geç 01.05.2030 tarihine kadar gönderilmesi rica olunur.",
        "Talebin 30 gün içinde yerine getirilmesini rica ederiz.",
        "Yanıtınızı 45 gün zarfında bekliyoruz.",
        "Please execute this request by 1 May 2030.",
    ],
}
NOT_ASKED = {
    Field.CONFIDENTIALITY: [
        "La loi sur le secret bancaire ne fait pas obstacle à la communication.",
        "Il n'est pas nécessaire de garder le secret.",
        "Vertrouwelijkheid is niet vereist.",
        "Der Beschuldigte kann über das Ersuchen unterrichtet werden.",
        "Vertraulichkeit ist nicht erforderlich.",
        "Конфиденциальность не требуется.",
        "Gizlilik talep edilmemektedir.",
        "He was not informed of his rights.",
        "The suspect did not disclose the source of the funds.",
    ],
    Field.OFFICIALS: [
        "Aucun enquêteur ne souhaite être présent.",
        "De aanwezigheid van onze ambtenaren is niet vereist.",
        "Unsere Beamten werden nicht teilnehmen.",
        "Присутствие наших сотрудников не требуется.",
        "Görevlilerimizin hazır bulunması gerekmemektedir.",
        "The police officer was present at the scene.",
        "The witness was present when the officers arrived.",
    ],
    Field.DEADLINE: [
        "He was detained for 30 days.",
        "The appeal must be filed within 30 days.",
        "La détention est de 30 jours.",
    ],
}

PAIRS = [(field, text) for field, texts in ASKED.items() for text in texts]
OTHERS = [(field, text) for field, texts in NOT_ASKED.items() for text in texts]


def told(field: Field, sentence: str) -> list[str]:
    found = propose(letter(f"Ref. AB-12/3456\n\nDear Sir,\n\n{sentence}\n"))
    return [one.value for one in found if one.field is field]


@pytest.mark.parametrize(("field", "sentence"), PAIRS)
def test_a_sentence_that_asks_is_proposed(field, sentence):
    assert len(told(field, sentence)) == 1


@pytest.mark.parametrize(("field", "sentence"), OTHERS)
def test_a_sentence_that_does_not_ask_proposes_nothing(field, sentence):
    assert told(field, sentence) == []
