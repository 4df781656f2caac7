"""Tables (CSV) with a mapping: one row, one entry, everything as written."""

import pytest

from rogatory.casefile.parties import Identity
from rogatory.intake.errors import CaseFileError
from rogatory.registers.mapping import every_field, is_field, read_mapping
from rogatory.registers.table import read_table
from tests.registers.samples import left_out, only, register, sample, unused

MAPPING = read_mapping(sample("grants.mapping.yaml"), "grants.mapping.yaml")
SMALL = "columns: {No: id, Name: person.names}\nfixed: {title: A grant, source: An extract}\n"


def read(text: str | bytes, mapping: str = SMALL):
    data = text if isinstance(text, bytes) else text.encode()
    return read_table(data, "t.csv", read_mapping(mapping.encode(), "m.yaml"), register("protection"))


class TestTheSample:
    @pytest.fixture
    def imported(self):
        return read_table(sample("grants.csv"), "grants.csv", MAPPING, register("protection"))

    def test_a_row_is_an_entry_with_its_persons_and_proceedings(self, imported):
        first, second = imported.register.entries
        assert (first.id, first.form, first.status, first.state, first.against) == (
            "G-1", "refugee", "granted", "BE", ("KZ",)
        )  # fmt: skip
        assert first.persons[0].identity == Identity(("Аида Тоқтарова",), ("1995", "1996"), "f")
        assert [(p.id, p.role) for p in first.persons] == [("person", "protected"), ("person2", "relative")]
        assert [(r.of, r.kind, r.to) for r in first.relations] == [("person2", "sibling", "person")]
        assert first.relations[0].source == first.source == "Extract of the register of grants, 31 January 2031"
        assert [told.text for told in first.proceedings[0].references] == ["№ 137500121000042"]
        assert (second.persons[0].identity.born, second.against) == (("c. 1980",), ("KZ",))
        assert (len(second.persons), second.relations) == (1, ())

    def test_everything_else_is_told(self, imported):
        assert left_out(imported.report) == [
            "line 4: G-2: the identifier stands twice. Give each record its own.",
            "line 5: persons[0].sex: '?' is not allowed here. Write one of: f, m, x.",
            "line 6: 2 cells under 10 columns. Quote a cell that holds `;`.",
        ]
        assert unused(imported.report) == {"column Clerk": 1}
        assert (imported.report.read, imported.report.taken) == (5, 2)


class TestTables:
    @pytest.mark.parametrize(
        ("encoding", "name"),
        [
            ("utf-8", "Жәрдемәлі"), ("utf-16", "Жәрдемәлі"), ("windows-1251", "Джардемали"), ("koi8-r", "Джардемали"),
            ("windows-1254", "Çağlayan"), ("windows-1256", "محمد"), ("gb18030", "王小明"), ("big5", "王小明"),
            ("shift_jis", "田中"), ("euc-kr", "김철수"),
        ],
    )  # fmt: skip
    def test_encodings(self, encoding, name):
        text = f"No,Name\n1,{name}\n"
        assert only(read(text.encode(encoding), f"encoding: {encoding}\n{SMALL}")).persons[0].identity.names == (name,)

    def test_quotes_line_ends_and_empty_rows(self):
        imported = read('No,Name\r\n\r\n1,"A ""B"", C"\r\n,\r\n2,"D\r\nE"\r\n')
        assert [e.persons[0].identity.names for e in imported.register.entries] == [('A "B", C',), ("D\nE",)]

    def test_parts_of_a_name_are_put_together_and_days_stay_as_written(self):
        mapping = (
            "columns: {No: id, F: person.family, G: person.given, P: person.patronymic, B: person.born}\n"
            "fixed: {title: t, source: s}\n"
        )
        who = only(read("No,F,G,P,B\n1,Иванов,Иван,Иванович,03.05.1968\n", mapping)).persons[0].identity
        assert (who.names, who.born) == (("Иван Иванович Иванов",), ("03.05.1968",))

    @pytest.mark.parametrize("name", ["\u202eABC", "A\u200dB", "Тоқtarov", "A" * 400])
    def test_odd_names_are_kept_as_they_are(self, name):
        assert only(read(f"No,Name\n1,{name}\n")).persons[0].identity.names == (name,)

    def test_a_row_without_a_name_stands_by_its_proceedings_but_not_with_half_a_person(self):
        mapping = (
            "columns: {No: id, Name: person.names, Sex: person.sex, Case: proceeding.references}\n"
            "fixed: {title: t, source: s}\n"
        )
        imported = read("No,Name,Sex,Case\n1,,,15/1\n2,,f,15/2\n", mapping)
        assert (only(imported).id, only(imported).persons) == ("1", ())
        assert left_out(imported.report) == [
            "line 3: persons[0]: a person has neither name nor number. Add `names:` or `numbers:`."
        ]

    @pytest.mark.parametrize(
        ("row", "said"),
        [
            ("1,\u200b", "line 2: persons[0].names[0]: '\\u200b' is no name. Write the name, or leave it out."),
            ("1," + "A" * 10_000, "line 2: persons[0].names[0]: the text has more than 400 characters. Shorten it."),
            (",A. B.", "line 2: id: `id` is missing. Add it there."),
            ("1", "line 2: 1 cells under 2 columns. Quote a cell that holds `,`."),
            ("1,A,B", "line 2: 3 cells under 2 columns. Quote a cell that holds `,`."),
        ],
    )
    def test_a_row_that_cannot_be_taken_is_left_out_and_the_others_are_taken(self, row, said):
        imported = read(f"No,Name\n{row}\n7,C. D.\n")
        assert left_out(imported.report) == [said]
        assert only(imported).id == "7"

    @pytest.mark.parametrize(
        ("data", "said"),
        [
            (b"", "line 1: there is no column No. The table has: none."),
            (b"No;Name\n1;A\n", "line 1: there is no column No. The table has: 'No;Name'."),
            (b"No,Name,Name\n", "line 1: the column Name stands twice. Give each its own name."),
            (b"No,name\n", "line 1: there is no column Name. Did you mean name?"),
            (b'No,Name\n1,"A\n2,B\n', "line 4: this is no table (unexpected end of data). Close the quote opened there, and double a quote inside quotes."),
            (b'No,Name\n1,"A"B\n', "line 2: this is no table (',' expected after '\"'). Close the quote opened there, and double a quote inside quotes."),
            (b"No,Name\n1,\xc0\n", "line 2: the byte 0xC0 there is not utf-8. Name the encoding in the mapping, as `encoding: windows-1251`."),
            (b"No,Name\n1,A\0\n", "line 2: a control character (U+0000). Remove it; check the encoding."),
            (b"No,Name\n1," + b"A" * 200_000, "line 2: this is no table (field larger than field limit (131072)). Close the quote opened there, and double a quote inside quotes."),
            (b"," * 1_000, "line 1: more than 1,000 columns. Leave out what no field is fed by."),
        ],
    )  # fmt: skip
    def test_what_is_no_such_table_is_refused_for_what_it_is(self, data, said):
        with pytest.raises(CaseFileError) as found:
            read(data)
        assert str(found.value.faults[0]) == said


