import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, the longest first. A machine that has never run them cannot know. */
const SLOW = [
  'repair/corpus.test.ts',
  'write/idea-link-corpus.test.ts',
  'node/oracle.test.ts',
  'node/install-plugin.test.ts',
  'node/invariants.test.ts',
  'project/short-names.test.ts',
  'write/fill-in-vault.test.ts',
  'e2e/sidebar.test.ts',
  'e2e/table.test.ts',
  'e2e/table-looks.test.ts',
  'e2e/map.test.ts',
  'e2e/accessibility.test.ts',
  'e2e/compare.test.ts',
  'e2e/shared-rungs.test.ts',
  'e2e/workbench.test.ts',
];

/**
 * Files that count work, which come last, the longest first. They have put functions of their own in the place of the engine's, and
 * what a process runs after that it runs far slower, even with the engine's own back.
 */
const COUNTING = [
  'shapes/growth-more-edits.test.ts',
  'shapes/growth-readings.test.ts',
  'shapes/growth-comparisons.test.ts',
  'shapes/growth-edits.test.ts',
];

/** Begins with what takes longest: begun last, it would run on alone while all other cores stand idle. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification): number => {
      const file = path.relative(import.meta.dirname, moduleId).replaceAll(path.sep, '/');
      if (SLOW.includes(file)) return SLOW.indexOf(file);
      if (!file.startsWith('shapes/')) return SLOW.length;
      const place = COUNTING.indexOf(file);
      return SLOW.length + 1 + (place === -1 ? COUNTING.length : place);
    };
    return (await super.sort(files)).sort((a, b) => placeOf(a) - placeOf(b));
  }
}
