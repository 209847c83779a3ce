// The bar above: the bot process, business time, faults, starting over, the page's language.

import * as api from "./api.js";
import { h, icon } from "./dom.js";
import { isChinese, switchLanguage, t } from "./i18n.js";
import { note, sheet } from "./layer.js";
import { chinaTime, hourOf, nextMorning, span } from "./time.js";

export class Top {
  // `state`: { bot, clock, faults, people }, kept by the page
  constructor(element, state, redraw) {
    [this.element, this.state, this.redraw] = [element, state, redraw];
    setInterval(() => this.tick(), 1000);
  }

  draw() {
    const { bot, faults } = this.state;
    const alone = bot.state === "none";
    this.time = h("span");
    this.element.replaceChildren(
      h("div", { class: "brand" }, h("img", { src: "/page/icon.svg", alt: "" }), h("span", { class: "who" }, h("b", {}, t(alone ? "sandbox" : "title")), h("small", {}, t(alone ? "sandboxTagline" : "tagline")))),
      h("div", { class: "tools" },
        this.life(),
        h("button", { class: `tool bot ${bot.state}`, title: t("bot"), onclick: () => this.showBot() }, h("i", { class: "lamp" }),
          h("span", {}, t(bot.state)), bot.since ? h("small", {}, t("since", hourOf(bot.since))) : null),
        h("button", { class: "tool time", title: t("time"), onclick: () => this.showTime() }, icon("clock"), this.time),
        h("button", { class: faults.length ? "tool on" : "tool", title: t("faults"), onclick: () => this.showFaults() }, icon("bolt"), h("span", { class: "label" }, t("faults")),
          faults.length ? h("span", { class: "badge" }, faults.length) : null),
        h("button", { class: "tool", title: t("reset"), onclick: () => this.showReset() }, icon("reset"), h("span", { class: "label" }, t("reset"))),
        h("button", { class: "tool", lang: isChinese() ? "en" : "zh-Hans", onclick: () => this.speak() }, t("switchTo"))));
    this.tick();
  }

  // Kill and start in sight: nothing is lost by it.
  life() {
    const { state } = this.state.bot;
    if (state === "none") return null;
    const alive = state === "running" || state === "starting";
    return h("button", { class: alive ? "tool life kill" : "tool life revive", disabled: state === "starting", onclick: () => this.try(api.botDo(alive ? "kill" : "start")) }, t(alive ? "killNow" : "start"));
  }

  // The page and all that the bot says, together.
  async speak() {
    switchLanguage();
    this.redraw();
    if (this.state.bot.state === "running") await this.try(api.speak(isChinese() ? "zh" : "en"));
  }

  tick() {
    if (!this.time) return;
    const { offset } = this.state.clock;
    const now = chinaTime(Date.now() + offset * 1000);
    const far = Math.abs(offset) >= 60;
    const weekday = new Date(`${now.slice(0, 10)}T00:00Z`).toLocaleDateString(isChinese() ? "zh" : "en", { weekday: "short", timeZone: "UTC" });
    this.time.replaceChildren(h("b", {}, `${now.slice(0, 16).replace("T", " ")}`), " ", h("small", {}, weekday), far ? h("em", {}, `${offset > 0 ? "+" : "−"}${span(offset)}`) : "");
    this.time.title = `${now.slice(0, 19).replace("T", " ")} · ${far ? t(offset > 0 ? "ahead" : "behind", span(offset)) : t("realtime")}`;
  }

  async try(request) {
    try {
      await request;
      return true;
    } catch (error) {
      note(error.message);
      return false;
    }
  }

  showBot() {
    const { bot } = this.state;
    const alive = bot.state === "running" || bot.state === "starting";
    const lines = bot.lines?.length ? [h("h3", {}, t("lastWords")), h("pre", {}, bot.lines.join("\n"))] : [];
    const about = h("p", { class: `state ${bot.state}` }, h("i", { class: "lamp" }), t(bot.state), bot.since ? ` · ${t("since", bot.since.slice(5, 19).replace("T", " "))}` : "", bot.pid ? ` · pid ${bot.pid}` : "");
    const act = (what) => () => { this.try(api.botDo(what)); };
    const actions = bot.state === "none" ? [] : alive ? [[t("kill"), act("kill"), "danger"], [t("stop"), act("stop")]] : [[t("start"), act("start"), "primary"]];
    sheet(t("bot"), [about, h("p", { class: "hint" }, t("botHint")), ...lines], { actions, wide: lines.length > 0 });
  }

