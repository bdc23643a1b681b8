"use strict";
/* What all screens for teachers do: size of text, light and dark, keys. Words stand in the page, none here. */
const byId = (id) => document.getElementById(id);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

const sizes = [0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2, 2.4];
let size = sizes.indexOf(1);
function resize(step) {
  size = Math.min(sizes.length - 1, Math.max(0, size + step));
  document.documentElement.style.setProperty("--size", sizes[size]);
  byId("smaller").disabled = size === 0;
  byId("larger").disabled = size === sizes.length - 1;
  dispatchEvent(new Event("resize"));
}
byId("smaller").addEventListener("click", () => resize(-1));
byId("larger").addEventListener("click", () => resize(1));

function turnScheme() {
  const root = document.documentElement;
  const dark = root.dataset.scheme ? root.dataset.scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.scheme = dark ? "light" : "dark";
}
byId("scheme").addEventListener("click", turnScheme);

const keys = { "+": () => resize(1), "=": () => resize(1), "-": () => resize(-1), d: turnScheme };
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    const open = document.querySelector(".keys[open]");
    if (open) {
      open.open = false;
      open.querySelector("summary").focus();
      return;
    }
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  // Letters and numbers may be switched off, for those who dictate or press keys by accident.
  if (!act || (event.key.length === 1 && !byId("use-keys").checked)) return;
  event.preventDefault();
  act(event);
});

/* The bar may take several rows; what sticks below it must know how many. */
const bar = document.querySelector(".bar");
const measureBar = () => document.documentElement.style.setProperty("--bar", getComputedStyle(bar).position === "sticky" ? `${bar.offsetHeight}px` : "0px");
new ResizeObserver(measureBar).observe(bar);
addEventListener("resize", measureBar);
measureBar();

/* The nearest thing around the element that scrolls up and down by itself. */
function scrollerOf(element) {
  for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
    const flow = getComputedStyle(box).overflowY;
    if ((flow === "auto" || flow === "scroll") && box.scrollHeight > box.clientHeight + 1) return box;
  }
  return null;
}

/* Scrolls what holds the element so that it can be seen; the window only where `force` says so. */
function bring(element, force) {
  const behavior = calm() ? "auto" : "smooth";
  const box = scrollerOf(element);
  if (!box) {
    if (force) element.scrollIntoView({ block: "center", behavior });
    return;
  }
  const head = box.querySelector("h2");
  const sticky = head && getComputedStyle(head).position === "sticky";
  if (sticky && head.contains(element)) return;
  const above = sticky ? head.offsetHeight : 0;
  const at = element.getBoundingClientRect(), frame = box.getBoundingClientRect();
  if (at.top < frame.top + above + 8 || at.bottom > frame.bottom - 8)
    box.scrollTo({ top: box.scrollTop + at.top - frame.top - above - Math.max(0, box.clientHeight - above - at.height) / 3, behavior });
}
