// Several students, one device: each has a place of their own, and nobody is shown answers before saying whose.
function tabStorage() {
  try { return window.sessionStorage; } catch { return null; }
}

// This window keeps to its place when it is loaded again.
function rememberPlace() {
  try { tabStorage().setItem(firstPlace, place); } catch { /* then it asks again */ }
}
function rememberedPlace() {
  try { return tabStorage().getItem(firstPlace); } catch { return null; }
}

// What is kept for this sheet, the newest first: {place, name, saved}.
function keptSheets() {
  const found = [];
  try {
    for (const key of Object.keys(storage())) {
      if (key !== firstPlace && !key.startsWith(`${firstPlace}:`)) continue;
      const kept = readKept(key);
      if (kept) found.push({ place: key, name: nameIn(kept), saved: Number(kept.saved) || 0 });
    }
  } catch { /* nothing can be kept here */ }
  return found.sort((a, b) => b.saved - a.saved);
}

function nameIn(kept) {
  const words = [kept.name, kept.class].filter((text) => isText(text) && text.trim());
  return words.join(', ') || say('student.who.nameless');
}

function lineFor({ name, saved }) {
  if (!saved) return name;
  const label = new Date(saved).toLocaleString(data.language, { dateStyle: 'medium', timeStyle: 'short' });
  return say('student.who.kept', { text: name, label });
}

// Asks whose answers to show; resolves to a place, or to '' for a new sheet.
function askWhose(sheets) {
  const dialog = byId('whose');
  const buttons = sheets.map((sheet) => make('li', {}, make('button', { type: 'button', value: sheet.place }, lineFor(sheet))));
  find('ul', dialog).replaceChildren(...buttons);
  return new Promise((resolve) => {
    dialog.returnValue = '';
    dialog.addEventListener('close', () => resolve(dialog.returnValue), { once: true });
    dialog.showModal();
    find('#whose-new').focus();
  });
}
byId('whose').addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (button) byId('whose').close(button.value);
});

async function choosePlace(sheets) {
  const chosen = await askWhose(sheets);
  place = chosen || `${firstPlace}:${Date.now()}`;
  if (chosen) {
    recall();
    rememberPlace();
  }
  showAnew();
  byId('saved').textContent = '';
  byId('who-name').focus({ preventScroll: true });
}

// The next student's turn: the answers on the page stay on the device, out of sight.
function nextStudent() {
  if (picking) stopMarking(false);
  flush();
  if (trouble) return tell(say('student.unsaved'));
  adopt({});
  showAnew();
  place = null;
  return choosePlace(keptSheets());
}

function begin() {
  const sheets = keptSheets();
  const mine = rememberedPlace();
  if (sheets.some((sheet) => sheet.place === mine)) {
    place = mine;
    recall();
  }
  showAll();
  if (sheets.length && place !== mine) {
    place = null;
    choosePlace(sheets);
  }
}
