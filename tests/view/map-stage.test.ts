import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MapStage } from '../../src/view/map/map-stage';

let effects: KeyframeEffect[];
let stage: MapStage;

beforeEach(() => {
  vi.useFakeTimers();
  effects = [];
  const Effect = KeyframeEffect;
  vi.stubGlobal(
    'KeyframeEffect',
    class extends Effect {
      constructor(...args: ConstructorParameters<typeof KeyframeEffect>) {
        super(...args);
        effects.push(this);
      }
    },
  );
  stage = new MapStage(document.body);
});

afterEach(() => {
  stage.destroy();
  document.body.empty();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Where the animation says that it is; `null` without one. */
const moving = (): unknown => effects.at(-1)?.getKeyframes() ?? null;
const standing = (): string => stage.el.style.transform;
const frame = (): unknown => vi.advanceTimersByTime(20);
const at = (place: string): unknown => ({ transform: [place, place] });

test('What a pointer moves is moved by an animation, and stands by its style when it rests', () => {
  stage.place({ x: 1, y: 2, k: 1 }, false);
  stage.place({ x: 3, y: 4, k: 1 }, false);
  frame();
  expect(moving()).toEqual(at('translate(3px, 4px) scale(1)'));
  expect(standing()).toBe('');
  stage.place({ x: 5, y: 6, k: 2 }, false);
  frame();
  expect(moving()).toEqual(at('translate(5px, 6px) scale(2)'));
  expect(effects).toHaveLength(1);
  vi.advanceTimersByTime(500);
  expect(standing()).toBe('translate(5px, 6px) scale(2)');
  expect(moving()).toBeNull();
});

test('What glides begins where it was moved to', () => {
  stage.place({ x: 1, y: 2, k: 1 }, false);
  frame();
  stage.place({ x: 100, y: 0, k: 1 }, true);
  expect(standing()).toBe('translate(1px, 2px) scale(1)');
  expect(moving()).toBeNull();
  frame();
  expect(standing()).toBe('translate(100px, 0px) scale(1)');
  expect(stage.el.hasClass('mod-gliding')).toBe(true);
  expect(effects).toHaveLength(1);
});

test('Nothing of a map that is gone is moved any more', () => {
  stage.place({ x: 1, y: 2, k: 1 }, false);
  frame();
  stage.place({ x: 3, y: 4, k: 1 }, false);
  stage.destroy();
  vi.advanceTimersByTime(500);
  expect(standing()).toBe('');
  expect(moving()).toBeNull();
});
