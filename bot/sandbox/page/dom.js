// Building elements. Text goes in as text nodes; only `html` takes markup, and only markup that the server made safe.

export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "class") element.className = value;
    else if (key === "value") element.value = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function serverHtml(element, html) {
  element.innerHTML = html;
  return element;
}

const HYPHENATED = /(?<![\w-])[A-Z]{0,4}-?\d{1,5}(?:-\d{1,6}){1,3}(?: \d{2}:\d{2})?(?![\w-])/g;

// Browsers end lines at the hyphen of 11-30, phones don't: the text stays as it is, to be copied.
export function unbroken(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  for (const node of nodes) {
    const parts = [];
    let at = 0;
    for (const found of node.data.matchAll(HYPHENATED)) {
      parts.push(node.data.slice(at, found.index), h("span", { class: "whole" }, found[0]));
      at = found.index + found[0].length;
    }
    if (parts.length) node.replaceWith(...parts, node.data.slice(at));
  }
  return element;
}

const PATHS = {
  send: "M3.4 20.4 21 12 3.4 3.6 3.4 10.1 15 12 3.4 13.9z",
  clip: "M16.5 6v11.5a4 4 0 0 1-8 0V5a2.5 2.5 0 0 1 5 0v10.5a1 1 0 0 1-2 0V6H10v9.5a2.5 2.5 0 0 0 5 0V5a4 4 0 0 0-8 0v12.5a5.5 5.5 0 0 0 11 0V6z",
  keyboard: "M4 6h16a1.5 1.5 0 0 1 1.5 1.5v9A1.5 1.5 0 0 1 20 18H4a1.5 1.5 0 0 1-1.5-1.5v-9A1.5 1.5 0 0 1 4 6zm1.5 2.5v2h2v-2zm3.7 0v2h2v-2zm3.6 0v2h2v-2zm3.7 0v2h2v-2zM5.5 12v2h2v-2zm3.7 0v2h5.6v-2zm7.3 0v2h2v-2z",
  more: "M12 7.5a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4zm0 6.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4zm0 6.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4z",
  close: "m6.4 5 5.6 5.6L17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4z",
  plus: "M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6z",
  file: "M6 2.5h8l5 5V20a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 20V4A1.5 1.5 0 0 1 6 2.5zM13 4v5h5z",
  picture: "M4.5 4h15A1.5 1.5 0 0 1 21 5.5v13a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 18.5v-13A1.5 1.5 0 0 1 4.5 4zM5 17h14l-4.5-6-3.5 4.5-2.5-3z",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm0 2c-4 0-8 2-8 4.5V20h16v-1.5c0-2.5-4-4.5-8-4.5z",
  place: "M12 2.5a7 7 0 0 0-7 7c0 5 7 12 7 12s7-7 7-12a7 7 0 0 0-7-7zm0 9.5a2.5 2.5 0 1 1 0-5 2.5 2.5 0 0 1 0 5z",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm1 9.4 3.5 2-1 1.7L11 13.5V7h2z",
  bolt: "M13 2.5 5 13.5h5.5L10 21.5l8.5-11.5H13z",
  reset: "M12 5V2L7.5 6.5 12 11V7.5a5 5 0 1 1-5 5H4.5A7.5 7.5 0 1 0 12 5z",
  link: "M10.6 13.4a1 1 0 0 1-1.4 0 5 5 0 0 1 0-7l3-3a5 5 0 0 1 7 7l-1.5 1.5a6.5 6.5 0 0 0-.4-2.3l.5-.6a3 3 0 0 0-4.2-4.2l-3 3a3 3 0 0 0 0 4.2 1 1 0 0 1 0 1.4zm2.8-2.8a1 1 0 0 1 1.4 0 5 5 0 0 1 0 7l-3 3a5 5 0 0 1-7-7l1.5-1.5c0 .8.1 1.6.4 2.3l-.5.6a3 3 0 0 0 4.2 4.2l3-3a3 3 0 0 0 0-4.2 1 1 0 0 1 0-1.4z",
  answer: "M10 9V5l-7 7 7 7v-4.1c5 0 8.5 1.6 11 5.1-1-5-4-10-11-11z",
  down: "M12 16.5 5 9.5 6.4 8l5.6 5.6L17.6 8 19 9.5z",
  menu: "M4 6h16v2H4zm0 5h16v2H4zm0 5h16v2H4z",
};

export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

export function avatar(name, id, extra = "") {
  return h("span", { class: `avatar tint${id % 7} ${extra}`, "aria-hidden": "true" }, [...name][0] ?? "?");
}
