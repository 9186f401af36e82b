"""A real mail server for tests: Postfix takes mails on a free port, Dovecot hands them out by IMAP.

Both run from a folder of their own beside whatever the machine runs, and are gone with it.
Starting them needs root, as Postfix does; `reason_without()` says why they cannot be had.
"""
import os
import pathlib
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
import unittest

USER = "data@bps.example"
PASSWORD = "rahasia-uji"
READER = "rina@example.org"


def reason_without():
    """Why there is no real mail server here, or nothing."""
    if os.geteuid() != 0:
        return "Postfix and Dovecot have to be started by root"
    for program in ("postfix", "dovecot"):
        if not shutil.which(program, path="/usr/sbin:/usr/bin"):
            return f"{program} is not installed"
    return ""


def free_port():
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return place.getsockname()[1]


def wait_for(port, seconds=20):
    """Returns when somebody listens; a server that does not come up is an error."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
                if connection.recv(4):
                    return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"nobody listens on port {port}")


def for_tests(test_class, what):
    """A mail server for all tests of the class; they are skipped aloud where it cannot be had."""
    reason = reason_without()
    if reason:
        print(f"SKIPPED {what}: {reason}")
        raise unittest.SkipTest(reason)
    return test_class.enterClassContext(RealMail())


class RealMail:
    """Mailboxes of USER and READER with PASSWORD: `smtp_port` takes, `imap_port` hands out."""

    def __enter__(self):
        # Not below a folder that only root may enter: both programs give root up.
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="lumbung-mail-", dir="/tmp"))
        self.folder.chmod(0o755)
        self.smtp_port, self.imap_port = free_port(), free_port()
        self._make_mailboxes()
        self._start_postfix()
        self._start_dovecot()
        wait_for(self.smtp_port)
        wait_for(self.imap_port)
        return self

    def __exit__(self, *_):
        self._postfix("stop")
        self.dovecot.terminate()
        self.dovecot.wait(timeout=20)
        shutil.rmtree(self.folder, ignore_errors=True)

    def mailbox(self, address):
        return self.folder / "boxes" / address

    def letters(self, address):
        """What lies in a mailbox, as bytes, whether it was read or not."""
        return [file.read_bytes() for part in ("new", "cur")
                for file in sorted((self.mailbox(address) / part).glob("*"))]

    def wait_for_letters(self, address, count, seconds=20):
        """The mailbox's letters, once there are `count`."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            letters = self.letters(address)
            if len(letters) >= count:
                return letters
            time.sleep(0.05)
        raise AssertionError(f"{count} letters for {address} were expected, "
                             f"but {len(self.letters(address))} came")

    # --- Postfix ---

    def _make_mailboxes(self):
        owner = pwd.getpwnam("nobody")
        boxes = self.folder / "boxes"
        for address in (USER, READER):
            for part in ("new", "cur", "tmp"):
                (boxes / address / part).mkdir(parents=True)
        for path in (boxes, *boxes.rglob("*")):
            os.chown(path, owner.pw_uid, owner.pw_gid)
        self.owner = owner

    def _postfix(self, command):
        subprocess.run(["postfix", "-c", str(self.folder / "postfix"), command],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)

    def _start_postfix(self):
        settings, queue, data = (self.folder / name for name in ("postfix", "queue", "data"))
        for folder in (settings, queue, data):
            folder.mkdir()
        os.chown(data, pwd.getpwnam("postfix").pw_uid, -1)
        (settings / "boxes").write_text("".join(f"{a} {a}/\n" for a in (USER, READER)))
        (settings / "main.cf").write_text(f"""
compatibility_level = 3.6
smtpd_peername_lookup = no
queue_directory = {queue}
data_directory = {data}
maillog_file = {self.folder}/postfix.log
maillog_file_prefixes = {self.folder}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mx.bps.example
mydestination =
mynetworks = 127.0.0.0/8
virtual_mailbox_domains = bps.example, example.org
virtual_mailbox_base = {self.folder}/boxes
virtual_mailbox_maps = texthash:{settings}/boxes
virtual_minimum_uid = 1
virtual_uid_maps = static:{self.owner.pw_uid}
virtual_gid_maps = static:{self.owner.pw_gid}
alias_maps =
alias_database =
default_transport = error
smtpd_forbid_bare_newline = yes
""")
        services = "".join(
            # Delivering to a mailbox is done as its owner, which takes root to become.
            f"{name} unix {private} {'n' if name == 'virtual' else '-'} n - {most} {command}\n"
            for name, private, most, command in (
                ("cleanup", "n", "0", "cleanup"), ("qmgr", "n", "1", "qmgr"),
                ("rewrite", "-", "-", "trivial-rewrite"), ("bounce", "-", "0", "bounce"),
                ("defer", "-", "0", "bounce"), ("trace", "-", "0", "bounce"),
                ("virtual", "-", "-", "virtual"), ("error", "-", "-", "error"),
                ("proxymap", "-", "-", "proxymap"), ("tlsmgr", "-", "1", "tlsmgr"),
                ("anvil", "-", "1", "anvil"), ("scache", "-", "1", "scache"),
                ("showq", "n", "-", "showq")))
        (settings / "master.cf").write_text(
            f"127.0.0.1:{self.smtp_port} inet n - n - - smtpd\n{services}"
            "postlog unix-dgram n - n - 1 postlogd\n")
        self._postfix("start")

    # --- Dovecot ---

    def _start_dovecot(self):
        settings = self.folder / "dovecot.conf"
        settings.write_text(f"""
protocols = imap
listen = 127.0.0.1
base_dir = {self.folder}/dovecot
log_path = {self.folder}/dovecot.log
ssl = no
disable_plaintext_auth = no
mail_location = maildir:{self.folder}/boxes/%u
first_valid_uid = 1
default_internal_user = nobody
default_internal_group = {self._group()}
default_login_user = nobody
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {self.imap_port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
passdb {{
  driver = static
  args = password={PASSWORD}
}}
userdb {{
  driver = static
  args = uid={self.owner.pw_uid} gid={self.owner.pw_gid} home={self.folder}/boxes/%u
}}
""")
        self.dovecot = subprocess.Popen(["dovecot", "-F", "-c", str(settings)],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def _group(self):
        import grp
        return grp.getgrgid(self.owner.pw_gid).gr_name
