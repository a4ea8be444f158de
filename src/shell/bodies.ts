/**
 * The bodies of the cache: one file that only grows, read piece by piece. Text is stored as UTF-16, which is how the
 * program holds it: writing and reading are copies, and Arabic takes no more room than in UTF-8.
 */
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** Offset and length in bytes, and checksum. */
export type Piece = readonly [offset: number, length: number, checksum: number];

/** Gathered before one write. */
const BUFFER = 1 << 20;

/** A file of texts that only grows; each is found again by its piece. */
export class BodyFile {
  readonly #file: number;
  #written: number;
  #buffer = Buffer.allocUnsafe(BUFFER);
  #pending = 0;

  /** Opens the file, making it when there is none. */
  constructor(path: string) {
    this.#file = openSync(path, 'a+', 0o666);
    this.#written = fstatSync(this.#file).size;
  }

  /** Length in bytes, with what waits to be written. */
  get size(): number {
    return this.#written + this.#pending;
  }

  /** Has nobody else written to it? */
  isIntact(): boolean {
    return fstatSync(this.#file).size === this.#written;
  }

  append(text: string): Piece {
    const length = text.length * 2;
    if (this.#pending + length > BUFFER) this.flush();
    if (length > BUFFER) {
      const bytes = Buffer.from(text, 'utf16le');
      const offset = this.#written;
      writeAll(this.#file, bytes);
      this.#written += length;
      return [offset, length, crc32(bytes)];
    }
    const start = this.#pending;
    this.#buffer.write(text, start, 'utf16le');
    this.#pending += length;
    return [this.#written + start, length, crc32(this.#buffer.subarray(start, start + length))];
  }

  /** The text of a piece; null when the file does not hold it as it was written. */
  read([offset, length, checksum]: Piece): string | null {
    let bytes: Buffer;
    if (offset >= this.#written) {
      const start = offset - this.#written;
      if (start + length > this.#pending) return null;
      bytes = this.#buffer.subarray(start, start + length);
    } else {
      bytes = Buffer.allocUnsafe(length);
      let done = 0;
      while (done < length) {
        const count = readSync(this.#file, bytes, done, length - done, offset + done);
        if (count === 0) return null;
        done += count;
      }
    }
    return crc32(bytes) === checksum ? bytes.toString('utf16le') : null;
  }

  flush(): void {
    if (this.#pending === 0) return;
    writeAll(this.#file, this.#buffer.subarray(0, this.#pending));
    this.#written += this.#pending;
    this.#pending = 0;
  }

  close(): void {
    this.flush();
    closeSync(this.#file);
  }

  /** Closes without writing what waits. */
  abandon(): void {
    closeSync(this.#file);
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  let done = 0;
  while (done < bytes.length) done += writeSync(file, bytes, done, bytes.length - done);
}
