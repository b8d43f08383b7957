import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { translator, type Language, type Translate } from '../../src/i18n';
import type { ColumnRole } from '../../src/rank/columns';
import { makePicture, type ValueCostPicture } from '../../src/view/table/picture';
import type { PictureEntry } from '../../src/view/table/picture-data';
import type { WriteScore } from '../../src/view/table/score-writer';
import { all, one } from './open-sidebar';

const ROLES: readonly ColumnRole[] = ['rank', 'subject', 'value', 'cost'];

const entry = (
  rung: string,
  subject: string,
  value: number | null,
  cost: number | null,
  row: number,
): PictureEntry => ({
  key: `${rung}|${subject}`,
  row,
  rung,
  subject,
  value,
  cost,
});

/** One row apart for want of a cost, one for want of a value. */
const TEAS = [
  entry('1', 'Loose leaf', 3, 5, 0),
  entry('2', 'Tea bag', 1, 1, 1),
  entry('3', 'Cold brew', 1, 2, 2),
  entry('4', 'Powder', 1, 3, 3),
  entry('5', 'Wild mint', 2, null, 4),
  entry('6', 'Machine', null, 4, 5),
  entry('7', 'Reused leaves', -1, 0, 6),
];

/** Three of them at one place. */
const PILED = TEAS.map((tea) => (tea.cost === 2 || tea.cost === 3 ? { ...tea, cost: 1 } : tea));

class Setup {
  readonly hovered: (readonly number[])[] = [];
  readonly opened: number[] = [];
  readonly copied: string[] = [];
  readonly saved: { title: string; svg: string }[] = [];
  readonly picture: ValueCostPicture;
  axes = { value: { name: '', form: '' }, cost: { name: '', form: '' } };
  private ids = 0;

  private readonly t: Translate;

  constructor(language: Language = 'en') {
    this.t = translator(language);
    this.picture = makePicture(
      {
        t: translator(language),
        newId: () => `id-${this.ids++}`,
        attempt: (work) => {
          pending.push(work());
        },
        copy: (text) => Promise.resolve(void this.copied.push(text)),
        saveSvg: (title, svg) => {
          this.saved.push({ title, svg });
          return Promise.resolve('Pictures/Teas.svg');
        },
      },
      { onHover: (rows) => this.hovered.push(rows), onOpen: (row) => this.opened.push(row) },
    );
    document.body.append(this.picture.el);
  }

  show(rows: readonly PictureEntry[], roles = ROLES): this {
    const { axes, t } = this;
    const write: WriteScore = (_, number) => t('table.number', { number });
    this.picture.update({ title: 'Teas', axes, roles, rows, uncounted: '', write });
    return this;
  }

  get dots(): SVGElement[] {
    return [...this.picture.el.querySelectorAll<SVGElement>('svg [role="button"]')];
  }

  /** By the name that a screen reader says. */
  dot(name: string): SVGElement {
    const found = this.dots.find((dot) => nameOf(dot).includes(name));
    if (!found) throw new Error(`no dot is named ${name}`);
    return found;
  }

  focus(name: string): void {
    this.dot(name).focus();
  }

  key(key: string): void {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }

  pointer(type: string, at: Element, pointerType = 'mouse'): void {
    const evt = new MouseEvent(type, { bubbles: true, ...placeOf(at), clientX: placeOf(at).x, clientY: placeOf(at).y });
    at.dispatchEvent(Object.assign(evt, { pointerType }));
  }

  get message(): string {
    return all(this.picture.el, '.idea-tiers-picture-message')
      .map((el) => el.textContent)
      .filter((text) => text !== '')
      .join('\n');
  }

  get tooltip(): string {
    const el = one(this.picture.el, '.idea-tiers-picture-tooltip');
    return el.hasClass('is-empty') ? '' : [...el.children].map((child) => child.textContent).join(': ');
  }

