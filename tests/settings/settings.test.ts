import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changesReading,
  isField,
  DEFAULT_SETTINGS,
  isLeftOut,
  loadSettings,
  movedPaths,
  NO_TUNING,
  SETTINGS_VERSION,
  storedSettings,
  tuningOf,
  userHeadings,
  withTuning,
  withValue,
  withWeight,
  type Settings,
} from '../../src/settings';
import byHand from './by-hand.json';
import damaged from './damaged.json';
import newer from './newer.json';
import notSettings from './not-settings.json';
import whole from './whole.json';

describe('isField(entry)', () => {
  it.each(['a', 'a b: c', 'a: [b, {c: d}] # e', 'a: "[" ', 'a: {{mood}}', 'a: [{{tags}}]', 'a: b]'])(
    'takes %s',
    (field) => {
      expect(isField(field)).toBe(true);
    },
  );

  it.each(['', 'a:b', 'a: [b', 'a: {b: [c}', 'a: [b] c', 'a: ]', '# a', '"a": b', 'a\nb'])('takes no %j', (field) => {
    expect(isField(field)).toBe(false);
  });
});

describe('loadSettings(data)', () => {
  it('gives the defaults on the first start', () => {
    expect(loadSettings(null)).toEqual({ settings: DEFAULT_SETTINGS, damaged: [] });
    expect(loadSettings(undefined)).toEqual({ settings: DEFAULT_SETTINGS, damaged: [] });
    expect(loadSettings({})).toEqual({ settings: DEFAULT_SETTINGS, damaged: [] });
  });

  it('reads a whole file as it was saved', () => {
    const { version, ...fields } = whole;
    expect(version).toBe(SETTINGS_VERSION);
    expect(loadSettings(whole)).toEqual({ settings: fields, damaged: [] });
  });

  it('takes the defaults for what a file without a version leaves out, and calls nothing damaged', () => {
    expect(loadSettings(byHand)).toEqual({
      settings: { ...DEFAULT_SETTINGS, newNoteFolder: 'Ideas', excludedFolders: ['Archive'] },
      damaged: [],
    });
  });

  it('falls back field by field, keeps what is usable, and names each damaged field once', () => {
    expect(loadSettings(damaged)).toEqual({
      settings: {
        ...DEFAULT_SETTINGS,
        fileNameLanguage: 'ru',
        relationHeadings: { ...DEFAULT_SETTINGS.relationHeadings, downstream: ['Во что вырастет'] },
        excludedFolders: ['Archive', 'Old'],
      },
      damaged: [
        'stepHeadings',
        'newNoteFolder',
        'headingLanguage',
        'keepsUpdated',
        'relationHeadings.upstream',
        'relationHeadings.downstream',
        'excludedFolders',
      ],
    });
  });

  it('says of a file that holds no settings at all that nothing in it was usable', () => {
    expect(loadSettings(notSettings)).toEqual({ settings: DEFAULT_SETTINGS, damaged: ['*'] });
    expect(loadSettings('text')).toEqual({ settings: DEFAULT_SETTINGS, damaged: ['*'] });
  });

  it('reads the fields it knows of a newer version', () => {
    expect(loadSettings(newer)).toEqual({
      settings: { ...DEFAULT_SETTINGS, newNoteFolder: 'Ideas', keepsUpdated: true },
      damaged: [],
    });
  });

  it('takes old data through the migrations from its own version on, in order', () => {
    const migrations = [
      (data: object) => ({ ...data, folder: 'from 0' }),
      (data: Readonly<Record<string, unknown>>) => ({ ...data, newNoteFolder: data.folder }),
    ];
    expect(loadSettings({}, migrations).settings.newNoteFolder).toBe('from 0');
    expect(loadSettings({ version: 1, folder: 'from 1' }, migrations).settings.newNoteFolder).toBe('from 1');
    expect(loadSettings({ version: 2, folder: 'kept', newNoteFolder: 'now' }, migrations).settings.newNoteFolder).toBe(
      'now',
    );
    expect(loadSettings({ version: 'x', newNoteFolder: 'now' }, migrations).settings.newNoteFolder).toBe('now');
  });

  it('never throws and never changes what it was given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        const before = JSON.stringify(data);
        const { settings } = loadSettings(data);
        expect(Object.keys(settings).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
        expect(JSON.stringify(data)).toBe(before);
      }),
    );
  });
});

