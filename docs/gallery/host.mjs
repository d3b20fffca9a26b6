// The demo host: three weeks played, an admin key, Slack and Teams connected, a clock that can be moved.
import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start, until } from './processes.mjs';

// Where the pictures of badges would be loaded from.
export const publicUrl = 'https://medalist.example.com';
const key = 'a-key-of-the-gallery';
const present = Date.parse('2026-11-18T09:00:00Z');
export const signingSecret = 'a-signing-secret-of-the-gallery';

export async function startHost(port, slackApi) {
  const folder = mkdtempSync(join(tmpdir(), 'medalist-gallery-'));
  const url = `http://127.0.0.1:${port}`;
  const child = start('The demo', 'dotnet', ['../../src/Bot/bin/Debug/net10.0/Bot.dll', 'demo', '--fresh', '--data', folder, '--urls', url], {
    Admin__ApiKey: key,
    Clock__StartAt: new Date(present).toISOString(),
    Slack__BotToken: 'xoxb-gallery',
    Slack__SigningSecret: signingSecret,
    Slack__ApiUrl: slackApi,
    Teams__Development: 'true',
    Host__PublicUrl: publicUrl,
  });
  await until('the demo', () => /open http|localhost|127\.0\.0\.1:\d+/i.test(child.said) && readyAt(url), 400);
  const state = JSON.parse(readFileSync(join(folder, 'demo.json'), 'utf8'));
  const host = new Host(url, state.Secret);
  await host.pass(5);
  return host;
}

async function readyAt(url) {
  return (await fetch(`${url}/health/ready`)).ok;
}

class Host {
  #ahead = 0;
  #event = 0;

  constructor(url, secret) {
    this.url = url;
    this.secret = Buffer.from(secret.slice('whsec_'.length), 'base64');
    this.#ahead = present - Date.now();
  }

  get now() {
    return new Date(Date.now() + this.#ahead);
  }

  // The demo's clock goes on by itself; what is due by then is done.
  async pass(minutes) {
    this.#ahead += minutes * 60_000;
    await this.api('POST', 'clock', { now: this.now.toISOString() });
  }

  async passTo(moment) {
    await this.pass((Date.parse(moment) - this.now) / 60_000);
  }

  async api(method, path, body) {
    const response = await fetch(`${this.url}/api/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text ? JSON.parse(text) : null;
  }

  // A CRM event of just now or of some minutes ago, signed as Standard Webhooks.
  async report(type, data, minutesAgo = 0) {
    const id = `gallery-${++this.#event}`;
    const stamp = Math.floor(this.now / 1000);
    const body = JSON.stringify({ type, timestamp: new Date((stamp - minutesAgo * 60) * 1000).toISOString(), data });
    const signature = createHmac('sha256', this.secret).update(`${id}.${stamp}.${body}`).digest('base64');
    const response = await fetch(`${this.url}/webhooks/demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': `${stamp}`, 'webhook-signature': `v1,${signature}` },
      body,
    });
    if (!response.ok) throw new Error(`${type}: ${response.status} ${await response.text()}`);
  }
}
