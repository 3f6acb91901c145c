import { Scope } from "./Scope.ts";
import {
  childrenOf,
  isTypedExpression,
  isTypeOnly,
  literalText,
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

/** What a cell's text declares and uses; every position is the first one. */
export interface CellNames {
  /** top-level names it declares, in the order of the text */
  owns: Map<string, Position>;
  imports: CellImport[];
  /** names it uses without declaring them: other cells' names and globals */
  reads: Map<string, Position>;
  /** those among them that it assigns to */
  assigns: Map<string, Position>;
  /** literal names it passes to `log(…)` */
  logs: Map<string, Position>;
  /** where it uses `log` with a name that only running it tells */
  anyLog?: Position;
}

interface Use {
  name: string;
  scope: Scope;
  node: SyntaxNode;
  how: "read" | "assign";
  /** for the `log` of `log("name")`: the name */
  logName?: string;
}

/** Finds a parsed cell's names by the scoping rules of JavaScript modules; names used only in types do not count. */
export function findNames(tree: SyntaxNode): CellNames {
  const walk = new NameWalk();
  for (const statement of nodesIn(tree.body)) walk.visit(statement, walk.top);
  const names: CellNames = {
    owns: new Map(),
    imports: walk.imports,
    reads: new Map(),
    assigns: new Map(),
    logs: new Map(),
  };
  const imported = new Set(walk.imports.map(({ local }) => local));
  const declared = [...walk.top.names].filter((name) => !imported.has(name));
  for (const name of declared) names.owns.set(name, walk.declaredAt.get(name) ?? positionOf(tree));
  for (const { name, scope, node, how, logName } of walk.uses) {
    if (imported.has(name) && how === "assign" && !isShadowed(scope, name)) keepFirst(names.assigns, name, node);
    if (scope.knows(name)) continue;
    if (how === "assign") keepFirst(names.assigns, name, node);
    keepFirst(names.reads, name, node);
    if (name !== "log") continue;
    if (logName === undefined) names.anyLog ??= positionOf(node);
    else keepFirst(names.logs, logName, node);
  }
  return names;
}

function keepFirst(found: Map<string, Position>, name: string, node: SyntaxNode): void {
  if (!found.has(name)) found.set(name, positionOf(node));
}

function isShadowed(scope: Scope, name: string): boolean {
  for (let at: Scope | undefined = scope; at?.parent; at = at.parent) if (at.names.has(name)) return true;
  return false;
}

class NameWalk {
  readonly top = new Scope(undefined, true);
  readonly uses: Use[] = [];
  readonly imports: CellImport[] = [];
  /** where the top-level names stand */
  readonly declaredAt = new Map<string, Position>();

  visit(node: SyntaxNode | undefined, scope: Scope): void {
    if (!node || isTypeOnly(node)) return;
    if (isTypedExpression(node)) return this.visit(nodeIn(node.expression), scope);
    const handler = handlers[node.type];
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

type Handler = (walk: NameWalk, node: SyntaxNode, scope: Scope) => void;

/** A class member or an object's property: the key counts only when it is computed. */
const member: Handler = (walk, node, scope) => {
  walk.visitAll(nodesIn(node.decorators), scope);
  if (node.computed === true) walk.visit(nodeIn(node.key), scope);
  walk.visit(nodeIn(node.value), scope);
};

const inBlock: Handler = (walk, node, scope) => walk.visitAll(childrenOf(node), scope.block());

const forEach: Handler = (walk, node, scope) => {
  const head = scope.block();
  const left = nodeIn(node.left);
  if (left?.type === "VariableDeclaration") walk.visit(left, head);
  else walk.assign(left, head);
  walk.visit(nodeIn(node.right), head);
  walk.visit(nodeIn(node.body), head);
};

const nothing: Handler = () => undefined;

const handlers: Record<string, Handler> = {
  Identifier: (walk, node, scope) => walk.use(node, scope, "read"),
  VariableDeclaration: (walk, node, scope) => {
    for (const declarator of nodesIn(node.declarations)) {
      walk.bind(nodeIn(declarator.id), node.kind === "var" ? scope.ofFunction : scope, scope);
      walk.visit(nodeIn(declarator.init), scope);
    }
  },
  FunctionDeclaration: (walk, node, scope) => {
    walk.declare(nodeIn(node.id), scope);
    walk.enterFunction(node, scope);
  },
  FunctionExpression: (walk, node, scope) => {
    const inside = scope.block();
    if (node.id) walk.declare(nodeIn(node.id), inside);
    walk.enterFunction(node, inside);
  },
  ArrowFunctionExpression: (walk, node, scope) => walk.enterFunction(node, scope),
  ClassDeclaration: (walk, node, scope) => {
    walk.declare(nodeIn(node.id), scope);
    walk.enterClass(node, scope);
  },
  ClassExpression: (walk, node, scope) => walk.enterClass(node, scope),
  MethodDefinition: member,
  PropertyDefinition: member,
  Property: member,
  StaticBlock: (walk, node, scope) => walk.visitAll(nodesIn(node.body), scope.body()),
  BlockStatement: inBlock,
  ForStatement: inBlock,
  ForInStatement: forEach,
  ForOfStatement: forEach,
  SwitchStatement: (walk, node, scope) => {
    walk.visit(nodeIn(node.discriminant), scope);
    walk.visitAll(nodesIn(node.cases), scope.block());
  },
  CatchClause: (walk, node, scope) => {
    const inside = scope.block();
    walk.bind(nodeIn(node.param), inside, inside);
    walk.visit(nodeIn(node.body), inside);
  },
  MemberExpression: (walk, node, scope) => {
    walk.visit(nodeIn(node.object), scope);
    if (node.computed === true) walk.visit(nodeIn(node.property), scope);
  },
  AssignmentExpression: (walk, node, scope) => {
    walk.assign(nodeIn(node.left), scope);
    walk.visit(nodeIn(node.right), scope);
  },
  UpdateExpression: (walk, node, scope) => walk.assign(nodeIn(node.argument), scope),
  CallExpression: (walk, node, scope) => {
    const callee = nodeIn(node.callee);
    const logName = literalText(nodesIn(node.arguments)[0]);
    if (callee?.type === "Identifier") walk.use(callee, scope, "read", nameOf(callee) === "log" ? logName : undefined);
    else walk.visit(callee, scope);
    walk.visitAll(nodesIn(node.arguments), scope);
  },
  LabeledStatement: (walk, node, scope) => walk.visit(nodeIn(node.body), scope),
  BreakStatement: nothing,
  ContinueStatement: nothing,
  MetaProperty: nothing,
  PrivateIdentifier: nothing,
  ImportDeclaration: (walk, node) => {
    for (const specifier of nodesIn(node.specifiers)) {
      if (specifier.importKind === "type") continue;
      const local = nodeIn(specifier.local)!;
      const exported = nodeIn(specifier.imported);
      const imported =
        specifier.type === "ImportNamespaceSpecifier"
          ? "*"
          : specifier.type === "ImportDefaultSpecifier"
            ? "default"
            : (literalText(exported) ?? nameOf(exported));
      walk.declare(local, walk.top);
      walk.imports.push({
        module: literalText(nodeIn(node.source)) ?? "",
        imported,
        local: nameOf(local),
        position: positionOf(specifier),
      });
    }
  },
};