describe('storedSettings(settings, stored)', () => {
  it('is read back as the same settings', () => {
    const { settings } = loadSettings(whole);
    const stored: unknown = JSON.parse(JSON.stringify(storedSettings(settings, null)));
    expect(stored).toEqual(whole);
    expect(loadSettings(stored)).toEqual({ settings, damaged: [] });
  });

  it('keeps the fields and the version of a newer plugin', () => {
    const stored = storedSettings({ ...loadSettings(newer).settings, keepsUpdated: false }, newer);
    expect(stored).toMatchObject({ version: 9, mapColours: { upstream: 'teal' }, keepsUpdated: false });
  });

  it('puts nothing of a file that holds no settings into the new one', () => {
    expect(storedSettings(DEFAULT_SETTINGS, notSettings)).toEqual({ ...DEFAULT_SETTINGS, version: SETTINGS_VERSION });
  });
});

describe('withValue(settings, key, value)', () => {
  it('takes what the setting can be, and nothing else', () => {
    expect(withValue(DEFAULT_SETTINGS, 'headingLanguage', 'en')).toEqual({
      ...DEFAULT_SETTINGS,
      headingLanguage: 'en',
    });
    expect(withValue(DEFAULT_SETTINGS, 'headingLanguage', 'de')).toBeNull();
    expect(withValue(DEFAULT_SETTINGS, 'weights', { value: {}, cost: {} })).toBeNull();
    expect(withValue(DEFAULT_SETTINGS, 'toString', 'x')).toBeNull();
  });

  it('turns to English headings with the last language that is Russian, unless others are chosen then', () => {
    const german = withValue(DEFAULT_SETTINGS, 'firstLanguage', 'de') ?? DEFAULT_SETTINGS;
    expect(german).toEqual({ ...DEFAULT_SETTINGS, firstLanguage: 'de', headingLanguage: 'en' });
    const chosen = withValue(german, 'headingLanguage', 'ru') ?? german;
    expect(withValue(chosen, 'firstLanguage', 'fr')).toMatchObject({ headingLanguage: 'ru' });
    expect(withValue(DEFAULT_SETTINGS, 'secondLanguage', 'de')).toMatchObject({ headingLanguage: 'ru' });
  });
});

describe('withWeight(weights, kind, mark, weight)', () => {
  it('sets a weight of one kind of column, and takes it away', () => {
    const weights = withWeight({ value: { '🧠': 1 }, cost: {} }, 'cost', '🧠', 0);
    expect(weights).toEqual({ value: { '🧠': 1 }, cost: { '🧠': 0 } });
    expect(withWeight(weights, 'value', '🧠', null)).toEqual({ value: {}, cost: { '🧠': 0 } });
  });
});

describe('what the reader needs of the settings', () => {
  it('is the headings of the user’s own', () => {
    const headings = userHeadings(loadSettings(whole).settings);
    expect(headings.relations.downstream).toEqual(['Во что вырастет', 'Next steps']);
    expect(headings.steps[1]).toEqual(['Чистовик']);
  });

  it('changes with headings and left-out folders, and with nothing else', () => {
    const { settings } = loadSettings(whole);
    expect(changesReading(settings, { ...settings, keepsUpdated: false, newNoteFolder: '' })).toBe(false);
    expect(changesReading(settings, { ...settings, excludedFolders: [] })).toBe(true);
    expect(
      changesReading(settings, { ...settings, stepHeadings: { ...settings.stepHeadings, 2: ['Translation'] } }),
    ).toBe(true);
  });
});

describe('isLeftOut(settings, path)', () => {
  const settings = { ...DEFAULT_SETTINGS, excludedFolders: ['Archive', 'Chats/Old'] };

  it('is true of notes in such a folder and below it', () => {
    expect(isLeftOut(settings, 'Archive/Note.md')).toBe(true);
    expect(isLeftOut(settings, 'Chats/Old/2020/Note.md')).toBe(true);
  });

  it('is false of a folder whose name only begins alike', () => {
    expect(isLeftOut(settings, 'Archive 2/Note.md')).toBe(false);
    expect(isLeftOut(settings, 'Note.md')).toBe(false);
  });
});

