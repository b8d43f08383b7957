import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtPlugin } from '../host/page/build';
import { MISSING, newerSyntax } from '../old-platform';

/** Members that any object may have: here they cannot be told from others, so they are found by running (`tests/e2e`). */
const OF_ANY_NAME = /^Iterator\.prototype\.|\.(?:with|union|reset|find|inert|take|drop)$/;
/** What is asked for before it is used. */
const ASKED_FOR = new Set(['requestIdleCallback']);

/** Names of globals and `Owner.member`s, and the names of members that are told by themselves. */
const WHOLE = new Set(MISSING.filter((name) => !name.includes('.prototype.')));
const MEMBERS = new Map(
  MISSING.filter((name) => name.includes('.prototype.') && !OF_ANY_NAME.test(name)).map((name) => [
    name.replace(/.*\./, ''),
    name,
  ]),
);

/**
 * What a script holds that the oldest platforms do not have, each with the line's text around it:
 *
 * - regular expressions in literals and in whole texts that patterns are made of, and those that strings and templates hold or begin
 *   (`'(?<' + …`), for one of them that is not understood keeps the whole plugin from loading on iOS before 16.4;
 * - blocks in classes, which are ES2022 but came to Safari in 16.4;
 * - built-ins by name. Those whose name could be anybody's are only found by running the plugin without them.
 */
function newerThings(script: string): string[] {
  const file = ts.createSourceFile('main.js', script, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const what = newerThing(node);
    if (what !== null) found.push(`${what}: ${node.getText(file).slice(0, 80)}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function newerThing(node: ts.Node): string | null {
  if (ts.isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf('/');
    return newerSyntax(node.text.slice(1, end), node.text.slice(end + 1));
  }
  if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
    return beginsNewerSyntax(node.text) ? 'a lookbehind in a string' : null;
  }
  if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') {
    const [source, flags] = (node.arguments ?? []).map(textOf);
    return source === undefined || source === null ? null : newerSyntax(source, flags ?? '');
  }
  if (ts.isClassStaticBlockDeclaration(node)) return 'a block in a class';
  if (ts.isVariableDeclarationList(node) && /^(?:await )?using\b/.test(node.getText())) return 'using';
  if (ts.isPropertyAccessExpression(node)) {
    const name = node.name.text;
    const owner = node.expression.getText();
    const whole = /^(?:window|globalThis|self)$/.test(owner) ? name : `${owner}.${name}`;
    if (WHOLE.has(whole) && !ASKED_FOR.has(whole)) return whole;
    return MEMBERS.get(name) ?? null;
  }
  if (ts.isIdentifier(node) && WHOLE.has(node.text) && isGlobal(node)) return node.text;
  return null;
}

/** What a text says that has no gaps, written in quotes or as `String.raw`. */
function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  const isRaw = ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'String.raw';
  return isRaw && ts.isNoSubstitutionTemplateLiteral(node.template) ? (node.template.rawText ?? null) : null;
}

/** Not a name that is given here: of a member, of a key, of something declared. */
function isGlobal(node: ts.Identifier): boolean {
  const { parent } = node;
  return ts.isShorthandPropertyAssignment(parent) || !('name' in parent && parent.name === node);
}

/** Also where the rest of the group's opening is put behind the string. */
function beginsNewerSyntax(text: string): boolean {
  return /\(?\?<[=!]|\(\?<?$/.test(text);
}

describe('main.js', () => {
  let script = '';
  beforeAll(async () => {
    script = await builtPlugin();
  });

  it('has nothing that the oldest platforms do not understand or have', () => {
    expect(script.length).toBeGreaterThan(100_000);
    expect(newerThings(script)).toEqual([]);
  });
});

describe('newerThings(script)', () => {
  it.each([
    ['/(?<=a)b/', 'a lookbehind'],
    ['/(?<!a)b/u', 'a lookbehind'],
    ['/\\\\(?<!a)b/u', 'a lookbehind'],
    ["new RegExp('(?<=a)b')", 'a lookbehind in a string'],
    ['new RegExp(`${a}(?<!${b})`)', 'a lookbehind in a string'],
    ["new RegExp('(?<' + '=a)')", 'a lookbehind in a string'],
    ["new RegExp('(?' + kind + 'a)')", 'a lookbehind in a string'],
    ["new RegExp('[a--b]', 'v')", 'the flag v'],
    ['new RegExp(String.raw`\\d(?i:a)`)', 'flags in a group'],
    ['new RegExp(String.raw`(?<a>b)|(?<a>c)`, "u")', 'two groups of one name'],
    ['/[a--b]/v', 'the flag v'],
    ['/(?i:a)/', 'flags in a group'],
    ['/(?<a>b)|(?<a>c)/', 'two groups of one name'],
    ['class A { static { go(); } }', 'a block in a class'],
    ['{ using a = b(); }', 'using'],
    ['list.toSorted()', 'Array.prototype.toSorted'],
    ['const { groupBy } = Object; Object.groupBy(list, by)', 'Object.groupBy'],
    ['window.scheduler.postTask(go)', 'scheduler'],
    ['new Intl.DurationFormat()', 'Intl.DurationFormat'],
    ['new URLPattern()', 'URLPattern'],
    ['({ scheduler })', 'scheduler'],
    ['el?.checkVisibility?.()', 'Element.prototype.checkVisibility'],
  ])('finds in %s %s', (script, what) => {
    expect(newerThings(script).map((found) => found.replace(/:.*/s, ''))).toContain(what);
  });

  it.each([
    '/(?<name>a)\\k<name>(?=b)(?!c)(?:d)/gimsuy',
    '/\\(?<=|[(?<!]/',
    "new RegExp(`(?<edge>${source})|(?:a`, 'u')",
    "new RegExp(String.raw`(?<a>[vV]+)(?:b)`, 'gu')",
    'class A { static b = 1; #c = 2; static #d() {} }',
    'list.at(-1); list.findLast(is); Object.hasOwn(a, b); structuredClone(a); new Intl.Segmenter()',
    'schema.with(options); ({ scheduler: 1, groupBy() {} }); d3.groupBy(a); class A { navigation = false }',
  ])('finds nothing in %s', (script) => {
    expect(newerThings(script)).toEqual([]);
  });
});
