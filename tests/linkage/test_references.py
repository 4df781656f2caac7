"""Numbers of proceedings: every scheme reads its own, and no number is ever taken for another."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.law.sources import Check
from rogatory.linkage.references import FORMS, Likeness, as_written, compare, one_edit, parse

READ = {
    "Kazakhstan, ERDR": ("ЕРДР № 187500121000008", "", "kz.erdr", "187500121000008"),
    "Kazakhstan, ERDR, in English": ("pre-trial investigation No. 187500121000008", "", "kz.erdr", "187500121000008"),
    "Kazakhstan, ERDR, in groups": ("18 7500 12 1 000008", "KZ", "kz.erdr", "187500121000008"),
    "Kazakhstan, ERDR, in other groups": ("№ЕРДР 18-750012-1-000008", "KZ", "kz.erdr", "187500121000008"),
    "Russia, court, judicial control": ("материал № 3/10-123/2019", "RU", "ru.court", "3/10-123/2019"),
    "Russia, court, noughts and a short year": ("дело 01-0123/19", "RU", "ru.court", "1-123/2019"),
    "Türkiye, investigation, in a sentence": (
        "Ankara Cumhuriyet Başsavcılığının 2016/12345 sayılı soruşturması", "", "tr.investigation", "2016/12345"),
    "Türkiye, letters before": ("E. 2016/123, K. 2017/45", "TR", "tr.case", "2016/123"),
    "Türkiye, letters behind": ("2020/541 E. 2020/2032 K.", "", "tr.decision", "2020/2032"),
    "China, procuratorate": ("京检刑诉〔2019〕123号", "", "cn.procuratorate", "京检刑诉(2019)123号"),
    "China, with blanks": ("（2019）京 01 刑终 123 号", "", "cn.court", "(2019)京01刑终123号"),
    "Belgium, notice with blanks": ("BR 45 F1 1234/19", "BE", "be.notice", "BR45.F1.1234/19"),
    "Belgium, Constitutional Court, in Dutch": ("GwH 1/2022", "", "be.constitutional", "1/2022"),
    "INTERPOL, file with a dash": ("INTERPOL 2013-12345", "", "interpol.file", "2013/12345"),
    "UN, opinion without a blank": ("Opinion No.67/2018", "", "un.wgad", "67/2018"),
    "UN, opinion in words": ("opinion no. 67 of 2018", "", "un.wgad", "67/2018"),
    "UN, communication, short": ("Comm. No. 444/2010", "", "un.communication", "444/2010"),
    "Kazakhstan, ERDR, by a date": ("12.03.2018 № 187500121000008 от 12.03.2018", "KZ", "kz.erdr", "187500121000008"),
    "Kazakhstan, before the ERDR": ("уголовное дело № 10751701300018", "KZ", "kz.case", "10751701300018"),
    "Kazakhstan, court": ("7514-18-00-1/0123", "", "kz.court", "7514-18-00-1/123"),
    "Kazakhstan, court, older": ("1-57/2009", "KZ", "kz.court.old", "1-57/2009"),
    "Russia, criminal case": ("уголовное дело № 12102007703000025", "RU", "ru.case", "12102007703000025"),
    "Russia, criminal case, with dots": ("1.26.0200.2402.000152", "", "ru.case", "12602002402000152"),
    "Russia, before 2017": ("201/837072-16", "RU", "ru.case.old", "201/837072-16"),
    "Russia, six figures": ("уголовное дело № 678540", "RU", "ru.case.old", "678540"),
    "Russia, court": ("1-0123/2019", "RU", "ru.court", "1-123/2019"),
    "Russia, unique identifier": ("77RS0017-01-2019-001234-56", "", "ru.court.uid", "77RS0017-01-2019-001234-56"),
    "Belarus, criminal case": ("уголовное дело № 18011010007", "BY", "by.case", "18011010007"),
    "Ukraine, ERDR": ("кримінальне провадження № 12014000000000291", "", "ua.erdr", "12014000000000291"),
    "Ukraine, court": ("757/01234/19-к", "", "ua.court", "757/1234/19"),
    "Ukraine, court, no letter": ("Справа № 484/1373/19", "", "ua.court", "484/1373/19"),
    "Russia, Supreme Court": ("5-УД22-12-К2", "", "ru.supreme", "5-УД22-12-К2"),
    "Kyrgyzstan, register": ("ЕРПП № 01-119-2020-000123", "", "kg.register", "01-119-2020-000123"),
    "Türkiye, investigation": ("2016/12345 soruşturma", "", "tr.investigation", "2016/12345"),
    "Türkiye, investigation, in capitals": ("SORUŞTURMA NO : 2016/12345", "", "tr.investigation", "2016/12345"),
    "Türkiye, investigation, in English": ("investigation no. 2016/12345", "", "tr.investigation", "2016/12345"),
    "Türkiye, other business": ("2016/1178 D.İş", "", "tr.other", "2016/1178"),
    "Türkiye, other business, in words": ("2018/1178 değişik iş sayılı kararı", "", "tr.other", "2018/1178"),
    "Türkiye, Constitutional Court": ("B. No: 2016/22169", "", "tr.application", "2016/22169"),
    "China": ("（2019）京01刑终123号", "", "cn.court", "(2019)京01刑终123号"),
    "China, review of a death sentence": ("(2019)最高法刑核12345678号", "", "cn.court", "(2019)最高法刑核12345678号"),
    "China, before 2016": ("（2010）穗中法刑二终字第012号", "", "cn.court.old", "(2010)穗中法刑二终字第12号"),
    "China, further ruling": ("(2019)京01刑终123号之一", "", "cn.court", "(2019)京01刑终123号"),
    "Belgium, notice": ("notice BR45.F1.001234/2019", "", "be.notice", "BR45.F1.1234/19"),
    "Belgium, notice with a blank": ("FD 35.98.212-11", "", "be.notice", "FD35.98.212/11"),
    "Belgium, general list": ("rôle général 2019/CO/123", "", "be.list", "2019/CO/123"),
    "Belgium, Constitutional Court": ("Cour constitutionnelle, arrêt n° 1/2022", "", "be.constitutional", "1/2022"),
    "Belgium, Cassation": ("P.20.123.F", "", "be.cassation", "P.20.0123.F"),
    "INTERPOL, file": ("INTERPOL file no. 2013/12345", "", "interpol.file", "2013/12345"),
    "INTERPOL, notice": ("A-1234/5-2013", "", "interpol.notice", "A-1234/5-2013"),
    "INTERPOL, Commission": ("CCF/104/R 1234.18", "", "interpol.ccf", "CCF/104/R1234.18"),
    "UN, symbol": ("CAT/C/67/D/803/2017", "", "un.communication", "803/2017"),
    "UN, communication": ("Communication No. 0444/2010", "", "un.communication", "444/2010"),
    "UN, opinion": ("Opinion No. 67/2018", "", "un.wgad", "67/2018"),
    "UN, symbol of an opinion": ("A/HRC/WGAD/2018/67", "", "un.wgad", "67/2018"),
    "UN, letter": ("UA KAZ 3/2018", "", "un.letter", "KAZ 3/2018"),
    "Strasbourg": ("application no. 02345/06", "", "coe.application", "2345/06"),
    "Strasbourg, a case cited": ("Doe v. Ruritania, no. 56789/13", "", "coe.application", "56789/13"),
    "Luxembourg": ("C‑436/04", "", "eu.case", "C-436/04"),
    "Luxembourg, urgent": ("C-11/22 PPU", "", "eu.case", "C-11/22"),
    "ECLI": ("ecli:be:cc:2022:arr.001", "", "ecli", "ECLI:BE:CC:2022:ARR.001"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "state", "scheme", "canonical"), READ.values(), ids=READ)
def test_a_number_is_read_by_its_scheme_and_written_in_one_way(text, state, scheme, canonical):
    found = [r for r in parse(text, state) if r.decided]
    assert (scheme, canonical) in [(r.scheme.id, r.canonical) for r in found], parse(text, state)
    assert all(r.raw in text and text[r.start : r.start + len(r.raw)] == r.raw for r in found)


STEPS = {
    "noughts": ("2016/012345 soruşturma", "leading zeros dropped"),
    "padding": ("P.20.123.F", "zero-padded"),
    "a letter of the other script": ("Р.20.0123.F", "Cyrillic Р read as Latin P"),
    "a letter of the other script in Ukraine": ("757/1234/19-k", "Latin k read as Cyrillic к"),
    "figures of Arabic script": ("Soruşturma No: ٢٠١٦/١٢٣٤٥", "figures of another script read as 0 to 9"),
    "a joiner nobody sees": ("ЕРДР 1875\u200b00121000008", "invisible characters left out"),
    "another dash": ("C–436/04", "dashes, strokes and brackets made plain"),
}


@pytest.mark.parametrize(("text", "step"), STEPS.values(), ids=STEPS)
def test_what_was_changed_is_said(text, step):
    (read,) = parse(text)
    assert step in read.steps
    assert read.decided


NOT_READ = {
    "no figure": "soruşturma",
    "fifteen figures of a year without the register": "120000000000001",
    "a longer row of figures": "1875001210000081",
    "a month that is none": "A-1234/13-2013",
    "a date": "on 12.03.2018 and 2018-03-12",
    "a year that is none": "Soruşturma No: 3016/12345",
    "nothing counted": "2016/0000 soruşturma",
    "a telephone": "+32 2 123 45 67",
}


@pytest.mark.parametrize("text", NOT_READ.values(), ids=NOT_READ)
def test_what_is_no_number_of_a_case_is_not_read(text):
    assert parse(text) == ()


def one(text, state=""):
    (read,) = parse(text, state)
    return read


APART = {
    "the next number": ("ЕРДР 157500121000008", "ЕРДР 157500121000009", Likeness.CHECK),
    "two figures swapped": ("2016/12345 soruşturma", "2016/12354 soruşturma", Likeness.CHECK),
    "short numbers, which are all near": ("Opinion No. 67/2018", "Opinion No. 68/2018", Likeness.OTHER),
    "a figure too many": ("application no. 56789/13", "application no. 567890/13", Likeness.APART),
    "two numbers of one register": ("ЕРДР 157500121000008", "ЕРДР 167100031000120", Likeness.OTHER),
    "a file of INTERPOL and an investigation": ("INTERPOL file 2016/12345", "2016/12345 soruşturma", Likeness.APART),
    "an investigation and a case": ("2016/12345 soruşturma", "2016/12345 E.", Likeness.APART),
    "an opinion and a communication": ("Opinion No. 67/2018", "Communication No. 67/2018", Likeness.APART),
    "an opinion and a judgment": ("Opinion No. 1/2022", "Cour constitutionnelle, arrêt 1/2022", Likeness.APART),
    "Ankara and İzmir": (
        "Ankara Cumhuriyet Başsavcılığı 2016/12345 Sor.",
        "İzmir CUMHURİYET BAŞSAVCILIĞI 2016/12345 Sor.", Likeness.APART),
    "two chambers": (
        "Ankara 2. Ağır Ceza Mahkemesi 2016/123 E.", "Ankara 4. Ağır Ceza Mahkemesi 2016/123 E.", Likeness.APART),
    "two committees": ("CAT, Communication No. 803/2017", "CCPR/C/112/D/803/2017", Likeness.APART),
    "a committee not named": ("Communication No. 803/2017", "CAT/C/67/D/803/2017", Likeness.MAYBE),
    "a reading in Latin letters": ("(2019) Jing 01 Xing Zhong No. 123", "(2019)京01刑终123号", Likeness.MAYBE),
    "a letter whose kind is not told": ("KAZ 3/2018", "AL KAZ 3/2018", Likeness.MAYBE),
    "an office not named": ("2016/12345 soruşturma", "Ankara Cumhuriyet Başsavcılığı 2016/12345 Sor.", Likeness.MAYBE),
    "Russian and Ukrainian": (
        "уголовное дело № 12014000000000291", "кримінальне провадження № 12014000000000291", Likeness.APART),
    "two courts": ("Тверской районный суд 1-123/2019", "Ленинский районный суд 1-123/2019", Likeness.APART),
    "a letter for a figure": ("ЕРДР 18750О121000008", "ЕРДР 187500121000008", Likeness.CHECK),
    "another court of China": ("(2019)京01刑终123号", "(2019)京02刑终123号", Likeness.CHECK),
}  # fmt: skip


@pytest.mark.parametrize(("left", "right", "likeness"), APART.values(), ids=APART)
def test_numbers_that_are_not_surely_one_never_match(left, right, likeness):
    states = {"Т": "RU", "Л": "RU", "у": "RU"}
    lefts, rights = parse(left, states.get(left[0], "")), parse(right, states.get(right[0], ""))
    found = {compare(a, b) for a in lefts for b in rights} or {Likeness.APART}
    assert found == {likeness}
    assert {compare(b, a) for a in lefts for b in rights} == (found if lefts and rights else set())


SAME = {
    "with noughts": (
        "Soruşturma No: 2016/0012345, Ankara Cumhuriyet Başsavcılığı",
        "Ankara Chief Public Prosecutor's Office, investigation no. 2016/12345"),
    "in groups": ("18-7500-12-1-000008", "ЕРДР №187500121000008"),
    "a symbol and a number": ("CAT, Communication No. 803/2017", "CAT/C/67/D/803/2017"),
    "an opinion and its symbol": ("Avis n° 67/2018", "A/HRC/WGAD/2018/67"),
    "an ECLI and an application": ("ECLI:CE:ECHR:2014:0128JUD000234506", "application no. 2345/06"),
    "words between office and number": (
        "Letter of the Chief Public Prosecutor's Office in Ankara, registered there as investigation no. 2016/12345",
        "T.C. ANKARA CUMHURİYET BAŞSAVCILIĞI Soruşturma No: 2016/12345"),
    "brackets of another script": ("〔2019〕京01刑终123号", "(2019)京01刑终0123号"),
    "in words of two languages": ("Алматинский городской суд 1-123/2009", "Almaty City Court, case 1-123/2009"),
}  # fmt: skip


@pytest.mark.parametrize(("left", "right"), SAME.values(), ids=SAME)
def test_one_number_in_two_forms_is_one(left, right):
    state = "KZ" if "2009" in left else ""
    assert Likeness.SAME in {compare(a, b) for a in parse(left, state) for b in parse(right, state)}


def test_a_number_that_may_be_of_several_is_read_by_each_and_by_none_for_certain():
    read = parse("2016/12345")
    assert {r.scheme.id for r in read} == {
        "tr.investigation", "tr.case", "tr.decision", "tr.other", "interpol.file",
    }  # fmt: skip
    assert not any(r.decided for r in read)
    assert {compare(r, one("2016/12345 soruşturma")) for r in read} == {Likeness.MAYBE, Likeness.APART}


def test_the_state_decides_where_the_form_does_not():
    assert not any(r.decided for r in parse("1-123/2019"))
    assert one("1-123/2019", "BY").scheme.id == "by.court"
    assert one("12014000000000291", "UA").scheme.id == "ua.erdr"
    assert {r.scheme.id for r in parse("12014000000000291")} == {"ru.case", "ua.erdr"}
    assert one("187500121000008", "KZ").decided
    assert parse("187500121000008", "RU") == ()


def test_words_of_one_language_name_a_number_whatever_the_state():
    assert one("Ankara Cumhuriyet Başsavcılığı 2016/12345 soruşturma", "KZ").scheme.id == "tr.investigation"


def test_each_of_several_numbers_is_named_by_its_own_words():
    read = parse(
        "Soruşturma No: 2016/12345 Esas No: 2017/44, 2018/45 K.; "
        "Opinion No. 67/2018 and applications nos. 2345/06 and 56789/13"
    )
    assert [(r.scheme.id, r.canonical) for r in read] == [
        ("tr.investigation", "2016/12345"), ("tr.case", "2017/44"), ("tr.decision", "2018/45"), ("un.wgad", "67/2018"),
        ("coe.application", "2345/06"), ("coe.application", "56789/13"),
    ]  # fmt: skip


def test_a_number_read_with_a_letter_for_a_figure_matches_nothing_and_says_so():
    read = one("ЕРДР 18750O12l000008")
    assert read.doubtful
    assert not read.decided
    assert read.steps == ("letter O taken for the figure 0", "letter l taken for the figure 1")
    assert compare(read, read) is Likeness.CHECK


def test_a_number_in_a_form_not_known_is_kept_as_it_is_written_and_never_certain():
    def written(text, state):
        read = as_written(text, state)
        assert read is not None
        return read

    read = written("Case 4711-B", "UZ")
    assert (read.canonical, read.office, read.decided) == ("CASE-4711-B", "UZ", False)
    assert compare(read, written("case 4711 b", "UZ")) is Likeness.MAYBE
    assert compare(read, written("Case 4711-B", "TJ")) is Likeness.APART
    assert as_written("no number at all", "UZ") is None


def test_every_scheme_tells_its_source_and_how_far_it_was_read():
    schemes = {form.scheme.id: form.scheme for form in FORMS}
    assert all(str(s.source) and s.authority and s.name for s in schemes.values())
    assert Check.VERIFIED not in {s.check for s in schemes.values()}, "whoever has read a rule whole may say so"
    assert all(s.note for s in schemes.values() if s.check is Check.PARTLY)


@pytest.mark.parametrize(
    ("left", "right", "near"),
    [("", "", False), ("1", "", True), ("12", "21", True), ("123", "132", True), ("123", "321", False),
     ("12", "1234", False), ("123", "124", True), ("123", "1x23", True), ("1234", "2143", False)],
)  # fmt: skip
def test_one_edit(left, right, near):
    assert one_edit(left, right) is near
    assert one_edit(right, left) is near


NUMBERLIKE = st.text("0123456789/.-() ОOPР№号字京刑\u200bEКk٢２:,\n", max_size=60)


@given(st.one_of(st.text(max_size=80), NUMBERLIKE), st.sampled_from(["", "KZ", "TR", "RU", "BE", "xx"]))
def test_any_text_is_read_without_fault(text, state):
    for read in parse(text, state):
        assert text[read.start : read.start + len(read.raw)] == read.raw
        assert read.canonical
        assert not (read.decided and read.doubtful)
    as_written(text, state)


@given(st.lists(st.sampled_from([case[0] for case in READ.values()]), min_size=2, max_size=2))
def test_comparison_is_symmetric(texts):
    for a in parse(texts[0]):
        for b in parse(texts[1]):
            assert compare(a, b) is compare(b, a)


HARD = {
    "figures": "1" * 100_000,
    "figures and strokes": "2016/" * 20_000,
    "figures and dots": "1." * 50_000,
    "figures and dashes": "12-" * 40_000,
    "blanks": "no" + " " * 100_000 + "1",
    "brackets": "(2019)" * 20_000,
    "Han": "京" * 100_000 + "号字",
    "words": "application " * 10_000 + "1/06",
    "numbers": "1/06, " * 20_000,
    "symbols": "CAT/C/" * 20_000,
    "capitals": "ECLI:BE:" * 15_000,
    "letters for figures": "1O" * 50_000,
    "invisible": "1\u200b" * 50_000,
    "marks of a case": "уголовное дело " * 7_000 + "1",
}


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_no_text_makes_it_slow(text):
    began = time.process_time()
    parse(text)
    assert time.process_time() - began < 10, "many times what it takes: only a search without bound reaches it"
