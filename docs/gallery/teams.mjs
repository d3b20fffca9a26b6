// Teams: a person types and presses in the Agents Playground; cards are taken from what passes between it and the host.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, start, until } from './processes.mjs';
import { record } from './recorder.mjs';

const adaptive = 'application/vnd.microsoft.card.adaptive';

// The Playground wants five others.
const colleague = (name, number) => `  - id: user-id-${number + 1}
    name: ${name}
    userPrincipleName: ${name}@demo.example
    aadObjectId: 00000000-0000-0000-0000-000000000002${number + 1}
    givenName: ${name}
    surname: Demo
    email: ${name}@demo.example
`;

const config = `version: "0.1.1"
tenantId: 00000000-0000-0000-0000-0000000000001
bot: { id: 00000000-0000-0000-0000-00000000000011, name: Medalist }
currentUser:
  id: user-id-0
  name: Jonas Weber
  userPrincipleName: jonas@demo.example
  aadObjectId: 00000000-0000-0000-0000-0000000000020
  givenName: Jonas
  surname: Weber
  email: jonas@demo.example
users:
${['kwame', 'camille', 'lucia', 'aiko', 'priya'].map(colleague).join('')}personalChat: { id: personal-chat-id }
groupChat: { id: group-chat-id, name: Group Chat }
team:
  id: team-id
  name: Enterprise
  aadGroupId: 00000000-0000-0000-0000-000000000031
  channels: [ { id: channel-announcements-id, name: Announcements } ]
`;

export async function startTeams(host, browser) {
  const port = await freePort();
  const file = join(mkdtempSync(join(tmpdir(), 'medalist-teams-')), 'playground.yml');
  writeFileSync(file, config);
  const client = `http://127.0.0.1:${port}`;
  const inbound = await record(await freePort(), host.url);
  const outbound = await record(await freePort(), client);
  start(
    'The Playground',
    process.execPath,
    ['node_modules/@microsoft/m365agentsplayground/cli.js', 'start', '-e', `${inbound.url}/api/messages`, '-c', 'msteams', '-p', `${port}`, '--service-url', `${outbound.url}/_connector`, '--disable-telemetry'],
    { TEAMSAPPTESTER_BROWSER: 'none', M365_AGENTS_PLAYGROUND_CONFIG_PATH: file, NODE_OPTIONS: `--require ${process.cwd()}/loopback.cjs` },
  );
  await until('the Playground', async () => (await fetch(client)).ok, 40);
  const page = await browser.newPage({ viewport: { width: 1400, height: 1400 } });
  await page.route('**/*', (route) => (/^(http:\/\/127\.0\.0\.1|data:)/.test(route.request().url()) ? route.continue() : route.abort()));
  await page.goto(client);
  const box = page.locator('[contenteditable=true]').first();
  await box.waitFor({ timeout: 30_000 });
  await page.waitForTimeout(1500);
  return new Teams(host, page, inbound, outbound);
}

class Teams {
  #count = 0;

  constructor(host, page, inbound, outbound) {
    Object.assign(this, { host, page, inbound, outbound });
  }

  async #open(chat) {
    if (this.shown === chat) return;
    this.shown = chat;
    await this.page.locator(`[aria-label$="${chat}"]`).first().click();
    await this.page.waitForTimeout(1500);
  }

  // In a channel the bot hears what mentions it.
  // Where notices may come in between, `says` recognises the answer.
  async ask(line, inChannel, says = /(?:)/) {
    await this.#open(inChannel ? 'Announcements' : 'Personal Chat');
    const since = this.mark;
    await this.page.locator('[contenteditable=true]').first().click();
    if (inChannel) {
      await this.page.keyboard.type('@', { delay: 50 });
      await this.page.getByRole('menuitem').filter({ hasText: 'Medalist' }).first().click({ timeout: 5000 });
      await this.page.keyboard.type(' ');
    }
    await this.page.keyboard.type(inChannel ? line.replace(/^\//, '') : line, { delay: 2 });
    await this.page.keyboard.press('Enter');
    return await this.#card(`an answer to ${line}`, () => this.outbound.calls.slice(since).findLast(({ body }) => says.test(cardOf(body)?.fallbackText ?? '') && cardOf(body)));
  }

  // Asks once more where a notice came in between, which nothing can be pressed on.
  async answer(line, label, inChannel) {
    const card = await this.ask(line, inChannel);
    return await this.press(actions(card).length > 0 ? card : await this.ask(line, inChannel), label);
  }

  // Presses what the Playground shows; the answer takes the card's place.
  async press(card, label) {
    const action = pressable(card, label);
    if (action.type === 'Action.Submit') return await this.dialog(action.data);
    const since = this.inbound.calls.length;
    await this.page.getByRole('button', { name: action.title, exact: true }).last().click({ timeout: 5000 });
    const call = await until('an answer in the Playground', () => this.inbound.calls.slice(since).find(({ body, answer }) => body.type === 'invoke' && answer), 12);
    return call.answer.value;
  }

  // The Playground has no dialogs: Teams' request for one is sent in its name.
  async dialog(data, name = 'task/fetch') {
    const { body: last } = this.inbound.calls.findLast(({ body }) => body.type === 'message');
    const { text, entities, ...activity } = last;
    const response = await fetch(`${this.host.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...activity, type: 'invoke', name, id: `gallery-${++this.#count}`, value: { data, context: { theme: 'default' } } }),
    });
    const answer = await response.json();
    if (!answer.task?.value?.card) throw new Error(`No dialog: ${JSON.stringify(answer).slice(0, 300)}`);
    return { ...answer.task.value.card.content, title: answer.task.value.title };
  }

  async submit(card, typed) {
    const data = { ...card.actions.find((action) => action.title !== 'Back').data };
    for (const input of inputs(card)) {
      const given = typed?.[input.id.slice('f-'.length)];
      const chosen = given && input.choices?.find((choice) => choice.title.startsWith(given))?.value;
      const value = chosen ?? given ?? input.value;
      if (value !== undefined) data[input.id] = value;
    }
    return await this.dialog(data, 'task/submit');
  }

  // A post of the outbox that says so, to the channel or to the person.
  async posted(says) {
    return await this.#card(says, () => this.outbound.calls.findLast(({ body }) => says.test(cardOf(body)?.fallbackText)));
  }

  async #card(what, look) {
    return cardOf((await until(`${what} in the Playground`, look, 12)).body);
  }

  get mark() {
    return this.outbound.calls.length;
  }
}

function cardOf(body) {
  const attachments = body?.attachments ?? body?.activity?.attachments ?? [];
  return attachments.find(({ contentType }) => contentType === adaptive)?.content;
}

function objects(node) {
  if (Array.isArray(node)) return node.flatMap(objects);
  return node && typeof node === 'object' ? [node, ...Object.values(node).flatMap(objects)] : [];
}

function inputs(card) {
  return objects(card).filter(({ type }) => typeof type === 'string' && type.startsWith('Input.'));
}

function actions(card) {
  return objects(card).filter(({ type }) => typeof type === 'string' && type.startsWith('Action.'));
}

function pressable(card, label) {
  const all = actions(card);
  const found = label ? all.find(({ title }) => title?.includes(label)) : all.find(({ data }) => data?.form);
  if (!found) throw new Error(`No action ${label ?? 'of a form'} in Teams: ${all.map(({ title }) => title)}`);
  return found;
}
