/** The pages of one article: its own, and where the config has them its light twin and its short address. */
import type { Page } from '../../model.js';
import type { Context } from '../context.js';
import { litePath, shortPath } from '../paths.js';
import type { Planner } from '../planner.js';
import type { Story } from '../site.js';
import { relatedStories } from '../site.js';
import { articleView, liteView } from './article-view.js';
import { printRedirect } from './redirect.js';
import { stamp, stamps } from './story-view.js';

/** Adds the pages of an article. */
export function planArticle(planner: Planner, story: Story, pages: Page[]): void {
  const { context } = planner;
  const { card, path, section, shortId } = story;
  const lang = context.pageLang(card.lang);
  const base = context.frame(lang, path, section, story).key('article');
  const related = relatedStories(context.site, story);
  const article = planner.page(path, base, [story, ...related], () => ({
    path,
    kind: 'article',
    key: context.digest(`${base}\n${ownStamp(context, story)}${stamps(context, related)}`),
    article: card.path,
    render: (body) => {
      const { context: now } = planner;
      const frame = now.frame(lang, path, section, story);
      return now.theme.render('article', articleView(now, frame, story, body(card.path)));
    },
  }));
  pages.push(article);
  if (context.config.lite) pages.push(planLite(planner, story));
  if (shortId !== null) {
    pages.push({
      path: shortPath(shortId),
      kind: 'redirect',
      key: context.digest(['redirect', context.settingsKey, lang, path, card.dir, card.title].join('\n')),
      article: null,
      render: () => printRedirect(planner.context, story),
    });
  }
}

function planLite(planner: Planner, story: Story): Page {
  const { context } = planner;
  const { card, section } = story;
  const lang = context.pageLang(card.lang);
  const path = litePath(story.path);
  const base = context.frame(lang, path, section, story).key('lite');
  return planner.page(path, base, [story], () => ({
    path,
    kind: 'lite',
    key: context.digest(`${base}\n${ownStamp(context, story)}`),
    article: card.path,
    render: (body) => {
      const { context: now } = planner;
      const frame = now.frame(lang, path, section, story);
      return now.theme.render('lite', liteView(now, frame, story, body(card.path)));
    },
  }));
}

/** What an article's page shows of its own story beside what a list would. */
function ownStamp(context: Context, story: Story): string {
  const { card, ordinal, shortId, readAlso } = story;
  let own = `${ordinal} ${shortId}\n`;
  for (const source of card.bodyPictures ?? []) own += `${JSON.stringify(context.pictures(source))}\n`;
  for (const target of readAlso) {
    own += target === null ? '-\n' : `${target.path} ${target.title} ${target.lang}\n`;
  }
  return own + stamp(context, story);
}
