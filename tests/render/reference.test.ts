import { expect, test } from 'vitest';
import { themeReference } from '../../scripts/theme-reference.js';

test('docs/themes.md says what the tables say (renew it with `npx vitest run tests/render -u`)', async () => {
  await expect(themeReference()).toMatchFileSnapshot('../../docs/themes.md');
});
