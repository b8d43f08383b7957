import type * as O from 'obsidian';

/**
 * Calls `callback` once, `timeout` milliseconds after the first call, with the last arguments; with `resetTimer` after the last
 * call.
 */
export function debounce<T extends unknown[], V>(
  callback: (...args: [...T]) => V,
  timeout = 0,
  resetTimer = false,
): O.Debouncer<T, V> {
  let timer: number | null = null;
  let last: [...T] | null = null;
  const fire = (): V | void => {
    timer = null;
    if (last) return callback(...last);
  };
  const debouncer: O.Debouncer<T, V> = Object.assign(
    (...args: [...T]): O.Debouncer<T, V> => {
      last = args;
      if (timer !== null && resetTimer) {
        window.clearTimeout(timer);
        timer = null;
      }
      timer ??= window.setTimeout(fire, timeout);
      return debouncer;
    },
    {
      cancel(): O.Debouncer<T, V> {
        if (timer !== null) window.clearTimeout(timer);
        timer = null;
        return debouncer;
      },
      run(): V | void {
        if (timer === null) return;
        window.clearTimeout(timer);
        return fire();
      },
    },
  );
  return debouncer;
}
