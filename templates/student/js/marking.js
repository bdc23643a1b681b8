// Marking words in a passage: by dragging, by two taps, or by keyboard.
const panel = byId('marking');
let dragged = false;

const isOpen = (line) => picking.item.lines[0] <= line.n && line.n <= picking.item.lines[1];

// The words of the open lines. Signs at the ends of a word belong to it only when nothing else does.
function wordsOf(passage, item) {
  const words = [];
  for (const line of passage.lines) {
    if (line.n < item.lines[0] || line.n > item.lines[1]) continue;
    for (const match of line.text.matchAll(/[^\s\u2013\u2014]+/g)) {
      const core = match[0].match(/^[^\p{L}\p{N}£$€]*(.*?)[^\p{L}\p{N}%]*$/u);
      const lead = core[1] ? match[0].indexOf(core[1]) : 0;
      const text = core[1] || match[0];
      const start = line.start + match.index;
      words.push({
        index: words.length, line, start, end: start + match[0].length,
        from: start + lead, to: start + lead + text.length, text,
      });
    }
  }
  return words;
}

// The range that is being marked, from the first word to the word at the cursor.
function pickedRange() {
  if (!picking || picking.anchor === null) return null;
  const first = picking.words[Math.min(picking.anchor, picking.at)];
  const last = picking.words[Math.max(picking.anchor, picking.at)];
  return [first.from, last.to];
}

function startMarking(item) {
  const passage = passages.get(item.passage);
  if (picking) stopMarking(false);
  lightLines(item.passage, -1, -1);
  picking = {
    item, label: item.passage, words: wordsOf(passage, item), at: 0, anchor: null, kind: item.marks[0].id,
    line: null, view: currentView(),
  };
  picking.words.forEach((word) => { word.marked = isMarked(word); });
  for (const line of passage.lines) line.element.classList.toggle('open', isOpen(line));
  passage.article.classList.add('picking');
  showPanel(item);
  showPassages(true);
  drawPassages();
  const first = picking.words[0];
  if (!first) return;
  first.line.element.scrollIntoView({ block: 'center' });
  first.element.focus({ preventScroll: true });
  announce(`${say('student.mark.keys')} ${say('student.line', { first: first.line.n })}`);
}

function showPanel(item) {
  const kinds = item.marks.map((mark, i) => make('label', {},
    make('input', { type: 'radio', name: 'kind', value: mark.id, checked: i === 0 }),
    make('span', { class: `m m-${mark.sign} begins ends` }, mark.label)));
  panel.replaceChildren(
    make('p', {}, make('b', {}, say('student.question', { number: item.number })), ' – ', say('student.mark.in')),
    make('div', { class: 'kinds', role: 'radiogroup', 'aria-label': say('student.mark.kind') }, ...kinds),
    make('div', { class: 'tools' },
      make('button', { type: 'button', class: 'main-button', 'data-done': true }, say('student.mark.done')),
      make('button', { type: 'button', 'data-undo': true }, say('student.mark.undo')),
      make('details', {}, make('summary', {}, say('student.mark.how')), make('ul', {},
        make('li', {}, say('student.mark.mouse')), make('li', {}, say('student.mark.touch')),
        make('li', {}, say('student.mark.keys'))))));
  panel.hidden = false;
}

function stopMarking(back = true) {
  const { item, label, view } = picking;
  const { article, lines } = passages.get(label);
  picking = null;
  panel.hidden = true;
  article.classList.remove('picking');
  for (const line of lines) line.element.classList.remove('open');
  drawPassages();
  if (!back) return;
  setView(view);
  const button = find('[data-mark]', articleOf(item));
  if (view === 'passages') showQuestions();
  button.focus({ preventScroll: true });
  articleOf(item).scrollIntoView({ block: 'nearest' });
}

const marksOf = (item) => state.answers[item.id] || [];
const isMarked = (word) => marksOf(picking.item).some(([, start, end]) => start < word.to && word.from < end);

function keepMarks(item, marks) {
  keep(item, marks.length ? marks : undefined);
  answered(item);
  listMarks(item);
  if (picking) picking.words.forEach((word) => { word.marked = isMarked(word); });
  redraw(item.passage);
}

// Draws anew and puts the cursor back where it was.
function redraw(label) {
  const held = picking && document.activeElement && document.activeElement.closest('.word');
  drawPassage(label);
  if (held) picking.words[picking.at].element.focus({ preventScroll: true });
}

function addMark() {
  const [start, end] = pickedRange();
  const { item, kind, label } = picking;
  picking.anchor = null;
  const others = marksOf(item).filter((mark) => mark[0] !== kind || mark[1] !== start || mark[2] !== end);
  keepMarks(item, [...others, [kind, start, end]]);
  announce(say('student.mark.made', { text: wordsBetween(label, start, end) }));
}

function removeMark(item, index) {
  const marks = [...marksOf(item)];
  const [gone] = marks.splice(index, 1);
  keepMarks(item, marks);
  announce(say('student.mark.removed', { text: wordsBetween(item.passage, gone[1], gone[2]) }));
}

// The first choice of a word begins a mark, the second ends it.
function choose(index) {
  picking.at = index;
  if (picking.anchor === null) {
    picking.anchor = index;
    redraw(picking.label);
    announce(say('student.mark.began', { text: picking.words[index].text }));
  } else addMark();
}

function moveTo(index) {
  picking.at = Math.max(0, Math.min(picking.words.length - 1, index));
  const word = picking.words[picking.at];
  drawPassage(picking.label);
  passages.get(picking.label).article.style.setProperty('--panel', `${panel.offsetHeight}px`);
  word.element.focus({ preventScroll: true });
  word.element.scrollIntoView({ block: 'nearest' });
  if (picking.line !== word.line) announce(say('student.line', { first: word.line.n }));
  picking.line = word.line;
}

