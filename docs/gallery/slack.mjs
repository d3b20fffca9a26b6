// Slack: what people do is sent signed to the host; what the host answers is read from the emulator.
import { createHmac } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signingSecret } from './host.mjs';
import { freePort, start, until } from './processes.mjs';
import { record } from './recorder.mjs';
import { refused } from './scenes.mjs';

const seed = `slack:
  team: { name: Demo, domain: demo }
  users:
    - { name: camille, real_name: Camille Laurent, email: camille@demo.example }
    - { name: medalist, real_name: Medalist, email: medalist@demo.example }
  channels:
    - { name: enterprise, topic: Enterprise }
  tokens:
    - { token: xoxb-gallery, user: medalist, scopes: [ chat:write, users:read, users:read.email, channels:history, channels:read, groups:history, im:history, im:write ] }
  signing_secret: ${signingSecret}
`;

// The post that Slack refuses, so that something of the status can be mended.
const isRefused = ({ path, body }) => path.startsWith('/api/chat.postMessage') && body.metadata && body.text?.includes(refused);

export async function startSlack() {
  const port = await freePort();
  const file = join(mkdtempSync(join(tmpdir(), 'medalist-slack-')), 'seed.yaml');
  writeFileSync(file, seed);
  start('The Slack emulator', process.execPath, ['--require', './loopback.cjs', 'node_modules/emulate/dist/index.js', 'start', '-s', 'slack', '-p', `${port}`, '--seed', file]);
  const emulator = `http://127.0.0.1:${port}`;
  await until('the Slack emulator', async () => (await call(emulator, 'auth.test')).ok);
  // Nobody sits before the emulator, so it has no trigger to open a modal for, and no address for answers.
  const recorder = await record(await freePort(), emulator, (call) =>
    call.path.startsWith('/api/views.') ? { ok: true, view: { id: 'V1', hash: '1' } }
    : call.path.startsWith('/answers/') ? { ok: true }
    : isRefused(call) ? { ok: false, error: 'msg_too_long' }
    : null,
  );
  return new Slack(emulator, recorder);
}

