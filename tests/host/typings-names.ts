import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { WATCHED, type DocumentedNames } from './typings-guard.ts';

let names: DocumentedNames | null = null;

/** The members of the watched classes, read from `obsidian.d.ts` once. In Node only; the page is built with the result. */
export function documentedNames(): DocumentedNames {
  names ??= readNames();
  return names;
}

function readNames(): DocumentedNames {
  const file = path.resolve(import.meta.dirname, '../../node_modules/obsidian/obsidian.d.ts');
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022);
  const classes = new Map<string, ts.ClassDeclaration>();
  for (const statement of source.statements) {
    if (ts.isClassDeclaration(statement) && statement.name) classes.set(statement.name.text, statement);
  }
  const members = (name: string): string[] => {
    const declaration = classes.get(name);
    if (!declaration) return [];
    const own = declaration.members.flatMap((member) =>
      member.name && ts.isIdentifier(member.name) ? [member.name.text] : [],
    );
    const bases = declaration.heritageClauses?.flatMap((clause) => clause.types) ?? [];
    return [
      ...own,
      ...bases.flatMap((base) => (ts.isIdentifier(base.expression) ? members(base.expression.text) : [])),
    ];
  };
  const [App, Vault, Workspace, MetadataCache, FileManager] = WATCHED.map((name) => [...new Set(members(name))]);
  if (!App || !Vault || !Workspace || !MetadataCache || !FileManager) throw new Error('No members were found.');
  return { App, Vault, Workspace, MetadataCache, FileManager };
}
