// The worker that makes one file (wasm/exporter). It fetches what the page has fetched before, so
// that most of it comes from the browser's store, and tells the page of each step:
//   { share }, then { file } (bytes), or { failed } (a word of base::ErrorCode) with { message }.

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

async function fileFrom({ wasm, document, job, origin, created }) {
  const [module, json] = await Promise.all([
    createExporter({
      instantiateWasm: (imports, done) => {
        // Rejections reach nobody inside the loader.
        WebAssembly.instantiateStreaming(fetch(wasm), imports).then(
          ({ instance }) => done(instance),
          ({ message }) => told({ failed: "unavailable", message }));
        return {};
      },
      progress: (share) => told({ share }),
    }),
    bytesOf(document),
  ]);
  const exporter = new Exporter(module);
  if (exporter.must(module._exporter_take_document(...exporter.kept(json))) === 1) {
    const cells = new URL(exporter.textFrom("_exporter_cells_address"), document);
    exporter.must(module._exporter_take_cells(...exporter.kept(await bytesOf(cells))));
  }
  exporter.must(module._exporter_run(
    ...exporter.text(job), ...exporter.text(origin), created));
  return exporter.bytesFrom("_exporter_file");
}

function told(message, moved = []) { self.postMessage(message, moved); }

self.addEventListener("message", async ({ data }) => {
  try {
    const file = await fileFrom(data);
    told({ file }, [file.buffer]);
  } catch (error) {
    told({ failed: error.code ?? wordOfError(error), message: error.message });
  }
});
