import { describe, expect, it } from 'vitest';
import type { MapExport } from '../../src/model/map-export';
import { mapCanvas } from '../../src/write/map-canvas';
import { mapSvg } from '../../src/write/map-svg';

const node = { width: 100, height: 40, isCentre: false };
const SHEET: MapExport = {
  title: 'Ideas around "Tea" & <co>',
  nodes: [
    { ...node, path: 'Drinks/Tea.md', name: 'Tea', x: 0, y: 0, isCentre: true },
    { ...node, path: 'Drinks.md', name: 'Drinks that are \u0007poured, and no others at all', x: 60, y: -90 },
    { ...node, path: 'Чашка.md', name: 'Чашка', x: -200, y: 0 },
  ],
  edges: [
    {
      source: 'Drinks.md',
      target: 'Drinks/Tea.md',
      relation: 'downstream',
      line: 'M60 -90L0 0',
      isContradiction: true,
    },
    { source: 'Drinks/Tea.md', target: 'Чашка.md', relation: 'direct', line: 'M0 0L-200 0', isContradiction: false },
  ],
};

describe('A map as SVG', () => {
  const svg = mapSvg(SHEET);

  it('holds every note with its whole name as the title, and cuts what does not fit', () => {
    expect(svg.match(/<g><title>/g)).toHaveLength(3);
    expect(svg).toContain('<title>Drinks that are poured, and no others at all</title>');
    expect(svg).toMatch(/>Drinks that[^<]*…<\/text>/);
  });

  it('is as large as what stands in it, with a margin', () => {
    expect(svg).toContain('width="400" height="170" viewBox="-270 -130 400 170"');
  });

  it('escapes what XML would misread, and leaves out what it cannot hold', () => {
    expect(svg).toContain('<title>Ideas around &#34;Tea&#34; &#38; &#60;co&#62;</title>');
    expect(svg).not.toContain('\u0007');
  });

  it('tells relations apart by dashes, and contradictions by a colour', () => {
    expect(svg).toMatch(/d="M60 -90L0 0"[^>]*stroke="#c0392b"\/>/);
    expect(svg).toMatch(/d="M0 0L-200 0"[^>]*stroke-dasharray/);
  });
});

describe('A map as JSON Canvas', () => {
  const canvas: unknown = JSON.parse(mapCanvas(SHEET, ({ relation }) => (relation === 'direct' ? 'direct' : '')));

  it('has a card for each note, by its upper left corner, linked to the file', () => {
    expect(canvas).toMatchObject({
      nodes: [
        { id: 'note-0', type: 'file', file: 'Drinks/Tea.md', x: -50, y: -20, width: 100, height: 40, color: '6' },
        { id: 'note-1', type: 'file', file: 'Drinks.md', x: 10, y: -110 },
        { id: 'note-2', type: 'file', file: 'Чашка.md' },
      ],
    });
  });

  it('leads edges from the side that looks at the other card, with an arrow downwards', () => {
    expect(canvas).toMatchObject({
      edges: [
        { fromNode: 'note-1', fromSide: 'bottom', toNode: 'note-0', toSide: 'top', toEnd: 'arrow', color: '1' },
        { fromNode: 'note-0', fromSide: 'left', toNode: 'note-2', toSide: 'right', toEnd: 'none', label: 'direct' },
      ],
    });
  });
});
