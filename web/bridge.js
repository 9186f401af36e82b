// What the client asks of the page: the only functions of the page that C++ calls
// (wasm/platform/bridge.h). Texts come as place and size in the client's memory.

import { FileMaker } from "./export.js";

const progressEveryMs = 250;
const firstBuffer = 256 * 1024;

export const preferencesKey = "lumbung.preferences";

// Storage may be forbidden or full; the viewer works without.
export function stored(key) {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

export function store(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch (error) {
    console.info(`Not stored on this device: ${key}: ${error.message}`);
  }
}

const failures = { network: 0, status: 1, memory: 2 };

export class Bridge {
  // `site`: where its files are (docs/viewer.md). `answers`: fetches that began before the client
  // did, by address. `page` has close(), wake(),
  // focusNode(id) and announce(text, isUrgent).
  constructor(base, site, answers, page) {
    this.base = base;
    this.files = new FileMaker(base, site, {
      progressed: (number, share) => this.client.send("viewer_export_progressed", number, share),
      finished: (number) => this.client.send("viewer_export_finished", number),
      failed: (number, word) => this.client.send("viewer_export_failed", number, word),
      checkBegan: (name) => this.client.send("viewer_file_check_began", name),
      checked: (name, verdict) => this.client.send("viewer_file_checked", name, verdict),
    });
    this.answers = answers;
    this.page = page;
    this.suggestTimer = 0;
  }

  // --- Files in ---

  async fetch(request, address, size, expected) {
    const name = this.client.textAt(address, size);
    const answer = this.answers.get(name) ?? fetch(this.base + name);
    this.answers.delete(name);
    try {
      const response = await answer;
      if (!response.ok) {
        this.client.send("viewer_fetch_failed", request, failures.status, response.status);
        return;
      }
      await this.take(request, response, expected);
    } catch (error) {
      // Ours and the client's own mistakes are no matter of the network.
      if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
      console.warn(`${name}: ${error.message}`);
      this.client.send("viewer_fetch_failed", request, failures.network, 0);
    }
  }

  // Straight into the client's memory, so that a large file is never held twice.
  async take(request, response, expected) {
    const isCoded = response.headers.get("Content-Encoding");
    const total =
      expected || (isCoded ? 0 : Number(response.headers.get("Content-Length") ?? 0));
    const { module } = this.client;
    let room = total || firstBuffer;
    let buffer = module._malloc(room);
    let received = 0;
    let toldAt = performance.now();
    const reader = response.body.getReader();
    try {
      while (buffer) {
        const { done, value } = await reader.read();
        if (done) break;
        if (received + value.length > room) {
          room = Math.max(room * 2, received + value.length);
          const larger = module._realloc(buffer, room);
          if (!larger) module._free(buffer);
          buffer = larger;
          if (!buffer) break;
        }
        this.client.bytes.set(value, buffer + received);
        received += value.length;
        if (performance.now() - toldAt >= progressEveryMs) {
          toldAt = performance.now();
          this.client.send("viewer_fetch_progressed", request, received, total);
        }
      }
    } catch (error) {
      module._free(buffer);
      throw error;
    }
    if (!buffer) {
      await reader.cancel();
      this.client.send("viewer_fetch_failed", request, failures.memory, 0);
      return;
    }
    if (received < room) buffer = module._realloc(buffer, Math.max(received, 1));
    this.client.send("viewer_fetch_arrived", request, buffer, received);
  }

  // --- Address, language, theme ---

  setAddress(path, pathSize, title, titleSize, push) {
    const address = this.client.textAt(path, pathSize);
    document.title = this.client.textAt(title, titleSize);
    if (address === location.pathname + location.search) return;
    if (push) {
      history.pushState(null, "", address);
    } else {
      history.replaceState(null, "", address);
    }
  }

  setLanguage(code, size) { document.documentElement.lang = this.client.textAt(code, size); }

  setTheme(theme, size) {
    const name = this.client.textAt(theme, size);
    if (name === "system") {
      delete document.documentElement.dataset.theme;
    } else {
      document.documentElement.dataset.theme = name;
    }
  }

  // --- Files out, clipboard, device ---

  exportFile(number, ...texts) {
    const [exporter, job, documentAddress, name, type] =
      [0, 2, 4, 6, 8].map((at) => this.client.textAt(texts[at], texts[at + 1]));
    this.files.start(number, { exporter, job, documentAddress, name, type });
  }

  drawPicture(request, ...texts) {
    const [exporter, job, documentAddress] =
      [0, 2, 4].map((at) => this.client.textAt(texts[at], texts[at + 1]));
    this.files.draw({ exporter, job, documentAddress }, (picture) => {
      const place = this.client.module._malloc(picture.length);
      this.client.bytes.set(picture, place);
      this.client.send("viewer_fetch_arrived", request, place, picture.length);
    }, (word) => {
      const failure = word === "unavailable" ? failures.network : failures.memory;
      this.client.send("viewer_fetch_failed", request, failure, 0);
    });
  }

  stopExport() { this.files.stop(); }

  chooseFileToCheck() { this.files.choose(); }

  async copyText(request, address, size, isLink) {
    const text = (isLink ? location.origin : "") + this.client.textAt(address, size);
    let ok = true;
    try {
      await (isLink ? navigator.clipboard.writeText(text) : writeTable(text));
    } catch {
      ok = copyBySelection(text);   // No clipboard on an insecure page or without a gesture.
    }
    this.client.send("viewer_copy_finished", request, ok ? 1 : 0);
  }

  storePreferences(json, size) { store(preferencesKey, this.client.textAt(json, size)); }

  // --- Later ---

  askAgainAfter(milliseconds) {
    clearTimeout(this.suggestTimer);
    this.suggestTimer = setTimeout(() => this.client.send("viewer_suggest"), milliseconds);
  }

  wakeAfter(milliseconds) { setTimeout(() => this.page.wake(), milliseconds); }

  closeViewer() { this.page.close(); }

  leaveFor(address, size) { location.assign(this.client.textAt(address, size)); }

  focusNode(id, size) { this.page.focusNode(this.client.textAt(id, size)); }

  announce(text, size, isUrgent) {
    this.page.announce(this.client.textAt(text, size), isUrgent !== 0);
  }

  log(text, size) { console.info(this.client.textAt(text, size)); }
}

// Cells for spreadsheets as lines with tabs, for text processors as a table.
function writeTable(text) {
  const table = document.createElement("table");
  for (const line of text.trimEnd().split("\n")) {
    const row = table.insertRow();
    for (const field of line.split("\t")) row.insertCell().textContent = field;
  }
  const kinds = { "text/plain": text, "text/html": table.outerHTML };
  const blobs = Object.entries(kinds).map(([type, body]) => [type, new Blob([body], { type })]);
  return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
}

function copyBySelection(text) {
  const focused = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "unseen";
  document.body.append(field);
  field.select();
  const ok = document.execCommand("copy");
  field.remove();
  focused?.focus({ preventScroll: true });
  return ok;
}
