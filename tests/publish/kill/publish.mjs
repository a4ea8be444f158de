// Publishes the files of a JSON request: OUT, {path: content}, method. The compiled program, so that it can be killed.
import { publish } from '../../../lib/publish/publish.js';

const [, , out, files, method] = process.argv;
await publish({
  breathe: () => null,
  out,
  method,
  record: new Map(),
  files: Object.entries(JSON.parse(files)).map(([path, content]) => ({
    path,
    key: content,
    content: () => content,
  })),
});
