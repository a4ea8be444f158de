/** What a language writes in the line that names the author. Plain data, one file a language; folded when loaded. */
export interface BylineWords {
  /** Words that stand before the author: `by`, `report:`. */
  readonly by: readonly string[];
  readonly translators: readonly string[];
  readonly photographers: readonly string[];
  /** Names of news agencies and newspapers, whole. */
  readonly agencies: readonly string[];
  /** A name with one of these words in it is an agency or a newsroom, not a person. */
  readonly agencyWords: readonly string[];
  /** Separate words between two authors. */
  readonly and: readonly string[];
  /** A letter glued to the second author, and beginnings of names that only look so. */
  readonly andPrefix: string | null;
  readonly notAnd: readonly string[];
  /** Words before the place: `from`. */
  readonly from: readonly string[];
  /** Places of reporting, separated by `|`. */
  readonly places: string;
  /** Words that names of places begin with: `port`, `mount`. */
  readonly placeWords?: readonly string[];
  /** What authors are: `writer`, `professor`. Such words tell of the name before them. */
  readonly occupations?: readonly string[];
  /** Small words that no name holds. */
  readonly never: readonly string[];
}
