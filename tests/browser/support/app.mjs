// The viewer as a test sees it: the elements over its canvas, by role and name. Nothing here knows a
// pixel or an id.
import { readFile } from "node:fs/promises";

import { launchBrowser } from "./browser.mjs";
import { startServer } from "./server.mjs";

const patience = 60_000;   // A machine under load is slow; no test asks how slow.

/// Server and browser for all tests of a file.
export class App {
  static async start(flags, server) {
    const app = new App();
    [app.server, app.browser] = await Promise.all([startServer(server), launchBrowser(flags)]);
    return app;
  }

  async stop() {
    await this.browser.close();
    await this.server.stop();
  }

  /// A window of a fresh profile. `prepare` is run with its page before anything is loaded.
  async window({ prepare, ...options } = {}) {
    const context = await this.browser.newContext(
      { viewport: { width: 1440, height: 900 }, baseURL: this.server.address, ...options });
    context.setDefaultTimeout(patience);
    // A busy machine looks like a slow line, on which the viewer would wait to be asked for.
    await context.addInitScript(() => {
      Object.defineProperty(navigator, "connection", { value: {}, configurable: true });
    });
    const window = new Window(await context.newPage());
    await prepare?.(window.page);
    return window;
  }

  /// A window with the viewer open over the page of `path`.
  async open(path, options) {
    const window = await this.window(options);
    await window.page.goto(path);
    await window.waitForViewer();
    return window;
  }
}

export class Window {
  constructor(page) {
    this.page = page;
    this.viewer = page.locator(".ax");
    this.complaints = [];      // What a reader's console must not show.
    page.on("pageerror", (error) => this.complaints.push(error.message));
    page.on("console", (line) => {
      if (line.type() === "error") this.complaints.push(`${line.text()} ${line.location().url}`);
    });
  }

  close() { return this.page.context().close(); }

  waitForViewer() { return this.page.waitForSelector("body.viewer-open", { timeout: patience }); }

  get isOpen() { return this.page.locator("body.viewer-open").count().then((count) => count > 0); }

  /// An element over the canvas.
  by(role, name, options) { return this.viewer.getByRole(role, { name, exact: true, ...options }); }

  /// As a screen reader presses it.
  press(element) { return element.dispatchEvent("click"); }

  /// The middle of an element that has come to rest: two looks find it at the same place.
  async middleOf(element) {
    await element.waitFor();
    for (let before = null; ;) {
      const box = await element.boundingBox();
      if (JSON.stringify(box) === JSON.stringify(before)) {
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
      before = box;
      await this.page.waitForTimeout(300);
    }
  }

  /// As a hand does: the element lets the pointer through to the canvas.
  async pressByMouse(element) {
    const { x, y } = await this.middleOf(element);
    await this.page.mouse.click(x, y);
  }

  async tap(element) {
    const { x, y } = await this.middleOf(element);
    await this.page.touchscreen.tap(x, y);
  }

  /// Opens the dialog of exports on this format.
  async chooseFormat(format) {
    await this.press(this.by("button", "Ekspor"));
    await this.by("dialog", "Ekspor tabel").waitFor({ state: "attached" });
    await this.press(this.by("radio", format));
    await this.by("radio", format, { checked: true }).waitFor();
  }

  /// Name and bytes of the file that the browser saves.
  async exported(format) {
    await this.chooseFormat(format);
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      this.press(this.by("button", `Unduh ${format}`)),
    ]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }

  /// Role and name of what has the focus: "searchbox Cari tabel".
  focused() {
    return this.page.evaluate(() => {
      const { activeElement: element } = document;
      const native = { BUTTON: "button", A: "link", INPUT: element.type };
      const role = element.getAttribute("role") ?? native[element.tagName] ??
                   element.tagName.toLowerCase();
      return `${role} ${element.getAttribute("aria-label") ?? element.textContent}`;
    });
  }

  /// Waits until the focus is there.
  async waitForFocus(expected) {
    const start = Date.now();
    while (await this.focused() !== expected) {
      if (Date.now() - start > patience) {
        throw new Error(`The focus should be on "${expected}", and is on "${await this.focused()}"`);
      }
      await this.page.waitForTimeout(50);
    }
  }

  /// Waits until the sentence has been read aloud.
  waitForAnnouncement(sentence) {
    return this.page.waitForFunction(
      (expected) => [...document.querySelectorAll("#viewer > [role=status], #viewer > [role=alert]")]
        .some((region) => region.textContent === expected), sentence);
  }

  /// The grid in sight: rows of the texts of their headers and cells.
  grid() {
    return this.page.evaluate(() => [...document.querySelectorAll(".ax [role=row]")].map(
      (row) => [...row.children].map((cell) => cell.textContent)));
  }
}
