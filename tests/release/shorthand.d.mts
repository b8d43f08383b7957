/** What `shorthand` makes of messages. */
export interface Shorthand {
  readonly short: readonly string[];
  readonly phrases: readonly string[];
  readonly signs: string;
  readonly letters: string;
}
export declare function shorthand(messages: readonly string[]): Shorthand;
export declare function spellingModule(made: Omit<Shorthand, 'short'>): string;
export declare function spellerOf(made: Omit<Shorthand, 'short'>): string;
