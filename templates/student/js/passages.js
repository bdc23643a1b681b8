// The passages: lines drawn with marks and evidence, and the way from a reference to its lines and back.
const passages = new Map(findAll('.passage').map((article) => [article.dataset.passage, {
  label: article.dataset.passage,
  article,
  lines: findAll('.line', article).map((element) => ({
    element,
    n: Number(element.dataset.n),
    start: Number(element.dataset.start),
    end: Number(element.dataset.start) + element.textContent.length,
    text: element.textContent,
  })),
}]));
let proofs = [];
let picking = null;
let cameFrom = null;

// The words between two offsets, as they stand in the text.
function wordsBetween(label, start, end) {
  const parts = passages.get(label).lines.map((line) => {
    const from = Math.max(start, line.start);
    return from < Math.min(end, line.end) ? line.text.slice(from - line.start, end - line.start) : '';
  });
  return parts.filter(Boolean).join(' ');
}

function linesOf(label, start, end) {
  const hit = passages.get(label).lines.filter((line) => line.start < end && start < line.end);
  return hit.length ? [hit[0].n, hit[hit.length - 1].n] : [0, 0];
}

// Everything that is drawn over the text of a passage: {start, end, names}.
function layersOf(label) {
  const layers = proofs.filter((proof) => proof[0] === label)
    .map(([, start, end]) => ({ start, end, names: ['proof'] }));
  for (const item of items.values()) {
    if (item.kind !== 'text-selection' || item.passage !== label) continue;
    const signs = new Map(item.marks.map((mark) => [mark.id, mark.sign]));
    for (const [mark, start, end] of state.answers[item.id] || []) {
      const names = ['m', `m-${signs.get(mark)}`];
      if (picking && picking.item !== item) names.push('else');
      layers.push({ start, end, names });
    }
  }
  if (picking && picking.label === label) {
    const range = pickedRange();
    if (range) layers.push({ start: range[0], end: range[1], names: ['m', 'pending'] });
  }
  return layers;
}

function drawPassage(label) {
  const layers = layersOf(label);
  const passage = passages.get(label);
  for (const line of passage.lines) {
    const here = layers.filter((layer) => layer.start < line.end && line.start < layer.end);
    const words = picking && picking.label === label && isOpen(line) ? picking.words : [];
    const inLine = words.filter((word) => word.line === line);
    if (!here.length && !inLine.length) {
      if (line.element.firstElementChild || line.element.textContent !== line.text) {
        line.element.textContent = line.text;
      }
      continue;
    }
    const cuts = new Set([line.start, line.end]);
    for (const layer of here) {
      cuts.add(Math.max(layer.start, line.start));
      cuts.add(Math.min(layer.end, line.end));
    }
    for (const word of inLine) { cuts.add(word.start); cuts.add(word.end); }
    const places = [...cuts].sort((a, b) => a - b);
    const pieces = places.slice(0, -1).map((from, i) => pieceOf(line, from, places[i + 1], here, inLine));
    line.element.replaceChildren(...pieces);
  }
}

function pieceOf(line, from, to, layers, words) {
  let piece = document.createTextNode(line.text.slice(from - line.start, to - line.start));
  const word = words.find((w) => w.start === from && w.end === to)
    || words.find((w) => w.start <= from && to <= w.end);
  if (word) {
    const span = make('span', { class: 'word' }, piece);
    // A word that a mark cuts through keeps one piece that can be reached.
    if (word.start === from) {
      span.setAttribute('role', 'button');
      span.tabIndex = word.index === picking.at ? 0 : -1;
      if (word.marked) span.setAttribute('aria-pressed', 'true');
      word.element = span;
    }
    span.dataset.word = word.index;
    piece = span;
  }
  for (const layer of layers.filter((l) => l.start <= from && to <= l.end)) {
    const span = make('span', { class: layer.names.join(' ') }, piece);
    if (layer.start === from) span.classList.add('begins');
    if (layer.end === to) span.classList.add('ends');
    piece = span;
  }
  return piece;
}

function drawPassages() {
  for (const label of passages.keys()) drawPassage(label);
}

function lightLines(label, first, last) {
  for (const line of findAll('.line.lit')) line.classList.remove('lit');
  const lit = passages.get(label).lines.filter((line) => first <= line.n && line.n <= last);
  for (const line of lit) line.element.classList.add('lit');
  return lit;
}

// Follows a reference: shows its lines, lights them up and offers the way back.
function goToLines(label, first, last, link) {
  const lit = lightLines(label, first, last);
  if (!lit.length) return;
  showPassages();
  lit[0].element.focus({ preventScroll: true });
  lit[0].element.scrollIntoView({ block: lit.length > 8 ? 'start' : 'center' });
  offerBack(link);
}

function offerBack(link) {
  const article = link && link.closest('.item');
  const back = byId('back');
  cameFrom = article ? link : null;
  back.hidden = !article;
  if (article) back.textContent = say('student.back', { number: items.get(article.dataset.item).number });
}

byId('back').addEventListener('click', () => {
  const link = cameFrom;
  offerBack(null);
  showQuestions();
  if (!link) return;
  link.focus({ preventScroll: true });
  link.closest('.item').scrollIntoView({ block: 'nearest' });
  link.scrollIntoView({ block: 'nearest' });
});

document.addEventListener('click', (event) => {
  const link = event.target.closest('a.ref');
  if (!link) return;
  event.preventDefault();
  const [label, first, last] = link.dataset.ref.split(' ');
  goToLines(label, Number(first), Number(last), link);
});
