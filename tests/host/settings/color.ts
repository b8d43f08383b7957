import type * as obsidian from 'obsidian';
import { ValueComponent } from './component.ts';

/** `{ r: 255, g: 0, b: 0 }` for `#ff0000`; anything else than six digits is black, as in a browser's colour field. */
function parseHex(hex: string): obsidian.RGB {
  const value = /^#[0-9a-f]{6}$/i.test(hex) ? Number.parseInt(hex.slice(1), 16) : 0;
  return { r: value >> 16, g: (value >> 8) & 255, b: value & 255 };
}

function toHex({ r, g, b }: obsidian.RGB): string {
  return `#${[r, g, b].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

/** Hue in degrees, the others in percent. */
function rgbToHsl({ r, g, b }: obsidian.RGB): obsidian.HSL {
  const [red, green, blue] = [r / 255, g / 255, b / 255];
  const high = Math.max(red, green, blue);
  const spread = high - Math.min(red, green, blue);
  const l = high - spread / 2;
  let h = 0;
  if (spread > 0 && high === red) h = ((green - blue) / spread + 6) % 6;
  else if (spread > 0 && high === green) h = (blue - red) / spread + 2;
  else if (spread > 0) h = (red - green) / spread + 4;
  const s = spread === 0 ? 0 : spread / (1 - Math.abs(2 * l - 1));
  return { h: Math.round(h * 60), s: Math.round(s * 100), l: Math.round(l * 100) };
}

function hslToRgb({ h, s, l }: obsidian.HSL): obsidian.RGB {
  const chroma = (s / 100) * Math.min(l / 100, 1 - l / 100);
  const channel = (offset: number): number => {
    const k = (offset + h / 30) % 12;
    return 255 * (l / 100 - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return { r: channel(0), g: channel(8), b: channel(4) };
}

export class ColorComponent extends ValueComponent<string> implements obsidian.ColorComponent {
  private readonly colorEl: HTMLInputElement;
  private callback: ((value: string) => unknown) | null = null;

  constructor(containerEl: HTMLElement) {
    super();
    this.colorEl = containerEl.createEl('input', { type: 'color' });
    this.colorEl.addEventListener('input', () => void this.callback?.(this.getValue()));
  }

  override setDisabled(disabled: boolean): this {
    this.colorEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  getValue(): obsidian.HexString {
    return this.colorEl.value;
  }

  getValueRgb(): obsidian.RGB {
    return parseHex(this.getValue());
  }

  getValueHsl(): obsidian.HSL {
    return rgbToHsl(this.getValueRgb());
  }

  setValue(value: obsidian.HexString): this {
    this.colorEl.value = value;
    return this;
  }

  setValueRgb(rgb: obsidian.RGB): this {
    return this.setValue(toHex(rgb));
  }

  setValueHsl(hsl: obsidian.HSL): this {
    return this.setValueRgb(hslToRgb(hsl));
  }

  onChange(callback: (value: string) => unknown): this {
    this.callback = callback;
    return this;
  }
}