  showTime() {
    const now = chinaTime(Date.now() + this.state.clock.offset * 1000);
    const picked = h("input", { type: "datetime-local", value: now.slice(0, 16), min: now.slice(0, 16), "aria-label": t("pick") });
    const state = h("p", { class: "hint" }, t("timeHint"));
    const move = (body) => async () => {
      state.textContent = t("applying");
      if (await this.try(api.moveClock(body()))) close();
      else state.textContent = t("timeHint");
    };
    const jump = (label, advance) => h("button", { onclick: move(() => ({ advance })) }, label);
    const close = sheet(t("moveTime"), [state, h("div", { class: "jumps" }, jump(t("hour"), "1h"), jump(t("day"), "1d"), jump(t("fortnight"), "15d"), jump(t("month"), "31d"),
        h("button", { onclick: move(() => ({ to: "next" })) }, t("nextThing")),
        h("button", { onclick: move(() => ({ set: nextMorning(now) })) }, t("morning"))),
      h("label", {}, t("pick"), h("span", { class: "pair" }, picked, h("button", { class: "primary", onclick: move(() => ({ set: `${picked.value}+08:00` })) }, t("apply"))))]);
  }

  showFaults() {
    const kinds = [["f429", { kind: "error", code: 429, retry_after: 3, count: 1, method: "sendMessage" }], ["f500", { kind: "error", code: 500, count: 3 }],
      ["fcuta", { kind: "cut_after", count: 1, method: "sendMessage" }], ["fcutb", { kind: "cut_before", count: 1 }], ["fdelay", { kind: "delay", ms: 2000 }],
      ["fdup", { kind: "duplicate" }], ["freorder", { kind: "reorder" }], ["fgarbage", { kind: "garbage", count: 1 }], ["fpacing", { kind: "pacing" }]];
    const kind = h("select", {}, kinds.map(([key], index) => h("option", { value: index }, t(key))));
    const whose = h("select", {}, h("option", { value: "" }, t("everyone")), this.state.people.map((person) => h("option", { value: person.person }, person.name)));
    const list = h("div", { class: "faults" });
    const label = (fault) => t((kinds.find(([, made]) => made.kind === fault.kind && (made.code ?? fault.code) === fault.code) ?? [null])[0] ?? "faults");
    const draw = async () => {
      const faults = await api.faults();
      const name = (id) => this.state.people.find((person) => person.person === id)?.name;
      list.replaceChildren(...(faults.length ? faults.map((fault) => h("div", { class: "fault" }, h("b", {}, fault.kind === "error" ? `${fault.kind} ${fault.code}` : fault.kind, " · ", label(fault)),
        h("small", {}, [name(fault.person) ?? t("everyone"), fault.method, fault.count ? t("times", fault.count) : t("untilCleared"), t("hits", fault.hits)].filter(Boolean).join(" · ")))) : [h("p", { class: "hint" }, t("noFaults"))]));
    };
    const add = async () => {
      await this.try(api.addFault({ ...kinds[kind.value][1], ...(whose.value ? { person: Number(whose.value) } : {}) }));
      await draw();
      return false;
    };
    const clear = async () => { await this.try(api.clearFaults()); await draw(); return false; };
    draw();
    sheet(t("faults"), [h("p", { class: "hint" }, t("faultHint")), h("div", { class: "pair" }, kind, whose), list], { actions: [[t("clearFaults"), clear], [t("addFault"), add, "primary"]] });
  }

  showReset() {
    const choice = (story, title, hint, checked) => {
      const input = h("input", { type: "radio", name: "story", value: story, checked });
      return h("label", { class: "choice" }, input, h("span", {}, h("b", {}, title), h("small", {}, hint)));
    };
    const choices = this.state.bot.state === "none" ? [] : [choice("", t("resetNew"), t("resetNewHint"), true), choice("story", t("resetStory"), t("resetStoryHint"))];
    const body = h("div", {}, h("p", { class: "hint" }, t("resetHint")), choices);
    sheet(t("resetTitle"), body, { actions: [[t("cancel")], [t("reset"), () => { this.try(api.reset(body.querySelector("input:checked")?.value ?? "")); }, "danger"]] });
  }
}
