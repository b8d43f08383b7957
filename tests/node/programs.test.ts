import { expect, it } from 'vitest';
import { audit } from '../../src/node/programs/audit';
import { inspect } from '../../src/node/programs/inspect';
import { invariants } from '../../src/node/programs/invariants';
import { oracle } from '../../src/node/programs/oracle';
import { repair } from '../../src/node/programs/repair';
import { table } from '../../src/node/programs/table';
import { callProgram, runProgram } from './program';

const NOTE = 'tests/vault/Start here.md';

it.each([
  { name: 'inspect', program: inspect, args: [NOTE, 'nowhere.md'], status: 1 },
  { name: 'repair', program: repair, args: [NOTE], status: 3 },
  { name: 'table', program: table, args: [NOTE, '--table', '999'], status: 1 },
  { name: 'audit', program: audit, args: ['tests/vault', '--json'], status: 0 },
  { name: 'oracle', program: oracle, args: ['nowhere'], status: 2 },
  { name: 'invariants', program: invariants, args: ['nowhere'], status: 2 },
])('$name in src/node is that program', { timeout: 60_000 }, async ({ name, program, args, status }) => {
  const run = await runProgram(name, args);
  expect(run.status).toBe(status);
  expect(run.out + run.err).not.toBe('');
  expect(await callProgram(program, args)).toEqual(run);
});
