// Practice: each answer is checked when the student wants it, and the key explains.
const template = (article) => find('template', article).content;
const partsOf = (article, name) => findAll(`[data-part="${name}"]`, template(article)).map((p) => p.cloneNode(true));
const buttonsOf = (article) => ({
  check: find('[data-check]', article), again: find('[data-again]', article), show: find('[data-show]', article),
});

function clearFeedback(item) {
  const article = articleOf(item);
  find('.verdict', article).replaceChildren();
  for (const told of findAll('.told, span.answer-here, div.answer-here', article)) told.remove();
  for (const cell of findAll('.answer-here', article)) cell.classList.remove('answer-here');
  const { again, show } = buttonsOf(article);
  again.hidden = true;
  show.hidden = true;
  if (proofs.length) {
    proofs = [];
    drawPassages();
  }
}

function checkItem(item) {
  const article = articleOf(item);
  const key = data.key[item.id];
  const given = state.answers[item.id];
  clearFeedback(item);
  const verdict = find('.verdict', article);
  if (given === undefined) {
    verdict.append(make('p', {}, say('student.first')));
    announce(say('student.first'));
    return;
  }
  const { marks, right } = judge(key.answer, key.points, given, data.articles);
  const { again, show } = buttonsOf(article);
  again.hidden = false;
  if (marks === null) {
    verdict.append(...partsOf(article, 'rubric'), ...wholeKey(article));
    light(item);
    announce(say('student.judge'));
    return;
  }
  const full = marks === key.points;
  const grade = full ? 'right' : marks > 0 || hasRight(right) ? 'partly' : 'wrong';
  const words = wordsFor(item, grade);
  // Marks for words that the key does not list are not lost; somebody must compare.
  const sum = item.kind === 'short-text' && !full ? say('student.marks.listed', { n: marks, points: key.points })
    : say('student.marks', { n: marks, points: key.points });
  verdict.append(make('p', { class: 'result' }, make('span', { class: `grade ${grade}`, 'aria-hidden': 'true' }),
    make('span', {}, `${words} ${sum}`)));
  tellParts(item, article, right);
  // The result is said with what explains it; the key and the lines can be read in peace.
  const reasons = full ? [] : explained(item, article, given, right);
  announce([verdict, ...reasons].map((part) => part.textContent).join(' '));
  verdict.append(...reasons);
  if (full) {
    verdict.append(...wholeKey(article));
    light(item);
  } else {
    verdict.append(...partsOf(article, 'look').filter((p) => find('a', p)));
    show.hidden = false;
  }
}

function wordsFor(item, grade) {
  if (grade === 'right') return say('student.right');
  // A good answer may be missing from a list of accepted ones, so nothing more is said of it.
  if (item.kind === 'short-text') return say('student.compare');
  return grade === 'partly' ? say('student.partly') : say('student.wrong');
}

const hasRight = (right) => Object.values(right).some(Boolean);
const wholeKey = (article) => ['why', 'evidence', 'marking', 'accept', 'sample'].flatMap((name) => partsOf(article, name))
  .filter((part) => part.textContent.trim());

function badge(ok, otherwise = say('student.part.wrong')) {
  return make('span', { class: `told ${ok ? 'right' : 'wrong'}` }, ok ? say('student.part.right') : otherwise);
}

// Says of each part that was answered whether it is right.
function tellParts(item, article, right) {
  const given = state.answers[item.id];
  if (item.kind === 'match' || item.kind === 'grid') {
    for (const row of findAll('[data-row]', article)) {
      const where = find('th', row) || find('p', row);
      if (given[row.dataset.row]) where.append(badge(right[row.dataset.row]));
    }
  } else if (item.kind === 'short-text') {
    for (const field of findAll('[data-blank]', article)) {
      if (given[field.dataset.blank]) field.append(badge(right[field.dataset.blank], say('student.part.unknown')));
    }
  } else if (item.kind === 'order') {
    linesToOrder(article).forEach((li, i) => find('.words', li).append(badge(right[i])));
  } else if (item.kind === 'multi-choice') {
    for (const li of findAll('[data-option]', article)) {
      if (li.dataset.option in right) find('.words', li).append(badge(right[li.dataset.option]));
    }
  } else if (item.kind === 'text-selection') {
    findAll('.marks li', article).forEach((li, i) => {
      const otherwise = isNear(item, given[i]) ? say('student.part.near') : undefined;
      find('.words', li).append(badge(right[i], otherwise));
    });
  }
}

// A mark that shares words with a right one of its kind, but begins or ends elsewhere.
function isNear(item, [kind, start, end]) {
  return data.key[item.id].answer.spans.some((span) => span.mark === kind && span.start < end && start < span.end);
}

// The misreadings behind this answer, and refused answers that were given.
function explained(item, article, given, right) {
  const wrong = new Set();
  if (item.kind === 'choice') wrong.add(given);
  else if (item.kind === 'multi-choice') given.filter((id) => !right[id]).forEach((id) => wrong.add(id));
  else if (item.kind === 'match' || item.kind === 'grid') {
    for (const [row, id] of Object.entries(given)) if (!right[row]) wrong.add(row).add(id);
  } else if (item.kind === 'order') given.forEach((id, i) => { if (!right[i]) wrong.add(id); });
  else if (item.kind === 'short-text') Object.keys(given).filter((id) => !right[id]).forEach((id) => wrong.add(id));
  const found = partsOf(article, 'misreading').filter((part) => wrong.has(part.dataset.for));
  for (const part of found) part.prepend(make('b', {}, nameOf(article, part.dataset.for)), ' – ');
  const texts = textsGiven(item, article, given, right).map((text) => folded(text, data.articles));
  found.push(...partsOf(article, 'reject').filter((part) => texts.includes(folded(part.dataset.text, data.articles))));
  if (item.kind === 'short-text' && wrong.size) found.push(make('p', {}, say('student.unknown')));
  return found;
}

