"""What a scan may have got wrong is marked for the human, and the value stays as it was read."""

import pytest

from rogatory.received.fields import by_hand
from rogatory.received.fields.doubtful import hardly_read, look_alikes
from rogatory.received.pages import Line, Page, Part, State, page_of
from rogatory.received.proposed import Field, Proposed
from rogatory.received.proposing import propose


@pytest.mark.parametrize(
    ("raw", "marked"),
    [("4B/78", "[4][B]/78"), ("12-O4", "12-[O][4]"), ("12-34/5678", ""), ("ABC/DEF", ""), ("PB3", "P[B][3]")],
)
def test_signs_between_letters_and_figures_are_marked(raw, marked):
    assert look_alikes(raw) == marked


def test_letters_that_were_hardly_read_are_marked():
    lines = (Line("Our ref: 12-34/56", 0, unsure=(9, 16)), Line("more", 18))
    assert hardly_read(lines, 9, 17) == "[1]2-34/5[6]"
    assert hardly_read(lines, 0, 8) == ""


def test_a_doubtful_reference_is_proposed_as_it_was_read():
    text = "Our ref: 12-3O/5678-24"
    page = Page(1, (Line(text, 0, unsure=(13,)), Line("Dear Sir,", len(text) + 1)), scanned=True)
    found = propose(Part("a.pdf", "application/pdf", "0" * 64, 9, State.READ, pages=(page,)))
    (one,) = [field for field in found if field.field is Field.REFERENCE]
    assert one.raw == "12-3O/5678-24"
    assert "hardly read where it is in brackets: 12-3[O]/5678-24" in one.doubts
    assert any(doubt.startswith("a letter or a figure") for doubt in one.doubts)


def scanned(*lines: str) -> dict[Field, list[Proposed]]:
    """What a scanned page of these lines proposes, by field."""
    page = page_of(1, "\n".join(lines), scanned=True)
    found: dict[Field, list[Proposed]] = {}
    for one in propose(Part("a.pdf", "application/pdf", "0" * 64, 9, State.READ, pages=(page,))):
        found.setdefault(one.field, []).append(one)
    return found


HEAD = ("PROSECUTOR GENERAL'S OFFICE", "Astana, 12 March 2024")


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Case No. 2354 1999888", "2354 1999888"),
        ("Our ref: 9352. E-3360/2024", "9352. E-3360/2024"),
        ("Our ref: 27/1. 1920-23", "27/1. 1920-23"),
    ],
    ids=["two groups of figures", "a speck before the rest", "a lost hyphen"],
)
def test_a_number_with_a_gap_is_proposed_as_it_stands_and_says_so(line, value):
    (one,) = scanned(*HEAD, line, "Dear Sir,")[Field.REFERENCE]
    assert one.value == value
    assert any(doubt.startswith("there is a gap or a strange sign in it: two numbers") for doubt in one.doubts)


@pytest.mark.parametrize(
    ("line", "value"),
    [("Our ref: ILA/5079/2023 12.03.2024", "ILA/5079/2023"), ("Our ref: ILA/5079/2023 1000 Brussels", "ILA/5079/2023")],
    ids=["a day behind it", "a postal code behind it"],
)
def test_what_stands_behind_a_number_and_is_no_part_of_it_is_left_out(line, value):
    (one,) = scanned(*HEAD, line, "Dear Sir,")[Field.REFERENCE]
    assert one.value == value
    assert not any("gap" in doubt for doubt in one.doubts)


def test_a_day_whose_stops_were_read_otherwise_carries_the_doubt():
    (born,) = scanned(*HEAD, "Dear Sir,", "Surname: Orazbekov", "First name: Daniyar", "Born: 11, 04.1980")[Field.BIRTH]
    assert born.value == "1980-04-11"
    assert "signs read as those of a day: 11, 04.1980" in born.doubts


def test_a_day_that_no_month_has_is_no_day():
    assert Field.DATE not in scanned("PROSECUTOR GENERAL'S OFFICE", "36 January 2024", "Dear Sir,")


