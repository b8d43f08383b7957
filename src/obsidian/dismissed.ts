import type { App } from 'obsidian';

/** What is shown until its reader has dismissed it. */
export interface Dismissible {
  isDismissed(): boolean;
  dismiss(): void;
}

/** Remembers for this vault, on this device, that something was dismissed. Where the device keeps nothing, it is shown again. */
export function dismissible(app: App, key: string): Dismissible {
  let isDismissed = app.loadLocalStorage(key) === true;
  return {
    isDismissed: () => isDismissed,
    dismiss: () => {
      isDismissed = true;
      app.saveLocalStorage(key, true);
    },
  };
}
