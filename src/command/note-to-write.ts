import { Notice } from 'obsidian';
import type { ProposeContext } from './propose';
import { refusalMessage } from './write-messages';

/** The note's text; `null` when it is gone, and the user was told so. */
export async function textOf({ t, writer }: Omit<ProposeContext, 'app'>, path: string): Promise<string | null> {
  const text = await writer.read(path);
  if (text === null) new Notice(refusalMessage({ reason: 'gone', path }, t));
  return text;
}