@pytest.mark.parametrize(
    "lines",
    [
        ("Achternaarn: ter Braakhuis", "Voornamen: Anneke", "Geboortedatum: 2 april 1948"),
        ("Achternaam: ter Braakhuis", "u Voornomen: Anneke", "Geboortedatum: 2 april 1948"),
    ],
)
def test_a_label_with_one_letter_wrong_is_still_one(lines):
    (one,) = scanned("Landelijk Parket", "Zwolle, 12 maart 2024", "Geachte heer,", *lines)[Field.PERSON]
    assert one.value == "Anneke ter Braakhuis"


@pytest.mark.parametrize(
    "lines",
    [
        ("De getúige Marijke Oosterlinckx (geboren op 13/08/1994) verklaarde dat de facturen achteraf waren",),
        ("Тотерпевшая Абдыкадырова Жанна Муратовна, дата рождения 28.07.1970 г., обратилась с заявлением.",),
    ],
    ids=["witness", "harmed"],
)
def test_who_is_told_of_is_nobody_concerned_where_one_letter_of_that_is_wrong(lines):
    assert Field.PERSON not in scanned(*HEAD, "Dear Sir,", *lines)


@pytest.mark.parametrize(
    ("line", "value", "doubt"),
    [
        ("2. VANHOORENBEECK. Lieselot, geboortedatum 17/01/1953, nationaliteit Duitse", "VANHOORENBEECK. Lieselot",
         "a sign stands within the name: VANHOORENBEECK. Lieselot"),
        ("1. Ayşegül Demirağaçlı, doğum tarihi 25 Ek:m:1979, uyruğu Türk", "Ayşegül Demirağaçlı", ""),
        ("3.Aicha EL MANSOURATI, born 05.03.1983", "Aicha EL MANSOURATI", ""),
        ("La personne mise en examen est Mehdi Trabelkhiri, né à Sfak Le 09/02/1985", "Mehdi Trabelkhiri", ""),
        ("1. Iвaнoв Пётр, born 05.03.1983", "",
         "letters of two scripts stand in one word: some of them are read wrong"),
    ],
    ids=["a speck within", "a day nobody can read", "a number beside it", "a place with capitals", "two scripts"],
)  # fmt: skip
def test_a_name_is_proposed_as_it_was_read_with_its_doubt(line, value, doubt):
    (one,) = scanned(*HEAD, "Dear Sir,", line)[Field.PERSON]
    assert one.value == value
    assert not doubt or doubt in one.doubts


def test_a_name_begins_behind_the_role_on_the_next_line_and_company_forms_keep_their_stops():
    found = scanned(
        *HEAD,
        "Dear Sir,",
        "the goods were never delivered to any customer of the company Stee",
        "Witness Lali Kobaladze (born 16/05/1992) said so. We seized the papers concerning Tuzla Denizcilik A'S.",
        "Deadline for execution: 23/10/2024",
    )
    assert Field.PERSON not in found


def test_an_authority_cut_off_by_a_column_is_taken_from_where_it_stands_whole():
    found = scanned(
        "Агентство Республики Казахстан по\tг. Астана, 08.02.2023",
        "противодействию коррупции\tИсх. № 14/6-7062-23",
        "Уважаемые коллеги!",
        "Агентство Республики Казахстан по противодействию коррупции\nсвидетельствует своё уважение.",
    )
    assert found[Field.AUTHORITY][0].value == "Агентство Республики Казахстан по противодействию коррупции"


TABLE = (
    "№ п/п\tПодозреваемый\tРодился\tГражданство",
    "1\tБейсенбаев Ерлан\t28 августа 1994 г.\tбелорусское",
    "Кайратович",
    "2\tСоколовский Иван Сергеевич\t29 июня 1956 года\tбелорусское",
)


def test_a_table_names_persons_also_where_a_name_takes_two_lines_of_its_cell():
    first, second = scanned(*TABLE)[Field.PERSON]
    assert (first.value, second.value) == ("Бейсенбаев Ерлан Кайратович", "Соколовский Иван Сергеевич")
    assert "the name goes on in the next line of its cell: Кайратович" in first.doubts


