
/* The key: one item is chosen, its evidence is lit in the passages, its parts can be covered and shown in steps. */
const desk = document.querySelector(".desk");
const items = all(".answer");
const words = all(".w");
let chosen = null;

/* A tick is a picture of the style sheet; here it is said as well. */
for (const box of all(".box.ticked")) {
  const said = document.createElement("span");
  said.className = "sr hand";
  said.textContent = desk.dataset.right;
  if (!box.parentElement.classList.contains("right-one")) box.append(said);
}

const namesOf = (word) => word.dataset.names.split(" ");
const proofsOf = (item) => all(".proof", item);

function light() {
  const own = chosen && chosen.classList.contains("shows-evidence") ? proofsOf(chosen).map((p) => p.dataset.name) : [];
  for (const word of words) {
    const on = namesOf(word).filter((name) => own.includes(name));
    word.classList.toggle("lit", on.length > 0);
    const begins = (word.dataset.begins || "").split(" ").filter((name) => own.includes(name));
    if (begins.length) word.dataset.tag = begins.map((name) => name.split("-")[1]).join(" ");
    else delete word.dataset.tag;
  }
  for (const line of all(".line[data-line]")) line.classList.toggle("has-lit", line.querySelector(".lit") !== null);
  for (const text of all(".text")) {
    text.classList.toggle("has-lit", text.querySelector(".lit") !== null);
  }
  document.querySelector(".texts").classList.toggle("aimed", own.length > 0);
  point(null);
  const moved = new Set();
  for (const text of all(".text.has-lit")) {
    // Where all passages scroll together, the first evidence is the one to see.
    const word = text.querySelector(".lit"), box = scrollerOf(word);
    if (!moved.has(box)) bring(word, false);
    moved.add(box);
  }
}

/* One quote among those that are lit, or none. */
function point(proof, force) {
  const name = proof && proof.dataset.name;
  for (const other of all(".proof")) other.classList.toggle("now", other === proof);
  for (const word of words) word.classList.toggle("now", name !== null && word.classList.contains("lit") && namesOf(word).includes(name));
  if (proof) {
    const word = document.querySelector(".w.now");
    if (word) bring(word, force);
  }
}

function choose(item, focus) {
  if (item !== chosen) {
    if (chosen) chosen.classList.remove("chosen");
    chosen = item;
    item.classList.add("chosen");
    for (const part of all(".skill")) part.classList.toggle("has-chosen", part.contains(item));
    for (const chip of all(".chip")) chip.toggleAttribute("aria-current", false);
    const chip = document.querySelector(`.chip[href="#${item.id}"]`);
    if (chip) chip.setAttribute("aria-current", "true");
    light();
    byId("said").textContent = item.classList.contains("shows-evidence") ? item.dataset.say : item.getAttribute("aria-label");
    tellSteps();
  }
  if (focus) {
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "start", behavior: calm() ? "auto" : "smooth" });
  }
}

function go(step) {
  const at = chosen ? items.indexOf(chosen) + step : step > 0 ? 0 : items.length - 1;
  if (items[at]) choose(items[at], true);
}

/* -- covering and showing */
const steps = ["evidence", "answer", "reasons"];
const has = (item, step) => item.querySelector(`[data-step="${step}"]`) !== null;

function show(item, step, on) {
  item.classList.toggle(`shows-${step}`, on);
  const button = item.querySelector(`[data-step="${step}"]`);
  if (button) button.setAttribute("aria-pressed", String(on));
  if (step === "answer") document.querySelector(`[data-brief="${item.dataset.item}"]`).classList.toggle("covered", !on);
  if (item === chosen && step === "evidence") {
    light();
    if (on) byId("said").textContent = item.dataset.say;
  }
  tellSteps();
}
const covered = (item) => steps.find((step) => has(item, step) && !item.classList.contains(`shows-${step}`));
function tellSteps() {
  byId("reveal").disabled = !chosen || !covered(chosen);
}
function reveal() {
  const step = chosen && covered(chosen);
  if (step) show(chosen, step, true);
}
function hideAll() {
  const on = byId("hide").getAttribute("aria-pressed") !== "true";
  byId("hide").setAttribute("aria-pressed", String(on));
  for (const item of items) for (const step of steps) show(item, step, !on);
}
function turnAlone() {
  const on = document.body.classList.toggle("alone");
  byId("alone").setAttribute("aria-pressed", String(on));
  if (!chosen) choose(items[0]);
  choose(chosen, true);
}

for (const item of items) {
  item.addEventListener("click", () => choose(item));
  item.addEventListener("focusin", () => choose(item));
  for (const button of all("[data-step]", item))
    button.addEventListener("click", () => show(item, button.dataset.step, button.getAttribute("aria-pressed") !== "true"));
  for (const proof of proofsOf(item)) {
    proof.addEventListener("pointerenter", () => { if (item === chosen) point(proof); });
    proof.addEventListener("pointerleave", () => { if (item === chosen) point(document.activeElement === proof ? proof : null); });
    proof.addEventListener("focus", () => { choose(item); point(proof); });
    proof.addEventListener("blur", () => point(null));
    proof.addEventListener("click", () => { choose(item); point(proof, true); });
  }
}
byId("next").addEventListener("click", () => go(1));
byId("previous").addEventListener("click", () => go(-1));
byId("hide").addEventListener("click", hideAll);
byId("alone").addEventListener("click", turnAlone);
byId("reveal").addEventListener("click", reveal);
const within = (act) => (event) => {
  // Arrows turn over items, unless something that scrolls sideways has the focus.
  if (!event.target.closest || !event.target.closest(".scroll")) act();
};
Object.assign(keys, { n: () => go(1), p: () => go(-1), ArrowRight: within(() => go(1)), ArrowLeft: within(() => go(-1)), h: hideAll, o: turnAlone, r: reveal });

const named = () => items.find((item) => `#${item.id}` === location.hash);
addEventListener("hashchange", () => { if (named()) choose(named(), true); });
tellSteps();
if (named()) choose(named(), true);
