// Fields <-> answers, one way of reading and one of showing for each kind of response.
const checkedIn = (element) => findAll('input:checked', element).map((input) => input.value);
const isText = (value) => typeof value === 'string';
const some = (pairs) => (pairs.length ? Object.fromEntries(pairs) : undefined);

function readRows(article, value) {
  return some(findAll('[data-row]', article).map((row) => [row.dataset.row, value(row)]).filter(([, v]) => v));
}

const readers = {
  choice: (article) => checkedIn(article)[0],
  'multi-choice': (article) => { const ids = checkedIn(article); return ids.length ? ids : undefined; },
  match: (article) => readRows(article, (row) => find('select', row).value),
  grid: (article) => readRows(article, (row) => checkedIn(row)[0]),
  order: readOrder,
  'short-text': (article) => some(findAll('[data-blank]', article)
    .map((field) => [field.dataset.blank, find('textarea', field).value]).filter(([, text]) => text.trim())),
  'extended-text': (article) => find('textarea', article).value.trim() ? find('textarea', article).value : undefined,
};

function check(article, ids) {
  for (const input of findAll('input', article)) input.checked = ids.includes(input.value);
}

function write(area, text) {
  area.value = text;
  fit(area);
}

const writers = {
  choice: (item, article, given) => check(article, given ? [given] : []),
  'multi-choice': (item, article, given) => check(article, given || []),
  match: (item, article, given) => findAll('[data-row]', article).forEach((row) => {
    find('select', row).value = (given && given[row.dataset.row]) || '';
  }),
  grid: (item, article, given) => findAll('[data-row]', article).forEach((row) => {
    check(row, given && given[row.dataset.row] ? [given[row.dataset.row]] : []);
  }),
  order: showOrder,
  'short-text': (item, article, given) => findAll('[data-blank]', article).forEach((field) => {
    write(find('textarea', field), (given && given[field.dataset.blank]) || '');
  }),
  'extended-text': (item, article, given) => write(find('textarea', article), given || ''),
  'text-selection': (item) => listMarks(item),
};

function showItem(item) {
  const article = articleOf(item);
  writers[item.kind](item, article, state.answers[item.id]);
  copyForPrint(article);
}

function showAll() {
  for (const item of items.values()) showItem(item);
  for (const input of findAll('[data-who]')) input.value = state.who[input.dataset.who];
  copyWho();
  drawPassages();
  showProgress();
}

// Other answers than before: what was said of the old ones goes too.
function showAnew() {
  showAll();
  for (const item of items.values()) answered(item);
}

// An answer from a file or from the device, reduced to what this item can hold; undefined where nothing is left.
function fitting(item, given) {
  const article = articleOf(item);
  const options = new Set(findAll('input, option', article).map((input) => input.value).filter(Boolean));
  const isPairs = given !== null && typeof given === 'object' && !Array.isArray(given);
  const rows = (ids, ok) => (isPairs ? some(ids.filter((id) => ok(given[id])).map((id) => [id, given[id]])) : undefined);
  const list = Array.isArray(given) ? given : [];
  const filled = (array) => (array.length ? array : undefined);
  switch (item.kind) {
    case 'choice': return options.has(given) ? given : undefined;
    case 'multi-choice': return filled([...new Set(list)].filter((id) => options.has(id)));
    case 'match':
    case 'grid': return rows(item.rows, (id) => options.has(id));
    case 'short-text': return rows(item.blanks, (text) => isText(text) && text.trim());
    case 'order': return fittingOrder(item, list);
    case 'text-selection': return filled(list.filter((mark) => isMark(item, mark)).map(([kind, a, b]) => [kind, a, b]));
    default: return isText(given) && given.trim() ? given : undefined;
  }
}

function fittingOrder(item, list) {
  const known = list.filter(Boolean);
  const whole = list.length === item.options.length && new Set(known).size === known.length;
  return whole && known.length && known.every((id) => item.options.includes(id)) ? list : undefined;
}

function isMark(item, mark) {
  if (!Array.isArray(mark) || !item.marks.some((kind) => kind.id === mark[0])) return false;
  const [, start, end] = mark;
  const open = passages.get(item.passage).lines.filter((line) => item.lines[0] <= line.n && line.n <= item.lines[1]);
  return Number.isInteger(start) && Number.isInteger(end) && start < end
    && open[0].start <= start && end <= open[open.length - 1].end;
}

// How far an item is answered: 'none', 'some' or 'all'.
function stateOf(item) {
  const given = state.answers[item.id];
  if (given === undefined) return 'none';
  const parts = { match: item.rows, grid: item.rows, 'short-text': item.blanks }[item.kind];
  if (parts) return Object.keys(given).length < parts.length ? 'some' : 'all';
  if (item.kind === 'multi-choice' && item.choose) return given.length < item.choose ? 'some' : 'all';
  if (item.kind === 'text-selection' && item.find) return given.length < item.find ? 'some' : 'all';
  return item.kind === 'order' && given.includes(null) ? 'some' : 'all';
}

// What is printed in place of fields that paper cannot hold.
function copyForPrint(article) {
  for (const field of findAll('.field', article)) {
    const input = find('select, textarea', field);
    const chosen = input.tagName === 'SELECT' ? (input.value && input.selectedOptions[0].textContent) : input.value;
    const copy = find('.copy', field);
    copy.textContent = chosen;
    if (copy.dataset.lines) copy.style.setProperty('--rows', copy.dataset.lines);
  }
  const twice = find('[data-twice]', article);
  if (!twice) return;
  const used = findAll('select', article).map((select) => select.value).filter(Boolean);
  const again = new Set(used).size < used.length;
  if (again && twice.hidden) announce(twice.textContent);
  twice.hidden = !again;
}

function copyWho() {
  for (const copy of findAll('[data-copy]')) copy.textContent = state.who[copy.dataset.copy];
}

// Fields grow with what is written, where the browser does not see to it itself.
const grows = window.CSS && CSS.supports('field-sizing', 'content');
function fit(area) {
  if (grows) return;
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + 2}px`;
}

// Hooks for practice: called when an answer changes.
let answered = () => {};

document.addEventListener('input', (event) => {
  const who = event.target.dataset.who;
  if (who) {
    state.who[who] = event.target.value;
    copyWho();
    saveSoon();
    return;
  }
  const article = event.target.closest('.item');
  if (!article) return;
  const item = items.get(article.dataset.item);
  if (event.target.tagName === 'TEXTAREA') fit(event.target);
  copyForPrint(article);
  if (!readers[item.kind]) return;
  keep(item, readers[item.kind](article));
  answered(item);
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && event.target.matches('textarea.short')) event.preventDefault();
});

// Words and sentence starters to put into a field.
let lastArea = null;
document.addEventListener('focusin', (event) => { if (event.target.matches('.item textarea')) lastArea = event.target; });
document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-insert]');
  if (!button) return;
  const article = button.closest('.item');
  const areas = findAll('textarea', article);
  const area = areas.includes(lastArea) ? lastArea : areas.find((one) => !one.value.trim()) || areas[0];
  const text = button.dataset.insert;
  if ('sentence' in button.dataset) {
    const before = area.value.trimEnd();
    area.value = `${before}${before ? '\n' : ''}${text} `;
  } else area.value = text;
  area.focus();
  area.setSelectionRange(area.value.length, area.value.length);
  area.dispatchEvent(new Event('input', { bubbles: true }));
});
