// Answers as a file: out of this page, into it again; printing; beginning anew.
const fileFormat = 'secondsource-answers';

function answersFile() {
  const { form_id, lesson, title, language } = data;
  return { format: fileFormat, version: 1, form_id, lesson, title, language, ...state.who, answers: state.answers };
}

function download() {
  const who = state.who.name.trim().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  const name = `${data.form_id}${who ? `-${who}` : ''}.json`;
  const blob = new Blob([`${JSON.stringify(answersFile(), null, 1)}\n`], { type: 'application/json' });
  const link = make('a', { href: URL.createObjectURL(blob), download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  tell(say('student.export.done', { text: name }));
}

// A word in the bar that stays until the next save, and is said.
function tell(text) {
  byId('saved').textContent = text;
  byId('saved').classList.add('message');
  announce(text);
}

async function open(file) {
  let kept;
  try { kept = JSON.parse(await file.text()); } catch { kept = null; }
  if (!kept || kept.format !== fileFormat || kept.version !== 1) return tell(say('student.import.broken'));
  if (kept.form_id !== data.form_id) return tell(say('student.import.wrong', { text: kept.form_id }));
  if (Object.keys(state.answers).length && !await ask(say('student.import.ask'), say('student.import.yes'))) return undefined;
  adopt(kept);
  showAnew();
  save();
  return tell(say('student.import.done'));
}

async function startAgain() {
  if (!await ask(say('student.reset.ask'), say('student.reset.yes'))) return;
  adopt({});
  showAnew();
  forget();
  tell(say('student.reset.done'));
}

const deeds = {
  export: download, import: () => byId('file').click(), print: () => window.print(), reset: startAgain, other: nextStudent,
};
document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-do]');
  if (!button) return;
  byId('menu').open = false;
  deeds[button.dataset.do]();
});
byId('file').addEventListener('change', (event) => {
  const [file] = event.target.files;
  event.target.value = '';
  if (file) open(file);
});
window.addEventListener('beforeprint', () => { for (const item of items.values()) copyForPrint(articleOf(item)); });
