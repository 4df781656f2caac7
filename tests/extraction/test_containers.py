"""Messages and archives: everything in them is a part, with a state of its own."""

from dataclasses import replace
from email.message import EmailMessage

import pytest

from rogatory.extraction.limits import LIMITS
from rogatory.extraction.reading import part_bytes, read
from rogatory.received.pages import State
from tests.extraction import samples


class TestMessages:
    def test_headers_text_and_attachments(self):
        letter = samples.pdf("The letter itself")
        part = read("mail", samples.eml(("letter.pdf", letter), subject="Запрос 12/2025"))
        assert (part.media, part.state) == ("message/rfc822", State.READ)
        assert "Subject: Запрос 12/2025" in part.pages[0].text
        assert "Request for assistance 12/2025" in part.pages[0].text
        facts = dict(part.facts)
        assert facts["from"] == "clerk@ministry.example"
        assert facts["subject"].startswith("=?utf-8?")
        (inner,) = part.parts
        assert (inner.name, inner.media, inner.pages[0].text) == ("letter.pdf", "application/pdf", "The letter itself")

    def test_a_message_in_a_message_keeps_its_bytes(self):
        inner = samples.eml(("a.txt", b"attached")).replace(b"\n", b"\n")
        outer = EmailMessage()
        outer["From"], outer["Subject"] = "a@b.example", "Fwd"
        outer.set_content("See below")
        from email import message_from_bytes, policy

        outer.add_attachment(message_from_bytes(inner, policy=policy.default))
        data = outer.as_bytes()
        (part,) = read("mail", data).parts
        assert part.media == "message/rfc822"
        assert part.parts[0].pages[0].text == "attached"
        assert part_bytes(data, (0,)) in data
        assert part_bytes(data, (0, 0)) == b"attached"

    def test_a_signature_is_kept_and_not_checked(self):
        message = EmailMessage()
        message["From"], message["Subject"] = "a@b.example", "x"
        message.set_content("text")
        message.add_attachment(b"0", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
        (part,) = read("mail", message.as_bytes()).parts
        assert (part.state, part.size) == (State.HELD, 1)

    def test_two_readings_that_differ_are_both_read(self):
        message = EmailMessage()
        message["From"], message["Subject"] = "a@b.example", "x"
        message.set_content("pay within 10 days")
        message.add_alternative("<p>pay within 30 days</p>", subtype="html")
        assert len(read("mail", message.as_bytes()).pages) == 2

    def test_two_readings_that_agree_are_one(self):
        message = EmailMessage()
        message["From"], message["Subject"] = "a@b.example", "x"
        message.set_content("pay within 10 days")
        message.add_alternative("<p>pay <b>within</b> 10 days</p>", subtype="html")
        assert len(read("mail", message.as_bytes()).pages) == 1


class TestArchives:
    def test_each_file_is_a_part(self):
        data = samples.packed(("../../etc/passwd", b"letter"), ("b/", b""), ("b/c.eml", samples.eml()))
        part = read("letters", data)
        assert part.state is State.READ
        assert [(inner.name, inner.media) for inner in part.parts] == [
            ("../../etc/passwd", "text/plain"),
            ("b/c.eml", "message/rfc822"),
        ]

    def test_one_name_twice_is_told(self):
        with pytest.warns(UserWarning, match="Duplicate"):
            data = samples.packed(("a.txt", b"one"), ("a.txt", b"two"))
        part = read("letters", data)
        assert [inner.pages[0].text for inner in part.parts] == ["one", "two"]
        assert ("twice", "a.txt") in part.facts

    def test_names_in_an_old_encoding(self):
        data = samples.packed(("aaaaaa.txt", b"x")).replace(b"aaaaaa", "Письмо".encode("cp866"))
        assert read("letters", data).parts[0].name == "Письмо.txt"

    def test_a_bomb_ends_as_too_large(self):
        data = samples.packed(("zeros.txt", bytes(50_000_000)), ("letter.txt", b"read me"))
        part = read("letters", data)
        assert [inner.state for inner in part.parts] == [State.TOO_LARGE, State.READ]

    def test_parts_together_have_a_limit(self):
        data = samples.packed(*((f"{number}.txt", b"x" * 1000) for number in range(10)))
        part = read("letters", data, replace(LIMITS, unpacked=5_500))
        assert [inner.state for inner in part.parts] == [State.READ] * 5 + [State.TOO_LARGE] * 5

    def test_more_parts_than_allowed(self):
        data = samples.packed(*((f"{number}.txt", b"x") for number in range(10)))
        part = read("letters", data, replace(LIMITS, parts=4))
        assert (len(part.parts), part.state) == (4, State.PARTIAL)
        assert part.says.startswith("6 of its parts were not opened")

    def test_archives_in_archives_have_a_limit(self):
        data = b"deepest"
        for _ in range(30):
            data = samples.packed(("inner", data))
        parts = list(read("letters", data).walk())
        assert len(parts) == LIMITS.depth + 2
        assert parts[-1].state is State.TOO_LARGE