@pytest.mark.parametrize(
    ("written", "doubt"),
    [
        ("23 яиваря 2023", "the month is read with a letter wrong: яиваря"),
        ("07 12.2022", "signs read as those of a day"),
    ],
    ids=["a letter of the month", "a stop lost"],
)
def test_a_day_read_with_one_sign_wrong_is_proposed_with_that_doubt(written, doubt):
    (day,) = scanned("Генеральная прокуратура Республики Беларусь", f"Дата: {written}", "Уважаемые коллеги!")[
        Field.DATE
    ]
    assert any(one.startswith(doubt) for one in day.doubts)


def test_a_number_that_begins_in_the_line_before_in_its_column_is_put_together():
    lines = ("Staatsanwaltschaft Kassel", "Frankfurt\tVerfahren eingetragen unter der Nummer 229", "Bonn\tJs 86667/22")
    (one,) = scanned(*lines, "Sehr geehrte Damen und Herren,")[Field.REFERENCE]
    assert one.value == "229 Js 86667/22"
    assert "the number begins in the line before: 229" in one.doubts


def test_what_another_pass_read_is_told_to_the_clerk():
    line = Line("Our ref: ILA/2022/28027", 0, rivals=((9, 23, "ILA/2022/28627"),))
    part = Part("a.pdf", "application/pdf", "0" * 64, 1, State.READ, pages=(Page(1, (line,), scanned=True),))
    (one,) = (field for field in propose(part) if field.field is Field.REFERENCE)
    assert one.value == "ILA/2022/28027"
    assert "in another pass there was read: ILA/2022/28627" in one.doubts


def test_two_groups_of_figures_carry_that_doubt_in_a_text_too():
    text = "PROSECUTOR GENERAL'S OFFICE\nAstana, 12 March 2024\nOur ref: 23 1999888\n\nDear Sir,\n"
    part = Part("a.txt", "text/plain", "0" * 64, 1, State.READ, pages=(page_of(1, text),))
    (one,) = (field for field in propose(part) if field.field is Field.REFERENCE)
    assert one.value == "23 1999888"
    assert any("two groups of figures" in doubt for doubt in one.doubts)


def read(
    text: str, more: str = "", *, split: tuple[tuple[int, int], ...] = (), unsure: tuple[int, ...] = ()
) -> dict[Field, str]:
    """What a line of a scanned letter proposes in which so much was read badly; `more` is the line behind it."""
    lines, start = [], 0
    for one in (*HEAD, "", "Dear Sir,", ""):
        lines.append(Line(one, start))
        start += len(one) + 1
    last = Line(text, start, unsure=unsure, split=split)
    behind = start + len(text) + 1
    page = Page(1, (*lines, last, Line(more, behind)), scanned=True)
    part = Part("a.pdf", "application/pdf", "0" * 64, 1, State.READ, pages=(page,))
    found = [one for one in propose(part) if start <= one.place.start < behind]
    assert all(one.value or by_hand.SAYS in one.doubts[0] for one in found)
    assert all(one.raw and one.place.page for one in found)
    return {one.field: one.value for one in found}


