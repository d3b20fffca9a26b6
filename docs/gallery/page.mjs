// The local page, used as a person uses it.
import { until } from './processes.mjs';

// So high that no card has to be scrolled.
const tall = { width: 1360, height: 2600 };

export class Page {
  constructor(host, tab) {
    Object.assign(this, { host, tab });
  }

  static async open(host, browser) {
    const tab = await browser.newPage({ viewport: tall });
    const page = new Page(host, tab);
    await page.reload();
    return page;
  }

  async reload() {
    await this.tab.goto(`${this.host.url}/?person=camille&channel=${encodeURIComponent('web:enterprise')}`);
  }

  get last() {
    return this.tab.locator('#private-feed .answer').last();
  }

  async ask(line) {
    await this.reload();
    const before = await this.tab.locator('#private-feed .answer').count();
    await this.tab.locator('#command').fill(line);
    await this.tab.locator('#command').press('Enter');
    await this.tab.waitForFunction((count) => document.querySelectorAll('#private-feed .answer').length > count, before);
  }

  // The whole page, as the project's README shows it.
  async front(file) {
    await this.tab.emulateMedia({ colorScheme: 'light' });
    await this.tab.setViewportSize({ width: 1360, height: 860 });
    await this.ask('/leaderboard');
    await this.tab.evaluate(() => document.activeElement.blur());
    await this.tab.screenshot({ path: file });
    await this.tab.setViewportSize(tall);
  }

  async press(label, opensForm) {
    const button = label ? this.last.locator('button', { hasText: label }).first() : this.last.locator('button[data-form]').first();
    await button.click();
    if (opensForm) await this.tab.locator('form.card-form').last().waitFor({ timeout: 8000 });
    else await this.tab.waitForTimeout(600);
  }

  async submit(typed = {}) {
    const form = this.tab.locator('form.card-form').last();
    const title = await form.locator('.card-title').innerText();
    for (const [field, text] of Object.entries(typed)) {
      const input = form.locator(`[name="f-${field}"]`).first();
      if ((await input.evaluate((element) => element.tagName)) === 'SELECT')
        await input.selectOption({ label: await input.locator('option', { hasText: text }).first().innerText() });
      else await input.fill(text);
    }
    await form.locator('button.primary, button.danger').first().click();
    await this.tab.waitForFunction((old) => document.querySelector('form.card-form .card-title')?.innerText !== old, title, { timeout: 8000 });
  }

  // What is to be drawn: the last answer, the form in it, or the newest post that says so.
  async shown(what, says) {
    if (what === 'form') return this.tab.locator('form.card-form').last().locator('xpath=ancestor::article[1]');
    if (what === 'answer') return this.last.locator('article.card').first();
    const feed = what === 'notice' ? '#private-feed' : '#channel-feed';
    const post = this.tab.locator(`${feed} .post:not(.answer)`, { hasText: says }).last();
    await until(`${says} on the page`, async () => {
      await this.reload();
      return await post.isVisible();
    });
    // A long feed scrolls, and would cut what is drawn of it.
    await post.evaluate((element) => {
      for (let around = element.parentElement; around; around = around.parentElement) Object.assign(around.style, { overflow: 'visible', maxHeight: 'none', height: 'auto' });
      element.scrollIntoView({ block: 'center' });
    });
    return post;
  }
}
