// The steps of 试一试: how each is known to have been lived, and how it is lived for whoever only looks.

import { isChinese } from "./i18n.js";

const NAME = { zh: "深圳市星河联创电子有限公司", en: "Xinghe Lianchuang Electronics Co., Ltd." };
const HIDDEN = /[\u200b-\u200f\u2060-\u2064\ufeff\u00ad]/;
const THREE_MONTHS = 88 * 86400;

const name = () => NAME[isChinese() ? "zh" : "en"];
const hidden = () => [...name()].map((sign, at) => (at === 3 ? `${sign}\u200b` : sign)).join("");
const report = (called) => (isChinese() ? `客户名称：${called}\n区域：深圳\n产品领域：空调\n总出货量：120\n在用MCU：STM32F103`
  : `Customer name: ${called}\nRegion: Shenzhen\nProduct domain: air conditioners\nAnnual volume: 1,200,000\nMCU: STM32F103`);
const says = (messages, from, what) => messages.some((message) => message.from === from && what.test(message.text ?? ""));
const refused = (messages) => says(messages, "bot", /暂不可报备|Not open for reports/);
const word = (zh, en) => (isChinese() ? zh : en);

export const STEPS = [
  { key: "tryReport", who: "liming", lived: ({ said }) => says(said("liming"), "bot", /(已提交|Submitted).*BB-/),
    live: async ({ id, api }) => {
      await api.say(id("liming"), report(name()));
      await api.settle();
      await api.tap(id("liming"), word("提交", "Submit"));
      await api.settle();
    } },
  { key: "tryApprove", who: "chenjingli", lived: ({ said }) => says(said("liming"), "bot", /(报备通过|Report approved).*BB-/),
    live: async ({ id, api }) => {
      await api.tap(id("chenjingli"), word("批准", "Approve"), await cardOf(api, id("chenjingli"), name()));
      await api.settle();
    } },
  { key: "trySame", who: "wangfang", lived: ({ said }) => refused(said("wangfang")),
    live: async ({ id, api }) => { await api.say(id("wangfang"), report(name())); await api.settle(); } },
  { key: "tryHidden", who: "wangfang", lived: ({ said }) => { const chat = said("wangfang"); const at = chat.findIndex((message) => message.from === "person" && HIDDEN.test(message.text ?? "")); return at >= 0 && refused(chat.slice(at)); },
    live: async ({ id, api }) => { await api.say(id("wangfang"), report(hidden())); await api.settle(); } },
  { key: "tryKill", lived: ({ killed, running }) => killed && running,
    live: async ({ api }) => { await api.botDo("kill"); await new Promise((resume) => setTimeout(resume, 1200)); await api.botDo("start"); } },
  { key: "tryTime", lived: ({ ahead }) => ahead >= THREE_MONTHS,
    live: async ({ api }) => { for (let month = 0; month < 3; month += 1) await api.moveClock({ advance: "31d" }); await api.settle(); } },
  { key: "tryOrder", who: "zhouzhuli", lived: ({ said }) => says(said("zhouzhuli"), "bot", /(已录入|Logged).*DD-|DD-.*(已录入|logged)/i),
    live: async ({ id, api }) => {
      await api.say(id("zhouzhuli"), word("佛山市南桥风机有限公司 FAN-750 20k 1.9元", "佛山市南桥风机有限公司 FAN-750 20k 1.9 yuan"));
      await api.settle();
      await api.tap(id("zhouzhuli"), word("确认", "Confirm"));
      await api.settle();
    } },
  { key: "tryPicture", who: "sunzong", lived: ({ said }) => said("sunzong").some((message) => message.from === "bot" && message.file?.kind === "photo"),
    live: async ({ id, api }) => {
      await api.say(id("sunzong"), word("今年 出货", "shipments this year"));
      await api.settle();
      await api.tap(id("sunzong"), word("图表", "Chart"));
      await api.settle();
    } },
];

// The newest message that names the customer and can be tapped.
async function cardOf(api, person, called) {
  const { messages } = await api.chat(person, 0);
  return messages.filter((message) => !message.deleted && message.buttons.length && (message.text ?? "").includes(called)).at(-1)?.id;
}
