import { parseArgs } from 'node:util';
import { languageOf, translator } from '../../i18n';
import { auditWords } from '../../i18n/audit';
import type { IdeaAudit } from '../../index/answers';
import { auditReport } from '../../index/audit-report';
import { IdeaIndex } from '../../index/idea-index';
import { NoteNames } from '../../index/note-names';
import { readFacts } from '../../read/facts';
import { readLinks } from '../../read/note';
import { BUILT_IN } from '../../read/vocabulary';
import { repairNote } from '../../repair/repair-note';
import { markdownFiles } from '../markdown-files';
import { noteText } from '../note-text';
import { asking, report, type Output } from '../program';

const STATUS = { ok: 0, unreadable: 1 } as const;
const USAGE = 'audit-ideas -- FOLDER [--json]';

interface Asked {
  readonly folder: string;
  readonly json: boolean;
}

/** What was asked for; `null` where that makes no sense. */
function readArguments(args: readonly string[]): Asked | null {
  const options = { json: { type: 'boolean', default: false } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [folder, ...others] = positionals;
  return folder === undefined || others.length > 0 ? null : { folder, json: values.json };
}

/** Prints what is wrong or missing among the idea links of a folder's notes. */
export const audit = asking({ usage: USAGE, read: readArguments, run: auditFolder, failed: STATUS.unreadable });

async function auditFolder({ folder, json }: Asked, out: Output, err: Output): Promise<number> {
  const { notes, vault, passedOver } = await markdownFiles(folder);
  if (vault === null) throw new Error(`${folder} is not a folder`);
  const names = new NoteNames(vault);
  const index = new IdeaIndex((target, from) => names.resolve(target, from));
  index.update(notes.map(({ path }) => ({ kind: 'set', path, links: [] })));
  for (const error of passedOver) report(error, err);
  let status: number = passedOver.length === 0 ? STATUS.ok : STATUS.unreadable;
  for (const { file, path } of notes) {
    try {
      const stored = await noteText(file);
      const text = repairNote(stored)?.text ?? stored;
      index.update([{ kind: 'set', path, links: readLinks(text, BUILT_IN, path), facts: readFacts(text, path) }]);
    } catch (error) {
      report(error, err);
      status = STATUS.unreadable;
    }
  }
  const found = index.audit();
  out.write(json ? `${JSON.stringify(found, null, 2)}\n` : inWords(found));
  return status;
}

/** As Markdown, in the language of the terminal. */
function inWords(found: IdeaAudit): string {
  const { locale } = new Intl.DateTimeFormat().resolvedOptions();
  return auditReport(found, auditWords(translator(languageOf(locale))));
}
