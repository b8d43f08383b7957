import { oneLine } from './note-draft';

/** What the template of a prompt may hold between `{{` and `}}`. */
export interface PromptValues {
  readonly title: string;
  /** What is asked for: the headings of the missing steps, each with what is to be done. */
  readonly tasks: string;
  /** The steps that are there, each under its heading. */
  readonly steps: string;
  readonly step1: string;
  readonly step2: string;
  readonly step3: string;
}

/** Whether a prompt may hold a placeholder of this name. */
export function isPromptValue(name: string): boolean {
  return /^(?:title|tasks|steps|step[123])$/.test(name);
}

/** A prompt by its template. A placeholder that is none of ours stays as it stands. */
export function composePrompt(template: string, values: PromptValues): string {
  const known = new Map<string, string>(Object.entries({ ...values, title: oneLine(values.title) }));
  return template.replace(/\{\{[ \t]*(\w+)[ \t]*\}\}/g, (gap, name: string) => known.get(name) ?? gap);
}
