// The worker that makes one file (wasm/exporter). It fetches what the page has fetched before, so
// that most of it comes from the browser's store, and tells the page of each step:
//   { kind: "share", share }, then { kind: "file", file } (bytes), { kind: "verdict", verdict }
//   or { kind: "failed", word, message } (a word of base::ErrorCode).
// A task with a `file` is to look into it; any other is to make one.

const wordOfError = (error) =>
  error instanceof WebAssembly.RuntimeError || error instanceof RangeError ? "too_large"
  : error instanceof TypeError ? "unavailable" : "internal";

class Failure extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

async function bytesOf(address) {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Failure("unavailable", `${address}: the server answered ${response.status}`);
  }
  return new Uint8Array(await response.arrayBuffer());
}

class Exporter {
  constructor(module) {
    this.module = module;
    this.size = module._malloc(4);
    this.encoder = new TextEncoder();
  }

  // Place and size of bytes in the exporter's memory, where they stay.
  kept(bytes) {
    const address = this.module._malloc(bytes.length || 1);
    if (!address) throw new Failure("too_large", `No memory for ${bytes.length} bytes`);
    this.module.HEAPU8.set(bytes, address);
    return [address, bytes.length];
  }

  text(text) { return this.kept(this.encoder.encode(text)); }

  bytesFrom(name) {
    const address = this.module[name](this.size);
    const size = this.module.HEAPU32[this.size >> 2];
    return this.module.HEAPU8.slice(address, address + size);
  }

  textFrom(name) { return new TextDecoder().decode(this.bytesFrom(name)); }

  must(outcome) {
    if (outcome >= 0) return outcome;
    throw new Failure(this.textFrom("_exporter_error_code"),
                      this.textFrom("_exporter_error_message"));
  }
}

// The module, with the exporter's functions.
async function exporterFrom(wasm) {
  const module = await createExporter({
    instantiateWasm: (imports, done) => {
      // Rejections reach nobody inside the loader.
      WebAssembly.instantiateStreaming(fetch(wasm), imports).then(
        ({ instance }) => done(instance),
        ({ message }) => told({ kind: "failed", word: "unavailable", message }));
      return {};
    },
    progress: (share) => told({ kind: "share", share }),
  });
  return new Exporter(module);
}

// Out of the bytes of the table's document, which lies at the address `document`.
async function takeTable(exporter, json, document) {
  const { module } = exporter;
  if (exporter.must(module._exporter_take_document(...exporter.kept(json))) === 1) {
    const cells = new URL(exporter.textFrom("_exporter_cells_address"), document);
    exporter.must(module._exporter_take_cells(...exporter.kept(await bytesOf(cells))));
  }
}

// The file's bytes.
async function fileFrom(exporter, { fonts, job, origin, office, created }) {
  const { module } = exporter;
  const typefaces = await Promise.all(fonts.map(bytesOf));
  if (typefaces.length > 0) {
    module._exporter_take_fonts(...typefaces.flatMap((bytes) => exporter.kept(bytes)));
  }
  const { base, outlines } = JSON.parse(job);
  if (outlines) {
    const json = await bytesOf(new URL(base + outlines, origin));
    module._exporter_take_outlines(...exporter.kept(json));
  }
  const surroundings = JSON.stringify({ origin, office, created });
  exporter.must(module._exporter_run(...exporter.text(job), ...exporter.text(surroundings)));
  return exporter.bytesFrom("_exporter_file");
}

const areSame = (some, others) =>
  some.length === others.length && some.every((byte, i) => byte === others[i]);

// What a file from outside is (app::FileVerdict): its own seal is looked at, then the same file is
// made again out of what the site has now.
async function verdictOn({ file, base, catalogue, ...task }) {
  const [exporter, buffer] = await Promise.all([exporterFrom(task.wasm), file.arrayBuffer()]);
  const bytes = new Uint8Array(buffer);
  const outcome = exporter.module._exporter_read_seal(...exporter.kept(bytes));
  if (outcome < 0) return "unsealed";
  if (outcome === 0) return "changed";
  const { table, version, job, created } = JSON.parse(exporter.textFrom("_exporter_seal"));
  const { tables } = JSON.parse(new TextDecoder().decode(await bytesOf(catalogue)));
  const card = tables.find(({ code }) => code === table);
  if (!card) return "unknown";
  const document = new URL(card.address, base).href;
  await takeTable(exporter, await bytesOf(document), document);
  if (exporter.textFrom("_exporter_version") !== version) return "outdated";
  const made = await fileFrom(exporter, { ...task, job, created: Number(created) });
  return areSame(made, bytes) ? "genuine" : "different";
}

function told(message, moved = []) { self.postMessage(message, moved); }

self.addEventListener("message", async ({ data }) => {
  try {
    if (data.file) {
      told({ kind: "verdict", verdict: await verdictOn(data) });
    } else {
      const [exporter, json] =
        await Promise.all([exporterFrom(data.wasm), bytesOf(data.document)]);
      await takeTable(exporter, json, data.document);
      const file = await fileFrom(exporter, data);
      told({ kind: "file", file }, [file.buffer]);
    }
  } catch (error) {
    told({ kind: "failed", word: error.code ?? wordOfError(error), message: error.message });
  }
});
