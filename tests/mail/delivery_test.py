"""Mails of ours through a real mail server: what leaves by SMTP comes back by IMAP, and a program
that we did not write reads it in between."""
import email
import email.policy
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import real_mail

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROBE = ROOT / "build" / "debug" / "tests" / "mail_probe"
PDF = b"%PDF-1.4\r\n\x00\xff\r\n.\r\n%%EOF\n" * 999


class Delivery(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.mail = real_mail.for_tests(cls, "mails through a real server")

    def send(self, reader, message_id, subject, text, *files):
        return subprocess.run(
            [PROBE, "send", str(self.mail.smtp_port), real_mail.USER, reader, message_id, subject,
             *files],
            input=text.encode(), capture_output=True, timeout=60, check=False)

    def take(self, address):
        told = subprocess.run(
            [PROBE, "take", str(self.mail.imap_port), address, real_mail.PASSWORD],
            capture_output=True, timeout=60, check=False)
        self.assertEqual(told.returncode, 0, told.stderr)
        return [json.loads(line) for line in told.stdout.splitlines()]

    def test_a_letter_with_a_file_arrives_as_it_was_written(self):
        text = "Yth. Rina,\n\n.titik di awal\nFrom di awal – 5 %\n" + "panjang " * 400
        with tempfile.NamedTemporaryFile() as pdf:
            pdf.write(PDF)
            pdf.flush()
            sent = self.send(real_mail.READER, "sent.1@bps.example",
                             "Permintaan – PD-2026-0001", text, pdf.name)
            self.assertEqual(sent.returncode, 0, sent)
            raw, = self.mail.wait_for_letters(real_mail.READER, 1)
            letter = email.message_from_bytes(raw, policy=email.policy.default)
            self.assertEqual(letter["subject"], "Permintaan – PD-2026-0001")
            self.assertEqual(letter["from"].addresses[0].addr_spec, real_mail.USER)
            self.assertEqual(letter["from"].addresses[0].display_name,
                             "BPS Kabupaten Muara Enim – Uji")
            self.assertEqual(letter["message-id"], "<sent.1@bps.example>")
            self.assertEqual(letter.get_body(("plain",)).get_content().replace("\r\n", "\n"), text)
            attachment, = letter.iter_attachments()
            self.assertEqual(attachment.get_filename(), "lampiran ½.pdf")
            self.assertEqual(attachment.get_content(), PDF)
            # The same by our own reader, out of the mailbox: once, and not again.
            taken, = self.take(real_mail.READER)
            self.assertEqual(taken["subject"], "Permintaan – PD-2026-0001")
            self.assertEqual(taken["text"], text.strip())
            self.assertEqual(taken["attachments"], {"lampiran ½.pdf": len(PDF)})
            self.assertEqual(self.take(real_mail.READER), [])
            # A later one comes alone, and the first is still there for other programs.
            self.assertEqual(
                self.send(real_mail.READER, "sent.2@bps.example", "Kedua", "x").returncode, 0)
            self.mail.wait_for_letters(real_mail.READER, 2)
            self.assertEqual([each["id"] for each in self.take(real_mail.READER)],
                             ["sent.2@bps.example"])

    def test_a_reader_that_the_server_does_not_know_is_refused_at_once(self):
        sent = self.send("nobody@example.org", "sent.3@bps.example", "a", "b")
        self.assertEqual(sent.returncode, 1)
        self.assertIn(b"550", sent.stdout)

    def test_a_wrong_password_is_told_and_takes_nothing(self):
        told = subprocess.run([PROBE, "take", str(self.mail.imap_port), real_mail.USER, "salah"],
                              capture_output=True, timeout=60, check=False)
        self.assertEqual(told.returncode, 1)
        self.assertIn(b"cannot be read now", told.stderr)


if __name__ == "__main__":
    unittest.main()
