// The office's viewer in a browser: signing in with a second factor, writing a request down, and
// sending the notice.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, test } from "node:test";

import { App } from "./support/app.mjs";

const password = "jeruk purut di kebun";
const step = 30;                 // Seconds that a code is good for.

// What an authenticator app shows (RFC 6238).
function appCode(secret, stepsOn = 0) {
  const digits = [...secret].map((sign) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign));
  const bits = digits.map((digit) => digit.toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const count = Buffer.alloc(8);
  count.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 1000 / step) + stepsOn));
  const digest = createHmac("sha1", key).update(count).digest();
  const number = digest.readUInt32BE(digest.at(-1) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

let app;
before(async () => { app = await App.start({}, { hasDesk: true }); });
after(() => app?.stop());

async function setUpAccount(page) {
  const link = () => app.server.told.join("\n").match(/http\S+akun\/\?token=\S+/)?.[0];
  while (!link()) await page.waitForTimeout(50);
  await page.goto(link());
  const secret = await page.locator("code").first().innerText();
  await page.locator("[name=login]").fill("rina");
  await page.locator("[name=name]").fill("Rina Oktaviani");
  await page.locator("[name=password]").fill(password);
  await page.locator("[name=code]").fill(appCode(secret));
  await page.locator("main form button").first().click();
  await page.getByText(/^[0-9a-f]{16}$/).first().waitFor();
  return secret;
}

async function signIn(page, secret) {
  await page.goto("/id/petugas/");
  await page.locator("[name=login]").fill("rina");
  await page.locator("[name=password]").fill(password);
  // Each code is good once: that of the next step, which is taken as well.
  await page.locator("[name=code]").fill(appCode(secret, 1));
  await page.locator("main form button[type=submit]").first().click();
}

async function choose(window, field, option) {
  await window.press(window.by("button", field));
  await window.press(window.by("option", option));
}

test("an officer signs in, writes a request down, and answers it with the notice", async () => {
  // High enough that nothing has to be scrolled to.
  const window = await app.window({ viewport: { width: 1440, height: 1800 } });
  const { page } = window;
  await signIn(page, await setUpAccount(page));
  await window.waitForViewer();
  await window.by("heading", "Antrean permintaan").waitFor();
  await window.by("heading", "Tidak ada permintaan di sini.").waitFor();

  await window.press(window.by("button", "Catat permintaan").first());
  await page.waitForURL(/\/id\/petugas\/\?enter$/);
  await choose(window, "Media: Pilih", "Telepon");
  await window.by("textbox", "Data yang diminta").fill("Angka harapan hidup menurut kecamatan");
  await window.by("textbox", "E-mail").fill("dian@example.org");
  await window.press(window.by("checkbox", "Pemohon setuju kontaknya dipakai untuk menjawab"));
  await window.press(window.by("button", "Catat"));
  await page.waitForURL(/\/id\/petugas\/tiket\/\?number=PD-\d{4}-\d{4}$/);
  const number = new URL(page.url()).searchParams.get("number");

  await window.press(window.by("button", "Data tidak tersedia"));
  await choose(window, "Alasan: Pilih alasan", "Tidak dikumpulkan sampai tingkat wilayah ini");
  await window.viewer.getByText("dian@example.org").waitFor({ state: "attached" });
  await window.press(window.by("radio", "Surat PDF"));
  const [download] = await Promise.all([
    page.waitForEvent("download"), window.press(window.by("button", "Unduh surat PDF"))]);
  assert.equal(download.suggestedFilename(), `${number}.pdf`);
  await window.press(window.by("button", "Kirim e-mail"));
  await window.waitForAnnouncement(`E-mail untuk ${number} masuk antrean kirim.`);

  await window.press(window.by("link", "Antrean permintaan"));
  await window.press(window.by("tab", "Selesai  1"));
  await window.by("link", new RegExp(number), { exact: false }).waitFor();
  assert.deepEqual(window.complaints, []);
  await window.close();
});
