import type * as O from 'obsidian';
import { Events } from './events.ts';

/** Secrets, kept in memory only. */
export class SecretStorage extends Events implements O.SecretStorage {
  readonly #secrets = new Map<string, string>();

  setSecret(id: string, secret: string): void {
    this.#secrets.set(id, secret);
  }

  getSecret(id: string): string | null {
    return this.#secrets.get(id) ?? null;
  }

  listSecrets(): string[] {
    return [...this.#secrets.keys()];
  }
}
