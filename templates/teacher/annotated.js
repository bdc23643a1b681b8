
/* Annotated passages: one view at a time, layers on and off, a remark for the mark that is chosen, claims joined. */
const body = document.body;
const views = all("[data-view]");
const layers = all("[data-layer]");
const columns = all(".column");
const remarks = all("[data-remark]");
const joins = document.querySelector(".joins");
let open = null;

/* -- views */
function see(button) {
  for (const other of views) other.setAttribute("aria-pressed", String(other === button));
  const view = button.dataset.view;
  const one = columns.find((column) => column.dataset.label === view);
  const section = one || view === "together" ? "reports" : view;
  for (const part of all(".view")) part.hidden = part.id !== section;
  body.classList.toggle("show-together", view === "together");
  body.classList.toggle("show-one", Boolean(one));
  for (const column of columns) column.classList.toggle("chosen", column === one);
  document.querySelector(".dock").hidden = section !== "reports";
  draw();
}
function turn(step) {
  const at = views.findIndex((button) => button.getAttribute("aria-pressed") === "true");
  const next = views[(at + step + views.length) % views.length];
  see(next);
  if (views.includes(document.activeElement)) next.focus();
}
for (const button of views) button.addEventListener("click", () => see(button));

/* -- layers */
function lay(button) {
  if (byId("reports").hidden) return;
  const on = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", String(on));
  body.classList.toggle(`l-${button.dataset.layer}`, on);
  if (open && !isOn(open)) close();
  draw();
}
const isOn = (name) => body.classList.contains(`l-${name.startsWith("claim-") ? "claim" : name.split("-")[1]}`);
for (const button of layers) button.addEventListener("click", () => lay(button));

/* -- remarks */
function choose(name, from) {
  open = name;
  for (const mark of all(".m")) mark.classList.toggle("lit", mark.dataset.name === name);
  for (const number of all("[data-open]")) number.classList.toggle("now", number.dataset.open === name);
  for (const remark of remarks) remark.hidden = remark.dataset.remark !== name;
  byId("hint").hidden = name !== null;
  byId("close").hidden = name === null;
  if (name) {
    for (const column of columns) {
      const mark = column.querySelector(`.m[data-name="${name}"]`);
      if (mark && !(from && column.contains(from))) bring(mark, false);
    }
  }
  draw();
}
function close() {
  const number = document.activeElement === byId("close") && document.querySelector(`[data-open="${open}"]`);
  choose(null);
  if (number) number.focus();
}
for (const number of all("[data-open]")) {
  number.addEventListener("click", (event) => { event.stopPropagation(); choose(number.dataset.open, number); });
  number.addEventListener("focus", () => choose(number.dataset.open, number));
}
for (const mark of all(".m")) {
  mark.addEventListener("click", (event) => {
    // The innermost mark whose layer is on; claims are behind all others.
    if (!isOn(mark.dataset.name)) return;
    event.stopPropagation();
    choose(mark.dataset.name, mark);
  });
}
byId("close").addEventListener("click", close);

function step(by) {
  if (byId("reports").hidden) return;
  const seen = all("[data-open]").filter((number) => number.offsetParent !== null);
  const at = seen.indexOf(document.activeElement);
  const next = seen[at < 0 ? (by > 0 ? 0 : seen.length - 1) : (at + by + seen.length) % seen.length];
  if (next) {
    next.focus({ preventScroll: true });
    bring(next, true);
  }
}

for (const ring of all("[data-claim]")) {
  const own = ring.closest(".column");
  const single = columns.every((column) => column === own || !column.querySelector(`[data-claim="${ring.dataset.claim}"]`));
  ring.classList.toggle("single", single);
}

/* -- claims joined: a line from each claim in one column to the same in the next that has it */
const stands = (claim, pair) => {
  const row = remarks.find((remark) => remark.dataset.remark === `claim-${claim}`);
  const told = row ? row.dataset.stands.split(" ").find((word) => word.startsWith(`${pair}:`)) : "";
  return told ? told.split(":")[1] : "";
};
const SVG = "http://www.w3.org/2000/svg";
function draw() {
  joins.replaceChildren();
  if (getComputedStyle(joins).display === "none" || !body.classList.contains("l-claim") || byId("reports").hidden) return;
  const frame = joins.getBoundingClientRect();
  const claims = new Map();
  columns.forEach((column, index) => {
    for (const ring of all("[data-claim]", column)) {
      const places = claims.get(ring.dataset.claim) || new Map();
      if (!places.has(index)) places.set(index, ring);
      claims.set(ring.dataset.claim, places);
    }
  });
  const within = (column, y) => {
    const box = columns[column].getBoundingClientRect(), head = columns[column].querySelector("h2").offsetHeight;
    return y >= box.top + head - 4 && y <= box.bottom;
  };
  for (const [claim, places] of claims) {
    const order = [...places.keys()].sort();
    for (let i = 0; i + 1 < order.length; i += 1) {
      const [from, to] = [order[i], order[i + 1]];
      const a = places.get(from).getBoundingClientRect(), b = places.get(to).getBoundingClientRect();
      const ya = a.top + a.height / 2, yb = b.top + b.height / 2;
      const now = open === `claim-${claim}`;
      const heads = [places.get(from), places.get(to)].map((ring) => ring.closest("h2") !== null);
      if (!now && !((heads[0] || within(from, ya)) && (heads[1] || within(to, yb)))) continue;
      if (!now && to - from > 1) continue;
      const clamp = (column, y) => Math.min(columns[column].getBoundingClientRect().bottom - 4, Math.max(columns[column].getBoundingClientRect().top + 4, y));
      // A line ends at the rings where they stand on its side, else at the edge of the column.
      const rings = places.get(to).parentElement.getBoundingClientRect();
      const x1 = (heads[0] ? columns[from] : places.get(from).parentElement).getBoundingClientRect().right - frame.left + 2;
      const edge = columns[to].getBoundingClientRect().left;
      const x2 = (heads[1] || rings.left - edge > 60 ? edge + 6 : rings.left - 2) - frame.left;
      const y1 = clamp(from, ya) - frame.top, y2 = clamp(to, yb) - frame.top, bend = Math.max(8, (x2 - x1) / 2);
      const path = document.createElementNS(SVG, "path");
      path.setAttribute("d", `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`);
      const pair = columns[from].dataset.label + columns[to].dataset.label;
      path.setAttribute("class", `${stands(claim, pair)}${now ? " now" : ""}`);
      path.dataset.claim = claim;
      joins.append(path);
    }
  }
}
let waiting = 0;
const soon = () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(draw); };
for (const column of columns) column.addEventListener("scroll", soon, { passive: true });
addEventListener("resize", soon);
if (document.fonts) document.fonts.ready.then(soon);

Object.assign(keys, { ArrowRight: (event) => turnOutside(event, 1), ArrowLeft: (event) => turnOutside(event, -1), n: () => step(1), p: () => step(-1), Escape: () => close() });
layers.forEach((button, index) => { keys[String(index + 1)] = () => lay(button); });
function turnOutside(event, by) {
  if (!event.target.closest(".scroll")) turn(by);
}
see(views[0]);
