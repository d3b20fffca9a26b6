// The page works without this file; with it answers appear in place and posts arrive by themselves.
'use strict';

const part = { 'X-Medalist-Part': '1' };
const byId = (id) => document.getElementById(id);
let live;

function listen() {
  live?.close();
  const query = new URLSearchParams({
    channel: chosen('channel'),
    person: chosen('person'),
    since: document.querySelector('main').dataset.since,
  });
  const source = new EventSource(`/events?${query}`);
  live = source;
  source.addEventListener('channel', (event) => place(byId('channel-feed'), event));
  source.addEventListener('notice', (event) => place(byId('private-feed'), event));
  source.addEventListener('clock', (event) => (byId('clock').textContent = event.data));
  source.onopen = () => document.body.classList.remove('is-away');
  source.onerror = () => {
    document.body.classList.add('is-away');
    // A refused stream is not tried again by the browser.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => live === source && listen(), 5000);
  };
}

function chosen(name) {
  return byId(`choose-${name}`)?.value ?? '';
}

// A post takes the place of its earlier edition, or comes last.
function place(feed, event) {
  document.querySelector('main').dataset.since = event.lastEventId;
  const post = toElement(event.data);
  const earlier = feed.querySelector(`[data-key="${CSS.escape(post.dataset.key)}"]`);
  if (!earlier) append(feed, post);
  else if (earlier.dataset.edition !== post.dataset.edition) earlier.replaceWith(post);
}

function toElement(html) {
  const template = document.createElement('template');
  template.innerHTML = html.trim();
  return template.content.firstElementChild;
}

function append(feed, ...nodes) {
  feed.querySelector('.empty').before(...nodes);
  nodes.at(-1).classList.add('is-new');
  toEnd(feed);
}

function toEnd(feed) {
  feed.scrollTop = feed.scrollHeight;
}

async function post(form, fields) {
  const body = new URLSearchParams(fields);
  try {
    const response = await fetch(form, { method: 'POST', headers: part, body });
    if (response.status === 401) location.reload();
    if (response.headers.get('content-type')?.startsWith('text/html')) return await response.text();
  } catch {
    // Said below.
  }
  return trouble();
}

// The page brings the words, in the language of its reader.
function trouble() {
  const said = document.createElement('p');
  said.className = 'text tone-warning';
  said.textContent = document.querySelector('main').dataset.away;
  return `<div class="post answer"><article class="card">${said.outerHTML}</article></div>`;
}

function run(command) {
  return post('/page/commands', { person: chosen('person'), channel: chosen('channel'), command });
}

// The command box: a line asked, its answer below, Arrow Up brings earlier lines back.
const asked = [];
let recalled = 0;

async function ask(line) {
  const feed = byId('private-feed');
  asked.push(line);
  recalled = asked.length;
  const question = document.createElement('p');
  question.className = 'question';
  question.textContent = line;
  append(feed, question);
  const answer = toElement(await run(line));
  append(feed, answer);
  feed.scrollTop = question.offsetTop - 12;
}

function recall(box, step) {
  recalled = Math.min(Math.max(recalled + step, 0), asked.length);
  box.value = asked[recalled] ?? '';
}

// A form stands below the card it was opened from, and its end takes that card's place.
const origins = new WeakMap();

async function openForm(button) {
  const origin = button.closest('.answer');
  button.setAttribute('aria-busy', 'true');
  const answer = toElement(await post('/page/forms', { person: chosen('person'), channel: chosen('channel'), open: button.dataset.form }));
  button.removeAttribute('aria-busy');
  if (origin) origin.after(answer);
  else append(byId('private-feed'), answer);
  origins.set(answer, { card: origin, button });
  focusOn(firstField(answer) ?? answer);
  answer.scrollIntoView({ block: 'nearest' });
}

