// How much is done: the line in the bar, the list of questions, and what is still open at the end.
let toldProgress = null;

function showProgress() {
  let done = 0;
  const open = [];
  for (const item of items.values()) {
    const now = stateOf(item);
    if (now === 'all') done += 1;
    else open.push(item);
    const link = find(`.overview [data-to="${item.id}"]`);
    link.dataset.state = now;
    find('.hidden', link).textContent = `, ${stateWords(now)}`;
  }
  const text = say('student.progress', { n: done, total: items.size });
  byId('progress-text').textContent = text;
  byId('gauge').style.width = `${(100 * done) / items.size}%`;
  if (toldProgress !== null && toldProgress !== text) announce(text);
  toldProgress = text;
  const line = byId('still-open');
  if (!open.length) line.textContent = say('student.finish.all');
  else {
    const links = open.flatMap((item) => [' ', make('a', { href: `#q${item.number}`, 'data-to': item.id }, item.number)]);
    line.replaceChildren(say('student.finish.open'), ...links);
  }
}

function stateWords(now) {
  if (now === 'all') return say('student.state.all');
  return now === 'some' ? say('student.state.some') : say('student.state.none');
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('[data-to]');
  if (!link) return;
  event.preventDefault();
  byId('progress').open = false;
  showQuestions();
  const article = articleOf(items.get(link.dataset.to));
  article.scrollIntoView({ block: 'start' });
  article.focus({ preventScroll: true });
});
