import { feedPlugin } from '@11ty/eleventy-plugin-rss';

/** Same pages as the others; the section lists are made from one pagination over [section, page] pairs. */
export default function (config) {
  config.addPlugin(feedPlugin, {
    type: 'rss',
    outputPath: '/index.xml',
    collection: { name: 'newest', limit: 20 },
    metadata: {
      language: 'ar',
      title: 'الجريدة',
      subtitle: '',
      base: 'https://example.org/',
      author: { name: 'الجريدة' },
    },
  });
  config.addPassthroughCopy('style.css');
  let sections = null;
  config.on('eleventy.before', () => {
    sections = null;
  });
  const stories = (api) => api.getFilteredByGlob('articles/**/*.md').sort((a, b) => b.date - a.date);
  const bySection = (api) => {
    if (sections) return sections;
    sections = new Map();
    for (const item of stories(api)) {
      const list = sections.get(item.data.section);
      if (list) list.push(item);
      else sections.set(item.data.section, [item]);
    }
    return sections;
  };
  config.addCollection('newest', (api) => stories(api).slice(0, 30).reverse());
  config.addCollection('sectionNames', (api) => [...bySection(api).keys()]);
  config.addCollection('sectionBlocks', (api) =>
    [...bySection(api)].map(([name, items]) => ({ name, items: items.slice(0, 5) })),
  );
  config.addCollection('sectionPages', (api) => {
    const pages = [];
    for (const [name, items] of bySection(api)) {
      const total = Math.ceil(items.length / 30);
      for (let n = 1; n <= total; n++)
        pages.push({ name, n, total, items: items.slice((n - 1) * 30, n * 30) });
    }
    return pages;
  });
  config.addCollection('addresses', (api) => stories(api));
  config.addFilter('day', (date) => new Date(date).toISOString().slice(0, 10));
  config.addFilter('short', (text) =>
    String(text ?? '')
      .replace(/<[^>]*>/g, '')
      .trim()
      .slice(0, 150),
  );
  config.addFilter('json', (value) => JSON.stringify(value).replace(/</g, '\\u003c'));
  return {
    dir: { input: '.', includes: '_includes', output: '_site' },
    markdownTemplateEngine: false,
    htmlTemplateEngine: 'njk',
  };
}
