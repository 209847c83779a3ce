// One person's phone: the chat with the bot as that person sees it.

import * as api from "./api.js";
import { bubble } from "./message.js";
import { Composer } from "./composer.js";
import { avatar, h, icon } from "./dom.js";
import { role, t } from "./i18n.js";
import { menu, note, sheet } from "./layer.js";
import { dayOf, longDay } from "./time.js";

const TYPING_MS = 5000;

export class Phone {
  // `home`: { bot, hide(id), openLink(url, id) }
  constructor(person, home) {
    this.person = person;
    this.id = person.person;
    this.home = home;
    this.after = 0;
    this.messages = new Map();
    this.element = h("section", { class: "phone", "data-person": this.id });
    this.build();
  }

  get botName() { return this.home.bot.name ?? t("bot"); }

  get hasMessages() { return this.messages.size > 0; }

  build() {
    this.list = h("div", { class: "messages" });
    this.down = h("button", { class: "down", hidden: true, title: t("newMessages"), onclick: () => this.toEnd() }, icon("down"), h("span", { class: "badge", hidden: true }));
    this.scroller = h("div", { class: "scroller" }, this.list);
    this.scroller.addEventListener("scroll", () => this.scrolled(), { passive: true });
    this.view = h("div", { class: "view" }, this.scroller, this.down);
    this.pinned = true;
    // Pictures that load and keyboards that unfold must not push the newest message out of sight.
    const sizes = new ResizeObserver(() => { if (this.pinned) this.toEnd(); });
    sizes.observe(this.list);
    sizes.observe(this.scroller);
    this.status = h("span", { class: "status" });
    this.badge = h("span", { class: "badge", hidden: true });
    this.composer = new Composer(this);
    this.screen = h("div", { class: "screen" }, this.header(), this.view, this.composer.element, h("div", { class: "drop" }, t("dropHere")));
    this.element.replaceChildren(this.owner(), this.screen);
    this.element.addEventListener("pointerdown", () => this.read());
    this.element.addEventListener("focusin", () => this.read());
    this.receiveDrops();
    this.draw();
  }

  owner() {
    return h("header", { class: "owner" }, avatar(this.person.name, this.id),
      h("span", { class: "who" }, h("b", {}, this.person.name), h("small", {}, role(this.person))), this.badge,
      h("button", { class: "bare hide", title: t("hide"), onclick: () => this.home.hide(this.id) }, icon("close")));
  }

  header() {
    return h("div", { class: "bar" }, h("span", { class: "avatar bot" }, h("img", { src: "/page/icon.svg", alt: "" })),
      h("span", { class: "who" }, h("b", {}, this.botName), this.status), h("span", { class: "as" }, this.person.name),
      h("button", { class: "bare", title: t("more"), onclick: (event) => this.options(event.currentTarget) }, icon("more")));
  }

  options(anchor) {
    menu(anchor, [
      [t("openLink"), () => this.askLink(), "link"],
      [t(this.person.blocked ? "unblock" : "block"), () => this.do(api.block(this.id, !this.person.blocked)), "close"],
    ]);
  }

  askLink() {
    const input = h("input", { placeholder: "t.me/…?start=…", "aria-label": t("link") });
    const go = () => { if (!input.value.trim()) return false; this.home.openLink(input.value.trim(), this.id); return true; };
    const close = sheet(t("openLink"), [h("p", { class: "hint" }, t("openLinkHint")), input], { within: this.screen, actions: [[t("cancel")], [t("open"), go, "primary"]] });
    input.addEventListener("keydown", (event) => { if (event.key === "Enter" && go()) close(); });
  }

  receiveDrops() {
    const over = (on) => (event) => {
      event.preventDefault();
      if (on || !this.screen.contains(event.relatedTarget)) this.screen.classList.toggle("dropping", on);
    };
    this.screen.addEventListener("dragover", over(true));
    this.screen.addEventListener("dragleave", over(false));
    this.screen.addEventListener("drop", (event) => {
      over(false)(event);
      this.screen.classList.remove("dropping");
      this.composer.preview([...event.dataTransfer.files], true);
    });
  }

  // Runs a request and shows its refusal, if any.
  async do(request) {
    try {
      return await request;
    } catch (error) {
      note(error.status === 504 ? t("noAnswer") : error.message, this.view);
      return null;
    }
  }

  know(person) {
    const louder = person.unread > this.person.unread;
    this.person = person;
    if (louder && !this.element.contains(document.activeElement)) this.buzz();
    this.draw();
  }

  buzz() {
    this.element.classList.remove("buzz");
    requestAnimationFrame(() => this.element.classList.add("buzz"));
  }

  draw() {
    const { unread, blocked } = this.person;
    this.badge.textContent = unread;
    this.badge.hidden = !unread;
    this.element.classList.toggle("lit", unread > 0);
    this.status.textContent = blocked ? t("blocked") : this.typing ? t("typing") : t("online");
    this.status.classList.toggle("typing", Boolean(this.typing && !blocked));
    this.composer.draw();
    this.list.classList.toggle("empty", !this.hasMessages);
    const { invitation } = this.home.bot;
    if (!this.hasMessages) this.list.replaceChildren(h("div", { class: "blank" }, h("b", {}, t("emptyChat")), h("span", {}, t("emptyHint")),
      invitation ? h("button", { class: "link", onclick: () => this.home.openLink(invitation, this.id) }, icon("link"), t("openInvitation")) : null,
      h("button", { class: "link", onclick: () => this.askLink() }, icon("link"), t("openLink"))));
  }

