import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ProgressiveRows } from '../../src/view/table/progressive-rows';

const LINE_PX = 30;
const WINDOW_PX = 600;
const names = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from }, (_, index) => `row ${from + index}`);

/** A body of which each line takes `LINE_PX`, and the frames that are still to be painted. */
class Body {
  readonly scrollEl = createDiv();
  readonly el = this.scrollEl.createDiv();
  readonly lines = new ProgressiveRows<string>(
    this.scrollEl,
    this.el,
    (line) => {
      const el = createDiv();
      return { el, update: (next) => el.setText(next), canBe: () => line !== '' };
    },
    (line) => line,
  );
  /** What the top of the body is below the window's. */
  top = 0;

  constructor() {
    document.body.append(this.scrollEl);
    for (const el of [this.scrollEl, this.el]) {
      vi.spyOn(el, 'getBoundingClientRect').mockImplementation(
        () => new DOMRect(0, this.top, 300, this.el.children.length * LINE_PX),
      );
    }
  }

  get texts(): readonly string[] {
    return Array.from(this.el.children, (el) => el.textContent);
  }

  arrange(lines: readonly string[]): void {
    this.lines.look();
    this.lines.draw(lines);
  }
}

let frames: (() => void)[] = [];

/** Paints one frame, with what was waiting for it. */
function paint(): void {
  const now = frames;
  frames = [];
  for (const frame of now) frame();
}

function paintAll(): void {
  for (let count = 0; frames.length > 0; count++) {
    if (count > 20) throw new Error('it never ends');
    paint();
  }
}

beforeEach(() => {
  frames = [];
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((frame) => frames.push(() => frame(0)));
  vi.spyOn(window, 'setTimeout').mockImplementation((done) => {
    if (typeof done === 'function') done();
    return 0 as unknown as ReturnType<typeof setTimeout>;
  });
  vi.spyOn(window, 'innerHeight', 'get').mockReturnValue(WINDOW_PX);
});

afterEach(() => {
  vi.restoreAllMocks();
  document.body.empty();
});

describe('The lines of a table', () => {
  test('That is arranged anew: what is in sight at once, the rest when it is painted', () => {
    const body = new Body();
    body.lines.draw(names(0, 500));
    expect(body.texts).toEqual(names(0, 500));
    const arranged = names(0, 500).toReversed();
    body.arrange(arranged);
    const first = body.texts;
    expect(first).toEqual(arranged.slice(0, first.length));
    expect(first.length).toBeGreaterThanOrEqual(WINDOW_PX / LINE_PX);
    expect(first.length).toBeLessThan(60);
    expect(body.scrollEl.style.minHeight).toBe('15000px');
    paintAll();
    expect(body.texts).toEqual(arranged);
    expect(body.scrollEl.style.minHeight).toBe('');
  });

  test('Reach down to what is in sight, however far its reader has come', () => {
    const body = new Body();
    body.lines.draw(names(0, 500));
    body.top = -300 * LINE_PX;
    body.arrange(names(500, 1000));
    expect(body.texts.length).toBeGreaterThanOrEqual(300 + WINDOW_PX / LINE_PX);
    expect(body.texts.length).toBeLessThan(500);
  });

  test('Come in pieces of which none is much larger than another, and that end with the next order', () => {
    const body = new Body();
    body.lines.draw(names(0, 1000));
    body.arrange(names(0, 1000).toReversed());
    const pieces: number[] = [];
    for (let before = body.texts.length; before < 600; before = body.texts.length) {
      paint();
      pieces.push(body.texts.length - before);
    }
    expect(Math.min(...pieces)).toBeGreaterThan(0);
    expect(Math.max(...pieces)).toBeLessThan(80);
    body.arrange(names(0, 1000));
    expect(body.texts.length).toBeLessThan(60);
    expect(frames.length).toBeLessThanOrEqual(2);
    paint();
    expect(body.texts).toEqual(names(0, body.texts.length));
    expect(body.texts.length).toBeLessThan(140);
  });

  test('Are drawn at once where they are few, or where nobody waits', () => {
    const body = new Body();
    body.lines.draw(names(0, 500));
    body.arrange(names(0, 50));
    expect(body.texts).toEqual(names(0, 50));
    body.lines.draw(names(0, 400));
    expect(body.texts).toEqual(names(0, 400));
    expect(frames).toEqual([]);
  });

  test('Come back by sight where none was left', () => {
    const body = new Body();
    body.arrange([]);
    body.arrange(names(0, 500));
    expect(body.texts.length).toBeLessThan(60);
    paintAll();
    expect(body.texts).toEqual(names(0, 500));
  });

  test('Keep their elements, also those that wait for the next frame', () => {
    const body = new Body();
    body.lines.draw(names(0, 300));
    const elements = new Map(Array.from(body.el.children, (el) => [el.textContent, el]));
    body.arrange(names(0, 300).toReversed());
    paintAll();
    for (const el of body.el.children) expect(elements.get(el.textContent)).toBe(el);
  });

  test('Are all there when they are asked for', () => {
    const body = new Body();
    body.lines.draw(names(0, 300));
    body.arrange(names(100, 400));
    body.lines.finish();
    expect(body.texts).toEqual(names(100, 400));
    paintAll();
    expect(body.texts).toEqual(names(100, 400));
  });

  test('Are none of a table that is gone when the frame is painted', () => {
    const body = new Body();
    body.lines.draw(names(0, 300));
    body.arrange(names(100, 400));
    const { length } = body.texts;
    body.scrollEl.remove();
    paintAll();
    expect(body.texts).toHaveLength(length);
  });

  test('Say what was asked for last, whatever was arranged while others were to come', () => {
    const line = fc.integer({ min: 0, max: 400 }).map((index) => `row ${index}`);
    const step = fc.record({
      lines: fc.uniqueArray(line, { maxLength: 300, size: 'max' }),
      look: fc.boolean(),
      paint: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 6 }), (steps) => {
        const body = new Body();
        for (const { lines, look, paint: isPainted } of steps) {
          if (look) body.arrange(lines);
          else body.lines.draw(lines);
          expect(body.texts).toEqual(lines.slice(0, body.texts.length));
          if (isPainted) paint();
        }
        paintAll();
        expect(body.texts).toEqual(steps.at(-1)?.lines);
        body.scrollEl.remove();
      }),
      { numRuns: 60 },
    );
  });
});
