import { beforeAll, describe, expect, it } from 'vitest';
import { evaluatePlugin } from '../bench/bare-obsidian';
import { builtPlugin } from '../host/page/build';
import settings from '../kept/0.1.0/data.json';

/** A pattern of more characters is a vocabulary put together: making one of them takes up to ten milliseconds. */
const LONGEST_PATTERN = 200;
/** A class of letters costs as much as a long pattern: it is the sets of Unicode that take the time. */
const LETTERS = /\\p\{/i;
/** In entries: a larger table is one of all characters. */
const LARGEST_TABLE = 1024;

/** What can take long to make. */
const COSTLY: Readonly<Record<string, unknown>> = { RegExp, Intl, TextDecoder, Uint8Array, Uint16Array, Uint32Array };

/** Globals that note what is made of them. */
function watched(note: (made: string) => void): Readonly<Record<string, unknown>> {
  const watch = (name: string, value: unknown): unknown => {
    if (typeof value !== 'function') return value;
    return new Proxy(value, {
      construct(target, given: unknown[], newTarget) {
        note(`${name}(${given.map(String).join(', ')})`);
        const object: unknown = Reflect.construct(target, given, newTarget);
        return typeof object === 'object' && object !== null ? object : {};
      },
      apply(target, self, given: unknown[]): unknown {
        note(`${name}(${given.map(String).join(', ')})`);
        return Reflect.apply(target, self, given);
      },
    });
  };
  const intl = new Proxy(Intl, { get: (all, name) => watch(`Intl.${String(name)}`, Reflect.get(all, name)) });
  return Object.fromEntries(
    Object.entries(COSTLY).map(([name, value]) => [name, name === 'Intl' ? intl : watch(name, value)]),
  );
}

function isCostly(made: string): boolean {
  const [, name = '', given = ''] = /^([\w.]+)\((.*)\)$/s.exec(made) ?? [];
  if (name === 'RegExp') return given.length > LONGEST_PATTERN || LETTERS.test(given);
  if (name.startsWith('Uint')) return Number(given) > LARGEST_TABLE;
  return true;
}

/**
 * Obsidian evaluates `main.js` of each plugin at each start, on a phone as well, while the user waits for his notes. Times differ from
 * machine to machine (`npm run bench` has them, and the budget); what took them is told by what is made.
 */
describe('The start of main.js', () => {
  let script = '';
  beforeAll(async () => {
    script = await builtPlugin();
  });

  it('makes nothing that takes long before it is needed', async () => {
    const made: string[] = [];
    const load = evaluatePlugin(
      script,
      settings,
      watched((one) => made.push(one)),
    );
    expect(load).not.toBeNull();
    expect(made.filter(isCostly)).toEqual([]);
    // Small things add up.
    expect(made.length).toBeLessThan(10);
    made.length = 0;
    await load?.();
    // The names of frontmatter fields that the user has set are checked.
    expect(made.filter(isCostly)).toEqual([expect.stringMatching(/^RegExp\(\^\[\\p\{L\}\\p\{N\}_\]/)]);
    expect(made.length).toBeLessThan(10);
  });

  it('would see what is made too early', () => {
    const made: string[] = [];
    const early = `
      new RegExp('${'ab|'.repeat(99)}'); RegExp('[\\\\p{L}]', 'u'); new Intl.Segmenter(); Intl.Collator('ru');
      new Uint16Array(65536); new TextDecoder('macintosh');
      new RegExp('a'); new Uint8Array(256);`;
    evaluatePlugin(
      early,
      settings,
      watched((one) => made.push(one)),
    );
    expect(made).toHaveLength(8);
    expect(made.filter(isCostly)).toEqual(made.slice(0, 6));
  });
});
