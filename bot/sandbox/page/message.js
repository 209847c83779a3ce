// One message as a bubble, with its keyboard beneath.

import { h, icon, serverHtml, unbroken } from "./dom.js";
import { t } from "./i18n.js";
import { carried, forwarded, marks } from "./kinds.js";
import { hourOf } from "./time.js";

// `acts`: button(message, button, element), command(text), link(url), answer(message), quoted(number), show(number), vote(message, options)
export function bubble(message, acts) {
  const mine = message.from === "person";
  const body = [carried(message, acts), text(message, acts)];
  if (message.caption_above) body.reverse();
  const inside = [forwarded(message), quote(message, acts), body, foot(message, mine), marks(message)].flat();
  return h("div", { class: `row ${mine ? "mine" : "bots"}${message.file?.kind === "photo" ? " pictured" : ""}${message.edited ? " edited" : ""}`, "data-id": message.id },
    h("div", { class: "stack" },
      h("div", { class: "bubble" }, inside),
      message.buttons.length ? keyboard(message, acts) : null),
    h("button", { class: "bare answer", title: t("answer"), onclick: () => acts.answer(message) }, icon("answer")));
}

// What it answers, as long as that stands in the chat.
function quote(message, acts) {
  const quoted = message.quote ?? (message.reply_to && acts.quoted(message.reply_to));
  return quoted ? h("button", { class: "quote", onclick: () => acts.show(message.reply_to) }, quoted) : null;
}

function text(message, acts) {
  if (!message.text) return null;
  const body = unbroken(serverHtml(h("div", { class: "text" }), message.html));
  body.addEventListener("click", (event) => {
    const command = event.target.closest("a.command");
    const link = event.target.closest("a[href]");
    if (event.target.closest(".spoiler")) event.target.closest(".spoiler").classList.add("shown");
    if (command) acts.command(command.dataset.command);
    if (link && acts.link(link.href)) event.preventDefault();
  });
  for (const quote of body.querySelectorAll("blockquote.folds")) folds(quote);
  return body;
}

// Three lines of it, and the rest by a tap; whoever has no finger has the button.
function folds(quote) {
  const words = h("div", { class: "folded" }, ...quote.childNodes);
  const button = h("button", { class: "unfold", "aria-expanded": "false", "aria-label": t("unfold") }, icon("down"));
  const turn = () => {
    const open = !words.classList.toggle("folded");
    button.setAttribute("aria-expanded", open);
    button.setAttribute("aria-label", t(open ? "fold" : "unfold"));
  };
  quote.append(words, button);
  quote.addEventListener("click", (event) => { if (!button.hidden && !event.target.closest("a") && getSelection().isCollapsed) turn(); });
  new ResizeObserver(() => { button.hidden = words.classList.contains("folded") && words.scrollHeight <= words.clientHeight + 1; }).observe(words);
}

function foot(message, mine) {
  return h("span", { class: "foot" }, message.edited ? `${t("edited")} ` : "", hourOf(message.date),
    mine ? h("span", { class: "ticks", "aria-hidden": "true" }, "✓✓") : null);
}

function keyboard(message, acts) {
  return h("div", { class: "inline" }, message.buttons.map((row) => h("div", { class: "keys" }, row.map((button) => {
    const element = h("button", { class: [button.url ? "link" : button.copy === undefined ? "" : "copy", button.style ? `tone is-${button.style}` : ""].join(" ").trim(), onclick: () => acts.button(message, button, element) }, unbroken(h("span", {}, button.text)));
    return element;
  }))));
}