async function call(emulator, method, fields = {}) {
  const response = await fetch(`${emulator}/api/${method}`, {
    method: 'POST',
    headers: { authorization: 'Bearer xoxb-gallery', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  });
  return await response.json();
}

class Slack {
  #count = 0;

  constructor(emulator, recorder) {
    this.emulator = emulator;
    this.recorder = recorder;
    this.api = `${recorder.url}/api/`;
  }

  async meet(host) {
    this.host = host;
    const { members } = await call(this.emulator, 'users.list');
    this.user = members.find((member) => member.name === 'camille').id;
    this.bot = (await call(this.emulator, 'auth.test')).user_id;
    this.channel = (await call(this.emulator, 'conversations.list')).channels.find((channel) => channel.name === 'enterprise').id;
    const opened = await call(this.emulator, 'conversations.open', { users: this.user });
    this.own = opened.channel.id;
  }

  // Writes in the channel, so that it follows a team.
  async connect(team) {
    await this.#event({ type: 'app_mention', user: this.user, channel: this.channel, text: `<@${this.bot}> medalist channel ${team}` });
    await until('the channel in Slack', () => this.recorder.calls.find(({ path, answer }) => path.includes('postEphemeral') && answer), 12);
  }

  // What became of the channel.
  async tell(type) {
    await this.#event({ type, channel: this.channel });
  }

  // The answer to a written line: in the channel to the asker alone.
  async ask(line, inChannel) {
    if (inChannel) {
      const text = `<@${this.bot}> ${line.slice(1)}`;
      return await this.#after('chat.postEphemeral', () => this.#event({ type: 'app_mention', user: this.user, channel: this.channel, text }));
    }
    const written = { type: 'message', channel_type: 'im', user: this.user, channel: this.own, text: line };
    return await this.#kept(await this.#after('chat.postMessage', () => this.#event(written)));
  }

  // A slash command that opens a form at once.
  async command(line) {
    const [command, ...words] = line.split(' ');
    return await this.#after('views.', () =>
      this.#send('commands', new URLSearchParams({
        command,
        text: words.join(' '),
        user_id: this.user,
        channel_id: this.own,
        trigger_id: `${++this.#count}.gallery`,
        response_url: `${this.recorder.url}/answers/${this.#count}`,
      }).toString()),
    );
  }

  async press(message, label, channel = this.own) {
    const element = pressable(message, label);
    const isForm = element.action_id.startsWith('run:form');
    return await this.#after(isForm ? 'views.' : '/answers/', () =>
      this.#interact({
        type: 'block_actions',
        trigger_id: `${++this.#count}.gallery`,
        channel: { id: channel },
        container: { channel_id: channel, is_ephemeral: false },
        response_url: `${this.recorder.url}/answers/${this.#count}`,
        actions: [{ action_id: element.action_id, action_ts: `${this.#count}`, value: element.value }],
      }),
    );
  }

  // Sends a modal as it stands; what comes back is the next step.
  async submit(view, typed) {
    const values = {};
    for (const block of view.blocks.filter((each) => each.type === 'input'))
      values[block.block_id] = { [block.element.action_id]: filledIn(block.element, typed?.[block.block_id]) };
    const answer = await this.#interact({ type: 'view_submission', view: { ...view, id: 'V1', state: { values } } });
    if (!answer.view) throw new Error(`No next step: ${JSON.stringify(answer)}`);
    return answer.view;
  }

  async home() {
    return await this.#after('views.publish', () =>
      this.#event({ type: 'app_home_opened', user: this.user, tab: 'home', channel: this.own }),
    );
  }

  // A post of the outbox that says so, to the channel or to the person.
  async posted(says) {
    const isMeant = ({ path, body, answer }) => /chat\.(postMessage|update)/.test(path) && body.metadata && says.test(body.text) && answer;
    return await this.#kept((await until(`${says} in Slack`, () => this.recorder.calls.findLast(isMeant), 12)).body);
  }

  get mark() {
    return this.recorder.calls.length;
  }

  // What the emulator keeps of a message; the message itself where it keeps no history of the conversation.
  async #kept(message) {
    const history = await call(this.emulator, 'conversations.history', { channel: message.channel, limit: '20' });
    return history.messages?.find((each) => each.text === message.text && each.blocks) ?? message;
  }

  async #after(method, act) {
    const since = this.mark;
    await act();
    const { body } = await until(`${method} in Slack`, () => this.recorder.calls.slice(since).find(({ path, body }) => path.includes(method) && !body.metadata), 12);
    return body.view ?? body;
  }

  async #event(event) {
    const authorizations = [{ user_id: this.bot, is_bot: true }];
    return await this.#send('events', JSON.stringify({ type: 'event_callback', event_id: `Ev${++this.#count}`, authorizations, event }), 'application/json');
  }

  async #interact(payload) {
    const sent = await this.#send('interactions', `payload=${encodeURIComponent(JSON.stringify({ user: { id: this.user }, ...payload }))}`);
    return sent ? JSON.parse(sent) : {};
  }

  async #send(route, body, type = 'application/x-www-form-urlencoded') {
    const stamp = Math.floor(this.host.now / 1000);
    const signature = createHmac('sha256', signingSecret).update(`v0:${stamp}:${body}`).digest('hex');
    const response = await fetch(`${this.host.url}/slack/${route}`, {
      method: 'POST',
      headers: { 'content-type': type, 'x-slack-request-timestamp': `${stamp}`, 'x-slack-signature': `v0=${signature}` },
      body,
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`/slack/${route}: ${response.status} ${text}`);
    return text;
  }
}

function pressable(message, label) {
  const all = message.blocks.flatMap((block) => [...(block.elements ?? []), block.accessory].filter((each) => each?.type === 'button'));
  const found = label ? all.find((each) => each.text.text.includes(label)) : all.find((each) => each.action_id.startsWith('run:form'));
  if (!found) throw new Error(`No button ${label ?? 'of a form'} in Slack: ${all.map((each) => each.text.text)}`);
  return found;
}

function filledIn(element, typed) {
  const { type, initial_value: value, initial_option: option, initial_options: options, initial_date: date } = element;
  if (typed !== undefined && type.endsWith('select'))
    return { type, selected_option: element.options.find((each) => each.text.text.startsWith(typed)) ?? option };
  if (type === 'checkboxes' || type.startsWith('multi_')) return { type, selected_options: options ?? [] };
  return { type, value: typed ?? value, selected_option: option, selected_date: date };
}
