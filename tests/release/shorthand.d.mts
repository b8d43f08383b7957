export declare function shorthand(messages: readonly string[]): {
  readonly short: readonly string[];
  readonly phrases: readonly string[];
};
export declare function spellingModule(phrases: readonly string[]): string;
