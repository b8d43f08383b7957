// Which names of members the bundle can do without: npx tsx tests/release/safe-names.ts writes them down.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';

const ROOT = path.resolve(import.meta.dirname, '../..');
const LIST = path.join(import.meta.dirname, 'short-names.json');
/** Two letters are hardly fewer than three. */
const SHORTEST = 3;
/** They are lists in the bundle: see messages-by-number.mjs. */
const MESSAGES = /[\\/]i18n[\\/](?:en|ru)\.ts$/;
/** What takes an object apart by the names of its members, in the library of the language itself. */
const BY_NAME = /^(?:ObjectConstructor|JSON|Reflect)$/;

interface Names {
  /** Those that can be shorter: the sources declare them, and every use of them is known. */
  readonly safe: readonly string[];
  /** Those that have to stay, each with where that shows. */
  readonly kept: ReadonlyMap<string, string>;
}

/** What the language's own library declares, parsed once for the same options: it takes longer than all the rest of a small source. */
const libraries = new Map<string, ts.SourceFile | undefined>();

function hostOf(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  const folder = host.getDefaultLibLocation?.() ?? '';
  host.getSourceFile = (file, version) => {
    if (path.dirname(file) !== folder) return read(file, version);
    const key = JSON.stringify([file, options]);
    if (!libraries.has(key)) libraries.set(key, read(file, version));
    return libraries.get(key);
  };
  return host;
}

/**
 * The names of members in these sources. A name stays where anything but the sources themselves can ask for it: what Obsidian, the
 * browser or a library declares, what is stored or printed, what is handed to code that takes anything, what is asked for by a string.
 */
