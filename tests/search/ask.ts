import type { Page } from 'playwright-core';

/** What the search page answers. */
export interface Answer {
  readonly titles: readonly string[];
  /** The line that says how many were found. */
  readonly said: string;
  /** Each marked text with the letter before it and the one behind it. */
  readonly marks: readonly { readonly before: string; readonly text: string; readonly behind: string }[];
}

/** Types a query on the open search page and waits for the answer. */
export async function ask(page: Page, query: string): Promise<Answer> {
  await page.fill('[type=search]', query);
  await page.press('[type=search]', 'Enter');
  await page.waitForFunction(
    `document.querySelector('[data-found]').textContent !== '' && document.querySelector('[data-results]').ariaBusy === 'false'`,
  );
  return page.evaluate<Answer>(`({
    titles: [...document.querySelectorAll('[data-results] h3')].map((one) => one.textContent),
    said: document.querySelector('[data-found]').textContent,
    marks: [...document.querySelectorAll('[data-results] mark')].map((one) => ({
      before: (one.previousSibling?.textContent ?? '').slice(-1),
      text: one.textContent,
      behind: (one.nextSibling?.textContent ?? '').slice(0, 1),
    })),
  })`);
}
