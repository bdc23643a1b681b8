// How the page looks: which panes, how large, how dark. Remembered on the device.
const root = document.documentElement;
const panes = find('.panes');
const lookPlace = 'secondsource:look';
const look = { size: 2, scheme: null };
try { Object.assign(look, JSON.parse(storage().getItem(lookPlace))); } catch { /* as it comes */ }

const currentView = () => panes.dataset.view;
function setView(view) {
  panes.dataset.view = view;
  for (const button of findAll('[data-view]', find('.views'))) {
    button.setAttribute('aria-pressed', String(button.dataset.view === view));
  }
}
function showPassages(alone = false) {
  if (alone || currentView() === 'questions') setView('passages');
}
function showQuestions() {
  if (currentView() === 'passages') setView('questions');
}
find('.views').addEventListener('click', (event) => {
  const button = event.target.closest('[data-view]');
  if (button) setView(button.dataset.view);
});

const darkWished = window.matchMedia('(prefers-color-scheme: dark)');
const isDark = () => (look.scheme ? look.scheme === 'dark' : darkWished.matches);
function showLook() {
  look.size = Math.max(1, Math.min(5, Number(look.size) || 2));
  root.dataset.size = look.size;
  if (look.scheme === 'dark' || look.scheme === 'light') root.dataset.scheme = look.scheme;
  byId('scheme').setAttribute('aria-pressed', String(isDark()));
  byId('smaller').disabled = look.size === 1;
  byId('larger').disabled = look.size === 5;
}
function changeLook(change) {
  Object.assign(look, change);
  showLook();
  try { storage().setItem(lookPlace, JSON.stringify(look)); } catch { /* for this time only */ }
}
darkWished.addEventListener('change', showLook);
byId('scheme').addEventListener('click', () => changeLook({ scheme: isDark() ? 'light' : 'dark' }));
byId('smaller').addEventListener('click', () => changeLook({ size: look.size - 1 }));
byId('larger').addEventListener('click', () => changeLook({ size: look.size + 1 }));
showLook();

// Open lists close when something else is wanted.
for (const list of findAll('.bar details')) {
  document.addEventListener('click', (event) => { if (!list.contains(event.target)) list.open = false; });
  list.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !list.contains(event.relatedTarget)) list.open = false;
  });
  list.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !list.open) return;
    event.stopPropagation();
    list.open = false;
    find('summary', list).focus();
  });
}
for (const link of findAll('.jump a, .skip')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const target = byId(link.hash.slice(1));
    if (link.matches('.skip')) target.id === 'passages' ? showPassages() : showQuestions();
    target.scrollIntoView({ block: 'start' });
    target.focus({ preventScroll: true });
  });
}
