import type { Relation } from './vocabulary';

/** A map of ideas as it leaves the plugin: where everything stands, in pixels, y downwards. */
export interface MapExport {
  readonly title: string;
  readonly nodes: readonly MapExportNode[];
  readonly edges: readonly MapExportEdge[];
  readonly legend?: readonly MapExportSample[];
}

/** What one way to draw means. */
export interface MapExportSample {
  readonly kind: 'downstream' | 'direct' | 'related' | 'both' | 'implied' | 'contradiction' | 'missing';
  readonly text: string;
}

export interface MapExportNode {
  readonly path: string;
  readonly name: string;
  /** Of the middle. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isCentre: boolean;
  /** No note is there: the path is what links say. */
  readonly isMissing?: boolean;
}

export interface MapExportEdge {
  /** The paths of two nodes. */
  readonly source: string;
  readonly target: string;
  /** What `target` is to `source`. */
  readonly relation: Relation;
  /** The edge as path data of SVG. */
  readonly line: string;
  readonly isContradiction: boolean;
  /** Which of the two says so: `implied`, the one farther from the middle. */
  readonly provenance?: 'declared' | 'implied' | 'both';
}
