export {
  type ArticleFile,
  type FileEntry,
  LARGEST_ARTICLE,
  type Listing,
  listArticles,
  openArticle,
} from './find.js';
export { undoMojibake } from './mojibake.js';
export { readSource, sideCarPath } from './source.js';
