/** What of a window's `performance` is asked for: the pure rooms have no window. */
interface Timeline {
  clearMeasures(name: string): void;
  measure(name: string, options: { readonly start: number }): unknown;
}

/** Notes in the timeline of the developer tools how long something took: from `start`, in milliseconds of its clock, until now. */
export function measureSince(timeline: Timeline, name: 'index' | 'read' | 'layout' | 'update', start: number): void {
  const measure = `idea-tiers:${name}`;
  // Measures are kept as long as the window: the last one is enough.
  timeline.clearMeasures(measure);
  timeline.measure(measure, { start });
}
