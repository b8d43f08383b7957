import { EDITS, READINGS } from './kinds.ts';

/**
 * Kinds of work, and signs of which a line of megabytes is made. An engine that has no room left for code compiles expressions
 * without optimizing them, and then cannot go back over more than four million signs.
 */
const RUNS: readonly (readonly [kind: string, signs: string])[] = [
  ['reader', '=\t1★'],
  ['inline', '\t'],
  ['titles', '\t*'],
  ['sentences', '\t>'],
  ['cells', '1'],
  ['rank', '1'],
  ['typography', '\t-я'],
  ['cell written', ' \t'],
  ['read-answer', 'a`'],
  ['prompt', '`'],
  ['add-upstream', '>'],
];
const LONG = 4_500_000;
/** What a line may open with, so that more is asked of what stands behind. */
const OPENINGS = ['', 'a\n', '# What does this ', '## ★', '## Was folgt ', '| Belt |\n|---|\n| '];

for (const [name, signs] of RUNS) {
  const kind = [...READINGS, ...EDITS].find((one) => one.name === name);
  if (!kind) throw new Error(`no kind of work is called ${name}`);
  for (const sign of signs) {
    try {
      for (const opening of name === 'reader' ? OPENINGS : OPENINGS.slice(0, 2)) kind.work(opening + sign.repeat(LONG));
    } catch (error) {
      process.stdout.write(`${name} of ${JSON.stringify(sign)}: ${String(error)}\n`);
    }
  }
}
process.stdout.write('done\n');
