// The table of docs/gallery/README.md, of the pictures that are there.
import { existsSync, writeFileSync } from 'node:fs';
import { announcements, commands, forms, laterAnnouncements } from './scenes.mjs';

const surfaces = ['slack', 'teams', 'page'];
const themes = ['light', 'dark'];

export function writeTable() {
  writeFileSync(
    'README.md',
    `# What people see

Every command, form and announcement in Slack, in Teams and on the local page, light and dark; drawn by [\`make\`](make) from a running demo host.

- **Slack**: the host's messages as Slack's emulator ([emulate](https://www.npmjs.com/package/emulate)) keeps them, drawn by [slack-blocks-to-jsx](https://www.npmjs.com/package/slack-blocks-to-jsx). Nobody can press in the emulator: modals and the *Home* tab are drawn from what the host sent to open them.
- **Teams**: typed into the [Microsoft 365 Agents Playground](https://www.npmjs.com/package/@microsoft/m365agentsplayground), the cards as it received them, drawn by [adaptivecards](https://www.npmjs.com/package/adaptivecards). It has no dialogs: forms are drawn from the host's answer to the request with which Teams opens one.
- **Page**: the host's own page in Chromium.

Slack and Teams draw with fonts and colours of their own, so the pictures are near, not exact. The demo has no public address, so its cards show emoji where a company's show the [badge pictures](../art/badges).

## Commands

${table(commands.map(({ id, line, inChannel }) => [id, `\`${line}\`${inChannel ? ' in a channel' : ''}`]))}
${table([['home', 'Slack\'s *Home* tab']], ['slack'])}
## Forms

${table(forms.map(({ id, title, line, press, inChannel }) => [id, `${title}<br>\`${line}\`${inChannel ? ' in a channel' : ''}${press ? ` → *${press}*` : ''}`]))}
## Announcements and notices

${table([...announcements, ...laterAnnouncements].map(({ id, title, kind }) => [id, `${title}<br>\`${kind}\``]))}`,
  );
}

function table(rows, of = surfaces) {
  const names = { slack: 'Slack', teams: 'Teams', page: 'Page' };
  const head = of.flatMap((surface) => themes.map((theme) => `${names[surface]}, ${theme}`));
  return `| | ${head.join(' | ')} |\n|---|${'---|'.repeat(head.length)}\n${rows.map(([id, words]) => row(id, words, of)).join('\n')}\n`;
}

function row(id, words, of) {
  const cells = of.flatMap((surface) => themes.map((theme) => picture(id, surface, theme)));
  return `| ${words} | ${cells.join(' | ')} |`;
}

function picture(id, surface, theme) {
  const file = `pictures/${id}-${surface}-${theme}.webp`;
  return existsSync(file) ? `<a href="${file}"><img src="${file}" width="150" alt="${id} in ${surface}, ${theme}"></a>` : '–';
}
