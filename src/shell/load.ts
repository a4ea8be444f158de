/**
 * The code of a whole build, loaded part by part. Node opens the files of one import all at once; together they would be
 * more than some systems allow (`ulimit -n 64`).
 */
export async function loadBuild(): Promise<typeof import('../build.js')> {
  await import('../locales/strings/index.js');
  await import('../locales/date.js');
  await import('../config.js');
  await import('../site/gather.js');
  await import('../site/plan.js');
  await import('../render/theme.js');
  await import('../publish/fonts.js');
  return await import('../build.js');
}

/** The code that understands articles. */
export async function loadPool(): Promise<typeof import('./pool.js')> {
  await import('../languages/index.js');
  await import('../read/source.js');
  await import('../extract/extract.js');
  await import('../typeset/typeset.js');
  return await import('./pool.js');
}
