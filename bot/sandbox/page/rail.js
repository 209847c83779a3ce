// The people at the left edge (on a narrow screen: above): whose phone stands on the desk, who has unread messages.

import * as api from "./api.js";
import { avatar, h, icon } from "./dom.js";
import { isChinese, role, t } from "./i18n.js";
import { note, sheet } from "./layer.js";

export function rail(people, shown, choose, added) {
  return [
    h("h2", {}, t("people")),
    h("div", { class: "list" }, people.map((person) => h("button", { class: shown.includes(person.person) ? "person on" : "person", title: `${person.name} · ${role(person)}`,
      "aria-pressed": String(shown.includes(person.person)), onclick: () => choose(person.person) },
      avatar(person.name, person.person), h("span", { class: "who" }, h("b", {}, person.name), h("small", {}, role(person))),
      person.unread ? h("span", { class: "badge" }, person.unread) : null))),
    h("button", { class: "person add", onclick: () => addPerson(added) }, h("span", { class: "avatar plus" }, icon("plus")), h("span", { class: "who" }, h("b", {}, t("addPerson")))),
  ];
}

export function addPerson(added) {
  const name = h("input", { value: "吴总", maxlength: 64, "aria-label": t("name") });
  const language = h("select", { "aria-label": t("language") }, [["zh-hans", "中文"], ["en", "English"]].map(([code, label]) => h("option", { value: code }, label)));
  language.value = isChinese() ? "zh-hans" : "en";
  const act = async () => {
    try {
      added((await api.addPerson(name.value, language.value)).person);
      return true;
    } catch (error) {
      note(error.message);
      return false;
    }
  };
  const close = sheet(t("addPerson"), [h("p", { class: "hint" }, t("addPersonHint")), h("label", {}, t("name"), name), h("label", {}, t("language"), language)],
    { actions: [[t("cancel")], [t("add"), act, "primary"]] });
  name.addEventListener("keydown", async (event) => { if (event.key === "Enter" && await act()) close(); });
  name.select();
}
