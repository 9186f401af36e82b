// What only the office's client asks of the page (wasm/office/asking.h), added to the bridge: the
// server's documents, files up and down, drafts on this device, and pauses.

import { Bridge } from "./bridge.js";

const noNetwork = 0;             // In the place of a status.
const ok = 200;
const utf8 = new TextEncoder();

// Storage may be forbidden: a draft then lasts as long as the page.
const keptHere = new Map();

function keep(key, text) {
  keptHere.set(key, text);
  try {
    if (text === "") {
      localStorage.removeItem(key);
    } else {
      localStorage.setItem(key, text);
    }
  } catch (error) {
    console.info(`Not kept on this device: ${key}: ${error.message}`);
  }
}

function recalled(key) {
  try {
    return localStorage.getItem(key) ?? keptHere.get(key) ?? "";
  } catch {
    return keptHere.get(key) ?? "";
  }
}

function randomKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function chosenFile() {
  const input = Object.assign(document.createElement("input"), { type: "file" });
  return new Promise((resolve) => {
    input.addEventListener("change", () => resolve(input.files[0]));
    input.click();
  });
}

function saveAs(bytes, name) {
  const address = URL.createObjectURL(new Blob([bytes]));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const json = { "Content-Type": "application/json" };
const octets = { "Content-Type": "application/octet-stream" };

Object.assign(Bridge.prototype, {
  askOffice(number, ...texts) {
    const [what, address, body] =
      [0, 2, 4].map((at) => this.client.textAt(texts[at], texts[at + 1]));
    this.officeAsks[what].call(this, number, address, body);
  },

  // By the word that the client asks with.
  officeAsks: {
    get(number, address) { this.askServer(number, address, {}); },
    post(number, address, body) {
      this.askServer(number, address, { method: "POST", headers: json, body });
    },
    pause(number, milliseconds) {
      setTimeout(() => this.answerOffice(number, ok, ""), Number(milliseconds));
    },
    keep(number, key, text) {
      keep(key, text);
      this.answerOffice(number, ok, "");
    },
    recall(number, key) { this.answerOffice(number, ok, recalled(key)); },
    random(number) { this.answerOffice(number, ok, randomKey()); },
    async choose(number, address) {
      const file = await chosenFile();
      const place = `${address}&name=${encodeURIComponent(file.name)}`;
      this.askServer(number, place, { method: "POST", headers: octets, body: file });
    },
    async download(number, place, body) {
      const [address, name] = place.split("#");
      const wish = body ? { method: "POST", headers: json, body } : {};
      const { status, bytes } = await this.serverAnswer(address, wish);
      if (status === ok) saveAs(bytes, decodeURIComponent(name));
      this.answerOffice(number, status, status === ok ? "" : bytes);
    },
  },

  async askServer(number, address, wish) {
    const { status, bytes } = await this.serverAnswer(address, wish);
    this.answerOffice(number, status, bytes);
  },

  async serverAnswer(address, wish) {
    try {
      const response = await fetch(this.base + address, { cache: "no-store", ...wish });
      return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
    } catch (error) {
      // Ours and the client's own mistakes are no matter of the network.
      if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
      console.warn(`${address}: ${error.message}`);
      return { status: noNetwork, bytes: new Uint8Array() };
    }
  },

  // A turn later: the client is still deciding when it asks.
  answerOffice(number, status, answer) {
    setTimeout(() => {
      const bytes = typeof answer === "string" ? utf8.encode(answer) : answer;
      const place = this.client.module._malloc(Math.max(bytes.length, 1));
      this.client.bytes.set(bytes, place);
      this.client.send("viewer_office_answered", number, status, place, bytes.length);
    });
  },
});
