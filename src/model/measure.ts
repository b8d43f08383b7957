/** Notes in the timeline of the developer tools how long something took: from `start`, in milliseconds of `performance.now`, until now. */
export function measureSince(name: 'index' | 'read' | 'layout' | 'update', start: number): void {
  const measure = `idea-tiers:${name}`;
  // Measures are kept as long as the window: the last one is enough.
  performance.clearMeasures(measure);
  performance.measure(measure, { start });
}
