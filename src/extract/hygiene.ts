/** Text hygiene: what is repaired unseen (`tidy`), what is reported (`inspect`), what is proposed (`propose`). */
export { INSPECTIONS, inspect } from './hygiene/inspect.js';
export { Ledger } from './hygiene/ledger.js';
export { hasForms, unform } from './hygiene/presentation-forms.js';
export { type Proposal, propose, unifiedDiff } from './hygiene/propose.js';
export { REPAIRS, type Repair, type Tidied, tidy } from './hygiene/tidy.js';
export { straighten } from './hygiene/visual-order.js';
