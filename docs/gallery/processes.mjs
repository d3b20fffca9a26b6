// Child processes on loopback, ended with this one.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

const running = [];

export function start(name, command, args, env = {}) {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  child.said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (child.said = (child.said + data).slice(-4000)));
  child.on('exit', (code) => !child.isWanted && console.error(`${name} ended with ${code}: ${child.said}`));
  running.push(child);
  return child;
}

export function stopAll() {
  for (const child of running.splice(0)) {
    child.isWanted = true;
    child.kill('SIGKILL');
  }
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
    server.on('error', reject);
  });
}

export async function until(what, look, seconds = 20) {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    const found = await Promise.resolve(look()).catch(() => null);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Waited ${seconds} s for ${what}.`);
}
