// Putting in order: each line moves up or down; the list counts as an answer after the first move.
const linesToOrder = (article) => findAll('.order > li', article);

function readOrder(article) {
  const list = find('.order', article);
  return list.classList.contains('fresh') ? undefined : linesToOrder(article).map((li) => li.dataset.option);
}

function showOrder(item, article, given) {
  const list = find('.order', article);
  const known = (given || []).filter(Boolean);
  const left = item.options.filter((id) => !known.includes(id));
  const wanted = given ? given.map((id) => id || left.shift()) : item.options;
  const lines = new Map(linesToOrder(article).map((li) => [li.dataset.option, li]));
  list.append(...wanted.map((id) => lines.get(id)));
  list.classList.toggle('fresh', !given);
  numberOrder(article);
}

function numberOrder(article) {
  const lines = linesToOrder(article);
  const fresh = find('.order', article).classList.contains('fresh');
  lines.forEach((li, i) => {
    find('.slot', li).textContent = fresh ? '' : i + 1;
    const [up, down] = findAll('[data-move]', li);
    up.disabled = i === 0;
    down.disabled = i === lines.length - 1;
  });
  find('.fresh-order', article).hidden = !fresh;
}

function settleOrder(article) {
  find('.order', article).classList.remove('fresh');
  numberOrder(article);
  const item = items.get(article.dataset.item);
  keep(item, readOrder(article));
  answered(item);
}

document.addEventListener('click', (event) => {
  const article = event.target.closest('.item');
  const button = event.target.closest('[data-move]');
  if (event.target.closest('[data-keep]')) {
    settleOrder(article);
    find('[data-move]:not(:disabled)', article).focus();
  }
  if (!button) return;
  const li = button.closest('li');
  const up = button.dataset.move === '-1';
  if (up) li.previousElementSibling.before(li);
  else li.nextElementSibling.after(li);
  settleOrder(article);
  // At an end the button that was pressed is off; its neighbour takes over.
  (button.disabled ? find('[data-move]:not(:disabled)', li) : button).focus();
  const lines = linesToOrder(article);
  const text = find('.words', li).textContent;
  announce(say('student.order.moved', { text, number: lines.indexOf(li) + 1, total: lines.length }));
});
