import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, the longest first. A machine that has never run them cannot know. */
const SLOW = [
  'shapes/growth-more-edits.test.ts',
  'shapes/growth-readings.test.ts',
  'repair/corpus.test.ts',
  'shapes/growth-edits.test.ts',
  'write/idea-link-corpus.test.ts',
  'shapes/growth-comparisons.test.ts',
  'node/oracle.test.ts',
  'node/install-plugin.test.ts',
  'node/invariants.test.ts',
  'project/short-names.test.ts',
  'write/fill-in-vault.test.ts',
  'shapes/growth-by-chance.test.ts',
  'e2e/sidebar.test.ts',
  'e2e/table.test.ts',
  'e2e/table-looks.test.ts',
  'e2e/map.test.ts',
  'e2e/accessibility.test.ts',
  'e2e/compare.test.ts',
  'e2e/shared-rungs.test.ts',
  'e2e/workbench.test.ts',
];

/** Begins with what takes longest: begun last, it would run on alone while all other cores stand idle. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification): number => {
      const place = SLOW.indexOf(path.relative(import.meta.dirname, moduleId).replaceAll(path.sep, '/'));
      return place === -1 ? SLOW.length : place;
    };
    return (await super.sort(files)).sort((a, b) => placeOf(a) - placeOf(b));
  }
}