  async press(button: string): Promise<void> {
    all(this.picture.el, 'button')
      .find((el) => el.textContent === button)
      ?.click();
    await Promise.all(pending.splice(0));
  }
}

const pending: Promise<unknown>[] = [];

function nameOf(el: Element): string {
  return document.getElementById(el.getAttribute('aria-labelledby') ?? '')?.textContent ?? '';
}

function placeOf(dot: Element): { x: number; y: number } {
  const [x, y] = (dot.getAttribute('transform') ?? '').match(/-?[\d.]+/g) ?? [];
  return { x: Number(x), y: Number(y) };
}

function drawnNames(setup: Setup): string[] {
  return [...setup.picture.el.querySelectorAll('.mod-name:not(.mod-measure)')]
    .map((el) => el.textContent)
    .filter((text) => text !== '');
}

/** Stands in for the layout that jsdom does not do: tells whoever watches how wide they are. */
const watched = new Map<Element, (el: Element) => void>();
class WidthObserver {
  constructor(private readonly callback: ResizeObserverCallback) {}
  observe(el: Element): void {
    watched.set(el, (target) => {
      const rect = new DOMRect();
      const entry = { target, contentRect: rect, borderBoxSize: [], contentBoxSize: [], devicePixelContentBoxSize: [] };
      this.callback([entry], this);
    });
  }
  unobserve(el: Element): void {
    watched.delete(el);
  }
  disconnect(): void {
    watched.clear();
  }
}

function resizeTo(width: number): void {
  for (const [el, tell] of watched) {
    Object.defineProperty(el, 'clientWidth', { value: width, configurable: true });
    tell(el);
  }
}

beforeEach(() => {
  vi.stubGlobal('ResizeObserver', WidthObserver);
});
afterEach(() => {
  vi.unstubAllGlobals();
  document.body.empty();
  watched.clear();
});

