// The page's side of the exporter: starts its worker, saves or prints what comes, ends it.

const printPage = "print-page";

// The only texts of ours that become a script's address or a page: the worker, of this site, and
// the exporter's print page, in which every text is escaped (shared/output/markup.h).
const asIs = (text) => text;
const trusted = globalThis.trustedTypes?.createPolicy("lumbung", {
  createScriptURL: (address) => {
    if (new URL(address).origin === location.origin) return address;
    throw new TypeError(`${address} is not of this site`);
  },
  createHTML: asIs,
}) ?? { createScriptURL: asIs, createHTML: asIs };

function saveBytes(bytes, name, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  link.click();
  // The browser takes the file after this task; a minute is enough for the slowest question.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// On paper there is this alone (viewer.css). It goes when the reader is done with the dialog.
function printHtml(html) {
  document.getElementById(printPage)?.remove();
  const page = document.createElement("div");
  page.id = printPage;
  page.innerHTML = trusted.createHTML(html);
  document.body.append(page);
  addEventListener("afterprint", () => page.remove(), { once: true });
  window.print();
}

export class FileMaker {
  // `site`: where the exporter lies, under `base`. `tell`: progressed(number, share),
  // finished(number), failed(number, word).
  constructor(base, site, tell) {
    this.base = base;
    this.site = site;
    this.tell = tell;
    this.worker = null;
  }

  start(number, { job, documentAddress, name, type }) {
    this.stop();
    const at = (address) => new URL(this.base + address, location.href).href;
    const worker = new Worker(trusted.createScriptURL(at(this.site.exporter.script)),
                              { type: "module" });
    this.worker = worker;
    const failed = (word, message) => {
      console.warn(`The file was not made: ${message}`);
      this.stop();
      this.tell.failed(number, word);
    };
    worker.addEventListener(
      "error", (event) => failed("unavailable", event.message ?? "no worker"));
    worker.addEventListener("message", ({ data }) => {
      if (this.worker !== worker) return;      // Stopped; this came before the end.
      if (data.failed) {
        failed(data.failed, data.message);
      } else if (data.file) {
        this.stop();
        this.deliver(data.file, name, type);
        this.tell.finished(number);
      } else {
        this.tell.progressed(number, data.share);
      }
    });
    worker.postMessage({
      wasm: at(this.site.exporter.wasm), document: at(documentAddress),
      job, origin: location.origin,
      created: Math.floor(Date.now() / 1000),
    });
  }

  deliver(bytes, name, type) {
    if (name) {
      saveBytes(bytes, name, type);
    } else {
      printHtml(new TextDecoder().decode(bytes));
    }
  }

  stop() {
    this.worker?.terminate();
    this.worker = null;
  }
}
