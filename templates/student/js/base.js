// What all parts use: the data of the page, its words, and short ways to find and make elements.
const data = JSON.parse(document.getElementById('data').textContent);
const items = new Map(data.items.map((item) => [item.id, item]));

const find = (selector, inside = document) => inside.querySelector(selector);
const findAll = (selector, inside = document) => [...inside.querySelectorAll(selector)];
const byId = (id) => document.getElementById(id);
const articleOf = (item) => byId(`q${item.number}`);

function say(key, values = {}) {
  return data.words[key].replace(/\{([a-z]+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

// Says something to those who listen instead of look. What comes together is said together, and the same
// words twice are said twice.
let toSay = [];
let lastSaid = 0;
function announce(text) {
  byId('live').textContent = '';
  lastSaid = Date.now();
  if (!toSay.length) {
    setTimeout(() => {
      byId('live').textContent = toSay.join(' ');
      toSay = [];
    }, 80);
  }
  if (!toSay.includes(text)) toSay.push(text);
}

// Says what nobody waits for, once there has been time to hear what was said before.
function announceCalmly(text) {
  const wait = lastSaid + 2500 - Date.now();
  if (wait > 0) setTimeout(() => announceCalmly(text), wait);
  else announce(text);
}

// Asks before something is lost; resolves to true or false.
function ask(text, yes) {
  const dialog = byId('ask');
  byId('ask-text').textContent = text;
  byId('ask-yes').textContent = yes;
  return new Promise((resolve) => {
    dialog.returnValue = '';
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
    dialog.showModal();
    byId('ask-no').focus();
  });
}
byId('ask-yes').addEventListener('click', () => byId('ask').close('yes'));
byId('ask-no').addEventListener('click', () => byId('ask').close('no'));
