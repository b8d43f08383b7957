import { splitLines } from '../text/line-breaks';
import type { StepOf } from './answer-headings';

/** An answer whose steps have headings, and lines that stood around them. */
interface Form {
  readonly said: string;
  readonly around: readonly string[];
}

/** What a model thought before it spoke; some leave out how that opens. */
const THOUGHT = /^[^]*<\/think(?:ing)?>/i;
/** `<step2>` and its end. */
const TAG = /<(\/?)step[ _-]?([1-3])>/gi;
/** A fence that no model writes. */
const FENCE = '~~~~~~~~~';
/** What an answer may stand between. */
const WRAPPER = /^\s{0,9}<\/?(?:answer|output|response|result)>\s{0,9}$/gim;
/** A rule that no frontmatter begins with: a heading is below it. */
const RULE = /^\s*---\s*\n(?=##|\*\*)/;

/** An answer with headings where its steps stand between tags, or are members of JSON, and without what was thought before it. */
export function inHeadings(answer: string, stepOf: StepOf): Form {
  const thought = THOUGHT.exec(answer)?.[0] ?? '';
  const spoken = answer.slice(thought.length).replace(WRAPPER, '').replace(RULE, '');
  const { said, around } = ofMembers(spoken, stepOf) ?? {
    said: !/<\/step/i.test(spoken)
      ? spoken
      : spoken.replace(TAG, (_, end: string, step: string) => `\n${end ? '' : `# Step ${step}\n`}${FENCE}\n`),
    around: [],
  };
  return { said, around: [...splitLines(thought), ...around] };
}

/** What stands in braces, where that is JSON with texts of steps, however deep; `null` where it is not, or there are headings around it. */
function ofMembers(answer: string, stepOf: StepOf): Form | null {
  const [from, to] = [answer.indexOf('{'), answer.lastIndexOf('}') + 1];
  const around = splitLines(`${answer.slice(0, from)}\n${answer.slice(to)}`).filter((line) => !/^\s*```/.test(line));
  let said = '';
  if (around.some((line) => /^[#*]/.test(line))) return null;
  try {
    JSON.parse(answer.slice(from, to), (key: string, value: unknown) => {
      const found = stepOf(key.replace(/_|(?=\d)/g, ' '));
      if (typeof value !== 'string') return value;
      if (found && found.by !== 'part') said += `# Step ${found.step}\n\n${value}\n\n`;
      else around.push(`${key}: ${value}`);
      return value;
    });
  } catch {
    return null;
  }
  return said === '' ? null : { said, around };
}
