import type { Problem } from '../model/problem';
import type { Translate } from './index';

/** A problem as a sentence: its message has a gap for each value that it needs. */
export function problemMessage(problem: Problem, t: Translate): string {
  if (problem.code === 'frontmatter-field') {
    return t('problems.frontmatter-field', { field: problem.field, expected: t(`fieldKinds.${problem.expected}`) });
  }
  if (problem.code === 'step-language') return t(`problems.step-language-${problem.step}`);
  if (problem.code === 'link-without-note') {
    const near = problem.near.map((name) => t('problems.nearName', { name })).join(', ');
    return t('problems.link-without-note', { target: problem.target, near });
  }
  const { code, ...values } = problem;
  return t(`problems.${code}`, values);
}