describe('what is set for single tables', () => {
  const header = ['Tier', 'Way'];
  const tuning = { weights: { value: {}, cost: { '💰': 2 } }, roles: { 1: 'cost' as const } };
  const settings = withTuning(
    withTuning(DEFAULT_SETTINGS, 'Teas/Green.md', header, tuning),
    'Tea.md',
    ['Tier'],
    tuning,
  );

  it('is found by the note and the header', () => {
    expect(tuningOf(settings, 'Teas/Green.md', header)).toMatchObject(tuning);
    expect(tuningOf(settings, 'Teas/Green.md', ['Tier'])).toBe(NO_TUNING);
    expect(tuningOf(settings, 'Green.md', header)).toBe(NO_TUNING);
  });

  it('is set anew, and not kept when it says nothing', () => {
    const none = { weights: { value: {}, cost: {} }, roles: {} };
    expect(withTuning(settings, 'Tea.md', ['Tier'], { ...none, roles: { 0: 'none' } }).tables).toHaveLength(2);
    expect(withTuning(settings, 'Tea.md', ['Tier'], none).tables.map(({ path }) => path)).toEqual(['Teas/Green.md']);
  });

  it('keeps the choice of one cost, and data that knows no such choice', () => {
    const none = { weights: { value: {}, cost: {} }, roles: {} };
    const chosen = withTuning(settings, 'Tea.md', ['Tier'], { ...none, only: '💰' });
    const { settings: loaded, damaged } = loadSettings(JSON.parse(JSON.stringify(chosen)));
    expect([tuningOf(loaded, 'Tea.md', ['Tier']).only, damaged]).toEqual(['💰', []]);
    expect(tuningOf(loaded, 'Teas/Green.md', header).only).toBeUndefined();
    expect(withTuning(chosen, 'Tea.md', ['Tier'], { ...none, only: '' }).tables).toHaveLength(1);
  });

  it('moves with its note, and with the folder of its note', () => {
    expect(movedPaths(settings, 'Tea.md', 'Old/Tea.md').tables.map(({ path }) => path)).toEqual([
      'Teas/Green.md',
      'Old/Tea.md',
    ]);
    expect(movedPaths(settings, 'Teas', 'Drinks/Teas').tables[0]?.path).toBe('Drinks/Teas/Green.md');
    expect(movedPaths(settings, 'Tea', 'Coffee')).toBe(settings);
  });

  it('moves with what else the settings name: folders and the template', () => {
    const named: Settings = {
      ...DEFAULT_SETTINGS,
      newNoteFolder: 'Drinks/New',
      templateNote: 'Drinks/Template',
      excludedFolders: ['Archive', 'Drinks'],
    };
    expect(movedPaths(named, 'Drinks', 'Cups')).toMatchObject({
      newNoteFolder: 'Cups/New',
      templateNote: 'Cups/Template',
      excludedFolders: ['Archive', 'Cups'],
    });
    expect(movedPaths(named, 'Drink', 'Cups')).toBe(named);
  });

  it('gives way to one that takes its place: of a note that is gone, which may come back, it is still known', () => {
    const taken = {
      ...settings,
      tables: [...settings.tables, ...settings.tables.map((table) => ({ ...table, path: 'Old.md' }))],
    };
    expect(movedPaths(taken, 'Tea.md', 'Old.md').tables.filter(({ path }) => path === 'Old.md')).toEqual([
      { ...settings.tables.find(({ path }) => path === 'Tea.md'), path: 'Old.md' },
    ]);
    // Told of a folder and of what is in it, it is still known.
    const once = movedPaths(settings, 'Teas', 'Cups');
    expect(movedPaths(once, 'Teas/Green.md', 'Cups/Green.md')).toBe(once);
  });

  it('is read entry by entry: one that is damaged is left out', () => {
    const stored = { version: SETTINGS_VERSION, tables: [...settings.tables, { path: 'x' }], weights: { cost: 'x' } };
    expect(loadSettings(stored)).toEqual({ settings, damaged: ['weights.cost', 'tables'] });
  });
});
