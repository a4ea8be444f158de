import type { Diagnostic, Severity } from './model.js';

/** A diagnostic about a file as a whole: there is no line to look at. `id`: see docs/diagnostics.md. */
export function fileDiagnostic(id: string, severity: Severity, file: string, message: string): Diagnostic {
  return { id, severity, file, line: null, column: null, message };
}
