// The desk: people, their phones, and the bar above, kept true to the server.

import * as api from "./api.js";
import { h } from "./dom.js";
import { isChinese, t } from "./i18n.js";
import { note, sheet } from "./layer.js";
import { Phone } from "./phone.js";
import { addPerson, rail } from "./rail.js";
import { Top } from "./top.js";
import { Trying } from "./trying.js";

const FIRST_SHOWN = ["liming", "chenjingli", "wangfang", "zhouzhuli"];
const FITTING = innerWidth >= 1800 ? 4 : 3;
const narrow = matchMedia("(max-width: 760px)");

const state = { bot: { state: "none" }, clock: { offset: 0 }, faults: [], people: [] };
const phones = new Map();
const drawn = new Map();
let told = false; // who is there: before that nothing is decided about phones
let shown = JSON.parse(localStorage.getItem("shown") ?? "null");
let front = Number(localStorage.getItem("front"));

const desk = document.getElementById("phones");
const side = document.getElementById("people");
const top = new Top(document.getElementById("top"), state, rebuild);
const trying = new Trying(document.getElementById("trying"), { state, front: bring });
const home = { get bot() { return state.bot; }, hide, openLink };

function keep() {
  localStorage.setItem("shown", JSON.stringify(shown));
  localStorage.setItem("front", front);
}

function present() {
  if (!told) return [];
  const known = new Set(state.people.map((person) => person.person));
  const first = FIRST_SHOWN.slice(0, FITTING).map((name) => state.people.find((person) => person.username === name)).filter(Boolean);
  shown ??= (first.length ? first : state.people.slice(0, 2)).map((person) => person.person);
  shown = shown.filter((id) => known.has(id));
  if (!known.has(front)) front = shown[0] ?? state.people[0]?.person ?? 0;
  return narrow.matches ? [front].filter(Boolean) : shown;
}

function draw() {
  const visible = present();
  const order = state.people.filter((person) => visible.includes(person.person));
  for (const [id, phone] of phones) {
    if (!order.some((person) => person.person === id)) { phone.element.remove(); phones.delete(id); }
  }
  for (const person of order) {
    if (phones.has(person.person)) { phones.get(person.person).know(person); continue; }
    const phone = new Phone(person, home);
    phones.set(person.person, phone);
    phone.refresh();
  }
  const wanted = visible.map((id) => phones.get(id)?.element).filter(Boolean);
  if (wanted.length) { if ([...desk.children].some((child, index) => child !== wanted[index]) || desk.childElementCount !== wanted.length) desk.replaceChildren(...wanted); }
  else desk.replaceChildren(blank());
  whenNew("rail", [state.people, visible, isChinese()], () => side.replaceChildren(...rail(state.people, visible, choose, added)));
  whenNew("top", [state.bot, state.clock, state.faults, isChinese()], () => top.draw());
  trying.tick();
  const unread = state.people.reduce((sum, person) => sum + person.unread, 0);
  const title = t(state.bot.state === "none" ? "sandbox" : "title");
  document.title = unread ? `(${unread}) ${title}` : title;
  document.documentElement.lang = isChinese() ? "zh-Hans" : "en";
}

// Redraws only what changed: a button must not be replaced between press and release.
function whenNew(what, value, redraw) {
  const text = JSON.stringify(value);
  if (drawn.get(what) === text) return;
  drawn.set(what, text);
  redraw();
}

function blank() {
  if (!told || state.bot.state === "starting") return h("div", { class: "nobody" }, h("img", { src: "/page/icon.svg", alt: "" }), h("b", {}, t("starting")));
  const nobody = state.people.length === 0;
  const { invitation } = state.bot;
  return h("div", { class: "nobody" }, h("img", { src: "/page/icon.svg", alt: "" }), h("b", {}, t(nobody ? "nobody" : "people")), h("p", {}, t(nobody ? "nobodyHint" : "noPhones")),
    nobody ? h("button", { class: "primary", onclick: () => addPerson(added) }, t("addPerson")) : null, nobody && invitation ? h("p", {}, t("invitation"), h("code", {}, invitation)) : null);
}

function rebuild() {
  for (const phone of phones.values()) phone.element.remove();
  phones.clear();
  draw();
}

function choose(id) {
  front = id;
  if (!narrow.matches) shown = shown.includes(id) ? shown.filter((other) => other !== id) : [...shown, id];
  keep();
  draw();
  phones.get(id)?.element.scrollIntoView({ behavior: "smooth", inline: "center", block: "nearest" });
}

// Puts somebody's phone where it is seen.
function bring(id) {
  front = id;
  if (!shown.includes(id)) shown = [...shown, id];
  keep();
  draw();
  phones.get(id)?.element.scrollIntoView({ behavior: "smooth", inline: "center", block: "nearest" });
}

function hide(id) {
  shown = shown.filter((other) => other !== id);
  keep();
  draw();
}

async function added(id) {
  await refresh();
  shown = [...shown, id];
  front = id;
  keep();
  draw();
  phones.get(id)?.element.scrollIntoView({ behavior: "smooth", inline: "center" });
}

// Opens a deep link for a person; without one asks for whom. Says whether it was a link to the bot.
function openLink(link, id, beside) {
  const payload = payloadOf(link);
  if (payload === null) { if (id) note(t("openLinkHint")); return false; }
  if (id) { start(id, payload); return true; }
  const list = h("div", { class: "choose" }, state.people.map((person) => h("button", { class: person.person === beside ? "on" : "", onclick: () => { close(); start(person.person, payload); } }, person.name)));
  const close = sheet(t("asWhom"), [h("p", { class: "hint" }, `start=${payload || "—"}`), list]);
  return true;
}

async function start(id, payload) {
  if (!shown.includes(id)) shown = [...shown, id];
  front = id;
  keep();
  draw();
  try { await api.open(id, payload); } catch (error) { note(error.message); }
}

// The payload of t.me/<bot>?start=… or of a bare code; null for anything else.
function payloadOf(link) {
  const found = link.match(/^(?:https?:\/\/)?(?:t|telegram)\.me\/(\w+)\/?(?:\?(?:.*&)?start=([\w-]*))?/i);
  if (found) return found[1].toLowerCase() === state.bot.username.toLowerCase() ? found[2] ?? "" : null;
  const bare = link.match(/^(?:\/start\s+)?([\w-]{1,64})$/);
  return bare ? bare[1] : null;
}

let asked = false;
let asking = null;

// Requests never overlap; news that comes meanwhile is fetched once more.
function refresh() {
  asked = true;
  asking ??= (async () => {
    while (asked) { asked = false; await fetchState(); }
  })().finally(() => { asking = null; });
  return asking;
}

async function fetchState() {
  state.bot = await api.bot(); // the one thing that is told while the demo starts
  if (told || state.bot.state === "starting") draw();
  [state.people, state.bot, state.clock, state.faults] = await Promise.all([api.people(), api.bot(), api.clock(), api.faults()]);
  told = true;
  draw();
}

function heard(touched) {
  document.body.classList.remove("lost");
  refresh();
  trying.look();
  for (const [id, phone] of phones) if (touched.includes(id) || touched.includes(0)) phone.refresh();
}

function lost() {
  if (!document.body.classList.contains("lost")) note(t("unreachable"));
  document.body.classList.add("lost");
}

narrow.addEventListener("change", rebuild);
refresh().finally(() => api.listen(heard, lost));
