// What the student has given, and its copy on the device.
const state = { answers: {}, who: { name: '', class: '', date: '' } };
const firstPlace = `secondsource:${data.form_id}:${data.mode}`;
let place = firstPlace;
let saveTimer = 0;
let savedOnce = false;
let trouble = false;

function storage() {
  // Some browsers throw at the mere mention of it.
  try { return window.localStorage; } catch { return null; }
}

// What is kept at a place, or null where there is nothing, or nothing readable.
function readKept(from) {
  try {
    const kept = JSON.parse(storage().getItem(from));
    return kept && typeof kept === 'object' ? kept : null;
  } catch { return null; }
}

function recall() {
  const kept = readKept(place);
  if (kept) adopt(kept);
}

// Takes over what fits this sheet, and nothing else.
function adopt(kept) {
  state.answers = {};
  const answers = kept.answers && typeof kept.answers === 'object' ? kept.answers : {};
  for (const item of items.values()) {
    const given = Object.hasOwn(answers, item.id) ? fitting(item, answers[item.id]) : undefined;
    if (given !== undefined) state.answers[item.id] = given;
  }
  for (const field of Object.keys(state.who)) {
    state.who[field] = typeof kept[field] === 'string' ? kept[field] : '';
  }
}

function keep(item, given) {
  if (given === undefined) delete state.answers[item.id];
  else state.answers[item.id] = given;
  showProgress();
  saveSoon();
}

function saveSoon() {
  if (!trouble) byId('saved').textContent = say('student.saving');
  byId('saved').classList.remove('message');
  clearTimeout(saveTimer);
  saveTimer = setTimeout(save, 250);
}

function save() {
  clearTimeout(saveTimer);
  saveTimer = 0;
  const line = byId('saved');
  let failed = false;
  try {
    storage().setItem(place, JSON.stringify({ ...state.who, answers: state.answers, saved: Date.now() }));
    rememberPlace();
    line.textContent = say('student.saved');
  } catch {
    failed = true;
    line.textContent = say('student.unsaved');
  }
  line.classList.toggle('trouble', failed);
  if (failed !== trouble || !savedOnce) (failed ? announce : announceCalmly)(line.textContent);
  trouble = failed;
  savedOnce = true;
}

function forget() {
  clearTimeout(saveTimer);
  saveTimer = 0;
  try { storage().removeItem(place); } catch { /* it was never there */ }
}

const flush = () => { if (saveTimer) save(); };
window.addEventListener('pagehide', flush);
document.addEventListener('visibilitychange', () => { if (document.hidden) flush(); });
window.addEventListener('beforeunload', (event) => {
  flush();
  if (trouble && Object.keys(state.answers).length) event.preventDefault();
});
// The same sheet in another window: the newer answers count in both, and what is deleted is gone from both.
window.addEventListener('storage', (event) => {
  if (event.key !== place) return;
  clearTimeout(saveTimer);
  saveTimer = 0;
  if (event.newValue) recall();
  else adopt({});
  showAnew();
});