describe('The picture of value against cost', () => {
  test('Each row with a value is a dot with its rung in it, named in words', () => {
    const setup = new Setup().show(TEAS);
    expect(nameOf(one(setup.picture.el, 'svg'))).toBe('Picture: value against cost');
    expect(setup.dots.map(nameOf)).toEqual([
      'Tier 1, Loose leaf, value 3, cost 5',
      'Tier 2, Tea bag, value 1, cost 1',
      'Tier 3, Cold brew, value 1, cost 2',
      'Tier 4, Powder, value 1, cost 3',
      'Tier 5, Wild mint, value 2, no cost given',
      'Tier 7, Reused leaves, value −1, cost 0',
    ]);
    expect(setup.dots.map((dot) => dot.querySelector('.idea-tiers-picture-rung')?.textContent)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '7',
    ]);
    expect(setup.message).toBe('Rows without a value are not shown here: 6 Machine.');
  });

  test('A dot stands where its numbers are, at every width, whatever lies beside it (property)', () => {
    const number = fc.oneof(
      fc.integer({ min: -3, max: 12 }),
      fc.integer({ min: -9000, max: 9000 }).map((tenths) => tenths / 10),
    );
    const rows = fc.array(fc.record({ value: number, cost: fc.option(number.map(Math.abs)) }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(rows, fc.constantFrom(200, 300, 420, 700), (scores, width) => {
        fc.pre(scores.some(({ cost }) => cost !== null));
        document.body.empty();
        watched.clear();
        const entries = scores.map(({ value, cost }, row) => entry(String(row), `row ${row}.`, value, cost, row));
        const setup = new Setup().show(entries);
        resizeTo(width);
        const { el } = setup.picture;
        const lines = [...el.querySelectorAll('line:not(.mod-middle)')];
        const ticks = [...el.querySelectorAll('text.mod-tick')];
        /** Where a number lies by the ticks that are written at an axis: the first and the last. */
        const along = (axis: 'x' | 'y', isTick: (tick: Element) => boolean): ((value: number) => number) => {
          const marks = ticks
            .filter(isTick)
            .map((tick) => Number(tick.textContent?.replace('−', '-').replaceAll(',', '')));
          const places = lines
            .filter((line) => line.getAttribute(`${axis}1`) === line.getAttribute(`${axis}2`))
            .map((line) => Number(line.getAttribute(`${axis}1`)))
            .sort((a, b) => (axis === 'x' ? a - b : b - a));
          const sorted = marks.sort((a, b) => a - b);
          expect(places).toHaveLength(sorted.length);
          const [low = 0, high = 0] = [sorted[0], sorted.at(-1)];
          const [from = 0, to = 0] = [places[0], places.at(-1)];
          return (value) => from + ((value - low) / (high - low)) * (to - from);
        };
        const x = along('x', (tick) => tick.classList.contains('mod-middle'));
        const y = along('y', (tick) => tick.classList.contains('mod-end'));
        for (const { subject, value, cost } of entries) {
          const at = placeOf(setup.dot(subject));
          expect(at.y).toBeCloseTo(y(value ?? 0), 0);
          if (cost !== null) expect(at.x).toBeCloseTo(x(cost), 0);
        }
        setup.picture.destroy();
      }),
      { numRuns: 60 },
    );
  });

  test('Rows with the same numbers are one dot, which says how many and opens to their names', () => {
    const setup = new Setup().show(PILED);
    expect(setup.dots).toHaveLength(4);
    const pile = setup.dot('Cold brew');
    expect(nameOf(pile)).toBe(
      '3 rows in one place; Tier 2, Tea bag; Tier 3, Cold brew; Tier 4, Powder; value 1, cost 1',
    );
    expect(pile.querySelector('.idea-tiers-picture-rung')?.textContent).toBe('×3');
    setup.focus('Cold brew');
    expect(setup.hovered).toEqual([[1, 2, 3]]);
    expect(setup.tooltip).toBe('2 Tea bag3 Cold brew4 Powder: value 1, cost 1');
    setup.key('Enter');
    expect(setup.opened).toEqual([]);
    const items = all(document.body, '.menu-item');
    expect(items.map((el) => el.textContent)).toEqual(['2 Tea bag', '3 Cold brew', '4 Powder']);
    items[1]?.click();
    expect(setup.opened).toEqual([2]);
    resizeTo(700);
    expect(drawnNames(setup)).not.toContain('Tea bag');
  });

  test('Axes are called what their columns are called, cut to what fits', () => {
    const setup = new Setup();
    setup.axes = {
      value: { name: 'Taste', form: '' },
      cost: { name: 'Minutes from the first look for a cup to the last sip of it, washing up included', form: '' },
    };
    const titles = all(setup.show(TEAS).picture.el, '.mod-title').map((el) => el.textContent);
    expect(titles).toEqual(['Taste ↑', expect.stringMatching(/^Minutes from .+… →$/), ...['No cost', 'given']]);
  });

  test('Parts are percent and spans are minutes and seconds beside an axis', () => {
    const setup = new Setup();
    setup.axes = { value: { name: 'Taste, %', form: '§ %' }, cost: { name: 'Time', form: ':' } };
    setup.show([entry('1', 'Leaf', 0.5, 60, 0), entry('2', 'Bag', 0.25, 0, 1)]);
    const ticks = all(setup.picture.el, '.mod-tick').map((el) => el.textContent);
    expect(ticks).toEqual(expect.arrayContaining(['0', '20', '60', '0:00', '0:10', '1:00']));
  });

  test('More value is higher, and more cost further right', () => {
    const setup = new Setup().show(TEAS);
    const [leaf, bag] = [placeOf(setup.dot('Loose leaf')), placeOf(setup.dot('Tea bag'))];
    expect(leaf.y).toBeLessThan(bag.y);
    expect(leaf.x).toBeGreaterThan(bag.x);
  });

  test('What names no cost lies in a strip at the right edge and differs in shape', () => {
    const setup = new Setup().show(TEAS);
    const apart = setup.dot('Wild mint');
    const strip = one(setup.picture.el, '.idea-tiers-picture-strip');
    expect(placeOf(apart).x).toBeGreaterThan(Number(strip.getAttribute('x')));
    expect(setup.picture.el.textContent).toContain('No cost given');
    const corner = (dot: Element): string | null | undefined =>
      dot.querySelector('.idea-tiers-picture-shape')?.getAttribute('rx');
    expect(corner(apart)).not.toBe(corner(setup.dot('Tea bag')));
  });

  test('Axes and quadrants are named in the reader’s language', () => {
    const texts = (language: Language): string[] =>
      all(new Setup(language).show(TEAS).picture.el, '.mod-title, .mod-quadrant').map((el) => el.textContent);
    expect(texts('en').join(' ')).toMatch(
      /Value ↑ Cost → No cost given High value,\s?low cost High value,\s?high cost/,
    );
    expect(texts('ru').join(' ')).toMatch(/Польза ↑ Цена → Цена не указана Много пользы,\s?низкая цена/);
  });

  test('Names stand beside the dots where the picture is wide, and only there', () => {
    const setup = new Setup().show(TEAS);
    expect(drawnNames(setup)).toEqual([]);
    resizeTo(700);
    expect(one(setup.picture.el, 'svg').getAttribute('width')).toBe('700');
    expect(drawnNames(setup)).toContain('Loose leaf');
    resizeTo(300);
    expect(drawnNames(setup)).toEqual([]);
  });

  test('No name stands between two dots that it could both belong to', () => {
    const setup = new Setup();
    /** On which side of its dot the first name stands: `start` is its right. */
    const sideOfFirst = (cost: number): string | undefined => {
      setup.show([entry('1', 'One', 1, 0, 0), entry('2', 'Two', 1, cost, 1), entry('3', 'Three', 0, 40, 2)]);
      expect(drawnNames(setup)).toEqual(['One', 'Two', 'Three']);
      return /mod-(start|middle|end)/.exec(setup.dot('One').lastElementChild?.getAttribute('class') ?? '')?.[1];
    };
    setup.show(TEAS);
    resizeTo(700);
    expect(sideOfFirst(20)).toBe('start');
    expect(sideOfFirst(3)).not.toBe('start');
  });

  test('A long rung is cut to what fits; rows without rungs are numbered', () => {
    const setup = new Setup().show([
      entry('Tier 10', 'Ten', 1, 1, 0),
      entry('Legendary', 'Best', 2, 2, 1),
      entry('', 'Nameless', 3, 3, 2),
    ]);
    expect(setup.dots.map((dot) => dot.querySelector('.idea-tiers-picture-rung')?.textContent)).toEqual([
      '10',
      'Le…',
      '3',
    ]);
    expect(nameOf(setup.dot('Nameless'))).toBe('Row 3, Nameless, value 3, cost 3');
  });

  test('A change of the rows keeps their elements, moves them, and keeps the focus', () => {
    const setup = new Setup().show(TEAS);
    setup.focus('Tea bag');
    const [bag, leaf] = [setup.dot('Tea bag'), setup.dot('Loose leaf')];
    const before = bag.getAttribute('transform');
    const changed = TEAS.filter(({ rung }) => rung !== '1').map((row) =>
      row.rung === '2' ? { ...row, value: 3 } : row,
    );
    setup.show([...changed].reverse());
    expect(setup.dot('Tea bag')).toBe(bag);
    expect(bag.getAttribute('transform')).not.toBe(before);
    expect(document.activeElement).toBe(bag);
    expect(leaf.isConnected).toBe(false);
  });

  test('It says in words why there is nothing to draw', () => {
    const setup = new Setup();
    const said = (roles: readonly ColumnRole[], rows = TEAS): string => setup.show(rows, roles).message;
    expect(said(['rank', 'subject'])).toContain('No column counts as value, and none as cost');
    expect(said(['rank', 'subject', 'cost'])).toContain('No column counts as value');
    expect(said(['rank', 'subject', 'value'])).toContain('No column counts as cost');
    expect(said(ROLES, [])).toContain('No row is shown');
    expect(said(ROLES, TEAS.slice(5, 6))).toContain('value columns');
    expect(said(ROLES, TEAS.slice(4, 5))).toContain('cost columns');
    expect(setup.dots).toEqual([]);
    expect(said(ROLES, TEAS.slice(0, 2))).toBe('');
    expect(setup.dots).toHaveLength(2);
  });
});

