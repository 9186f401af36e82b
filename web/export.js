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

// A picture of points out of one of lines (SVG), twice as fine as a plain screen.
async function savePng(svg, name) {
  const fine = 2;
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width * fine;
  canvas.height = image.height * fine;
  const context = canvas.getContext("2d");
  context.scale(fine, fine);
  context.drawImage(image, 0, 0);
  URL.revokeObjectURL(image.src);
  const blob = await new Promise((done) => { canvas.toBlob(done, "image/png"); });
  saveBytes(blob, name, "image/png");
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

// Which module has made it, by its first bytes; null where none has.
async function exporterOf(file) {
  const begin = new TextDecoder("latin1").decode(await file.slice(0, 5).arrayBuffer());
  return begin.startsWith("PK") ? "sheet" : begin === "%PDF-" ? "paper" : null;
}

export class FileMaker {
  // `site`: where its files are, under `base`. `tell`: progressed(number, share), finished(number),
  // failed(number, word); of a file that is looked into: checkBegan(name), checked(name, verdict).
  constructor(base, site, tell) {
    this.at = (address) => new URL(base + address, location.href).href;
    this.site = site;
    this.tell = tell;
    this.worker = null;
    this.drawer = null;
    this.takeDroppedFiles();
  }

  // --- Files out ---

  start(number, { exporter, job, documentAddress, name, type }) {
    this.stop();
    // Of a worker that was stopped, a message may still be on its way.
    const whileMaking = (act) => (...told) => { if (this.worker === worker) act(...told); };
    const failed = whileMaking((word, message) => {
      console.warn(`The file was not made: ${message}`);
      this.stop();
      this.tell.failed(number, word);
    });
    const worker = this.startWorker(exporter, failed, {
      share: whileMaking(({ share }) => this.tell.progressed(number, share)),
      file: whileMaking(({ file }) => {
        this.stop();
        this.deliver(file, name, type);
        this.tell.finished(number);
      }),
    }, {
      ...this.surroundings(exporter), document: this.at(documentAddress), job,
      created: Math.floor(Date.now() / 1000),
    });
    this.worker = worker;
  }

  // What the viewer draws: its bytes go to arrived(bytes), else failed(word). Of two that are asked
  // for, the first is given up.
  draw({ exporter, job, documentAddress }, arrived, failed) {
    this.drawer?.terminate();
    const worker = this.startWorker(exporter, (word, message) => {
      console.warn(`The picture was not drawn: ${message}`);
      worker.terminate();
      failed(word);
    }, {
      share: () => {},
      file: ({ file }) => {
        worker.terminate();
        arrived(file);
      },
    }, {
      ...this.surroundings(exporter), document: this.at(documentAddress), job,
      created: Math.floor(Date.now() / 1000),
    });
    this.drawer = worker;
  }

  // A worker of this module at work on `task`. Of its messages, each goes to the one of `answers`
  // that is named like it; failures go to failed(word, message).
  startWorker(exporter, failed, answers, task) {
    const address = this.at(this.site.exporters[exporter].script);
    const worker = new Worker(trusted.createScriptURL(address), { type: "module" });
    worker.addEventListener(
      "error", (event) => failed("unavailable", event.message ?? "no worker"));
    worker.addEventListener("message", ({ data }) => {
      if (data.kind === "failed") {
        failed(data.word, data.message);
      } else {
        answers[data.kind](data);
      }
    });
    worker.postMessage(task);
    return worker;
  }

  surroundings(exporter) {
    return {
      wasm: this.at(this.site.exporters[exporter].wasm),
      fonts: exporter === "paper" ? this.site.fonts.map(this.at) : [],
      origin: location.origin,
      office: this.site.office,
    };
  }

  deliver(bytes, name, type) {
    if (type === "image/png") {
      savePng(bytes, name);
    } else if (name) {
      saveBytes(bytes, name, type);
    } else {
      printHtml(new TextDecoder().decode(bytes));
    }
  }

  stop() {
    this.worker?.terminate();
    this.worker = null;
  }

  // --- Files that come back ---

  choose() {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = ".pdf,.xlsx";
    input.addEventListener("change", () => this.check(input.files[0]));
    input.click();
  }

  // Anywhere on the page.
  takeDroppedFiles() {
    const hasFile = (event) => event.dataTransfer?.types.includes("Files");
    addEventListener("dragover", (event) => { if (hasFile(event)) event.preventDefault(); });
    addEventListener("drop", (event) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      this.check(event.dataTransfer.files[0]);
    });
  }

  async check(file) {
    if (!file) return;
    this.tell.checkBegan(file.name);
    const exporter = await exporterOf(file);
    if (!exporter) {
      this.tell.checked(file.name, "unsealed");
      return;
    }
    const ended = (verdict) => {
      worker.terminate();
      this.tell.checked(file.name, verdict);
    };
    const worker = this.startWorker(exporter, (word, message) => {
      console.warn(`The file was not looked into: ${message}`);
      ended("unchecked");
    }, { share: () => {}, verdict: ({ verdict }) => ended(verdict) }, {
      ...this.surroundings(exporter), file, base: this.at(""),
      catalogue: this.at(this.site.catalogue),
    });
  }
}
