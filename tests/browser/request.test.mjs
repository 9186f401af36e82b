// Asking the office: the ways to the form, and what its script adds.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { App } from "./support/app.mjs";

let app;
before(async () => { app = await App.start({}, { hasDesk: true }); });
after(() => app?.stop());

async function formPage(query = "") {
  const window = await app.window();
  await window.page.goto(`/id/permintaan/${query}`);
  return window;
}

async function fillIn(page) {
  await page.getByLabel("Data apa yang Anda perlukan?").fill("Jumlah penduduk Sungai Rotan 2023");
  await page.getByLabel("E-mail untuk jawaban").fill("dian@example.org");
  await page.getByLabel("Saya setuju").check();
}

test("a search without a hit leads to the form, what was searched for in it", async () => {
  const window = await app.open("/id/?cari=zzzzqqqq");
  await window.press(window.by("button", "Ajukan permintaan").first());
  await window.page.waitForURL(/permintaan\/\?text=zzzzqqqq$/);
  assert.equal(await window.page.getByLabel("Data apa yang Anda perlukan?").inputValue(),
               "zzzzqqqq");
  await window.close();
});

test("a draft survives a reload, and its consent is asked for anew", async () => {
  const window = await formPage();
  const { page } = window;
  await fillIn(page);
  await page.waitForFunction(() => localStorage.getItem("lumbung.request")?.includes("dian@"));
  await page.reload();
  assert.equal(await page.getByLabel("E-mail untuk jawaban").inputValue(), "dian@example.org");
  assert.equal(await page.getByLabel("Saya setuju").isChecked(), false);
  await page.getByText("Draf Anda dari kunjungan sebelumnya").waitFor();
  await page.getByRole("button", { name: "Mulai dari awal" }).click();
  await page.waitForFunction(() =>
    document.querySelector("textarea") && document.querySelector("textarea").value === "");
  await window.close();
});

test("what is published is offered while the reader types", async () => {
  const window = await formPage();
  const { page } = window;
  await page.getByLabel("Data apa yang Anda perlukan?").pressSequentially("jumlah penduduk menurut");
  await page.locator("#offers a").first().waitFor();
  await window.close();
});

test("a wrong address is told beside its field when the reader leaves it", async () => {
  const window = await formPage();
  const { page } = window;
  await page.getByLabel("E-mail untuk jawaban").fill("dian@");
  await page.getByLabel("Data apa yang Anda perlukan?").focus();
  await page.locator("#finding-email").waitFor();
  await page.getByLabel("E-mail untuk jawaban").fill("dian@example.org");
  await page.locator("#finding-email").waitFor({ state: "detached" });
  await window.close();
});

test("without a network a finished form waits, and is sent once when there is one", async () => {
  const window = await formPage();
  const { page } = window;
  await fillIn(page);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Kirim permintaan" }).click();
  await page.getByText("dikirim otomatis saat daring").waitFor();
  // A form younger than three seconds is a program's.
  await page.waitForFunction((since) => performance.now() > since + 3500, 0);
  await page.context().setOffline(false);
  await page.getByText("Nomor tiket").waitFor();
  assert.match(await page.locator("dl.receipt").innerText(), /PD-\d{4}-\d{4}/);
  assert.equal(await page.evaluate(() => localStorage.getItem("lumbung.request")), null);
  await window.close();
});
