/** The rules of a site for understanding its texts: what its rules file says, and the sections of its config. */
import type { Config } from '../config.js';
import { type RulesResult, readRules } from '../extract/rules/file.js';
import { NO_RULES, type Rules } from '../extract/rules/rules.js';
import { type ConfigText, RULES_FILE } from './inputs.js';

const known = new WeakMap<Config, { readonly text: string; readonly result: RulesResult }>();
const NO_FILE: ConfigText = { text: '', name: RULES_FILE };

/** The very same rules for the same config and text, so that what is remembered by rules holds. */
export function siteRules(config: Config, own: ConfigText = NO_FILE): RulesResult {
  const before = known.get(config);
  if (before?.text === own.text) return before.result;
  const { rules, diagnostics } = readRules(own.text, own.name);
  const result = { rules: withSections(rules, config), diagnostics };
  known.set(config, { text: own.text, result });
  return result;
}

/** Sections that the config names are known by their name and their aliases; the file may add to these. */
function withSections(rules: Rules, config: Config): Rules {
  const sections = new Map<string, readonly string[]>();
  for (const { name, aliases } of config.site.sections) sections.set(name, aliases);
  for (const [name, aliases] of Object.entries(rules.sections))
    sections.set(name, [...(sections.get(name) ?? []), ...aliases]);
  if (rules === NO_RULES && sections.size === 0) return NO_RULES;
  return { ...rules, sections: Object.fromEntries(sections) };
}
