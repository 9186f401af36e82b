// Calls into the client (wasm/platform/main.cc): texts go through its memory as UTF-8.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Client {
  constructor(module, wake) {
    this.module = module;
    this.wake = wake;
    this.isStopped = false;      // After a failure nobody may call it any more.
    this.size = module._malloc(4);   // Where the client leaves the size of a text that it hands over.
  }

  // Growing memory replaces its views, so they are never kept.
  get bytes() { return this.module.HEAPU8; }
  get words() { return this.module.HEAPU32; }

  // Calls a function without an effect on what is shown. A text is passed as its place and size.
  ask(name, ...given) {
    if (this.isStopped) return 0;
    const texts = [];
    const passed = given.flatMap((value) => {
      if (typeof value !== "string") return [value];
      const bytes = encoder.encode(value);
      const address = this.module._malloc(bytes.length + 1);
      this.bytes.set(bytes, address);
      texts.push(address);
      return [address, bytes.length];
    });
    try {
      return this.module["_" + name](...passed);
    } finally {
      texts.forEach((address) => this.module._free(address));
    }
  }

  // The same for a function that may change what is shown: a frame follows.
  send(name, ...given) {
    const answer = this.ask(name, ...given);
    this.wake();
    return answer;
  }

  // The text that a function returns.
  askText(name, ...given) {
    const address = this.ask(name, ...given, this.size);
    return this.isStopped ? "" : this.textAt(address, this.words[this.size >> 2]);
  }

  textAt(address, size) {
    return size === 0 ? "" : decoder.decode(this.bytes.subarray(address, address + size));
  }

  // Bytes that stay: the client owns them from now on.
  keep(bytes) {
    const address = this.module._malloc(bytes.length);
    this.bytes.set(bytes, address);
    return address;
  }
}
