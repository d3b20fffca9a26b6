// Pictures in light and dark, as small as they can be read.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import * as slack from 'slack-blocks-to-jsx';
import { publicUrl } from './host.mjs';
import { teamsLook } from './teams-look.mjs';

const slackStyle = readFileSync('node_modules/slack-blocks-to-jsx/dist/style.css', 'utf8');
const teamsScript = readFileSync('node_modules/adaptivecards/dist/adaptivecards.min.js', 'utf8');
const fonts = `"Liberation Sans","DejaVu Sans","Noto Color Emoji",sans-serif`;
const themes = ['light', 'dark'];
const folder = 'pictures';
const tallest = 2200;
const largest = 60_000;

export class Pictures {
  constructor(browser, host) {
    Object.assign(this, { browser, host });
    mkdirSync(folder, { recursive: true });
  }

  async slack(name, message) {
    const tab = (this.slackTab ??= await this.#open(660));
    for (const theme of themes) {
      await tab.setContent(slackHtml(message, theme));
      await this.#take(tab, tab.locator('#picture'), name, 'slack', theme);
    }
  }

  async teams(name, card) {
    if (!this.teamsTab) {
      this.teamsTab = await this.#open(540);
      await this.teamsTab.setContent('<!doctype html><body><div id="picture"></div></body>');
      await this.teamsTab.addScriptTag({ content: teamsScript });
    }
    for (const theme of themes) {
      await this.teamsTab.evaluate(drawTeams, { card, look: teamsLook(theme), fonts, isDark: theme === 'dark' });
      await this.teamsTab.waitForFunction(() => [...document.images].every((image) => image.complete));
      await this.#take(this.teamsTab, this.teamsTab.locator('#picture'), name, 'teams', theme);
    }
  }

  async page(name, page, what, says) {
    const shown = await page.shown(what, says);
    for (const theme of themes) {
      await page.tab.emulateMedia({ colorScheme: theme });
      await page.tab.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))));
      await this.#take(page.tab, shown, name, 'page', theme);
    }
  }

  // A tab that finds the badges' pictures at the host.
  async #open(width) {
    const tab = await this.browser.newPage({ viewport: { width, height: tallest } });
    await tab.route(`${publicUrl}/**`, async (route) => {
      const picture = await fetch(route.request().url().replace(publicUrl, this.host.url));
      await route.fulfill({ status: picture.status, contentType: 'image/png', body: Buffer.from(await picture.arrayBuffer()) });
    });
    return tab;
  }

  async #take(tab, locator, name, surface, theme) {
    const box = await locator.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x + scrollX, y: y + scrollY, width, height };
    });
    const margin = surface === 'page' ? 10 : 0;
    this.session ??= new Map();
    if (!this.session.has(tab)) this.session.set(tab, await tab.context().newCDPSession(tab));
    const clip = { x: box.x - margin, y: box.y - margin, width: box.width + 2 * margin, height: Math.min(box.height, tallest) + 2 * margin, scale: 1 };
    for (const quality of [72, 35]) {
      const { data } = await this.session.get(tab).send('Page.captureScreenshot', { format: 'webp', quality, captureBeyondViewport: true, clip });
      const picture = Buffer.from(data, 'base64');
      writeFileSync(join(folder, `${name}-${surface}-${theme}.webp`), picture);
      if (picture.length <= largest) break;
    }
  }
}

// The renderer draws the blocks; title and buttons of a modal are ours. Numbers in table cells it does not know.
function slackHtml(message, theme) {
  const isModal = message.type === 'modal';
  const Message = slack.Message ?? slack.default.Message;
  const body = renderToStaticMarkup(
    createElement(Message, {
      blocks: message.blocks,
      logo: `data:image/svg+xml,${encodeURIComponent(readFileSync('../../src/Bot/Web/Assets/mark.svg', 'utf8'))}`,
      name: 'Medalist',
      theme,
      data: { users: [], channels: [] },
      hooks: { user: (user) => createElement('b', null, `@${user.name ?? user.id ?? user}`) },
      showBlockKitDebug: false,
    }),
  );
  const dark = theme === 'dark';
  return `<!doctype html><meta charset="utf-8"><style>${slackStyle}
    body { margin: 0; background: ${dark ? '#1a1d21' : '#fff'}; color: ${dark ? '#d1d2d3' : '#1d1c1d'}; font: 15px ${fonts} }
    #picture { padding: 14px; width: 630px; box-sizing: border-box } h1 { font-size: 20px; margin: 0 0 10px }
    footer { display: flex; justify-content: flex-end; gap: 8px; padding-top: 12px }
    footer b { border: 1px solid #868686; border-radius: 4px; padding: 6px 12px } footer .send { background: #007a5a; color: #fff }
  </style><div id="picture">${isModal ? `<h1>${escape(message.title.text)}</h1>` : ''}${body}${
    isModal
      ? `<footer><b>${escape(message.close?.text)}</b>${message.submit ? `<b class="send">${escape(message.submit.text)}</b>` : ''}</footer>`
      : ''
  }</div>`;
}

function escape(text) {
  return String(text ?? '').replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function drawTeams({ card, look, fonts, isDark }) {
  const { AdaptiveCard, HostConfig } = window.AdaptiveCards;
  const adaptive = new AdaptiveCard();
  adaptive.hostConfig = new HostConfig(look);
  adaptive.parse(card);
  const picture = document.getElementById('picture');
  const [back, front, line] = isDark ? ['#292929', '#ffffff', '#5c5c5c'] : ['#ffffff', '#242424', '#d1d1d1'];
  picture.innerHTML = `<style>
    body { margin: 0; font-family: ${fonts}; background: ${back}; color: ${front} }
    #picture { width: 500px; padding: 4px; background: ${back}; color-scheme: ${isDark ? 'dark' : 'light'} } #picture * { box-sizing: border-box }
    .ac-pushButton { border: 1px solid ${line}; border-radius: 4px; background: ${back}; color: ${front}; padding: 6px 12px; font-weight: 600; margin: 0 4px 4px 0 }
    .ac-pushButton.style-positive { background: #5b5fc7; color: #fff; border-color: #5b5fc7 } .ac-pushButton.style-destructive { background: #c4314b; color: #fff; border-color: #c4314b }
    .ac-input { padding: 6px; border: 1px solid ${line}; border-radius: 4px; background: ${back}; color: ${front}; font: inherit }
    .ac-input:not([type=checkbox]):not([type=radio]) { width: 100% } h1 { font-size: 18px; margin: 12px 12px 0 }
  </style>${card.title ? `<h1></h1>` : ''}`;
  if (card.title) picture.querySelector('h1').textContent = card.title;
  picture.append(adaptive.render());
}
