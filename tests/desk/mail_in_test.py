"""A request that comes by e-mail, from a real mailbox to the ticket's page and back."""
import email
import email.message
import email.policy
import re
import smtplib
import sqlite3
import subprocess
import time
import unittest

import desk_client
from desk_client import real_mail


class MailIn(desk_client.DeskTest):
    @classmethod
    def more_options(cls):
        password = cls.state / "imap-password"
        password.write_text(real_mail.PASSWORD + "\n")
        return ["--imap", f"127.0.0.1:{cls.mail.imap_port}", "--imap-user", real_mail.USER,
                "--imap-password", password]

    def send(self, subject, text, **headers):
        letter = email.message.EmailMessage()
        letter["From"] = f"Rina Wijaya <{real_mail.READER}>"
        letter["To"] = real_mail.USER
        letter["Subject"] = subject
        for name, value in headers.items():
            letter[name.replace("_", "-")] = value
        letter.set_content(text)
        with smtplib.SMTP("127.0.0.1", self.mail.smtp_port) as server:
            server.send_message(letter)

    def page_with(self, client, link, text):
        """The ticket's page, once it says `text`."""
        end = time.monotonic() + 20
        while time.monotonic() < end:
            status, page = client.open(link)
            self.assertEqual(status, 200)
            if text in page:
                return page
            time.sleep(0.2)
        raise AssertionError(f"The ticket's page does not say {text!r}")

    def register(self, *words):
        """A command beside the running server."""
        return subprocess.run(
            [desk_client.PROGRAM, *words, "--database", self.state / "lumbung.db"],
            capture_output=True, text=True, timeout=60, check=False)

    def test_a_mail_becomes_a_ticket_and_its_answer_joins_it(self):
        self.send("Mohon data", "Jumlah penduduk Sungai Rotan – 2023", Message_ID="<a@example.org>")
        raw, = self.mail.wait_for_letters(real_mail.READER, 1)
        receipt = email.message_from_bytes(raw, policy=email.policy.default)
        self.assertEqual(receipt["in-reply-to"], "<a@example.org>")
        self.assertEqual(receipt["auto-submitted"], "auto-generated")
        link = re.search(r"/id/tiket/\?key=[0-9a-f]{64}", receipt.get_content()).group()
        client = desk_client.Client(self.base)
        self.assertIn("Sungai Rotan – 2023", client.open(link)[1])

        self.send("Re: " + receipt["subject"], "Juga tahun 2024.\n\n> Permintaan",
                  In_Reply_To=receipt["message-id"])
        page = self.page_with(client, link, "Juga tahun 2024.")
        self.assertNotIn("&gt; Permintaan", page)

        # An absence notice about the receipt is held, and nobody is written to.
        self.send("Cuti", "Saya sedang cuti.", Auto_Submitted="auto-replied",
                  In_Reply_To=receipt["message-id"])
        self.send("Re: " + receipt["subject"], "Terima kasih.", In_Reply_To=receipt["message-id"])
        self.assertNotIn("sedang cuti", self.page_with(client, link, "Terima kasih."))
        self.assertEqual(len(self.mail.letters(real_mail.READER)), 1)
        held, = self.register("held-mail", "list").stdout.splitlines()
        number, reason, sender, _ = held.split("\t")
        self.assertEqual((reason, sender), ("automatic", real_mail.READER))
        self.assertIn("Saya sedang cuti.", self.register("held-mail", "show", number).stdout)
        self.assertEqual(self.register("held-mail", "dismiss", number).returncode, 0)
        self.assertEqual(self.register("held-mail", "list").stdout, "")
        self.assertEqual(self.register("held-mail", "dismiss", number).returncode, 1)

    def test_the_audit_is_verified_beside_the_running_server(self):
        def verify(*options):
            return self.register("verify-audit", *options)

        self.assertEqual(self.register("user", "add", "sari", "--name", "Sari").returncode, 0)
        head = verify()
        self.assertEqual(head.returncode, 0, head.stderr)
        self.assertRegex(head.stdout, r"^[1-9]\d*:[0-9a-f]{64}\n$")
        self.assertEqual(verify("--known", head.stdout.strip()).returncode, 0)
        self.assertEqual(verify("--known", "99:" + "0" * 64).returncode, 1)
        self.assertEqual(verify("--known", "x").returncode, 1)
        # One letter changed by who owns the file: the first wrong entry is named.
        with sqlite3.connect(self.state / "lumbung.db", timeout=20) as register:
            for (trigger,) in register.execute(
                    "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'"
                    ).fetchall():
                register.execute(f"DROP TRIGGER {trigger}")
            register.execute("UPDATE audit SET object = 'sarj' WHERE object = 'sari'")
        register.close()
        broken = verify()
        self.assertEqual(broken.returncode, 1)
        self.assertIn("its content does not have its digest", broken.stderr)


if __name__ == "__main__":
    unittest.main()
