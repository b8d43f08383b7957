import { ButtonComponent, Modal, Setting } from 'obsidian';
import type { Translate } from '../../i18n';

/** A dialog that ends in something being done. What it shows goes when it closes. */
export abstract class ActionModal extends Modal {
  /** Adds the button that does it, which Ctrl+Enter stands for as well, and the one that does not. */
  protected addFoot(parentEl: HTMLElement, t: Translate, name: string, act: () => unknown): ButtonComponent {
    const { controlEl } = new Setting(parentEl);
    const button = new ButtonComponent(controlEl)
      .setButtonText(name)
      .setCta()
      .onClick(() => void act());
    new ButtonComponent(controlEl).setButtonText(t('write.cancel')).onClick(() => this.close());
    this.scope.register(['Mod'], 'Enter', (evt) => {
      if (evt.isComposing) return;
      void act();
      return false;
    });
    return button;
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
