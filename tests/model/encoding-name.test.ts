import { expect, it } from 'vitest';
import { ENCODINGS, encodingName } from '../../src/model/garbled';

it('encodingName(encoding) says what people call it', () => {
  const named = Object.fromEntries(ENCODINGS.map((encoding) => [encoding, encodingName(encoding)]));
  expect(named).toMatchObject({
    'windows-1252': 'Windows-1252',
    macintosh: 'Mac Roman',
    'koi8-r': 'KOI8-R',
    ibm866: 'IBM 866',
    'x-mac-cyrillic': 'Mac Cyrillic',
    'iso-8859-2': 'ISO 8859-2',
    'iso-8859-15': 'ISO 8859-15',
  });
});
