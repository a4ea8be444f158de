/** A story in a list, and what of it a list depends on. */
import type { PictureRef } from '../../model.js';
import type { Context, Frame } from '../context.js';
import { foreign } from '../context.js';
import type { Section, Story } from '../site.js';
import type { LinkView, PictureView, SectionBlockView, StoryView } from '../views.js';

/** `kicker` is left out where the section is plain from the place. */
export function storyView(context: Context, frame: Frame, story: Story, kicker = true): StoryView {
  const { card, section } = story;
  const { lang, dir } = foreign(context.pageLang(card.lang), frame.lang);
  return {
    text: card.title,
    href: frame.href(story.path),
    lang,
    dir,
    kicker: kicker && section !== null ? frame.sectionLink(section) : null,
    deck: card.deck,
    summary: card.summary,
    byline: card.byline,
    dateline: card.dateline,
    date: story.time === null || card.published === null ? null : frame.date(card.published),
    picture: card.picture === null ? null : pictureView(context, frame, card.picture),
    opinion: section?.opinion ?? false,
  };
}

/** A link to a story; its language is named where it is not the page's. */
export function storyLink(context: Context, frame: Frame, { card, path }: Story): LinkView {
  return { text: card.title, href: frame.href(path), ...foreign(context.pageLang(card.lang), frame.lang) };
}

/** A picture as a page shows it; null where it is not published or the config wants none. */
export function pictureView(context: Context, frame: Frame, ref: PictureRef): PictureView | null {
  const file = context.config.build.pictures ? context.pictures(ref.path) : null;
  if (file === null) return null;
  const { width, height, lighter = [] } = file;
  return {
    src: frame.href(file.path),
    sources: lighter.map(({ path, type }) => ({ src: frame.href(path), type })),
    width,
    height,
    alt: ref.alt,
    caption: ref.caption,
    credit: ref.credit,
  };
}

/** The newest stories of a section: one large and the others small, opinion all alike. */
export function sectionBlockView(
  context: Context,
  frame: Frame,
  section: Section,
  stories: readonly Story[],
): SectionBlockView {
  const [lead, ...rest] = stories.map((story) => storyView(context, frame, story, false));
  return {
    heading: frame.sectionLink(section),
    opinion: section.opinion,
    lead: section.opinion ? null : (lead ?? null),
    stories: section.opinion && lead !== undefined ? [lead, ...rest] : rest,
  };
}

/** Equal stamps, equal story view on equal frames. A changed body changes the stamp, too, which costs little. */
export function stamp(context: Context, { card, path, section }: Story): string {
  const place = section === null ? '' : context.sectionKey(section);
  const picture = card.picture === null ? '' : JSON.stringify(context.pictures(card.picture.path));
  return `${card.digest} ${place} ${path} ${picture}\n`;
}

/** The stamps of some stories, in their order. */
export function stamps(context: Context, stories: readonly Story[]): string {
  let all = '';
  for (const story of stories) all += stamp(context, story);
  return all;
}
