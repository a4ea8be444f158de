/**
 * The syntax trees of Handlebars. Its types describe every kind of node, but a tree is made of nodes of any kind: these
 * tell which one is at hand.
 */
interface Nodes {
  readonly Program: hbs.AST.Program;
  readonly ContentStatement: hbs.AST.ContentStatement;
  readonly CommentStatement: hbs.AST.CommentStatement;
  readonly MustacheStatement: hbs.AST.MustacheStatement;
  readonly BlockStatement: hbs.AST.BlockStatement;
  readonly PartialStatement: hbs.AST.PartialStatement;
  readonly SubExpression: hbs.AST.SubExpression;
  readonly PathExpression: hbs.AST.PathExpression;
  readonly StringLiteral: hbs.AST.StringLiteral;
}

/** Is it a node of this kind? */
export function isNode<Kind extends keyof Nodes>(
  node: hbs.AST.Node | undefined,
  kind: Kind,
): node is Nodes[Kind] {
  return node?.type === kind;
}

/** The name that a path spells, as written; empty for what is no path. */
export function nameOf(node: hbs.AST.Node | undefined): string {
  return isNode(node, 'PathExpression') ? node.original : '';
}
