import { LINK_WRITES } from './writes/link-writes';
import { REPAIR_WRITES } from './writes/repair-writes';
import { STEP_WRITES } from './writes/step-writes';
import { TABLE_WRITES } from './writes/table-writes';
import { TEXT_WRITES } from './writes/text-writes';
import { VAULT_WRITES } from './writes/vault-writes';
import type { WriteKind } from './writes/write-kind';

/** Every kind of write, and what writes are chosen by. A new kind is a row in the list of its subject. */
export const WRITE_KINDS: readonly WriteKind[] = [
  ...LINK_WRITES,
  ...STEP_WRITES,
  ...TEXT_WRITES,
  ...TABLE_WRITES,
  ...VAULT_WRITES,
  ...REPAIR_WRITES,
];