  read() {
    if (this.person.unread && !this.reading) {
      this.reading = true;
      this.do(api.read(this.id)).finally(() => { this.reading = false; });
    }
  }

  // Fetches what is new; requests never overlap, the last wish wins.
  async refresh() {
    if (this.busy) { this.again = true; return; }
    this.busy = true;
    do {
      this.again = false;
      try {
        this.take(await api.chat(this.id, this.after));
      } catch { /* the stream reconnects and asks again */ }
    } while (this.again);
    this.busy = false;
  }

  take(chat) {
    if (chat.epoch !== this.epoch && this.after) {
      this.forget();
      this.again = true;
      return;
    }
    this.epoch = chat.epoch;
    const first = this.after === 0;
    this.after = chat.after;
    if (chat.messages.length && !this.hasMessages) this.list.replaceChildren();
    for (const message of chat.messages) this.place(message);
    this.showTyping(chat.typing);
    this.composer.show(chat);
    this.draw();
    const fresh = chat.messages.filter((message) => !message.deleted && !message.edited);
    if (first || this.pinned || fresh.some((message) => message.from === "person")) this.toEnd();
    else if (fresh.length) this.down.querySelector(".badge").hidden = false;
  }

  forget() {
    this.after = 0;
    this.composer.stopAnswering();
    this.messages.clear();
    this.list.replaceChildren();
  }

  place(message) {
    const old = this.messages.get(message.id);
    if (message.deleted) {
      old?.remove();
      this.composer.stopAnswering(message.id);
      this.messages.delete(message.id);
      return;
    }
    const element = bubble(message, this);
    this.messages.set(message.id, element);
    if (old) { old.replaceWith(element); return; }
    this.separate(dayOf(message.date));
    if (message.album) this.join(element, message);
    else this.list.append(element);
    if (this.after && this.list.childElementCount > 1) element.classList.add("fresh");
  }

  join(element, message) {
    let album = this.list.lastElementChild;
    if (album?.dataset.album !== message.album) {
      const photos = message.file?.kind === "photo" ? " photos" : "";
      album = h("div", { class: `album ${message.from === "person" ? "mine" : "bots"}${photos}`, "data-album": message.album });
      this.list.append(album);
    }
    album.append(element);
  }

  separate(day) {
    if (this.lastDay === day && this.hasMessages && this.list.childElementCount) return;
    this.lastDay = day;
    this.list.append(h("div", { class: "day" }, longDay(day)));
  }

  showTyping(action) {
    clearTimeout(this.typingTimer);
    this.typing = action;
    if (action) this.typingTimer = setTimeout(() => { this.typing = null; this.draw(); }, TYPING_MS);
  }

  get atEnd() { return this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight < 60; }

  toEnd() {
    this.pinned = true;
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  scrolled() {
    this.pinned = this.atEnd;
    this.down.hidden = this.pinned;
    if (this.pinned) this.down.querySelector(".badge").hidden = true;
  }

  // What bubbles call

  command(text) { this.do(api.say(this.id, text)); }

  answer(message) { this.composer.answer(message.id, this.quoted(message.id)); }

  // A message in one line.
  quoted(number) {
    const element = this.messages.get(number);
    return (element?.querySelector(".text") ?? element?.querySelector(".name"))?.textContent.trim().split("\n")[0] ?? (element ? t("photo") : null);
  }

  show(number) { this.messages.get(number)?.scrollIntoView({ block: "center", behavior: "smooth" }); }

  vote(message, options) { this.do(api.vote(this.id, message.id, options)); }

  link(url) { return this.home.openLink(url, null, this.id); }

  async button(message, button, element) {
    if (button.copy !== undefined) {
      const copied = await navigator.clipboard?.writeText(button.copy).then(() => true, () => false);
      note(copied ? t("copied") : button.copy, this.view);
      return;
    }
    if (button.data === undefined) {
      if (!button.url) await this.do(api.tapKey(this.id, message.id, button.text)); // tells what isn't there
      else if (!this.link(button.url)) this.outside(button.url);
      return;
    }
    if (element.classList.contains("waiting")) return;
    element.classList.add("waiting");
    const answer = await this.do(api.tapData(this.id, message.id, button.data));
    element.classList.remove("waiting");
    if (answer?.toast) note(answer.toast, this.view);
    if (answer?.alert) sheet(this.botName, h("p", {}, answer.alert), { within: this.screen, actions: [[t("ok"), null, "primary"]] });
  }

  outside(url) {
    sheet(t("openOutside"), h("p", { class: "hint" }, url), { within: this.screen, actions: [[t("cancel")], [t("open"), () => { window.open(url, "_blank", "noopener"); }, "primary"]] });
  }
}
