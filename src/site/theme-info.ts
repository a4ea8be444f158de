/** What the site needs to know of a theme and of the pictures. `render/` and `publish/` make these. */
import type { Lang } from '../model.js';
import type { AnyView, PageView } from './views.js';

/** Each kind of page has a template of its name. */
export type TemplateName = PageView['kind'];

/** A theme as the pages see it. */
export interface ThemeInfo {
  /** Digest of a template with all that it reaches: layout, partials, blocks, helpers. */
  readonly digest: (template: TemplateName) => string;
  /** Files of the pages in one language: faces differ by script. */
  readonly assets: (lang: Lang) => ThemeAssets;
  readonly render: (template: TemplateName, view: AnyView) => string;
}

/** Paths are relative to `dist/`. */
export interface ThemeAssets {
  readonly stylesheet: string;
  readonly script: string | null;
  /** That of the search page. */
  readonly search: string | null;
  /** Fonts to preload, at most two. */
  readonly preload: readonly string[];
  /** For `SiteView.styleHtml`; `root` leads from the page to the root of the site, for `url()`. */
  readonly style: (root: string) => string;
}

/** A picture as it is published. */
export interface PictureFile {
  /** Relative to `dist/`. */
  readonly path: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** The same picture in kinds that weigh less, best first; left out when there are none. */
  readonly lighter?: readonly { readonly path: string; readonly type: string }[];
}

/** The published file of a picture named by its source path; null when there is none. */
export type Pictures = (source: string) => PictureFile | null;