// The word above or below: the one that stands nearest in the next open line of that direction.
function moveLine(step) {
  const here = picking.words[picking.at];
  const middle = (word) => { const box = word.element.getBoundingClientRect(); return box.left + box.width / 2; };
  const numbers = [...new Set(picking.words.map((word) => word.line.n))];
  const target = numbers[numbers.indexOf(here.line.n) + step];
  if (target === undefined) return;
  const x = middle(here);
  const near = picking.words.filter((word) => word.line.n === target)
    .reduce((a, b) => (Math.abs(middle(b) - x) < Math.abs(middle(a) - x) ? b : a));
  moveTo(near.index);
}

function edgeOfLine(last) {
  const inLine = picking.words.filter((word) => word.line === picking.words[picking.at].line);
  moveTo(inLine[last ? inLine.length - 1 : 0].index);
}

const moves = {
  ArrowRight: () => moveTo(picking.at + 1), ArrowLeft: () => moveTo(picking.at - 1),
  ArrowDown: () => moveLine(1), ArrowUp: () => moveLine(-1),
  Home: () => edgeOfLine(false), End: () => edgeOfLine(true),
};

document.addEventListener('keydown', (event) => {
  if (!picking || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === 'Escape') {
    event.preventDefault();
    if (picking.anchor === null) return stopMarking();
    picking.anchor = null;
    redraw(picking.label);
    return announce(say('student.mark.cancelled'));
  }
  const word = event.target.closest('.word');
  if (!word) return;
  if (moves[event.key]) {
    if (event.shiftKey && picking.anchor === null) picking.anchor = picking.at;
    moves[event.key]();
  } else if (event.key === 'Enter' || event.key === ' ') choose(picking.at);
  else if (event.key === 'Delete' || event.key === 'Backspace') {
    const { from, to } = picking.words[picking.at];
    const index = marksOf(picking.item).findIndex(([, start, end]) => start < to && from < end);
    if (index >= 0) removeMark(picking.item, index);
  } else if (/^[1-9]$/.test(event.key)) chooseKind(Number(event.key));
  else return;
  event.preventDefault();
});

// The number keys choose how to mark, so that nobody has to leave the text for it.
function chooseKind(number) {
  const kind = picking.item.marks[number - 1];
  if (!kind) return;
  picking.kind = kind.id;
  for (const input of findAll('input[name="kind"]', panel)) input.checked = input.value === kind.id;
  announce(kind.label);
}

function wordAt(event) {
  const under = document.elementFromPoint(event.clientX, event.clientY);
  const word = under && under.closest('.word');
  return word ? Number(word.dataset.word) : null;
}

document.addEventListener('pointerdown', (event) => {
  dragged = false;
  // A finger must be free to scroll; it taps instead.
  if (!picking || event.pointerType === 'touch' || event.button !== 0) return;
  const index = wordAt(event);
  if (index === null || picking.anchor !== null) return;
  picking.drag = index;
});
document.addEventListener('pointermove', (event) => {
  if (!picking || picking.drag === undefined || !(event.buttons & 1)) return;
  const index = wordAt(event);
  if (index === null || (index === picking.drag && !dragged)) return;
  dragged = true;
  picking.anchor = picking.drag;
  if (picking.at !== index) {
    picking.at = index;
    drawPassage(picking.label);
  }
});
document.addEventListener('pointerup', () => {
  if (!picking || picking.drag === undefined) return;
  delete picking.drag;
  if (dragged && picking.anchor !== null) addMark();
});
document.addEventListener('click', (event) => {
  const word = event.target.closest('.word');
  if (!picking || !word || dragged) return;
  event.preventDefault();
  choose(Number(word.dataset.word));
  picking.words[picking.at].element.focus({ preventScroll: true });
});

panel.addEventListener('change', (event) => { if (event.target.name === 'kind') picking.kind = event.target.value; });
panel.addEventListener('click', (event) => {
  if (event.target.closest('[data-done]')) stopMarking();
  else if (event.target.closest('[data-undo]') && marksOf(picking.item).length) {
    removeMark(picking.item, marksOf(picking.item).length - 1);
  }
});

// The list of marks under the question.
function listMarks(item) {
  const article = articleOf(item);
  const signs = new Map(item.marks.map((mark) => [mark.id, mark]));
  const rows = marksOf(item).map(([kind, start, end], index) => {
    const text = wordsBetween(item.passage, start, end);
    const [first, last] = linesOf(item.passage, start, end);
    const lines = first === last ? say('student.line', { first }) : say('student.lines', { first, last });
    return make('li', {},
      make('span', { class: 'words' }, make('span', { class: `m m-${signs.get(kind).sign} begins ends` }, text)),
      make('span', { class: 'how' }, lines),
      make('button', { type: 'button', 'data-remove': index, 'aria-label': say('student.mark.remove_this', { text }) },
        say('student.mark.remove')));
  });
  find('.marks ul', article).replaceChildren(...rows);
  find('.marks .nothing', article).hidden = rows.length > 0;
}

document.addEventListener('click', (event) => {
  const article = event.target.closest('.item');
  const remove = event.target.closest('[data-remove]');
  if (event.target.closest('[data-mark]')) startMarking(items.get(article.dataset.item));
  else if (remove) {
    removeMark(items.get(article.dataset.item), Number(remove.dataset.remove));
    (find('[data-remove]', article) || find('[data-mark]', article)).focus();
  }
});
