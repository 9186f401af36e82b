// When the viewer opens, when the reader opens it, and what the page says when it cannot come.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { App } from "./support/app.mjs";

const table = "/id/tabel/luas-kecamatan/";
const openViewer = "Buka penampil interaktif";
const noWebgl = "Peramban ini tidak dapat menampilkan penampil interaktif (WebGL 2 tidak ada). " +
  "Tabel lengkap ada di halaman ini.";
const noWasm = noWebgl.replace("WebGL 2", "WebAssembly");
const notLoaded = "Penampil interaktif tidak dapat dimuat. Tabel lengkap ada di halaman ini. " +
  "Periksa jaringan, lalu coba lagi.";
const stopped = "Penampil interaktif berhenti. Tabel lengkap ada di halaman ini; muat ulang untuk " +
  "mencoba lagi.";

let app;
before(async () => { app = await App.start(); });
after(() => app.stop());

/// A window on the page of the table, with what the page was given to say.
async function onPage(options) {
  const window = await app.window(options);
  await window.page.goto(table);
  return window;
}

const cell = (page) => page.getByRole("rowheader", { name: "Gelumbang", exact: true });
const button = (page) => page.getByRole("button", { name: openViewer });
const alert = (page) => page.locator("#viewer-notice [role=alert]");

/// From the catalogue in the viewer; returns the table's title.
async function openFirstTable(window) {
  const link = window.viewer.locator('a[href*="/tabel/"]').first();
  const title = await link.textContent();
  await window.press(link);
  await window.viewer.locator("h1").filter({ hasText: title }).waitFor();
  return title;
}

/// The page itself is in sight and can be read.
async function assertReadable({ page }) {
  assert.equal(await page.locator("#viewer").isVisible(), false);
  await cell(page).waitFor();
}

test("on a desktop the viewer opens by itself, over the page", async () => {
  const window = await app.open(table);
  assert.equal(await window.page.locator("main").first().evaluate((main) => main.inert), true);
  assert.equal(await button(window.page).isVisible(), false);
  await window.by("heading", /^Luas wilayah/).waitFor();
  await window.close();
});

test("the console stays empty while a table opens", async () => {
  const said = [];
  const window = await app.open(table, {
    prepare: (page) => page.on("console", (line) => said.push(line.text())),
  });
  await window.by("heading", /^Luas wilayah/).waitFor();
  assert.deepEqual(said, []);
  await window.close();
});

test("in a narrow window the page stays until the button is pressed", async () => {
  const window = await onPage({ viewport: { width: 390, height: 844 } });
  await assertReadable(window);
  await button(window.page).click();
  await window.waitForViewer();
  await window.close();
});

test("forced colours and a wish for little data leave the page as it is", async () => {
  const saving = await onPage({
    prepare: (page) => page.addInitScript(() => {
      Object.defineProperty(navigator, "connection", { value: { saveData: true } });
    }),
  });
  await button(saving.page).waitFor();
  await assertReadable(saving);
  await saving.close();
  const forced = await onPage({ forcedColors: "active" });
  await button(forced.page).waitFor();
  await assertReadable(forced);
  await forced.close();
});

test("the text view is shown on demand, and remembered", async () => {
  const window = await app.open(table);
  await window.press(window.by("button", "Tampilan teks"));
  await cell(window.page).waitFor();
  assert.equal(await window.isOpen, false);
  assert.equal(await window.page.locator("main").first().evaluate((main) => main.inert), false);
  await window.page.reload();
  await button(window.page).waitFor();
  await assertReadable(window);
  await button(window.page).click();
  await window.waitForViewer();
  await window.page.reload();
  await window.waitForViewer();
  await window.close();
});

test("the text view of another table than the page's is that table's page", async () => {
  const window = await app.open("/id/");
  const title = await openFirstTable(window);
  await window.press(window.by("button", "Tampilan teks"));
  await window.page.locator("main table").waitFor();
  assert.ok((await window.page.locator("main h1").textContent()).startsWith(title));
  await window.close();
});

test("without WebAssembly the page says so", async () => {
  const window = await onPage({
    prepare: (page) => page.addInitScript(() => { delete globalThis.WebAssembly; }),
  });
  await alert(window.page).waitFor();
  assert.equal(await alert(window.page).textContent(), noWasm);
  await assertReadable(window);
  await window.close();
});

test("without WebGL 2 the page says so", async () => {
  const window = await onPage({
    prepare: (page) => page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    }),
  });
  await alert(window.page).waitFor();
  assert.equal(await alert(window.page).textContent(), noWebgl);
  await assertReadable(window);
  await window.close();
});

test("a viewer that does not load leaves the page, a sentence, and the button to try again", async () => {
  const window = await onPage({ prepare: (page) => page.route("**/*.wasm", (route) => route.abort()) });
  await alert(window.page).waitFor();
  assert.equal(await alert(window.page).textContent(), notLoaded);
  await assertReadable(window);
  await window.page.unroute("**/*.wasm");
  await button(window.page).click();
  await window.waitForViewer();
  await window.close();
});

test("loading by the button shows bytes and can be cancelled", async () => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  const window = await onPage({
    viewport: { width: 390, height: 844 },
    prepare: (page) => page.route("**/*.wasm", async (route) => {
      await held;
      await route.abort();
    }),
  });
  await button(window.page).click();
  const progress = window.page.getByRole("progressbar", { name: openViewer });
  await progress.waitFor();
  await window.page.getByText(/^Memuat penampil interaktif: \d+ dari \d+ kB$/).waitFor();
  await window.page.getByRole("button", { name: "Batal" }).click();
  await progress.waitFor({ state: "detached" });
  assert.equal(await window.isOpen, false);
  await button(window.page).waitFor();
  release();
  await window.close();
});

test("where the graphics card is lost, the page comes back with a sentence and a way on", async () => {
  const window = await app.open(table);
  await window.page.evaluate(() => {
    document.querySelector("#viewer canvas").getContext("webgl2")
      .getExtension("WEBGL_lose_context").loseContext();
  });
  await alert(window.page).waitFor();
  assert.equal(await alert(window.page).textContent(), stopped);
  await assertReadable(window);
  assert.match(await window.focused(), /^h1 Luas wilayah/);
  await window.page.getByRole("button", { name: "Muat ulang" }).click();
  await window.waitForViewer();
  await window.close();
});

test("a mistake of ours while it runs brings the page back as well", async () => {
  const window = await app.open("/id/");
  const title = await openFirstTable(window);
  await window.page.evaluate(() => {
    setTimeout(() => { throw new WebAssembly.RuntimeError("unreachable"); });
  });
  // The catalogue's page would be the wrong one: the table's is loaded.
  await alert(window.page).waitFor();
  assert.equal(await alert(window.page).textContent(), stopped);
  assert.equal(await window.page.locator("#viewer").count(), 0);
  assert.ok((await window.page.locator("main h1").textContent()).startsWith(title));
  await window.close();
});

test("the page that is printed is the page, not the canvas", async () => {
  const window = await app.open(table);
  await window.page.emulateMedia({ media: "print" });
  assert.equal(await window.page.locator("#viewer").isVisible(), false);
  assert.equal(await cell(window.page).isVisible(), true);
  await window.close();
});
