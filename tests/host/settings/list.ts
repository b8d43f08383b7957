import type * as obsidian from 'obsidian';
import type { Setting } from './setting.ts';

const DRAG_TYPE = 'text/x-setting-index';

/** Adds what a list offers on each entry: a handle to move it, by dragging or with the arrow keys, and a button to delete it. */
export function addListAffordances(setting: Setting, list: obsidian.SettingDefinitionList, index: number): void {
  const { onDelete, onReorder } = list;
  const count = list.items?.length ?? 0;
  if (onReorder) addHandle(setting, index, count, onReorder);
  if (!onDelete) return;
  setting.addExtraButton((button) =>
    button
      .setIcon('trash-2')
      .setTooltip('Delete')
      .onClick(() => onDelete(index)),
  );
  setting.settingEl.tabIndex = 0;
  setting.settingEl.addEventListener('keydown', (evt) => {
    if (evt.target !== setting.settingEl || (evt.key !== 'Delete' && evt.key !== 'Backspace')) return;
    evt.preventDefault();
    onDelete(index);
  });
}

function addHandle(
  setting: Setting,
  index: number,
  count: number,
  onReorder: (oldIndex: number, newIndex: number) => void,
): void {
  setting.addExtraButton((button) => {
    button.setIcon('grip-vertical').setTooltip('Drag to rearrange');
    const handleEl = button.extraSettingsEl;
    handleEl.addClass('setting-item-handle');
    handleEl.draggable = true;
    handleEl.addEventListener('dragstart', (evt) => evt.dataTransfer?.setData(DRAG_TYPE, String(index)));
    handleEl.addEventListener('keydown', (evt) => {
      const to = evt.key === 'ArrowUp' ? index - 1 : evt.key === 'ArrowDown' ? index + 1 : index;
      if (to === index || to < 0 || to >= count) return;
      evt.preventDefault();
      onReorder(index, to);
    });
  });
  setting.settingEl.addEventListener('dragover', (evt) => evt.preventDefault());
  setting.settingEl.addEventListener('drop', (evt) => {
    const from = evt.dataTransfer?.getData(DRAG_TYPE) ?? '';
    evt.preventDefault();
    if (from !== '' && Number(from) !== index) onReorder(Number(from), index);
  });
}
