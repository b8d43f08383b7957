import { isFilled } from '../markdown/filled';
import { lazyPattern } from '../text/lazily';
import { splitLines } from '../text/line-breaks';
import { fenceAtStart } from './answer-fences';
import type { StepOf } from './answer-headings';

/** An answer whose steps have headings, and lines that stood around them. */
interface Form {
  readonly said: string;
  readonly around: readonly string[];
}

/** What a model thought before it spoke; some leave out how that opens. */
const THOUGHT = /^[^]*<\/think(?:ing)?>/i;
/** A tag or its end. */
const TAG = lazyPattern(String.raw`<(/?)(\p{L}[^\s<>/]{0,60})([^<>\n]{0,99})>`, 'gu');
/** What a fold says above what it holds. */
const SUMMARY = /^\s{0,9}<summary>([^<>\n]{1,99})<\/summary>/i;
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
  const { said, around } = ofMembers(spoken, stepOf) ?? { said: ofElements(spoken, stepOf), around: [] };
  return { said, around: [...splitLines(thought), ...around] };
}

/** What stands between tags that say a step: `<step2>…</step2>`, `<translation>…</translation>`, a fold; but not in the text of one. */
function ofElements(answer: string, stepOf: StepOf): string {
  const closed = new Set(Array.from(answer.matchAll(TAG()), ([, end, name]) => end && name?.toLowerCase()));
  let said = '';
  let [copied, seen] = [0, 0];
  let open: { readonly name: string; readonly step: number; readonly at: number; readonly from: number } | null = null;
  let depth = 0;
  /** The step whose heading stands above, and whether a text of its own does. */
  let above = 0;
  let isText = false;
  for (const { 0: tag, 1: end, 2: written = '', 3: more = '', index } of answer.matchAll(TAG())) {
    const name = written.toLowerCase();
    const to = index + tag.length;
    if (open) {
      if (name === open.name) depth += end ? -1 : 1;
      if (depth > 0) continue;
      said += `${unfencedText(answer.slice(copied, open.at))}\n# Step ${open.step}\n${FENCE}md\n`;
      said += `${elementText(answer.slice(open.from, index), open.step, stepOf)}\n${FENCE}\n`;
      [copied, seen, above, open] = [to, to, 0, null];
      continue;
    }
    if (end || !closed.has(name)) continue;
    const between = answer.slice(seen, index);
    for (const line of splitLines(between).filter(isFilled)) {
      const found = /^[\s>]*[#*]/.test(line) ? stepOf(line.replace(/^[\s>#*]+/, '').slice(0, 99)) : null;
      if (found?.by === 'step') [above, isText] = [found.step, false];
      else isText = true;
    }
    seen = index;
    const [summary = '', label] = (name === 'details' && SUMMARY.exec(answer.slice(to, to + 200))) || [];
    const found = stepOf((label ?? written + more).replace(/\w+=|[_"'-]/g, ' '));
    if (
      found &&
      found.by !== 'part' &&
      /(?:^|\n)[ \t]*$/.test(between) &&
      (above === 0 || (!isText && above === found.step))
    )
      [open, depth] = [{ name, step: found.step, at: index, from: to + summary.length }, 1];
    else isText = true;
  }
  return said === '' ? answer : said + unfencedText(answer.slice(copied));
}

/** Lines around elements, without the fences that they stand in. */
function unfencedText(text: string): string {
  return text.replace(/^\s*(?:```|~~~).*$/gm, '');
}

/** The text of an element, without a heading that says its step once more, and a fence around it. */
function elementText(text: string, step: number, stepOf: StepOf): string {
  let lines = splitLines(text);
  const first = lines.findIndex(isFilled);
  if (/^\s*[#*]/.test(lines[first] ?? '') && stepOf((lines[first] ?? '').replace(/^[\s#*]+/, ''))?.step === step)
    lines = lines.slice(first + 1);
  const fence = fenceAtStart(lines);
  if (fence && !lines.slice(fence.to + 1).some(isFilled)) lines = lines.slice(fence.from + 1, fence.to);
  return lines.join('\n').trim();
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
