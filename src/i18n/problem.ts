import type { Problem } from '../model/problem';
import type { Translate } from './index';

/** A problem as a sentence. */
export function wordProblem(problem: Problem, t: Translate): string {
  switch (problem.code) {
    case 'frontmatter-syntax':
      return t('problems.frontmatter-syntax', { detail: problem.detail });
    case 'frontmatter-field':
      return t('problems.frontmatter-field', { field: problem.field, expected: t(`fieldKinds.${problem.expected}`) });
    case 'step-missing':
      return t('problems.step-missing', { step: problem.step, later: problem.later });
    case 'step-language':
      return t(`problems.step-language-${problem.step}`);
    case 'idea-repeated':
      return t('problems.idea-repeated', { target: problem.target, first: problem.first });
    case 'idea-both-ways':
      return t('problems.idea-both-ways', { target: problem.target, first: problem.first });
    case 'idea-itself':
      return t('problems.idea-itself');
    case 'footnote-undefined':
      return t('problems.footnote-undefined', { id: problem.id });
    case 'footnote-redefined':
      return t('problems.footnote-redefined', { id: problem.id, first: problem.first });
    case 'row-overflow':
      return t('problems.row-overflow', { cells: problem.cells, columns: problem.columns });
    case 'link-without-note':
      return t('problems.link-without-note', { target: problem.target });
  }
}