class TestToBeReadByHand:
    """A number, a day or a name of which too little is sure has a place and its words, and no value."""

    def test_a_number_on_which_readings_differ(self):
        line = "Our ref: ILA/2022/28027"
        assert read(line)[Field.REFERENCE] == "ILA/2022/28027"
        assert read(line, split=((9, 23),))[Field.REFERENCE] == ""

    @pytest.mark.parametrize(
        ("line", "split", "of", "more", "value"),
        [
            ("Our ref: ILA/2022/28027", (9, 23), Field.REFERENCE, "Please quote ILA 2022/28027.", "ILA/2022/28027"),
            ("Our ref: ILA/2022/28027", (9, 23), Field.REFERENCE, "Please quote ILA/2022/28021.", ""),
            ("1. Anna PETERSON, born 05.03.1983", (8, 16), Field.PERSON, "Peterson signed it.", "Anna PETERSON"),
            ("1. Anna PETERSON, born 05.03.1983", (8, 16), Field.PERSON, "Petersons signed it.", ""),
            ("1. Anna PETERSON, born 05.03.1983", (23, 33), Field.BIRTH, "Hers is 05.03.1983.", "1983-03-05"),
        ],
        ids=["a number", "another number", "a name", "another name", "a day"],
    )
    def test_what_another_line_has_too_is_proposed(self, line, split, of, more, value):
        assert read(line, more, split=(split,))[of] == value

    def test_a_number_with_a_sign_no_number_has(self):
        assert read("Our ref: ILA/2022;28027")[Field.REFERENCE] == ""

    def test_a_name_on_which_readings_differ_and_not_for_the_word_beside_it(self):
        line = "1. Anna PETERSON, born 05.03.1983"
        assert read(line, split=((18, 22),))[Field.PERSON] == "Anna PETERSON"
        assert read(line, split=((8, 16),))[Field.PERSON] == ""

    def test_a_name_in_russian_whose_patronymic_is_misspelt(self):
        right, wrong = (f"1. Иванов Пётр {one}, дата рождения 05.03.1983" for one in ("Сергеевич", "Сергссвич"))
        assert read(right, unsure=(15,))[Field.PERSON] == "Иванов Пётр Сергеевич"
        assert read(wrong, unsure=(15,))[Field.PERSON] == ""

    def test_a_day_for_its_figures_and_not_for_its_month(self):
        line = "1. Anna PETERSON, born 5 March 1983"
        assert read(line, split=((25, 30),))[Field.BIRTH] == "1983-03-05"
        assert read(line, split=((31, 35),))[Field.BIRTH] == ""

    def test_a_number_nobody_can_have(self):
        assert read("1. Anna PETERSON, born 05.03.1983, IIN 830305450011")[Field.NUMBER] == ""


def test_a_gap_in_a_number_is_closed_where_an_authority_numbers_so():
    found = scanned("Генеральная прокуратура Республики Казахстан", "Астана\t23550069 1955356", "Уважаемые коллеги!")
    (one,) = found[Field.REFERENCE]
    assert one.value == "235500691955356"
    assert any("two groups of figures" in doubt for doubt in one.doubts)


def test_a_label_of_a_number_may_have_a_letter_or_two_wrong():
    (one,) = scanned("Landelijk Parket", "Zwolle, 12 maart 2024", "Geachte heer,", "Dossiernuminer RHV-2023-02691")[
        Field.REFERENCE
    ]
    assert one.value == "RHV-2023-02691"


@pytest.mark.parametrize(
    ("lines", "of", "values"),
    [
        (("The person concerned is ORAZBEKOV Marat, born in Mumbai on.", "27.08.1986, ID No. TP8212700."),
         Field.PERSON, ["ORAZBEKOV Marat"]),
        (("2. Viktor Semenyutin d.o.b. 11/08/1991 Ukrainian",), Field.PERSON, ["Viktor Semenyutin"]),
        (("3. Tanık” Sevgi Toprak (doğum tarihi: 18.06.1980) beyanında", "bulundu."), Field.PERSON, []),
        (("5. Потерисвшая Жумабаева Жанна Муратовна, дата рождения 10/10/1989, обратилась.",), Field.PERSON, []),
        (("Фамилия, имя\tРодился\tГражданство", "Юлдашев Фаррух\t17/01/1996\tказахстанское", "Анварович"),
         Field.PERSON, ["Юлдашев Фаррух Анварович"]),
        (("Our ref: RHV- 2024-03478",), Field.REFERENCE, ["RHV- 2024-03478"]),
        (("Case No. 12020641691858 147",), Field.REFERENCE, ["12020641691858 147"]),
    ],
    ids=[
        "a speck behind a short word", "no comma before a birth", "a speck behind a role", "a role, two letters wrong",
        "a name that goes on in a row without a number", "a gap behind a hyphen", "a gap before the last figures",
    ],
)  # fmt: skip
def test_specks_and_gaps_of_a_scan_hide_nobody_and_no_number(lines, of, values):
    assert [one.value for one in scanned(*HEAD, "Dear Sir,", *lines).get(of, [])] == values
