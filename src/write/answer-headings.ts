import { isFilled } from '../markdown/filled';
import { STEP_NUMBERS, type StepNumber } from '../model/vocabulary';
import { firstIndex } from '../text/first-index';
import { splitLines } from '../text/line-breaks';

/** Which step a heading of an answer opens, and what says so; see `answerStep`. */
export type StepOf = (heading: string) => { readonly step: StepNumber; readonly by: 'step' | 'phrase' | 'part' } | null;

/** A line that may open a step. */
interface Head {
  readonly at: number;
  readonly step: StepNumber;
  readonly by: 'step' | 'phrase' | 'part';
  /** Of its heading; words in bold stand below all of these, other lines below them. */
  readonly level: number;
  /** What stands before its words: marks of a quote. */
  readonly quote: string;
  /** What its text begins with in the same line. */
  readonly text: string;
}

const [BOLD, PLAIN] = [7, 8];
/** What is longer is none; of words in bold with a text behind them this much is looked at. */
const MOST_HEADING = 1000;
/** Behind marks of a quote: a heading, or a callout's type; words in bold, maybe as an item, and maybe with a text behind them; or a line. */
const LINE =
  /^([\s>]*)(?:(#{1,6}[ \t]|\[![^\]]{1,40}\][+-]?)[ \t]*(.+)|(?:[-*+]|\d[.)])?[ \t]*(?:\*\*|__)(.+?)(?:\*\*|__)[ \t]*(:?)(.*)|(.+))$/;
/** What may say a step, with a text of its own behind a colon. */
const INLINE = /^([^:]{1,60}):[ \t]+(\S.*)$/;
/** A code block with a language that is no text. */
const CODE = /^[\s>]*(?:`{3,}|~{3,})[ \t]*(?!(?:markdown|md|(?:plain)?text|txt)[ \t]*$)[a-z]/i;

/**
 * An answer whose steps have the headings of notes, where its own are other words, another language's, or have no number. In doubt a
 * heading stays a part of the text in which it stands.
 */
export function withStepHeadings(answer: string, stepOf: StepOf): string {
  const lines = splitLines(answer);
  const heads = told(headsIn(lines, stepOf));
  const of = new Map(heads.map((head) => [head.at, head]));
  return lines
    .flatMap((line, at) => {
      const head = of.get(at);
      if (!head) return [line];
      const { quote, step, text } = head;
      return [`${quote}# Step ${step}`, ...(text === '' ? [] : [quote.trimEnd(), quote + text])];
    })
    .join('\n');
}

function headsIn(lines: readonly string[], stepOf: StepOf): readonly Head[] {
  let isCode = false;
  return lines.flatMap((line, at): readonly Head[] => {
    const start = line.slice(0, MOST_HEADING);
    if (isCode || CODE.test(start)) {
      isCode = !isCode || !/^[\s>]*(?:`{3,}|~{3,})\s*$/.test(start);
      return [];
    }
    const [, quote = '', signs, heading, bold, colon, behind = '', plain = ''] = LINE.exec(start) ?? [];
    if (bold === undefined && start !== line) return [];
    let text = (behind + line.slice(MOST_HEADING)).trim();
    const words = heading ?? bold ?? plain;
    let found = stepOf(words);
    if (!found && bold === undefined) {
      const [, label = '', said = ''] = INLINE.exec(words) ?? [];
      const named = stepOf(label);
      const isAlone = !/^[\s>]*[^\s>#]/.test(lines.slice(at + 1, at + 9).find(isFilled) ?? '');
      // Only where nothing else says what the steps are.
      if (named?.by !== 'step' || /[^\s>]/.test(lines[at - 1] ?? '')) return [];
      found = { ...named, by: 'part' };
      text = heading === undefined || isAlone ? said : '';
    } else if (!found || (bold !== undefined && text !== '' && !colon && !bold.endsWith(':'))) return [];
    else if (plain !== '' && !isLabel(plain, found.by, lines[at - 1])) return [];
    const level = signs?.startsWith('#') ? signs.length - 1 : plain === '' ? BOLD : PLAIN;
    return [{ at, ...found, level, quote, text }];
  });
}

/** Whether a line without any sign acts as a heading: a paragraph begins with it, and it says so. */
function isLabel(line: string, by: Head['by'], above = ''): boolean {
  if (/[^\s>]/.test(above) || by === 'part' || /[.!?…;,]\s*$/.test(line)) return false;
  return by === 'step' || /^\s*\d[.)]|:\s*$/.test(line);
}

/** Those that open a step: by their numbers, and words that say a step which no number does; by numbers of whatever only where nothing else tells. */
function told(all: readonly Head[]): readonly Head[] {
  const sure = all.filter(({ by }) => by === 'step');
  const numbered = new Set(sure.map(({ step }) => step));
  const known = all.filter(
    (head) => head.by === 'step' || (head.by === 'phrase' && !numbered.has(head.step) && fits(head, sure)),
  );
  const heads = known.length > 0 ? known : all;
  const highest = STEP_NUMBERS.map((step) =>
    heads.reduce((least, head) => (head.step === step ? Math.min(least, head.level) : least), Infinity),
  );
  let before: Head | undefined;
  return heads.filter((head) => {
    const { step, level, by } = head;
    if (level !== highest[step - 1]) return false;
    // What stands deeper than the one before it is a part of its text, unless it goes on with the next step.
    if (before && level > before.level && (by === 'part' || step <= before.step)) return false;
    before = head;
    return true;
  });
}

/** Whether words alone that say a step do not stand within the text of one that a number says. */
function fits({ at, step, level }: Head, sure: readonly Head[]): boolean {
  const next = firstIndex(sure, (one) => one.at > at);
  const [before, behind] = [sure[next - 1], sure[next]];
  return !before || (before.step < step && ((behind?.step ?? 4) > step || level <= before.level));
}
