// 试一试: what there is to live, step by step. A step ticks itself when it was lived, by whomever and however; 替我做 lives it.

import * as api from "./api.js";
import { h, icon } from "./dom.js";
import { isChinese, t } from "./i18n.js";
import { note } from "./layer.js";
import { STEPS } from "./steps.js";

const WATCHED = ["liming", "wangfang", "chenjingli", "zhouzhuli", "sunzong"];

export class Trying {
  // `home`: { state, front(person) }
  constructor(element, home) {
    [this.element, this.home] = [element, home];
    this.done = new Set(JSON.parse(localStorage.getItem("tried") ?? "[]"));
    this.open = (localStorage.getItem("trying") ?? (innerWidth > 760 ? "open" : "closed")) !== "closed"; // a narrow screen is the phone's
    this.chats = new Map();
    this.doing = null;
  }

  person(username) { return this.home.state.people.find((person) => person.username === username)?.person; }

  // What stands in the watched chats; messages that changed come again.
  async look() {
    if (this.looking) { this.again = true; return; }
    this.looking = true;
    do {
      this.again = false;
      for (const username of WATCHED) {
        const id = this.person(username);
        if (!id) continue;
        const known = this.chats.get(username) ?? { after: 0, messages: new Map() };
        const chat = await api.chat(id, known.after).catch(() => null);
        if (!chat) continue;
        if (known.epoch && chat.epoch !== known.epoch) { this.chats.delete(username); this.forget(); this.again = true; continue; }
        for (const message of chat.messages) { if (message.deleted) known.messages.delete(message.id); else known.messages.set(message.id, message); }
        this.chats.set(username, { after: chat.after, epoch: chat.epoch, messages: known.messages });
      }
    } while (this.again);
    this.looking = false;
    this.tick();
  }

  // Everything began anew.
  forget() {
    this.done.clear();
    this.killed = false;
    localStorage.removeItem("tried");
  }

  said(username) { return [...(this.chats.get(username)?.messages.values() ?? [])]; }

  tick() {
    const { bot, clock } = this.home.state;
    if (bot.state === "killed") this.killed = true;
    const seen = { said: (username) => this.said(username), killed: this.killed, running: bot.state === "running", ahead: clock.offset };
    for (const step of STEPS) if (!this.done.has(step.key) && step.lived(seen)) this.done.add(step.key);
    localStorage.setItem("tried", JSON.stringify([...this.done]));
    this.draw();
  }

  draw() {
    const next = STEPS.find((step) => !this.done.has(step.key));
    const told = JSON.stringify([[...this.done], this.open, this.doing, isChinese(), this.home.state.bot.state]);
    if (told === this.drawn) return;
    this.drawn = told;
    this.element.classList.toggle("closed", !this.open);
    const count = `${this.done.size}/${STEPS.length}`;
    this.element.replaceChildren(
      h("h2", {}, h("button", { class: "fold", "aria-expanded": String(this.open), onclick: () => this.fold() }, t("try"), h("small", {}, count), icon("down"))),
      ...(this.open ? [h("ol", {}, STEPS.map((step) => this.step(step, step === next)))] : []));
  }

  step(step, next) {
    const done = this.done.has(step.key);
    const doing = this.doing === step.key;
    return h("li", { class: [done ? "done" : "", next ? "next" : ""].join(" ").trim(), "data-step": step.key },
      h("span", { class: "mark", "aria-hidden": "true" }, done ? "✓" : STEPS.indexOf(step) + 1),
      h("span", { class: "what" }, h("b", {}, t(step.key)), h("small", {}, t(`${step.key}Hint`)), done ? h("span", { class: "unseen" }, t("lived")) : null),
      h("button", { class: next ? "primary" : "plain", disabled: Boolean(this.doing), "aria-label": `${t("doIt")}: ${t(step.key)}`, onclick: () => this.do(step) }, doing ? "…" : t("doIt")));
  }

  fold() {
    this.open = !this.open;
    localStorage.setItem("trying", this.open ? "open" : "closed");
    this.draw();
    this.element.querySelector(".fold").focus();
  }

  async do(step) {
    this.doing = step.key;
    this.draw();
    const id = step.who && this.person(step.who);
    if (id) this.home.front(id);
    try {
      await step.live({ id: (username) => this.person(username), api });
      await this.look();
    } catch (error) {
      note(error.message);
    }
    this.doing = null;
    this.draw();
  }
}
