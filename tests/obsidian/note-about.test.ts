import { Component } from 'obsidian';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NoteAbout } from '../../src/obsidian/note-about';
import { createHost, type Host } from '../host/boot';

let host: Host;
let owner: Component;
let about: NoteAbout;
let isRead: boolean;

beforeEach(async () => {
  vi.useRealTimers();
  host = createHost({
    files: { 'Fern.md': 'A fern has spores.\n', 'Moss.md': '---\ndescription: Moss holds water\n---\n' },
  });
  await host.settle();
  const { metadataCache } = host.app.forPlugins;
  const cacheOf = metadataCache.getFileCache.bind(metadataCache);
  isRead = false;
  vi.spyOn(metadataCache, 'getFileCache').mockImplementation((file) => (isRead ? cacheOf(file) : null));
  owner = new Component();
  owner.load();
  about = new NoteAbout(host.app.forPlugins, owner, (text) => text);
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('What a note says of itself is told once Obsidian has read it', async () => {
  const said = about.of('Fern.md');
  isRead = true;
  host.app.forPlugins.metadataCache.trigger('resolved');
  await expect(said).resolves.toBe('A fern has spores.');
  expect(vi.getTimerCount()).toBe(0);
});

test('A note that Obsidian never reads says nothing, and is waited for no longer', async () => {
  const said = Promise.all([about.of('Fern.md'), about.of('Fern.md')]);
  await vi.advanceTimersByTimeAsync(5000);
  await expect(said).resolves.toEqual(['', '']);
  expect(vi.getTimerCount()).toBe(0);
});

test('A description is read from a note that Obsidian does not come to', async () => {
  const said = about.of('Moss.md');
  await vi.advanceTimersByTimeAsync(5000);
  await expect(said).resolves.toBe('Moss holds water');
});

test('A note that Obsidian has left out of what it has read says nothing', async () => {
  const said = about.of('Fern.md');
  host.app.forPlugins.metadataCache.trigger('resolved');
  await expect(said).resolves.toBe('');
});

test('Nobody waits for a note once the plugin is unloaded', async () => {
  const said = about.of('Fern.md');
  owner.unload();
  await expect(said).resolves.toBe('');
  expect(vi.getTimerCount()).toBe(0);
});
