import { debounce, TextAreaComponent, type SettingDefinitionRender } from 'obsidian';

/** A setting that is a list of texts, one a line. */
export interface ListRowSpec {
  readonly name: string;
  readonly desc?: string;
  readonly placeholder?: string;
  /** One text as it is typed, instead of a list. */
  readonly isText?: boolean;
  read(): readonly string[];
  save(entries: readonly string[]): Promise<void>;
  /** What to say of these entries under the field; they are kept all the same. `''` for nothing. */
  remark?(entries: readonly string[]): string;
}

/** How long the user has to stop typing before the list is kept: what follows from it can be much work. In milliseconds. */
const PAUSE = 600;

/**
 * A row with a field of several lines. A declared text area would not do: its check refuses what it speaks about, and here that is
 * kept.
 */
export function listRow(spec: ListRowSpec): SettingDefinitionRender {
  return {
    name: spec.name,
    ...(spec.desc === undefined ? {} : { desc: spec.desc }),
    render: (setting) => {
      let kept = spec.read();
      const area = new TextAreaComponent(setting.controlEl);
      const areaEl = area.inputEl;
      areaEl.rows = spec.isText ? 8 : 3;
      areaEl.setAttr('aria-label', spec.name);
      area.setPlaceholder(spec.placeholder ?? '').setValue(kept.join('\n'));
      const entriesNow = (): readonly string[] => (spec.isText ? [areaEl.value] : entriesIn(areaEl.value));
      const remark = (): unknown => setting.setErrorMessage(spec.remark?.(entriesNow()) ?? null);
      const keep = (): void => {
        const entries = entriesNow();
        if (entries.join('\n') === kept.join('\n')) return;
        kept = entries;
        void spec.save(entries);
      };
      const keepSoon = debounce(keep, PAUSE, true);
      areaEl.addEventListener('input', () => {
        remark();
        keepSoon();
      });
      areaEl.addEventListener('change', keep);
      remark();
      return () => {
        keepSoon.cancel();
        keep();
      };
    },
  };
}

function entriesIn(text: string): readonly string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}
