import type { App, Component, Events, Modal } from 'obsidian';

/** Told to the dialogs that are open. */
const UNLOAD = 'idea-tiers:unload';

/**
 * Opens a dialog that is closed when the plugin is unloaded: what it has under way ends, and nothing is left on the screen that nobody
 * answers for. One in which something is typed may ask first.
 */
export function openDialog(dialog: Modal, closed?: () => void): void {
  const events: Events = dialog.app.workspace;
  const ref = events.on(UNLOAD, () => dialog.close());
  dialog.setCloseCallback(() => {
    events.offref(ref);
    closed?.();
  });
  dialog.open();
}

/** Closes all dialogs that are open when `owner` is unloaded. */
export function closeDialogsWith(owner: Component, app: App): void {
  owner.register(() => app.workspace.trigger(UNLOAD));
}
