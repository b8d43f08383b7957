import type { TestProject } from 'vitest/node';
import { documentedNames } from './typings-names.ts';
import type { DocumentedNames } from './typings-guard.ts';

declare module 'vitest' {
  interface ProvidedContext {
    documentedNames: DocumentedNames;
  }
}

/** Reads the typings once for all files: each one would have to load the compiler for it. */
export default function readTypings(project: TestProject): void {
  project.provide('documentedNames', documentedNames());
}
