import { withoutQuoteMarks } from '../markdown/quote-marks';
import { STEP_LABELS } from '../model/vocabulary';
import { LETTER_OR_DIGIT } from '../text/letters';

/** A line of a step that says something. */
export interface TextLine {
  /** 1-based, in the note. */
  readonly line: number;
  /** Without its quote marks and the white space around. */
  readonly text: string;
}

const FENCE = /^(?:```|~~~)/;
const HEADING = /^#{1,6}\s/;
const LABELS = new Set<string>(STEP_LABELS);

/**
 * The lines of a step that are compared with those of another: what stands below its heading, quoted or not. Left out are blank lines,
 * rules, fences and what else has neither letter nor digit, the template's own labels, and headings at the end, which are those of
 * what follows the step.
 *
 * @param lines the note's lines, without line breaks.
 * @param step where it stands: the last line of its heading, and of its text, both 1-based.
 */
export function linesToCompare(
  lines: readonly string[],
  step: { readonly headEnd: number; readonly textEnd: number },
): readonly TextLine[] {
  const said = lines.slice(step.headEnd, step.textEnd).flatMap((written, index) => {
    const text = withoutQuoteMarks(written).trim();
    return saysSomething(text) ? [{ line: step.headEnd + index + 1, text }] : [];
  });
  while (HEADING.test(said.at(-1)?.text ?? '')) said.pop();
  return said;
}

function saysSomething(text: string): boolean {
  return (
    LETTER_OR_DIGIT().test(text) &&
    !FENCE.test(text) &&
    !LABELS.has(
      text
        .replace(/[*_:]+/g, '')
        .trim()
        .toLowerCase(),
    )
  );
}
