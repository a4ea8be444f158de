/** Text hygiene: what is repaired unseen (`tidy`), what is reported (`inspect`), what is proposed (`propose`). */
export { hasForms, unform } from './hygiene/presentation-forms.js';
export { REPAIRS, type Repair, type Tidied, tidy } from './hygiene/tidy.js';
