// The lower edge of a phone: writing, attaching, the bot's reply keyboard and its commands.

import * as api from "./api.js";
import { h, icon } from "./dom.js";
import { t } from "./i18n.js";
import { menu, sheet } from "./layer.js";
import { size } from "./time.js";

export class Composer {
  constructor(phone) {
    this.phone = phone;
    this.keyboard = null;
    this.keyboardMessage = null;
    this.commands = [];
    this.shown = true;
    this.answered = null;
    this.element = h("footer", { class: "composer" });
    this.build();
  }

  build() {
    this.input = h("textarea", { rows: 1, placeholder: t("write"), "aria-label": t("message"), oninput: () => this.grow() });
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("paste", (event) => this.paste(event));
    this.picker = h("input", { type: "file", hidden: true, multiple: true });
    this.picker.addEventListener("change", () => { this.preview([...this.picker.files], this.asPhoto); this.picker.value = ""; });
    this.menuButton = h("button", { class: "commands", title: t("commands"), onclick: () => this.showCommands() }, icon("menu"), h("span", {}, t("menu")));
    this.toggle = h("button", { class: "bare", title: t("keyboard"), onclick: () => { this.shown = !this.shown; this.draw(); } }, icon("keyboard"));
    this.sendButton = h("button", { class: "bare send", title: t("send"), onclick: () => this.say() }, icon("send"));
    this.line = h("div", { class: "line" }, this.menuButton,
      h("button", { class: "bare", title: t("attach"), onclick: (event) => this.attach(event.currentTarget) }, icon("clip")),
      this.input, this.toggle, this.sendButton, this.picker);
    this.answering = h("div", { class: "answering", hidden: true });
    this.start = h("button", { class: "start", onclick: () => this.phone.do(api.open(this.phone.id)) });
    this.keys = h("div", { class: "reply" });
    this.element.replaceChildren(this.start, this.answering, this.line, this.keys);
    this.draw();
  }

  show({ keyboard, keyboard_message: message, commands }) {
    if (message !== this.keyboardMessage) this.shown = true;
    [this.keyboard, this.keyboardMessage, this.commands] = [keyboard, message, commands];
    this.draw();
  }

  draw() {
    const { person } = this.phone;
    const waits = person.blocked || !this.phone.hasMessages; // as in Telegram: an empty chat offers Start alone
    this.start.textContent = person.blocked ? t("restart") : t("begin");
    this.start.hidden = !waits;
    this.line.hidden = waits;
    this.menuButton.hidden = !this.commands.length;
    this.toggle.hidden = !this.keyboard;
    this.toggle.classList.toggle("on", this.shown);
    this.sendButton.classList.toggle("ready", this.input.value.trim() !== "");
    this.keys.hidden = waits || !this.keyboard || !this.shown;
    this.keys.replaceChildren(...(this.keyboard ?? []).map((row) => h("div", { class: "keys" }, row.map((key) =>
      h("button", { onclick: () => this.press(key) }, key.text)))));
  }

  grow() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 132)}px`;
    this.sendButton.classList.toggle("ready", this.input.value.trim() !== "");
  }

  // What is written next answers this message.
  answer(number, text) {
    this.answered = number;
    this.answering.replaceChildren(icon("answer"), h("span", {}, text),
      h("button", { class: "bare", title: t("cancel"), onclick: () => this.stopAnswering() }, icon("close")));
    this.answering.hidden = false;
    this.input.focus();
  }

  // Of one message only, or whichever it is.
  stopAnswering(number = this.answered) {
    if (number !== this.answered) return;
    this.answered = null;
    this.answering.hidden = true;
  }

  key(event) {
    if (event.key === "Escape") this.stopAnswering();
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.say();
  }

  async say() {
    const text = this.input.value.trim();
    if (!text) return;
    const { answered } = this;
    this.write("");
    this.stopAnswering();
    const said = await this.phone.do(api.say(this.phone.id, text, answered));
    if (!said && !this.input.value) this.write(text); // what was typed isn't lost
  }

  write(text) {
    this.input.value = text;
    this.grow();
  }

  press(key) {
    const { id } = this.phone;
    const tap = () => this.phone.do(api.tapKey(id, this.keyboardMessage, key.text));
    if (!key.request_contact && !key.request_location) { tap(); return; }
    const question = t(key.request_contact ? "shareContact" : "shareLocation");
    sheet(this.phone.botName, h("p", {}, question), { within: this.phone.screen, actions: [[t("cancel")], [t("share"), () => { tap(); }, "primary"]] });
  }

  showCommands() {
    menu(this.menuButton, this.commands.map(({ command, description }) =>
      [`/${command}　${description}`, () => this.phone.do(api.say(this.phone.id, `/${command}`))]), { above: true });
  }

  attach(anchor) {
    const pick = (asPhoto) => {
      this.asPhoto = asPhoto;
      this.picker.accept = asPhoto ? "image/*" : "";
      this.picker.click();
    };
    const { id } = this.phone;
    menu(anchor, [
      [t("photo"), () => pick(true), "picture"],
      [t("document"), () => pick(false), "file"],
      [t("contact"), () => this.phone.do(api.send(id, "contact")), "person"],
      [t("contactOther"), () => this.foreignContact(), "person"],
      [t("location"), () => this.phone.do(api.send(id, "location")), "place"],
    ], { above: true });
  }

  foreignContact() {
    const name = h("input", { value: "张三", "aria-label": t("name") });
    const number = h("input", { value: "8613900000000", "aria-label": t("phone"), inputmode: "tel" });
    sheet(t("contactOther"), [h("label", {}, t("name"), name), h("label", {}, t("phone"), number)], { within: this.phone.screen, actions: [[t("cancel")],
      [t("send"), () => { this.phone.do(api.send(this.phone.id, "contact", [], { name: name.value, phone: number.value })); }, "primary"]] });
  }

  paste(event) {
    const files = [...event.clipboardData.files];
    if (!files.length) return;
    event.preventDefault();
    this.preview(files, true);
  }

  // Shows what is about to be sent; several files go as an album.
  preview(files, asPhoto) {
    if (!files.length) return;
    const pictures = files.every((file) => file.type.startsWith("image/"));
    const choice = h("input", { type: "checkbox" });
    choice.checked = pictures && asPhoto;
    const caption = h("input", { placeholder: t("caption"), "aria-label": t("caption") });
    const shown = files.map((file) => file.type.startsWith("image/")
      ? h("img", { src: URL.createObjectURL(file), alt: file.name })
      : h("div", { class: "file" }, h("span", { class: "sign" }, icon("file")), h("span", { class: "about" }, h("span", { class: "name" }, file.name), h("span", { class: "size" }, size(file.size)))));
    const post = () => {
      const photo = pictures && choice.checked;
      const kind = files.length > 1 ? "album" : photo ? "photo" : "document";
      const sent = photo || !pictures ? files : files.map((file) => new File([file], file.name, { type: "application/octet-stream" }));
      this.phone.do(api.send(this.phone.id, kind, sent, { caption: caption.value, reply_to: this.answered }));
      this.stopAnswering();
    };
    sheet(files.length > 1 ? t("files", files.length) : files[0].name,
      [h("div", { class: "preview" }, shown), pictures ? h("label", { class: "check" }, choice, t("asPhoto")) : null, caption].filter(Boolean),
      { within: this.phone.screen, actions: [[t("cancel")], [t("send"), post, "primary"]] });
  }
}
