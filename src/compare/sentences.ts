import { readInline } from '../markdown/inline';
import { ABBREVIATIONS, BEFORE_NUMBERS } from '../model/abbreviations';
import { sentenceEnds } from '../text/sentences';
import type { TextLine } from './align-lines';

const endsIn = sentenceEnds(ABBREVIATIONS, BEFORE_NUMBERS);

/** The sentences of a line, without the white space around. None is cut within what is bold, a link, code, or marked in another way. */
export function sentencesOf({ line, text }: TextLine): readonly TextLine[] {
  const tokens = readInline(text);
  const sentences: TextLine[] = [];
  let from = 0;
  let token = 0;
  for (const end of endsIn(text)) {
    while ((tokens[token]?.to ?? Infinity) < end) token++;
    const around = tokens[token];
    if (around !== undefined && around.type !== 'text' && around.to !== end) continue;
    sentences.push({ line, text: text.slice(from, end).trim() });
    from = end;
  }
  const rest = text.slice(from).trim();
  return rest === '' ? sentences : [...sentences, { line, text: rest }];
}

/** Sentences of one line that stand next to each other as one again. */
export function joinSentences(sentences: readonly TextLine[]): readonly TextLine[] {
  const lines: TextLine[] = [];
  for (const { line, text } of sentences) {
    const last = lines.at(-1);
    if (last?.line === line) lines[lines.length - 1] = { line, text: `${last.text} ${text}` };
    else lines.push({ line, text });
  }
  return lines;
}
