// Plays every scene on every surface, draws it, and writes the table. `node make.mjs leaderboard goal-new` draws only those.
import { chromium } from 'playwright-core';
import { startHost } from './host.mjs';
import { Page } from './page.mjs';
import { Pictures } from './pictures.mjs';
import { freePort, stopAll } from './processes.mjs';
import { writeTable } from './table.mjs';
import { announcements, commands, forms, laterAnnouncements } from './scenes.mjs';
import { startSlack } from './slack.mjs';
import { startTeams } from './teams.mjs';

const wanted = process.argv.slice(2);
const isWanted = ({ id }) => wanted.length === 0 || wanted.includes(id);
const notDrawn = [];
const started = Date.now();

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--hide-scrollbars'],
});
try {
  const slack = await startSlack();
  const host = await startHost(await freePort(), slack.api);
  // One is in Slack and on the page, the other in Teams; as admins both see every card.
  for (const [id, name] of [['camille', 'Camille Laurent'], ['jonas', 'Jonas Weber']])
    await host.api('PUT', `people/${id}`, { name, email: `${id}@demo.example`, team: 'enterprise', role: 'admin' });
  await slack.meet(host);
  const teams = await startTeams(host, browser);
  const page = await Page.open(host, browser);
  const pictures = new Pictures(browser, host);

  await slack.connect('enterprise');
  await teams.ask('medalist channel enterprise', true);
  await teams.ask('help');

  const stage = { host, slack, teams, page, pictures };
  for (const scene of announcements) await announce(scene, stage);
  if (isWanted({ id: 'front' })) await page.front('../page.png');
  for (const scene of commands) await command(scene, stage);
  if (isWanted({ id: 'home' })) await drawn('home', 'slack', async () => pictures.slack('home', await slack.home()));
  for (const scene of forms) await form(scene, stage);
  if (laterAnnouncements.some(isWanted)) for (const scene of laterAnnouncements) await announce(scene, stage);
} finally {
  await browser.close();
  stopAll();
}
writeTable();
console.log(`${Math.round((Date.now() - started) / 1000)} s. ${notDrawn.length === 0 ? 'Everything is drawn.' : `Not drawn:\n${notDrawn.join('\n')}`}`);
process.exit(notDrawn.length === 0 ? 0 : 1);

// A channel hears of so much in an hour; a person has no such limit, but working hours.
async function announce({ id, cause, says, toPerson, inChatOnly, after }, stage) {
  const { host, slack, teams, page, pictures } = stage;
  await host.pass(toPerson ? 2 : 61);
  await cause(host, stage);
  if (isWanted({ id }))
    await Promise.all([
      drawn(id, 'slack', async () => pictures.slack(id, await slack.posted(says))),
      drawn(id, 'teams', async () => pictures.teams(id, await teams.posted(says))),
      inChatOnly || drawn(id, 'page', () => pictures.page(id, page, toPerson ? 'notice' : 'post', says)),
    ]);
  await after?.(host, stage);
}

async function command({ id, line, before, inChannel, says }, { host, slack, teams, page, pictures }) {
  await before?.(host);
  if (!isWanted({ id })) return;
  await Promise.all([
    drawn(id, 'slack', async () => pictures.slack(id, await slack.ask(line, inChannel))),
    drawn(id, 'teams', async () => pictures.teams(id, await teams.ask(line, inChannel, says))),
    drawn(id, 'page', async () => {
      await page.ask(line);
      await pictures.page(id, page, 'answer');
    }),
  ]);
}

async function form({ id, line, press, inTeams = press, steps = [], before, inChannel }, { host, slack, teams, page, pictures }) {
  await before?.(host);
  if (!isWanted({ id })) return;
  await Promise.all([
    drawn(id, 'slack', async () => {
      let view = press ? await slack.press(await slack.ask(line, inChannel), press) : await slack.command(line);
      for (const typed of steps) view = await slack.submit(view, typed);
      await pictures.slack(id, view);
    }),
    drawn(id, 'teams', async () => {
      let dialog = await teams.answer(line, inTeams, inChannel);
      for (const typed of steps) dialog = await teams.submit(dialog, typed);
      await pictures.teams(id, dialog);
    }),
    drawn(id, 'page', async () => {
      await page.ask(line);
      if (press) await page.press(press, true);
      for (const typed of steps) await page.submit(typed);
      await pictures.page(id, page, 'form');
    }),
  ]);
}

async function drawn(id, surface, draw) {
  const begun = Date.now();
  try {
    await draw();
    console.log(`${id} on ${surface}: ${Date.now() - begun} ms`);
  } catch (problem) {
    notDrawn.push(`${id} on ${surface}: ${problem.message.split('\n')[0]}`);
    console.log(notDrawn.at(-1));
  }
}
