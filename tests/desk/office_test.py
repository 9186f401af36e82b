"""The office's way from its first account to an answer in the requester's inbox: the real server, a
real mail server, and a client without JavaScript. Codes of the second factor and the PDF are made
and read by programs that we did not write."""
import email
import email.policy
import re
import subprocess
import time
import unittest

import desk_client
from desk_client import real_mail

PASSWORD = "jeruk purut di kebun"


def app_code(secret, seconds_on=0):
    """What an authenticator app shows (oathtool). Each code is good once: `seconds_on` asks for
    that of a later step, which the server takes as well."""
    at = time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime(time.time() + seconds_on))
    made = subprocess.run(["oathtool", "--totp", "--base32", "--now", at, secret],
                          capture_output=True, text=True, check=True)
    return made.stdout.strip()


class Office(desk_client.DeskTest):
    def ask(self, text):
        client = desk_client.Client(self.base)
        fields = desk_client.Form(client.open("/id/permintaan/?table=penduduk-kecamatan")[1]).fields
        # A form that comes back within three seconds was not written by a person.
        time.sleep(3)
        status, receipt = client.open("/id/permintaan/", fields | {
            "text": text, "name": "Dian", "email": real_mail.READER, "consent": "yes"})
        self.assertEqual(status, 200)
        return re.search(r"PD-\d{4}-\d{4}", receipt).group()

    def letters(self, count):
        return [email.message_from_bytes(letter, policy=email.policy.default)
                for letter in self.mail.wait_for_letters(real_mail.READER, count)]

    def act(self, client, number, fields):
        page = client.open(f"/id/petugas/tiket/?number={number}")[1]
        seen = re.search(r'name="events_count" value="(\d+)"', page).group(1)
        return client.open("/id/petugas/tiket/",
                           {"number": number, "events_count": seen, "do": "act"} | fields)

    def test_from_the_first_account_to_the_answer(self):
        office = desk_client.Client(self.base)
        status, page = office.open(self.set_up_path)
        self.assertEqual(status, 200)
        secret = re.search(r"<code>([A-Z2-7]{32})</code>", page).group(1)
        account = desk_client.Form(page).fields | {
            "login": "rina", "name": "Rina Oktaviani", "password": PASSWORD}
        status, page = office.open("/id/petugas/akun/", account | {"code": "000000"})
        self.assertEqual(status, 422)
        self.assertIn(secret, page)
        status, page = office.open("/id/petugas/akun/", account | {"code": app_code(secret)})
        self.assertEqual(status, 200)
        self.assertEqual(len(re.findall(r"<code>[0-9a-f]{16}</code>", page)), 10)

        # The queue is behind the door, and a page of somebody else's cannot sign anybody in.
        number = self.ask("Angka harapan hidup menurut kecamatan 2025")
        status, page = office.open("/id/petugas/")
        self.assertIn('autocomplete="current-password"', page)
        sign_in = {"login": "rina", "password": PASSWORD, "code": app_code(secret, 30),
                   "next": "/id/petugas/"}
        self.assertEqual(office.open("/id/petugas/masuk/", sign_in,
                                     Origin="https://evil.example")[0], 403)
        status, page = office.open("/id/petugas/masuk/", sign_in)
        self.assertEqual(status, 200)
        self.assertIn(number, page)

        # A notice with its letter.
        notice = {"kind": "notice_sent", "text": "Hanya kabupaten."}
        ticket = office.open(f"/id/petugas/tiket/?number={number}")[1]
        notice["reason"] = re.search(r'name="reason".*?<option value="(\w+)"', ticket,
                                     re.DOTALL).group(1)
        self.assertEqual(office.open("/id/petugas/tiket/",
                                     {"number": number, "do": "act"} | notice,
                                     Origin="https://evil.example")[0], 403)
        status, page = self.act(office, number, notice)
        self.assertEqual(status, 200)
        self.assertIn("Hanya kabupaten.", page)
        letter = self.letters(2)[-1]
        self.assertIn(number, letter["subject"])
        paper, = letter.iter_attachments()
        self.assertEqual(paper.get_content_type(), "application/pdf")
        text = subprocess.run(["pdftotext", "-layout", "-", "-"], input=paper.get_content(),
                              capture_output=True, check=True).stdout.decode()
        self.assertIn("MUARA ENIM", text)
        self.assertRegex(text, r"B-\d+/16030/VS\.300/\d{2}/\d{4}")
        self.assertIn("Hanya kabupaten.", text)

        # The same for programs: the office's viewer asks so.
        self.assertEqual(office.ask_api("session")[1]["officer"]["login"], "rina")
        status, ticket = office.ask_api(f"ticket?number={number}")
        self.assertEqual((status, ticket["row"]["status"]), (200, "closed"))
        note = {"number": number, "kind": "note_written", "text": "Sudah ditelepon.",
                "events_count": ticket["row"]["events_count"], "closes": True}
        self.assertEqual(office.ask_api("act", note, Origin="https://evil.example")[0], 403)
        self.assertEqual(office.ask_api("act", note)[0], 200)
        self.assertEqual(office.ask_api("act", note)[0], 409)

        # Signed out, nothing is left.
        foreign = office.open("/api/office/sign-out", {"x": "y"})
        self.assertEqual(foreign[0], 415)
        self.assertEqual(office.ask_api("sign-out", {})[0], 200)
        self.assertEqual(office.ask_api("session")[0], 401)


if __name__ == "__main__":
    unittest.main()
