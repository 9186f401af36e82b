// A file that comes back: told genuine, changed or without proof, on the device.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { App } from "./support/app.mjs";

const table = "/id/tabel/penduduk-jenis-kelamin/";

let app;
before(async () => { app = await App.start(); });
after(() => app.stop());

/// The file's bytes, chosen as a reader chooses it in the metadata.
async function check(window, name, bytes) {
  await window.press(window.by("tab", "Metadata"));
  const button = window.by("button", "Periksa keaslian berkas");
  await button.waitFor({ state: "attached" });
  const [chooser] = await Promise.all([
    window.page.waitForEvent("filechooser"), window.press(button)]);
  await chooser.setFiles({ name, mimeType: "application/octet-stream", buffer: bytes });
}

for (const format of ["Excel", "PDF"]) {
  test(`${format}: genuine as it came, changed with another byte`, async () => {
    const window = await app.open(table);
    const { name, bytes } = await window.exported(format);
    await check(window, name, bytes);
    await window.waitForAnnouncement(
      `Asli: ${name} sama dengan yang dibuat situs ini dari data terbaru.`);
    bytes[bytes.length >> 1] ^= 1;
    await check(window, name, bytes);
    await window.waitForAnnouncement(`${name} telah diubah setelah dibuat oleh situs ini.`);
    await window.close();
  });
}

test("a file of an older version of the table is told outdated", async () => {
  const window = await app.open(table);
  const { name, bytes } = await window.exported("PDF");
  // The site publishes another document from here on.
  await window.page.context().route("**/data/*.json", async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    const isTable = text.includes('"class"') && text.includes('"dataset"');
    await route.fulfill({ response, body: isTable ? `${text}\n` : text });
  });
  await check(window, name, bytes);
  await window.waitForAnnouncement(
    `${name} asli menurut segelnya, tetapi tabelnya telah diperbarui sejak itu.`);
  await window.close();
});

test("a file without a seal carries no proof, also where it is dropped on the page", async () => {
  const window = await app.open(table);
  await check(window, "catatan.txt", Buffer.from("Halo"));
  await window.waitForAnnouncement("catatan.txt tidak memuat bukti asal dari situs ini.");
  await window.page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(["%PDF-1.7\nstartxref\n"], "lain.pdf"));
    dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true }));
  });
  await window.waitForAnnouncement("lain.pdf tidak memuat bukti asal dari situs ini.");
  await window.close();
});
