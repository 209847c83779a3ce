// The scripting interface, as any script uses it.

export class Refused extends Error {
  constructor(status, body) {
    super(body.error ?? String(status));
    this.status = status;
    this.body = body;
  }
}

async function call(method, path, init = {}) {
  const response = await fetch(`/sim/${path}`, { method, ...init });
  const body = await response.json();
  const wait = response.status === 503 && Number(response.headers.get("Retry-After"));
  if (wait) { // the demo is starting
    await new Promise((resume) => setTimeout(resume, wait * 1000));
    return call(method, path, init);
  }
  if (!response.ok) throw new Refused(response.status, body);
  return body;
}

const post = (path, body = {}) => call("POST", path, { body: JSON.stringify(body) });

export const people = () => call("GET", "people");
export const addPerson = (name, language) => post("people", { name, language });
export const say = (person, text, answered) => post("say", answered ? { person, text, reply_to: answered } : { person, text });
export const open = (person, start) => post("open", start ? { person, start } : { person });
export const tapData = (person, message, data) => post("tap", { person, message, data });
export const tapKey = (person, message, label) => post("tap", { person, message, label });
export const vote = (person, message, options) => post("vote", { person, message, options });
export const chat = (person, after) => call("GET", `chat?person=${person}&after=${after}`);
export const read = (person) => post("read", { person });
export const block = (person, blocked) => post("block", { person, blocked });
export const clock = () => call("GET", "clock");
export const speak = (language) => post("language", { language });
export const tap = (person, label, message) => post("tap", message ? { person, label, message } : { person, label });
export const settle = () => post("settle", { timeout: 20 });
export const moveClock = (body) => post("clock", body);
export const bot = () => call("GET", "bot");
export const botDo = (what) => post("bot", { do: what });
export const faults = () => call("GET", "faults");
export const addFault = (fault) => post("faults", fault);
export const clearFaults = () => call("DELETE", "faults");
export const reset = (story) => post("reset", story ? { with: "story" } : {});

export function send(person, kind, files = [], fields = {}) {
  const form = new FormData();
  form.append("person", person);
  form.append("kind", kind);
  for (const [name, value] of Object.entries(fields)) if (value) form.append(name, value);
  for (const file of files) form.append("file", file, file.name || "image.png");
  return call("POST", "send", { body: form });
}

// Calls `heard` with the persons in whose chats something happened; 0 stands for everything beside the chats.
export function listen(heard, lost) {
  const source = new EventSource("/sim/events");
  source.onmessage = (event) => heard(JSON.parse(event.data));
  source.onerror = () => {
    lost();
    // a browser gives up where the server answers with an error, as a demo that is started again does at first
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(heard, lost), 1000);
  };
}