export function namesOfMembers(files: readonly string[], options: ts.CompilerOptions): Names {
  const program = ts.createProgram(files, options, hostOf(options));
  const checker = program.getTypeChecker();
  const sources = program
    .getSourceFiles()
    .filter(({ fileName }) => files.includes(path.normalize(fileName)) && !MESSAGES.test(fileName));
  const own = new Set(sources);
  const declared = new Set<string>();
  const kept = new Map<string, string>([['toJSON', 'JSON.stringify asks for it']]);
  const left = new Set<ts.Type>();
  const met = new Map<ts.Type, Set<ts.Type>>();

  const keep = (name: string, why: string): void => {
    if (!kept.has(name)) kept.set(name, why);
  };
  const whereIs = (node: ts.Node): string => {
    const file = node.getSourceFile();
    return `${path.relative(ROOT, file.fileName)}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  };
  const isOwn = (symbol: ts.Symbol): boolean =>
    checker.getRootSymbols(symbol).every(({ declarations = [] }) => {
      const [first] = declarations;
      return first !== undefined && declarations.every((one) => own.has(one.getSourceFile()) && !isAmbient(one));
    });
  const partsOf = (type: ts.Type): readonly ts.Type[] => (type.isUnionOrIntersection() ? type.types : [type]);
  const membersOf = (type: ts.Type): readonly ts.Symbol[] =>
    partsOf(type).flatMap((part) => checker.getPropertiesOfType(checker.getApparentType(part)));
  const stringsOf = (type: ts.Type): readonly string[] =>
    partsOf(type).flatMap((part) => (part.isStringLiteral() ? [part.value] : []));
  const argumentsOf = (type: ts.Type): readonly ts.Type[] => (isReference(type) ? checker.getTypeArguments(type) : []);

  /** Whether whoever has this type knows nothing of the members, or takes them by any name. */
  const isOpen = (type: ts.Type): boolean =>
    partsOf(type).some(
      (part) =>
        (part.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive)) !== 0 ||
        ((part.flags & ts.TypeFlags.Object) !== 0 &&
          part.getCallSignatures().length === 0 &&
          part.getConstructSignatures().length === 0 &&
          (checker.getPropertiesOfType(part).length === 0 || part.getStringIndexType() !== undefined)),
    );

  /** The value goes where nobody knows what is asked of it: it keeps its names, and so does all that it holds. */
  const leave = (type: ts.Type, why: string): void => {
    if (left.has(type)) return;
    left.add(type);
    if (type.isUnionOrIntersection()) for (const part of type.types) leave(part, why);
    const constraint = type.isTypeParameter() ? checker.getBaseConstraintOfType(type) : undefined;
    if (constraint) leave(constraint, why);
    if ((type.flags & ts.TypeFlags.Object) === 0) return;
    for (const one of argumentsOf(type)) leave(one, why);
    for (const signature of type.getCallSignatures()) leave(signature.getReturnType(), why);
    for (const { type: held } of checker.getIndexInfosOfType(type)) leave(held, why);
    // Of what a class makes, the app knows what it declares itself; nothing of the kind is stored.
    if (isMadeByClass(type)) return;
    for (const member of checker.getPropertiesOfType(type).filter(isOwn)) {
      keep(member.name, why);
      leave(checker.getTypeOfSymbol(member), why);
    }
  };

  /** One value has both types: what only one of them has from the sources keeps its name. */
  const meet = (one: ts.Type, other: ts.Type, why: string): void => {
    const before = met.get(one) ?? new Set();
    if (one === other || before.has(other)) return;
    met.set(one, before.add(other));
    if (isOpen(other)) leave(one, why);
    if (isOpen(one)) leave(other, why);
    if (one.isUnionOrIntersection()) {
      for (const part of one.types) meet(part, other, why);
      return;
    }
    if (other.isUnionOrIntersection()) {
      for (const part of other.types) meet(one, part, why);
      return;
    }
    const [a, b] = [checker.getApparentType(one), checker.getApparentType(other)];
    if ((a.flags & b.flags & ts.TypeFlags.Object) === 0) return;
    const [ofA, ofB] = [argumentsOf(a), argumentsOf(b)];
    if (ofA.length === ofB.length) ofA.forEach((type, index) => ofB[index] && meet(type, ofB[index], why));
    const [listed, listedToo] = [a.getNumberIndexType(), b.getNumberIndexType()];
    if (listed && listedToo) meet(listed, listedToo, why);
    const [call] = a.getCallSignatures();
    const [callToo] = b.getCallSignatures();
    if (call && callToo) {
      meet(call.getReturnType(), callToo.getReturnType(), why);
      call.parameters.forEach((parameter, index) => {
        const same = callToo.parameters[index];
        if (same) meet(checker.getTypeOfSymbol(same), checker.getTypeOfSymbol(parameter), why);
      });
    }
    for (const member of checker.getPropertiesOfType(b)) {
      const same = checker.getPropertyOfType(a, member.name);
      if (!same || same === member) continue;
      const [isOurs, isOursToo] = [isOwn(member), isOwn(same)];
      if (isOurs !== isOursToo) keep(member.name, why);
      if (isOurs || isOursToo) meet(checker.getTypeOfSymbol(same), checker.getTypeOfSymbol(member), why);
    }
  };

  /** The name is asked of a value of this type. */
  const ask = (type: ts.Type, name: string, why: string): void => {
    for (const part of partsOf(checker.getNonNullableType(type))) {
      if (isEmptyLiteral(part)) continue;
      // What a module exports is no member, and is not marked where it is declared.
      if (isModule(part)) keep(name, why);
      const member = checker.getPropertyOfType(checker.getApparentType(part), name);
      if (!member || !isOwn(member)) keep(name, why);
    }
  };

  const lookAtCall = (node: ts.CallExpression | ts.NewExpression): void => {
    const { declaration } = checker.getResolvedSignature(node) ?? {};
    if (!declaration || own.has(declaration.getSourceFile())) return;
    const isOfLanguage = /[\\/]lib\.(?:es|decorators)[^\\/]*$/.test(declaration.getSourceFile().fileName);
    const { parent } = declaration;
    const holder = ts.isModuleBlock(parent) ? parent.parent : parent;
    const isByName =
      (ts.isInterfaceDeclaration(holder) || ts.isModuleDeclaration(holder)) && BY_NAME.test(holder.name.text);
    // What lists, maps and promises hold goes no further.
    if (isOfLanguage && !isByName) return;
    for (const given of node.arguments ?? []) {
      if (ts.isStringLiteralLike(given)) {
        if (isByName) keep(given.text, whereIs(given));
        continue;
      }
      // Of a function only what it gives and takes goes there: `meet` sees to that.
      const type = checker.getTypeAtLocation(given);
      const isGeneric = (declaration.typeParameters ?? []).length > 0;
      if ((isByName || isGeneric) && type.getCallSignatures().length === 0) leave(type, whereIs(given));
    }
  };

  /** Whether a class is the sources' own, as are those it stands on. */
  const isOwnClass = (type: ts.Type): boolean => {
    const { symbol } = type as { symbol?: ts.Symbol };
    if (symbol === undefined || !isOwn(symbol)) return false;
    const clauses = (symbol.declarations ?? []).flatMap((one) =>
      ts.isClassLike(one) ? (one.heritageClauses ?? []) : [],
    );
    return clauses
      .filter(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)
      .every(({ types }) => types.every((base) => isOwnClass(checker.getTypeAtLocation(base))));
  };

  const look = (node: ts.Node): void => {
    if (isMember(node)) lookAtMember(node);
    if (ts.isParameterPropertyDeclaration(node, node.parent) && ts.isIdentifier(node.name))
      keep(node.name.text, whereIs(node));
    // The bundler writes it in quotes, and puts no number in its place where it is to be shortened.
    if (ts.isEnumMember(node) && ts.isIdentifier(node.name)) keep(node.name.text, whereIs(node));
    if (ts.isClassLike(node)) {
      for (const clause of node.heritageClauses ?? []) {
        const isOwnBase = clause.types.every((base) => isOwnClass(checker.getTypeAtLocation(base)));
        // Beside what the app declares of a class stands what it does not declare.
        if (clause.token === ts.SyntaxKind.ExtendsKeyword && !isOwnBase)
          for (const { name } of node.members) if (name && ts.isIdentifier(name)) keep(name.text, whereIs(name));
        for (const base of clause.types)
          meet(checker.getTypeAtLocation(node), checker.getTypeAtLocation(base), whereIs(base));
      }
    }
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.name))
      ask(checker.getTypeAtLocation(node.expression), node.name.text, whereIs(node));
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent) && !node.dotDotDotToken) {
      const name = node.propertyName ?? node.name;
      if (ts.isIdentifier(name)) ask(checker.getTypeAtLocation(node.parent), name.text, whereIs(node));
      else if (ts.isStringLiteral(name)) keep(name.text, whereIs(node));
    }
    if (ts.isElementAccessExpression(node))
      askByValue(checker.getTypeAtLocation(node.argumentExpression), node.expression);
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InKeyword)
      askByValue(checker.getTypeAtLocation(node.left), node.right);
    if (ts.isForInStatement(node)) leave(checker.getTypeAtLocation(node.expression), whereIs(node));
    if (ts.isAsExpression(node))
      meet(checker.getTypeAtLocation(node.expression), checker.getTypeAtLocation(node), whereIs(node));
    if (ts.isTypePredicateNode(node) && node.type && ts.isFunctionLike(node.parent))
      for (const parameter of node.parent.parameters)
        meet(checker.getTypeAtLocation(parameter), checker.getTypeFromTypeNode(node.type), whereIs(node));
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) lookAtCall(node);
    if (ts.isExpression(node) && !isTakenApart(node)) {
      const wanted = checker.getContextualType(node);
      if (wanted) meet(checker.getTypeAtLocation(node), wanted, whereIs(node));
    }
    ts.forEachChild(node, look);
  };

  const askByValue = (key: ts.Type, of: ts.Expression): void => {
    for (const name of stringsOf(key)) keep(name, whereIs(of));
    const isKnown = partsOf(key).every(
      (part) => part.isStringLiteral() || (part.flags & (ts.TypeFlags.NumberLike | ts.TypeFlags.ESSymbolLike)) !== 0,
    );
    if (!isKnown) for (const { name } of membersOf(checker.getTypeAtLocation(of))) keep(name, whereIs(of));
  };

  const lookAtMember = (node: Member): void => {
    const { name } = node;
    if (ts.isComputedPropertyName(name))
      for (const one of stringsOf(checker.getTypeAtLocation(name.expression))) keep(one, whereIs(node));
    if (ts.isStringLiteralLike(name)) keep(name.text, whereIs(node));
    if (!ts.isIdentifier(name)) return;
    declared.add(name.text);
    if (!ts.isObjectLiteralExpression(node.parent)) return;
    const wanted = checker.getContextualType(node.parent);
    for (const part of wanted ? partsOf(wanted) : []) {
      const member = checker.getPropertyOfType(part, name.text);
      if (member && !isOwn(member)) keep(name.text, whereIs(node));
    }
  };

  /** What others declare: of Obsidian every member; of the rest what an object may have or not, for the compiler misses it nowhere. */
  const lookAtOthers = (node: ts.Node, isApp: boolean): void => {
    if (isMember(node) && ts.isIdentifier(node.name))
      if (isApp || ((ts.isPropertySignature(node) || ts.isMethodSignature(node)) && node.questionToken))
        keep(node.name.text, whereIs(node));
    ts.forEachChild(node, (child) => {
      lookAtOthers(child, isApp);
    });
  };

  for (const source of sources) ts.forEachChild(source, look);
  for (const source of program.getSourceFiles())
    if (!own.has(source)) lookAtOthers(source, /[\\/]obsidian[\\/]/.test(source.fileName));
  return { safe: [...declared].filter((name) => name.length >= SHORTEST && !kept.has(name)).sort(), kept };
}

type Member =
  | (ts.ClassElement & { readonly name: ts.PropertyName })
  | (ts.ObjectLiteralElementLike & { readonly name: ts.PropertyName })
  | (ts.TypeElement & { readonly name: ts.PropertyName });

function isMember(node: ts.Node): node is Member {
  return (
    ts.isPropertySignature(node) ||
    ts.isMethodSignature(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isAccessor(node) ||
    ts.isPropertyAssignment(node) ||
    ts.isShorthandPropertyAssignment(node)
  );
}

/** A pattern asks for what it names; that is no type which the value has, nor what the value is made of. */
function isTakenApart(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent)) return !ts.isIdentifier(parent.name) && !parent.type;
  const isHandedOn =
    ts.isArrayLiteralExpression(parent) ||
    ts.isParenthesizedExpression(parent) ||
    ts.isAwaitExpression(parent) ||
    (ts.isConditionalExpression(parent) && node !== parent.condition) ||
    (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken);
  return isHandedOn && isTakenApart(parent);
}

/** What an import gives that is waited for. */
function isModule(type: ts.Type): boolean {
  const { symbol } = type as { symbol?: ts.Symbol };
  return symbol !== undefined && (symbol.flags & ts.SymbolFlags.ValueModule) !== 0;
}

/** `{}`, which has no member under any name. */
function isEmptyLiteral(type: ts.Type): boolean {
  const { declarations: [literal] = [] } = (type as { symbol?: ts.Symbol }).symbol ?? {};
  return literal !== undefined && ts.isObjectLiteralExpression(literal) && literal.properties.length === 0;
}

function isMadeByClass(type: ts.Type): boolean {
  const { symbol } = type as { symbol?: ts.Symbol };
  return symbol !== undefined && (symbol.flags & ts.SymbolFlags.Class) !== 0;
}

function isReference(type: ts.Type): type is ts.TypeReference {
  return 'target' in type;
}

/** Said in the sources of what stands elsewhere: `declare module 'obsidian'`. */
function isAmbient(node: ts.Node): boolean {
  for (let outer: ts.Node | undefined = node; outer; outer = outer.parent as ts.Node | undefined)
    if (ts.isModuleDeclaration(outer)) return true;
  return false;
}

/** Those of the plugin's own sources. */
export function namesOfSources(): Names {
  const { config } = ts.readConfigFile(path.join(ROOT, 'tsconfig.json'), (file) => ts.sys.readFile(file)) as {
    config: unknown;
  };
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  return namesOfMembers(
    fileNames.map((file) => path.normalize(file)),
    options,
  );
}

if (process.argv[1] === import.meta.filename)
  await writeFile(LIST, `${JSON.stringify(namesOfSources().safe, null, 2)}\n`);