describe('A dot', () => {
  test('All dots are one stop of the Tab key, and arrows go to the nearest dot', () => {
    const setup = new Setup().show(TEAS);
    const stops = (): string[] => setup.dots.filter((dot) => dot.getAttribute('tabindex') === '0').map(nameOf);
    expect(stops()).toEqual(['Tier 1, Loose leaf, value 3, cost 5']);
    setup.focus('Tea bag');
    const focused = (): string => nameOf(document.activeElement ?? document.body);
    setup.key('ArrowRight');
    expect(focused()).toContain('Cold brew');
    setup.key('ArrowRight');
    expect(focused()).toContain('Powder');
    setup.key('ArrowRight');
    expect(focused()).toContain('Wild mint');
    setup.key('Home');
    expect(focused()).toContain('Loose leaf');
    setup.key('ArrowUp');
    expect(focused()).toContain('Loose leaf');
    setup.key('End');
    expect(focused()).toContain('Reused leaves');
    expect(stops()).toEqual([focused()]);
    setup.key('Enter');
    expect(setup.opened).toEqual([6]);
  });

  test('The focus shows the row and tells of it, from dot to dot without a gap', () => {
    const setup = new Setup().show(TEAS);
    setup.focus('Tea bag');
    expect(setup.tooltip).toBe('2 Tea bag: value 1, cost 1');
    setup.key('ArrowRight');
    expect(setup.tooltip).toBe('3 Cold brew: value 1, cost 2');
    setup.key('Escape');
    expect(setup.tooltip).toBe('');
    one(setup.picture.el, 'button:first-of-type').focus();
    expect(setup.hovered).toEqual([[1], [2], []]);
  });

  test('The pointer shows a row when it is on its dot or nearly so, and a click opens it', () => {
    const setup = new Setup().show(TEAS);
    const svg = one(setup.picture.el, 'svg');
    setup.pointer('pointermove', setup.dot('Loose leaf'));
    expect(setup.tooltip).toBe('1 Loose leaf: value 3, cost 5');
    expect(setup.dot('Loose leaf').classList.contains('is-lit')).toBe(true);
    setup.pointer('click', setup.dot('Loose leaf'));
    expect(setup.opened).toEqual([0]);
    svg.dispatchEvent(new MouseEvent('pointerleave'));
    expect(setup.tooltip).toBe('');
    expect(setup.hovered).toEqual([[0], []]);
  });

  test('A finger’s first tap shows the row, the second opens it', () => {
    const setup = new Setup().show(TEAS);
    const tap = (): void => {
      setup.pointer('pointerdown', setup.dot('Tea bag'), 'touch');
      setup.pointer('click', setup.dot('Tea bag'), 'touch');
    };
    tap();
    expect(setup.opened).toEqual([]);
    expect(setup.hovered).toEqual([[1]]);
    tap();
    expect(setup.opened).toEqual([1]);
  });

  test('It lights when the row is pointed at elsewhere, and tells nobody', () => {
    const setup = new Setup().show(TEAS);
    const lit = (): string[] => setup.dots.filter((dot) => dot.classList.contains('is-lit')).map(nameOf);
    setup.picture.highlight(3);
    expect(lit()).toEqual(['Tier 4, Powder, value 1, cost 3']);
    setup.show([...TEAS]);
    expect(lit()).toEqual(['Tier 4, Powder, value 1, cost 3']);
    setup.picture.highlight(null);
    expect(lit()).toEqual([]);
    expect(setup.hovered).toEqual([]);
  });

  test('When its row goes, it is no longer told of', () => {
    const setup = new Setup().show(TEAS);
    setup.pointer('pointermove', setup.dot('Tea bag'));
    setup.show(TEAS.filter(({ rung }) => rung !== '2'));
    expect(setup.hovered).toEqual([[1], []]);
    expect(setup.tooltip).toBe('');
  });
});

