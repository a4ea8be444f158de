import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Real builds, real browsers and real servers: a test may take a while, but none may hang.
    testTimeout: 60_000,
    hookTimeout: 180_000,
    // The tests share two cores with Chromium.
    maxWorkers: 2,
  },
});
