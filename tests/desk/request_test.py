"""A request for data from the form to the inbox, as the public goes: the real server, a real mail
server, and a client without JavaScript."""
import email
import email.policy
import re
import time
import unittest

import desk_client
from desk_client import real_mail


class Request(desk_client.DeskTest):
    def setUp(self):
        self.client = desk_client.Client(self.base)

    def form(self):
        status, page = self.client.open("/id/permintaan/?table=penduduk-kecamatan")
        self.assertEqual(status, 200)
        fields = desk_client.Form(page).fields
        # A form that comes back within three seconds was not written by a person.
        time.sleep(3)
        return fields | {"text": "Jumlah penduduk Sungai Rotan <2023> menurut jenis kelamin",
                         "name": "Rina – Wijaya", "email": real_mail.READER, "consent": "yes"}

    def test_from_the_form_to_the_inbox_and_back(self):
        fields = self.form()
        # Something is wrong at first: told beside the field, and nothing is lost.
        status, page = self.client.open("/id/permintaan/", fields | {"email": "rina@"})
        self.assertEqual(status, 422)
        self.assertIn("Tulis alamat e-mail lengkap", page)
        self.assertEqual(desk_client.Form(page).fields["text"], fields["text"])
        # Sent twice, it is one ticket and one mail.
        status, receipt = self.client.open("/id/permintaan/", fields)
        self.assertEqual(status, 200)
        self.assertEqual(self.client.open("/id/permintaan/", fields), (200, receipt))
        number = re.search(r"PD-\d{4}-\d{4}", receipt).group()
        letters = self.mail.wait_for_letters(real_mail.READER, 1)
        self.assertEqual(len(letters), 1)
        letter = email.message_from_bytes(letters[0], policy=email.policy.default)
        self.assertIn(number, letter["subject"])
        self.assertEqual([a.addr_spec for a in letter["to"].addresses], [real_mail.READER])
        self.assertEqual(letter["auto-submitted"], "auto-generated")
        text = letter.get_content()
        for secret in ("Rina", "Rotan", "Wijaya"):
            self.assertNotIn(secret, text)
        # The link in the mail opens the conversation.
        link = re.search(r"/id/tiket/\?key=[0-9a-f]{64}", text).group()
        status, page = self.client.open(link)
        self.assertEqual(status, 200)
        self.assertIn("Sungai Rotan &lt;2023&gt;", page)
        # A message joins it.
        message = desk_client.Form(page).fields | {"text": "Tolong juga tahun 2024."}
        status, page = self.client.open("/id/tiket/", message)
        self.assertEqual(status, 200)
        self.assertIn("Tolong juga tahun 2024.", page)
        # Erasing asks once more, and then the page is gone.
        erase = {"key": message["key"], "action": "erase"}
        status, page = self.client.open("/id/tiket/", erase)
        self.assertIn("confirmed", page)
        self.assertEqual(self.client.open("/id/tiket/", erase | {"confirmed": "yes"})[0], 200)
        self.assertEqual(self.client.open(link)[0], 404)

    def test_programs_are_turned_away(self):
        status, page = self.client.open("/id/permintaan/")
        fields = desk_client.Form(page).fields | {
            "text": "Jumlah penduduk 2023", "email": "a@b.org", "consent": "yes"}
        self.assertEqual(self.client.open("/id/permintaan/", fields)[0], 422)
        self.assertEqual(self.client.open("/id/permintaan/",
                                fields | {"website": "http://x"})[0], 422)


if __name__ == "__main__":
    unittest.main()
