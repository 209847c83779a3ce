// One message as a bubble, with its keyboard beneath.

import { h, icon, serverHtml, unbroken } from "./dom.js";
import { t } from "./i18n.js";
import { hourOf, size } from "./time.js";

// `acts`: button(message, button, element), command(text), link(url), answer(message), quoted(number), show(number)
export function bubble(message, acts) {
  const mine = message.from === "person";
  const inside = [quote(message, acts), media(message), text(message, acts), foot(message, mine)];
  return h("div", { class: `row ${mine ? "mine" : "bots"}${message.file?.kind === "photo" ? " pictured" : ""}${message.edited ? " edited" : ""}`, "data-id": message.id },
    h("div", { class: "stack" },
      h("div", { class: "bubble" }, inside),
      message.buttons.length ? keyboard(message, acts) : null),
    h("button", { class: "bare answer", title: t("answer"), onclick: () => acts.answer(message) }, icon("answer")));
}

// What it answers, as long as that stands in the chat.
function quote(message, acts) {
  const quoted = message.reply_to && acts.quoted(message.reply_to);
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
  return body;
}

function foot(message, mine) {
  return h("span", { class: "foot" }, message.edited ? `${t("edited")} ` : "", hourOf(message.date),
    mine ? h("span", { class: "ticks", "aria-hidden": "true" }, "✓✓") : null);
}

function media(message) {
  if (message.contact) return contact(message.contact);
  if (message.location) return location(message.location);
  if (!message.file) return null;
  return message.file.kind === "photo" ? photo(message.file) : file(message.file);
}

function photo(given) {
  const picture = h("img", { src: given.url, alt: given.name, loading: "lazy", width: given.width, height: given.height });
  return h("a", { class: "photo", href: given.url, target: "_blank", rel: "noopener" }, picture);
}

function file(given) {
  const preview = (given.mime ?? "").match(/^image\/(jpeg|png|gif|webp)$/);
  const sign = preview ? h("img", { src: given.url, alt: "" }) : h("span", { class: `sign ${kindOf(given.name)}` }, icon("file"), h("b", {}, kindOf(given.name)));
  return h("a", { class: "file", href: given.url, target: "_blank", rel: "noopener" }, sign,
    h("span", { class: "about" }, h("span", { class: "name" }, given.name), h("span", { class: "size" }, size(given.size))));
}

const kindOf = (name) => (name.includes(".") ? name.split(".").pop().slice(0, 4).toLowerCase() : "");

function contact(given) {
  const own = given.user_id ? "" : " outside";
  return h("div", { class: "file contact" }, h("span", { class: `sign${own}` }, icon("person")),
    h("span", { class: "about" }, h("span", { class: "name" }, given.first_name), h("span", { class: "size" }, `+${given.phone_number.replace(/^\+/, "")}`)));
}

function location(given) {
  return h("div", { class: "file" }, h("span", { class: "sign" }, icon("place")),
    h("span", { class: "about" }, h("span", { class: "name" }, t("location")), h("span", { class: "size" }, `${given.latitude.toFixed(4)}, ${given.longitude.toFixed(4)}`)));
}

function keyboard(message, acts) {
  return h("div", { class: "inline" }, message.buttons.map((row) => h("div", { class: "keys" }, row.map((button) => {
    const element = h("button", { class: button.url ? "link" : "", onclick: () => acts.button(message, button, element) }, unbroken(h("span", {}, button.text)));
    return element;
  }))));
}
