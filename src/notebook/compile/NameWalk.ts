import { nameHandlers } from "./nameHandlers.ts";
import { Scope } from "./Scope.ts";
import {
  childrenOf,
  isTypedExpression,
  isTypeOnly,
  nameOf,
  nodeIn,
  nodesIn,
  positionOf,
  type Position,
  type SyntaxNode,
} from "./syntaxTree.ts";

/** A value import of a cell. */
export interface CellImport {
  module: string;
  /** the exported name; `default`, or `*` for the whole module */
  imported: string;
  local: string;
  position: Position;
}

/** One use of a name, and the scope to look it up from. */
export interface Use {
  name: string;
  scope: Scope;
  node: SyntaxNode;
  how: "read" | "assign";
  /** for the `log` of `log("name")`: the name */
  logName?: string;
}

/** Walks a tree and notes which scope declares and uses which names; `nameHandlers` knows the kinds of nodes. */
export class NameWalk {
  readonly top = new Scope(undefined, true);
  readonly uses: Use[] = [];
  readonly imports: CellImport[] = [];
  /** where the top-level names stand */
  readonly declaredAt = new Map<string, Position>();

  visit(node: SyntaxNode | undefined, scope: Scope): void {
    if (!node || isTypeOnly(node)) return;
    if (isTypedExpression(node)) return this.visit(nodeIn(node.expression), scope);
    const handler = nameHandlers[node.type];
    if (handler) handler(this, node, scope);
    else this.visitAll(childrenOf(node), scope);
  }

  visitAll(nodes: SyntaxNode[], scope: Scope): void {
    for (const node of nodes) this.visit(node, scope);
  }

  use(node: SyntaxNode, scope: Scope, how: Use["how"], logName?: string): void {
    this.uses.push({ name: nameOf(node), scope, node, how, ...(logName === undefined ? {} : { logName }) });
  }

  declare(node: SyntaxNode | undefined, scope: Scope): void {
    if (!node) return;
    scope.names.add(nameOf(node));
    if (scope === this.top && !this.declaredAt.has(nameOf(node))) this.declaredAt.set(nameOf(node), positionOf(node));
  }

  /** Declares the names of a pattern in `target`; its defaults and computed keys are read in `scope`. */
  bind(pattern: SyntaxNode | undefined, target: Scope, scope: Scope): void {
    this.pattern(pattern, scope, (node) => {
      if (node.type === "Identifier" && nameOf(node) !== "this") this.declare(node, target);
    });
  }

  /** Marks the names of a pattern as assigned to; what stands in `a.b = …` is only read. */
  assign(pattern: SyntaxNode | undefined, scope: Scope): void {
    this.pattern(pattern, scope, (node) => {
      if (node.type === "Identifier") this.use(node, scope, "assign");
      else this.visit(node, scope);
    });
  }

  private pattern(node: SyntaxNode | undefined, scope: Scope, leaf: (node: SyntaxNode) => void): void {
    if (!node) return;
    if (node.type === "AssignmentPattern") {
      this.pattern(nodeIn(node.left), scope, leaf);
      this.visit(nodeIn(node.right), scope);
    } else if (node.type === "ArrayPattern") {
      for (const element of nodesIn(node.elements)) this.pattern(element, scope, leaf);
    } else if (node.type === "ObjectPattern") {
      for (const property of nodesIn(node.properties)) this.pattern(property, scope, leaf);
    } else if (node.type === "Property") {
      if (node.computed === true) this.visit(nodeIn(node.key), scope);
      this.pattern(nodeIn(node.value), scope, leaf);
    } else if (node.type === "RestElement") this.pattern(nodeIn(node.argument), scope, leaf);
    else if (node.type === "TSParameterProperty") this.pattern(nodeIn(node.parameter), scope, leaf);
    else if (isTypedExpression(node)) this.pattern(nodeIn(node.expression), scope, leaf);
    else leaf(node);
  }

  /** Parameters have a scope of their own: their defaults do not see what the body declares. */
  enterFunction(node: SyntaxNode, scope: Scope): void {
    const parameters = scope.body();
    if (node.type !== "ArrowFunctionExpression") parameters.names.add("arguments");
    for (const parameter of nodesIn(node.params)) this.bind(parameter, parameters, parameters);
    const body = nodeIn(node.body);
    if (body?.type === "BlockStatement") this.visitAll(nodesIn(body.body), parameters.body());
    else this.visit(body, parameters);
  }

  enterClass(node: SyntaxNode, scope: Scope): void {
    const inside = scope.block();
    if (node.id) this.declare(nodeIn(node.id), inside);
    this.visitAll(nodesIn(node.decorators), scope);
    this.visit(nodeIn(node.superClass), inside);
    this.visit(nodeIn(node.body), inside);
  }
}