async function sendForm(form, submitter) {
  const box = form.closest('.answer');
  submitter.setAttribute('aria-busy', 'true');
  const answer = toElement(await post('/page/forms', new FormData(form, submitter)));
  const origin = origins.get(box);
  if (answer.hasAttribute('data-done')) origin?.card?.remove();
  else if (origin) origins.set(answer, origin);
  box.replaceWith(answer);
  const wrong = answer.querySelector('[aria-invalid=true]');
  focusOn(wrong ?? firstField(answer) ?? answer);
  // The message stands below its field: in the middle both are seen.
  if (wrong) wrong.closest('.field').scrollIntoView({ block: 'center' });
  else answer.scrollIntoView({ block: 'nearest' });
}

function firstField(answer) {
  return answer.querySelector('.field input, .field select, .field textarea');
}

function cancelForm(button) {
  const box = button.closest('.answer');
  const opener = origins.get(box)?.button;
  box.remove();
  (opener?.isConnected ? opener : byId('command')).focus();
}

// A card's button: its answer takes the card's place, or stands in the private view.
async function press(button) {
  const answerBox = button.closest('.answer');
  button.setAttribute('aria-busy', 'true');
  const answer = toElement(await run(button.dataset.command));
  button.removeAttribute('aria-busy');
  if (button.dataset.answer === 'replace' && answerBox) {
    answerBox.replaceWith(answer);
    const same = answer.querySelector(`[data-command="${CSS.escape(button.dataset.command)}"]`);
    focusOn(same ?? answer);
  } else {
    append(byId('private-feed'), answer);
    focusOn(answer);
  }
}

function focusOn(element) {
  if (!element.matches('button, input, select, textarea')) element.tabIndex = -1;
  element.focus();
}

// Choosing another channel or person exchanges that half of the page.
async function show(form) {
  const url = `/?${new URLSearchParams(new FormData(form))}`;
  const page = new DOMParser().parseFromString(await (await fetch(url)).text(), 'text/html');
  const swap = (id) => byId(id).replaceWith(page.getElementById(id));
  swap(form.closest('.pane').id);
  swap('press');
  keepChoices();
  document.querySelector('main').dataset.since = page.querySelector('main').dataset.since;
  history.replaceState(null, '', url);
  document.querySelectorAll('.feed').forEach(toEnd);
  byId(`choose-${form.querySelector('select').name}`).focus();
  listen();
}

// The forms of the half that stayed still name the old choice.
function keepChoices() {
  for (const name of ['channel', 'person'])
    document.querySelectorAll(`input[type=hidden][name=${name}]`).forEach((field) => (field.value = chosen(name)));
}

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (form.matches('.ask')) {
    event.preventDefault();
    const box = byId('command');
    const line = event.submitter?.value || box.value.trim();
    if (line) await ask(line);
    if (!event.submitter?.value) box.value = '';
  } else if (form.matches('.card-form')) {
    event.preventDefault();
    await sendForm(form, event.submitter);
  } else if (form.matches('.demo')) {
    event.preventDefault();
    const fields = new FormData(form, event.submitter);
    form.querySelector('.demo-result').textContent = 'Sending …';
    const answer = await post('/page/demo', fields);
    form.querySelector('.demo-result').textContent = toElement(`<p>${answer}</p>`).textContent;
  }
});

document.addEventListener('change', (event) => {
  const form = event.target.closest?.('.chooser');
  if (form) show(form);
});

document.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-command], button[data-form], button.cancel');
  if (!button) return;
  event.preventDefault();
  if (button.matches('.cancel')) cancelForm(button);
  else if (button.dataset.form) openForm(button);
  else press(button);
});

document.addEventListener('keydown', (event) => {
  const box = byId('command');
  if (event.target === box && asked.length && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    event.preventDefault();
    recall(box, event.key === 'ArrowUp' ? -1 : 1);
  } else if (event.key === '/' && !event.target.matches('input, select, textarea') && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    box.focus();
  }
});

if (document.querySelector('.panes')) {
  document.querySelectorAll('.feed').forEach(toEnd);
  listen();
}
