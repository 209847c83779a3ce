// Sheets over the page or over one phone, small menus, and passing notes.

import { h, icon } from "./dom.js";
import { t } from "./i18n.js";

const page = () => document.getElementById("layer");

export function sheet(title, body, { within = page(), actions = [], wide = false } = {}) {
  const before = document.activeElement;
  const close = () => {
    veil.remove();
    before?.focus?.({ preventScroll: true });
  };
  const panel = h("div", { class: wide ? "sheet wide" : "sheet", role: "dialog", "aria-modal": "true", "aria-label": title },
    h("h2", {}, title, h("button", { class: "bare", title: t("close"), onclick: close }, icon("close"))),
    h("div", { class: "sheet-body" }, body),
    actions.length ? h("div", { class: "sheet-actions" }, actions.map(([label, act, kind]) =>
      h("button", { class: kind ?? "", onclick: async () => { if (await act?.() !== false) close(); } }, label))) : null);
  const veil = h("div", { class: "veil" }, panel);
  veil.addEventListener("pointerdown", (event) => { if (event.target === veil) close(); });
  veil.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  within.append(veil);
  (panel.querySelector("input, textarea, select, .sheet-actions button:last-child") ?? panel.querySelector("button")).focus({ preventScroll: true });
  return close;
}

export function menu(anchor, entries, { above = false } = {}) {
  document.querySelector(".menu")?.remove();
  const list = h("div", { class: "menu", role: "menu" }, entries.filter(Boolean).map(([label, act, sign]) =>
    h("button", { role: "menuitem", onclick: () => { close(); act(); } }, sign ? icon(sign) : null, h("span", {}, label))));
  const close = () => {
    list.remove();
    document.removeEventListener("pointerdown", outside, true);
  };
  const outside = (event) => { if (!list.contains(event.target)) close(); };
  list.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  document.body.append(list);
  const place = anchor.getBoundingClientRect();
  const left = Math.min(Math.max(8, place.left), innerWidth - list.offsetWidth - 8);
  const top = above ? place.top - list.offsetHeight - 6 : place.bottom + 6;
  list.style.left = `${left}px`;
  list.style.top = `${Math.max(8, Math.min(top, innerHeight - list.offsetHeight - 8))}px`;
  setTimeout(() => document.addEventListener("pointerdown", outside, true));
  list.querySelector("button")?.focus({ preventScroll: true });
}

export function note(text, within = page()) {
  within.querySelector(":scope > .note")?.remove();
  const shown = h("div", { class: "note", role: "status" }, text);
  within.append(shown);
  setTimeout(() => shown.remove(), 3200);
}