// A key may name a refused answer alone, or after what it was given to: “row: answer”.
function textsGiven(item, article, given, right) {
  const wrong = Object.keys(given).filter((id) => !right[id]);
  if (item.kind === 'short-text') return wrong.flatMap((id) => [given[id], `${nameOf(article, id)}: ${given[id]}`]);
  if (item.kind === 'match') {
    return wrong.map((id) => {
      const row = find(`[data-row="${CSS.escape(id)}"]`, article);
      const option = find(`option[value="${CSS.escape(given[id])}"]`, row).textContent.replace(/^\S+ – /, '');
      return `${bare(find('p', row)).replace(/\.$/, '')}: ${option}`;
    });
  }
  if (item.kind !== 'text-selection') return [];
  return given.filter((mark, i) => !right[i]).map(([, start, end]) => wordsBetween(item.passage, start, end));
}

// What an option, a row or a blank is called on the page.
function nameOf(article, id) {
  const name = CSS.escape(id);
  const option = find(`option[value="${name}"]`, article);
  if (option) return option.textContent;
  const element = find(`[data-option="${name}"] .words, [data-option="${name}"] .column, [data-row="${name}"] > :first-child`, article);
  return element ? bare(element) : labelOf(find(`[data-blank="${name}"] textarea`, article));
}
const labelOf = (area) => area.getAttribute('aria-label') || byId(area.getAttribute('aria-labelledby')).textContent;

// Lights up the evidence in the passages.
function light(item) {
  proofs = data.key[item.id].evidence;
  drawPassages();
}

function showAnswer(item) {
  const article = articleOf(item);
  const { answer } = data.key[item.id];
  clearFeedback(item);
  buttonsOf(article).again.hidden = false;
  const verdict = find('.verdict', article);
  verdict.append(make('p', {}, make('b', {}, say('student.answer'))), ...answerLines(item, article, answer),
    ...wholeKey(article), ...partsOf(article, 'reject'), ...partsOf(article, 'rubric'));
  announce([...verdict.children].slice(0, 2).map((part) => part.innerText).join(' '));
  light(item);
}


// The right answer: marked where the fields are, and in words.
function answerLines(item, article, answer) {
  const list = (tag, lines) => [make(tag, { class: 'hand' }, ...lines.map((text) => make('li', {}, text)))];
  if (answer.kind === 'choice' || answer.kind === 'multi-choice') {
    const ids = answer.options || [answer.option];
    for (const li of findAll('[data-option]', article)) li.classList.toggle('answer-here', ids.includes(li.dataset.option));
    return list('ul', ids.map((id) => wordsOfOption(article, id)));
  }
  if (answer.kind === 'match') {
    return list('ul', findAll('[data-row]', article).map((row) => {
      const option = find(`option[value="${CSS.escape(answer.pairs[row.dataset.row])}"]`, row);
      return `${bare(find('p', row))} – ${option.textContent}`;
    }));
  }
  if (answer.kind === 'grid') {
    return list('ul', findAll('[data-row]', article).map((row) => {
      const cell = find(`[data-option="${CSS.escape(answer.cells[row.dataset.row])}"]`, row);
      cell.classList.add('answer-here');
      return `${bare(find('th', row))} – ${find('.column', cell).textContent}`;
    }));
  }
  if (answer.kind === 'order') return list('ol', answer.groups.flat().map((id, i) => `${i + 1}. ${wordsOfOption(article, id)}`));
  if (answer.kind === 'short-text') {
    for (const field of findAll('[data-blank]', article)) {
      field.append(make('span', { class: 'answer-here' }, answer.blanks[field.dataset.blank].model));
    }
    return list('ul', item.blanks.map((id) => {
      const area = find(`[data-blank="${CSS.escape(id)}"] textarea`, article);
      return `${labelOf(area)} – ${answer.blanks[id].model}`;
    }));
  }
  if (answer.kind === 'text-selection') {
    const labels = new Map(item.marks.map((mark) => [mark.id, mark.label]));
    return list('ul', answer.spans.map((span) => `${span.text} (${labels.get(span.mark)})`));
  }
  return [];
}

// The words of an element without what was told of it.
function bare(element) {
  const copy = element.cloneNode(true);
  for (const told of findAll('.told', copy)) told.remove();
  return copy.textContent.trim();
}
const wordsOfOption = (article, id) => bare(find(`[data-option="${CSS.escape(id)}"] .words`, article));

// What was said of an answer holds no longer once it changes.
answered = (item) => {
  if (find('.verdict', articleOf(item)).childNodes.length) clearFeedback(item);
};

document.addEventListener('click', (event) => {
  const article = event.target.closest('.item');
  if (!article) return;
  const item = items.get(article.dataset.item);
  const { check, again, show } = buttonsOf(article);
  if (check.contains(event.target)) checkItem(item);
  else if (show.contains(event.target)) {
    again.focus();
    showAnswer(item);
  } else if (again.contains(event.target)) {
    clearFeedback(item);
    find('input, select, textarea, [data-move]:not(:disabled), [data-mark]', article).focus();
  }
});
