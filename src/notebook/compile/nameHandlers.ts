import type { NameWalk } from "./NameWalk.ts";
import type { Scope } from "./Scope.ts";
import { childrenOf, literalText, nameOf, nodeIn, nodesIn, positionOf, type SyntaxNode } from "./syntaxTree.ts";

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

/** What each kind of node declares and uses; of all others the children are visited. */
export const nameHandlers: Readonly<Record<string, Handler | undefined>> = {
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