class TestMappings:
    @pytest.mark.parametrize(
        ("mapping", "said"),
        [
            ("", "the file is empty. A mapping needs at least `columns`."),
            ("columns: [No]", "line 1, columns: a mapping was expected, not a list. Write `field: value` lines."),
            ("fixed: {title: t}", "line 1, columns: `columns` is missing. Add it there."),
            ("columns: {No: id, T: titel}", "line 1, columns.T: 'titel' is no field of an entry. Did you mean title?"),
            ("columns: {No: person.title}", "line 1, columns.No: 'person.title' is no field of an entry. …"),
            ("columns: {No: person1.names}", "line 1, columns.No: 'person1.names' is no field of an entry. …"),
            ("columns: {No: id}", "line 1: no column feeds `title`. Add it to `columns`, or to `fixed` for every row."),
            ("columns: {N: title}\nfixed: {id: x, source: s}", "line 1: no column feeds `id`. Add it to `columns`."),
            ("delimiter: '\"'\n" + SMALL, "line 1, delimiter: '\"' has the wrong form. Write one sign, and no double quote."),
            ("encoding: utf8\n" + SMALL, "line 1, encoding: 'utf8' is not allowed here. Did you mean utf-8?"),
            (SMALL + "words: {Sex: {F: f}}", "line 3, words.Sex: no field is fed by the column 'Sex'. Add it to `columns`."),
            (SMALL + "words: {Name: F}", "line 3, words.Name: a mapping was expected, not the text 'F'. Write `field: value` lines."),
            (SMALL + "left_out: [Photo]\nskip: x", "line 4, skip: `skip` is not a field of a mapping. …"),
            ("columns: &a {No: id}", "line 1: an anchor (`&a`). Remove it; quote a text that begins with `&`."),
        ],
    )  # fmt: skip
    def test_a_mistake_is_named_with_line_field_and_mend(self, mapping, said):
        with pytest.raises(CaseFileError) as found:
            read_mapping(mapping.encode(), "m.yaml")
        first = str(found.value.faults[0])
        assert first == said or first.startswith(said.removesuffix("…") if said.endswith("…") else "\0")

    def test_every_field_it_names_can_be_fed(self):
        assert [field for field in every_field() if not is_field(field)] == []
        assert is_field("person9.names")
        assert not is_field("person10.names")

    def test_a_column_left_out_on_purpose_has_to_be_there(self):
        with pytest.raises(CaseFileError, match="there is no column Photo"):
            read("No,Name\n1,A\n", f"{SMALL}left_out: [Photo]\n")
