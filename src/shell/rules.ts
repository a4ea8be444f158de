/** The rules of a site for understanding its texts, made from its config. */
import type { Config } from '../config.js';
import { NO_RULES, type Rules } from '../extract/rules.js';

const known = new WeakMap<Config, Rules>();

/** Sections that the config names are known by their name and their aliases. The same rules for the same config. */
export function rulesOf(config: Config): Rules {
  const rules = known.get(config) ?? makeRules(config);
  known.set(config, rules);
  return rules;
}

function makeRules(config: Config): Rules {
  const sections: [string, readonly string[]][] = config.site.sections.map(({ name, aliases }) => [
    name,
    aliases,
  ]);
  return sections.length === 0 ? NO_RULES : { ...NO_RULES, sections: Object.fromEntries(sections) };
}
