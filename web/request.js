// What a script adds to the request form, which works without it: a draft that survives a reload
// and a dead network, what is already published while the reader types, and the server's own check
// beside a field. See docs/desk.md.

const draftKey = "lumbung.request";
const saveMs = 400;    // After the last letter.
const askMs = 700;
const probeMs = 15000; // While a finished form waits for the network.

const form = document.getElementById("request-form");
const receipt = document.querySelector("dl.receipt");

// --- The draft ---

function storedDraft() {
  try {
    return JSON.parse(localStorage.getItem(draftKey));
  } catch {
    return null;       // The reader forbids storage, or something else wrote there.
  }
}

function storeDraft(draft) {
  try {
    if (draft) {
      localStorage.setItem(draftKey, JSON.stringify(draft));
    } else {
      localStorage.removeItem(draftKey);
    }
  } catch (error) {
    console.info(`The draft is not stored on this device: ${error.message}`);
  }
}

// The token tells how old this very form is, and the consent is given anew.
const kept = ([name]) => name !== "token" && name !== "consent" && name !== "website";

const fieldsNow = () => [...new FormData(form)].filter(kept);

function putBack(fields) {
  for (const element of form.querySelectorAll("input[type=hidden][name=category]")) {
    element.remove();
  }
  for (const [name, value] of fields) {
    if (name === "category") {
      const hidden = document.createElement("input");
      Object.assign(hidden, { type: "hidden", name, value });
      form.append(hidden);
      continue;
    }
    const element = form.elements[name];
    if (!element || !kept([name])) continue;
    if (element.type === "checkbox") {
      element.checked = value === element.value;
    } else {
      element.value = value;
    }
  }
}

function later(milliseconds, act) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  };
}

// --- What is said ---

const said = document.createElement("p");
said.className = "notice";
said.setAttribute("role", "status");

function say(word, action) {
  said.textContent = form.dataset[word];
  if (action) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "link", textContent: form.dataset.discard });
    button.addEventListener("click", action);
    said.append(" ", button);
  }
  form.prepend(said);
}

function discardDraft() {
  storeDraft(null);
  location.assign(form.action);
}

// --- The server's answer while the reader writes ---

const offers = document.getElementById("offers");
let asked = 0;

function showOffers(found) {
  const items = found.map(({ title, address, note }) => {
    const item = document.createElement("li");
    const name = document.createElement(address ? "a" : "b");
    name.textContent = title;
    if (address) name.href = address;
    item.append(name);
    if (note) {
      const hint = document.createElement("span");
      Object.assign(hint, { className: "hint", textContent: note });
      item.append(hint);
    }
    return item;
  });
  offers.querySelector("ul").replaceChildren(...items);
  offers.hidden = items.length === 0;
}

// Only beside a field that the reader has left: nobody is corrected while writing.
const left = new Set();

function showFinding(name, message) {
  const element = form.elements[name];
  const field = element?.closest?.(".field");
  if (!field) return;
  const id = `finding-${name}`;
  let line = document.getElementById(id);
  field.classList.toggle("wrong", Boolean(message));
  element.toggleAttribute("aria-invalid", Boolean(message));
  const described = (element.getAttribute("aria-describedby") ?? "").split(" ")
    .filter((word) => word && word !== id);
  if (!message) {
    line?.remove();
  } else {
    if (!line) {
      line = document.createElement("p");
      Object.assign(line, { id, className: "finding" });
      field.append(line);
    }
    line.textContent = message;
    described.push(id);
  }
  element.setAttribute("aria-describedby", described.join(" "));
}

async function askServer() {
  const number = ++asked;
  try {
    const answer = await fetch(form.dataset.check, {
      method: "POST", body: new URLSearchParams(new FormData(form)), cache: "no-store",
    });
    if (!answer.ok || number !== asked) return;
    const { offers: found, findings } = await answer.json();
    showOffers(found);
    const messages = new Map(findings.map(({ field, message }) => [field, message]));
    for (const name of left) showFinding(name, messages.get(name));
  } catch (error) {
    // The form works without: it is checked again when it is sent.
    console.info(`The form was not checked: ${error.message}`);
  }
}

// --- Sending, when there is a network ---

let isWaiting = false;

async function isServerThere() {
  if (!navigator.onLine) return false;
  try {
    return (await fetch(form.action, { method: "HEAD", cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

async function sendWhenThere() {
  if (await isServerThere()) {
    isWaiting = false;
    form.submit();     // Past our own listener, with the same request key however often it goes.
    return;
  }
  if (!isWaiting) say("waiting");
  isWaiting = true;
  setTimeout(() => { if (isWaiting) sendWhenThere(); }, probeMs);
}

function begin() {
  const draft = storedDraft();
  const isFresh = !document.getElementById("findings") && !location.search &&
    !form.querySelector("[role=alert]");
  if (draft && isFresh) {
    putBack(draft);
    say("restored", discardDraft);
  }
  const save = later(saveMs, () => storeDraft(fieldsNow()));
  const ask = later(askMs, askServer);
  form.addEventListener("input", () => { save(); ask(); });
  form.addEventListener("focusout", ({ target }) => {
    if (!target.name || !target.value) return;
    left.add(target.name);
    ask();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    storeDraft(fieldsNow());
    sendWhenThere();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.ctrlKey) form.requestSubmit();
  });
  addEventListener("online", () => { if (isWaiting) sendWhenThere(); });
}

if (receipt) storeDraft(null);
if (form) begin();
