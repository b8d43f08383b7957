import fc from 'fast-check';
import { Document, Scalar, YAMLSeq, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { FrontmatterField } from '../../src/markdown/frontmatter-scan';
import { scalarKind } from '../../src/markdown/yaml-kind';
import type { YamlValue } from '../../src/markdown/yaml-value';

const STYLES = ['PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const;
const WORDS = [
  ...[
    'слово',
    'word',
    '[[Дом]]',
    '[[A|b c]]',
    '[x](y.md)',
    '2024-01-02',
    '10:20',
    '42',
    'true',
    '~',
    'null',
    '-',
    '- ',
    '#',
    ' # ',
  ],
  ...[
    ': ',
    ':',
    ',',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '\\',
    '&',
    '*',
    '!',
    '|',
    '>',
    '%',
    '@',
    '`',
    '?',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\t',
  ],
  ...['\u00A0', '\u2028', '\u0007', '👩‍💻', '...', '---', '// x'],
];
const words = fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }).map((parts) => parts.join(''));
const sentence = fc
  .array(fc.constantFrom('слово', 'word', '[[Дом]]', 'и'), { minLength: 8, maxLength: 60 })
  .map((all) => all.join(' '));
const text = fc.oneof({ weight: 3, arbitrary: words }, { weight: 1, arbitrary: sentence });
const scalar = fc
  .tuple(
    fc.oneof({ weight: 4, arbitrary: text }, fc.integer(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null)),
    fc.constantFrom(...STYLES),
  )
  .map(([value, style]) => {
    const node = new Scalar<unknown>(value);
    if (typeof value === 'string') node.type = style;
    return node;
  });
const list = fc.tuple(fc.array(scalar, { maxLength: 5 }), fc.boolean()).map(([items, flow]) => {
  const node = new YAMLSeq();
  node.items = items;
  node.flow = flow;
  return node;
});
const NAMES = [
  'title',
  'tags',
  'aliases',
  'Receptor',
  'свой ключ',
  'a:b',
  'with "quotes"',
  "it's",
  '# no',
  '- dash',
  'x#y',
  '42',
];

/** Fields as people write them, in the several ways in which YAML writes one and the same. */
export const writtenFields = fc
  .tuple(
    fc.uniqueArray(fc.tuple(fc.constantFrom(...NAMES), fc.oneof(scalar, list)), {
      selector: ([name]) => name,
      minLength: 1,
      maxLength: 5,
    }),
    fc.constantFrom(0, 20, 80),
    fc.boolean(),
  )
  .map(([fields, lineWidth, indentSeq]) => {
    const document = new Document({});
    for (const [name, value] of fields) document.set(name, value);
    return document.toString({ lineWidth, indentSeq });
  })
  // A text that begins with a colon it writes in a list as the key of a map; an empty list at the margin it cannot read.
  .filter((yaml) => [...(fieldsByYaml(yaml)?.values() ?? [null])].every(isPlain));

const VALUES = [
  ...[
    'x',
    'y z',
    '"q"',
    "'s'",
    '[a, "b", \'c\']',
    '|\n  l\n\n   m',
    '>\n  f\n  g\n\n  h',
    '>-\n    f\n    g\n\n     h\n    i',
  ],
  ...[
    '\n  - i\n  - "j"',
    '\n- i\n-\n- k',
    '[\n  a,\n  b\n]',
    '"m\n  n"',
    "'m\n\n  n'",
    'p\n  q\n\n  r',
    '',
    '~',
    '# c',
    '|+\n  k\n\n',
  ],
  ...['{a: 1}', '\n  n: m', '\n  v', '[[A]]', '\n  - [[A]]\n  - b', '|2\n   x', '|\n  x\n    ', '"\\u0041\\\n  b"'],
];
const MESS = [
  ...[
    'a: ',
    'b: ',
    '"c": ',
    "'d e': ",
    'a:',
    '\n',
    '\n',
    '\n',
    '\n  ',
    '\n ',
    '\n    ',
    '\n- ',
    '\n  - ',
    '- ',
    '-',
    '[',
    ']',
    ', ',
    ',',
  ],
  ...[
    '{',
    '}',
    '"',
    '"',
    "'",
    "''",
    '\\"',
    '\\n',
    '\\',
    '\\\n ',
    '|',
    '>',
    '|-',
    '>-',
    '|+',
    '>+',
    '|2',
    '# x',
    ' # x',
    '#',
    'x',
    'y z',
  ],
  ...[
    'слово',
    '[[A]]',
    '[[A|b]]',
    '[x](y.md)',
    '1',
    '2024-01-02',
    'true',
    '~',
    ' ',
    '  ',
    '\t',
    ': ',
    ':',
    '&a ',
    '*a',
    '!!str ',
    '?',
    '? ',
  ],
  ...['%', '@', '\r\n', '\r', '\u2028', '\u00A0', '...', '--- ', '\0', '\\u0041', '\\x4', '🟢', '\uFEFF', '\uD800'],
];
const line = fc
  .tuple(
    fc.constantFrom('a', 'b', '"c"', "'d e'", 'key'),
    fc.constantFrom(...VALUES),
    fc.constantFrom('', ' ', ' # c', '\n', '\n# c', '\n  # c', '\n \n', '\t'),
  )
  .map(([name, value, behind]) => `${name}: ${value}${behind}\n`);
const mess = fc.array(fc.constantFrom(...MESS), { maxLength: 12 }).map((parts) => parts.join(''));

/** What looks like YAML here and there. */
export const anyFields = fc
  .array(fc.oneof({ weight: 2, arbitrary: line }, { weight: 3, arbitrary: mess }), { maxLength: 6 })
  .map((parts) => parts.join(''));

/** The fields that YAML reads, by name, those left out that come twice; `null` where it cannot read them. */
export function fieldsByYaml(yaml: string): ReadonlyMap<string, unknown> | null {
  const document = parseDocument(yaml, { logLevel: 'silent', uniqueKeys: false });
  if (document.errors.length > 0 || !isMap(document.contents)) return null;
  const fields = new Map<string, unknown>();
  const repeated = new Set<string>();
  for (const { key, value } of document.contents.items) {
    const name = isScalar(key) ? (key.source ?? '') : '?';
    if (fields.has(name)) repeated.add(name);
    fields.set(name, value);
  }
  for (const name of repeated) fields.delete(name);
  return fields;
}

/** Whether a field holds one value or a list of such. */
function isPlain(node: unknown): boolean {
  return isSeq(node) ? node.items.every(isScalar) : isScalar(node);
}

/** What YAML has for a field in the form in which `claimOf` says it of the scanner's. */
export function claimByYaml(node: unknown): unknown {
  if (isMap(node)) return 'object';
  if (isSeq(node)) return node.items.map(claimByYaml).filter((one) => one !== null);
  return isScalar(node) ? node.value : null;
}

/** What the scanner says of a field, as the value that YAML should have. */
export function claimOf({ kind, values }: FrontmatterField): unknown {
  if (kind === 'object') return 'object';
  return kind === 'list' ? values.map(valueOf) : kind === 'empty' ? null : valueOf(values[0]);
}

function valueOf(value: YamlValue | undefined): unknown {
  if (value === undefined) return undefined;
  const kind = scalarKind(value);
  if (kind === 'boolean') return value.text.toLowerCase() === 'true';
  if (kind !== 'number') return value.text;
  return Number(value.text.replace(/\.inf$/i, 'Infinity').replace(/\.nan$/i, 'NaN'));
}