describe('The picture as a file', () => {
  const HOSTILE = '<script>alert(1)</script> & "quoted" ]]> \u0001\ud800';
  const ROWS = [...TEAS, entry('8', HOSTILE, 2, 2, 7)];

  async function saved(): Promise<{ setup: Setup; svg: string; doc: Document }> {
    const setup = new Setup().show(ROWS);
    await setup.press('Save as SVG…');
    const svg = setup.saved[0]?.svg ?? '';
    return { setup, svg, doc: new DOMParser().parseFromString(svg, 'image/svg+xml') };
  }

  test('Saving hands over a title and says where it was saved', async () => {
    const { setup } = await saved();
    expect(setup.saved.map(({ title }) => title)).toEqual(['Teas: value against cost']);
    expect(one(setup.picture.el, '[role="status"]').textContent).toBe('Saved as “Pictures/Teas.svg”');
    setup.picture.destroy();
  });

  test('It is well-formed, stands by itself, and holds all that is drawn', async () => {
    const { doc, svg } = await saved();
    const root = doc.documentElement;
    expect(doc.querySelector('parsererror')).toBeNull();
    expect(root.namespaceURI).toBe('http://www.w3.org/2000/svg');
    expect(svg.match(/xmlns="http:\/\/www\.w3\.org\/2000\/svg"/g)).toHaveLength(1);
    expect(doc.querySelector('svg > title')?.textContent).toBe('Teas: value against cost');
    expect(doc.querySelector('svg > desc')?.textContent).toContain('Tier 5, Wild mint, value 2, no cost given');
    const texts = [...doc.querySelectorAll('text')].map((el) => el.textContent);
    for (const { rung, subject } of TEAS.filter(({ value }) => value !== null)) {
      expect(texts).toContain(rung);
      // Where no name stands beside a dot, the key has it.
      expect(texts).toContain(`${rung} ${subject}`);
    }
    expect(texts).toEqual(expect.arrayContaining(['Value ↑', 'Cost →', 'No cost given']));
    expect(root.getAttribute('font-family')).toBe('sans-serif');
    expect(doc.querySelectorAll('[class], [style], [id], [tabindex], [aria-labelledby]')).toHaveLength(0);
  });

  test('What a row says stays text, in the picture and in the file', async () => {
    const { setup, doc, svg } = await saved();
    expect(setup.picture.el.querySelectorAll('script')).toHaveLength(0);
    expect(nameOf(setup.dot('alert'))).toContain(HOSTILE);
    expect(doc.querySelectorAll('script')).toHaveLength(0);
    expect(doc.documentElement.textContent).toContain('<script>alert(1)</script> & "quoted" ]]>');
    expect(svg).not.toContain('\u0001');
    expect(svg).not.toMatch(/\p{Cs}/u);
  });

  test('Copying puts it on the clipboard', async () => {
    const setup = new Setup().show(TEAS);
    await setup.press('Copy as SVG');
    expect(setup.copied).toHaveLength(1);
    expect(setup.copied[0]).toMatch(/^<svg .*<\/svg>\n$/s);
    setup.picture.destroy();
  });
});

test('A picture thrown away watches nothing any more', () => {
  const setup = new Setup().show(TEAS);
  expect(watched.size).toBe(1);
  setup.picture.destroy();
  expect(watched.size).toBe(0);
  expect(setup.picture.el.isConnected).toBe(false);
});
