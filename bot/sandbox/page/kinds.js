// What a message may carry besides text: files of every kind, contacts, places, polls, dice; and what was put on it.

import { h, icon } from "./dom.js";
import { t } from "./i18n.js";
import { size } from "./time.js";

// `acts`: vote(message, options)
export function carried(message, acts) {
  if (message.poll) return poll(message, acts);
  if (message.dice) return dice(message.dice);
  if (message.venue) return place(message.venue.location, message.venue.title, message.venue.address);
  if (message.contact) return contact(message.contact);
  if (message.location) return place(message.location, t("location"));
  if (!message.file) return null;
  const drawn = (FILES[message.file.kind] ?? file)(message.file);
  return message.spoiler ? covered(drawn) : drawn;
}

// Seen once it is tapped.
function covered(drawn) {
  const cover = h("div", { class: "covered", onclick: (event) => { if (cover.classList.replace("covered", "uncovered")) event.preventDefault(); } }, drawn);
  return cover;
}

export function marks(message) {
  const signs = [message.pinned ? "📌" : "", ...(message.reactions ?? [])].filter(Boolean);
  return signs.length ? h("div", { class: "marks" }, signs.join(" ")) : null;
}

export const forwarded = (message) => (message.forwarded_from ? h("div", { class: "size from" }, t("forwarded", message.forwarded_from)) : null);

function photo(given) {
  const picture = h("img", { src: given.url, alt: given.name, loading: "lazy", width: given.width, height: given.height });
  return h("a", { class: "photo", href: given.url, target: "_blank", rel: "noopener" }, picture);
}

function file(given) {
  const preview = (given.mime ?? "").match(/^image\/(jpeg|png|gif|webp)$/);
  const sign = preview ? h("img", { src: given.url, alt: "" }) : h("span", { class: `sign ${kindOf(given.name)}` }, icon("file"), h("b", {}, kindOf(given.name)));
  return h("a", { class: "file", href: given.url, target: "_blank", rel: "noopener" }, sign, about(given.name, size(given.size)));
}

const sound = (given) => h("audio", { class: "played", controls: true, preload: "none", src: given.url, title: given.name });
const film = (given) => (given.mime === "image/gif" ? file(given) : h("video", { class: "played", controls: true, preload: "metadata", src: given.url, title: given.name }));
const FILES = { photo, audio: sound, voice: sound, video: film, live_photo: film, animation: film, video_note: film };

const kindOf = (name) => (name.includes(".") ? name.split(".").pop().slice(0, 4).toLowerCase() : "");

const about = (name, small) => h("span", { class: "about" }, h("span", { class: "name" }, name), h("span", { class: "size" }, small));

function contact(given) {
  const name = [given.first_name, given.last_name].filter(Boolean).join(" ");
  return h("div", { class: "file contact" }, h("span", { class: `sign${given.user_id ? "" : " outside"}` }, icon("person")), about(name, `+${given.phone_number.replace(/^\+/, "")}`));
}

function place(where, name, address = "") {
  const numbers = `${where.latitude.toFixed(4)}, ${where.longitude.toFixed(4)}`;
  return h("div", { class: "file" }, h("span", { class: "sign" }, icon("place")), about(name, address || numbers));
}

const dice = (given) => h("div", { class: "dice" }, given.emoji, h("b", {}, given.value));

function poll(message, acts) {
  const { question, options, is_closed: closed, type, allows_multiple_answers: several, total_voter_count: all } = message.poll;
  const toggled = (index) => (message.voted.includes(index) ? message.voted.filter((each) => each !== index) : several ? [...message.voted, index] : [index]);
  const answered = type === "quiz" && message.voted.length > 0;
  const rows = options.map((option, index) => h("button", {
    class: `option${message.voted.includes(index) ? " mine" : ""}`, disabled: closed || answered, onclick: () => acts.vote(message, toggled(index)),
  }, h("span", {}, `${message.voted.includes(index) ? "☑" : "☐"} ${option.text}`), h("b", {}, option.voter_count)));
  return h("div", { class: "poll" }, h("div", { class: "name" }, question), rows, h("div", { class: "size" }, closed ? t("pollClosed", all) : t("pollOpen", all)));
}
