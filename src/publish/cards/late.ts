/** Files that were not ready when the site was published, added to it in a second step. */
import { publish } from '../publish.js';
import type { OutputFile, Publication, PublishRequest } from '../types.js';

/** Publishes the site once more with the late files; gives an account of both steps together. */
export async function publishLate(
  request: PublishRequest,
  first: Publication,
  late: readonly OutputFile[],
): Promise<Publication> {
  const taken = new Set(request.files.map((file) => file.path));
  const files = [...request.files, ...late.filter((file) => !taken.has(file.path))];
  const second = await publish({ ...request, files, record: first.record });
  const before = new Set(first.removed);
  // What the first step took away for want of the file, and the second brought back anew, has changed.
  const back = second.added.filter((path) => before.has(path));
  const gone = new Set(back);
  return {
    added: [...first.added, ...second.added.filter((path) => !gone.has(path))].sort(),
    changed: [...first.changed, ...second.changed, ...back].sort(),
    removed: [...first.removed.filter((path) => !gone.has(path)), ...second.removed].sort(),
    unchanged: first.unchanged,
    method: first.method === 'none' ? second.method : first.method,
    record: second.record,
    diagnostics: second.diagnostics,
  };
}
