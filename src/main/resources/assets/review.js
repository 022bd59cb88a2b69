// Keeps the pages of the review desk true without a reload, and moves through the queue by key. Without it all works by reload.
"use strict";

const SLOW_MILLIS = 30000;
const parts = () => [...document.querySelectorAll("[data-live]")];

/** Whether somebody has typed or chosen something in here that is not sent yet. */
function isTouched(part) {
  return [...part.querySelectorAll("textarea, select, input:not([type=hidden])")].some((field) =>
    field.tagName === "SELECT" ? field.selectedIndex > 0 : field.value !== field.defaultValue);
}

/** What a part shows; the token of its forms is another in each answer. */
const shows = (part) => part.innerHTML.replace(/(name="_csrf" value=")[^"]*/g, "$1");

function put(part, now) {
  if (!now || shows(part) === shows(now)) return;
  if (isTouched(part)) {
    document.querySelector("#changed")?.removeAttribute("hidden");
    return;
  }
  const focused = document.activeElement?.id || document.activeElement?.getAttribute("href");
  part.innerHTML = now.innerHTML;
  part.classList.add("fresh");
  setTimeout(() => part.classList.remove("fresh"), 2000);
  if (focused) [...part.querySelectorAll("a, button")].find((one) => one.id === focused || one.getAttribute("href") === focused)?.focus();
}

let running = false;
let again = false;

/** Asks for the page once more and puts in what is different. */
async function refresh() {
  if (running) {
    again = true;
    return;
  }
  running = true;
  do {
    again = false;
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (answer.redirected) {
        location.reload();
        return;
      }
      if (answer.ok) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        parts().forEach((part) => put(part, page.querySelector(`[data-live="${part.dataset.live}"]`)));
      }
    } catch {
      // The next event or the slow clock asks again.
    }
  } while (again);
  running = false;
}

function listen() {
  const shown = document.querySelector("[data-case]")?.dataset.case;
  const stream = new EventSource("/review/live");
  stream.addEventListener("changed", (event) => {
    if (event.data === "open") document.body.dataset.live = "open";
    if (!shown || event.data === shown || event.data === "open") refresh();
  });
  stream.addEventListener("error", () => delete document.body.dataset.live);
  setInterval(() => document.hidden || refresh(), SLOW_MILLIS);
}

function move(step) {
  const lines = [...document.querySelectorAll(".queue tbody a")];
  const at = lines.indexOf(document.activeElement);
  lines[Math.min(lines.length - 1, Math.max(0, at + step))]?.focus();
}

function key(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
  if (event.key === "j") move(1);
  if (event.key === "k") move(-1);
}

document.addEventListener("keydown", key);
if (parts().length > 0 && !document.querySelector("[data-still]")) listen();
