// Times as the server writes them, 2026-11-22T09:41:07+08:00: always China time, so they are cut, not converted.

import { isChinese } from "./i18n.js";

export const hourOf = (iso) => iso.slice(11, 16);
export const dayOf = (iso) => iso.slice(0, 10);

export function longDay(day) {
  const [year, month, date] = day.split("-").map(Number);
  if (isChinese()) return `${year}年${month}月${date}日`;
  return new Date(Date.UTC(year, month - 1, date)).toLocaleDateString("en", { dateStyle: "medium", timeZone: "UTC" });
}

export function chinaTime(milliseconds) {
  return new Date(milliseconds + 8 * 3600e3).toISOString();
}

// At night reminders wait: who tries the demo then goes on from ten o'clock.
export function nextMorning(now) {
  const day = now.slice(11, 16) < "10:00" ? now.slice(0, 10) : new Date(Date.parse(`${now.slice(0, 10)}T00:00Z`) + 86400e3).toISOString().slice(0, 10);
  return `${day}T10:00+08:00`;
}

export function span(seconds) {
  const minutes = Math.round(Math.abs(seconds) / 60);
  const parts = [[Math.floor(minutes / 1440), isChinese() ? "天" : "d"], [Math.floor(minutes / 60) % 24, isChinese() ? "小时" : "h"], [minutes % 60, isChinese() ? "分" : "min"]];
  return parts.filter(([count]) => count).slice(0, 2).map(([count, unit]) => `${count} ${unit}`).join(" ");
}

export function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 ** 2) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
