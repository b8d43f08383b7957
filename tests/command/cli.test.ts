import { Plugin } from 'obsidian';
import { describe, expect, it } from 'vitest';
import { registerCli } from '../../src/command/cli';
import { translator } from '../../src/i18n';
import { LinkResolver } from '../../src/obsidian/link-resolver';
import { readNote } from '../../src/read/note';
import { BUILT_IN } from '../../src/read/vocabulary';
import { createHost } from '../host/boot';
import { StillIdeas } from '../still-ideas';

const FILES = {
  'Tea.md': '## Upstream ideas\n\n- [[Drink]] — what is poured\n- [[Wanted]]\n',
  'Folder/Drink.md': '## Related ideas\n\n- [[Cup]]\n',
  'Folder/Cup.md': '',
  'Sencha.md': '## Upstream ideas\n\n- [[Tea]] — a kind of it\n',
  'Gyokuro.md': '## Upstream ideas\n\n- [[Sencha]]\n',
};

type Ask = (command: string, params?: Record<string, string>) => Promise<string>;

/** The plugin's commands as the command line calls them. */
async function commandLine(): Promise<{ readonly ask: Ask; readonly ideas: StillIdeas }> {
  const host = createHost({ files: FILES });
  const links = new LinkResolver(host.app.forPlugins);
  const ideas = new StillIdeas((target, from) => links.resolve(target, from)?.path ?? null);
  class CliPlugin extends Plugin {
    override onload(): void {
      registerCli(this, {
        app: this.app,
        t: translator('en'),
        ideas,
        links,
        vocabulary: () => BUILT_IN,
        isTemplate: () => false,
      });
    }
  }
  await host.loadPlugin(CliPlugin, { id: 'idea-tiers', name: 'Idea Tiers' });
  await host.settle();
  ideas.update(Object.entries(FILES).map(([path, text]) => ({ kind: 'set', path, links: readNote(text).ideaLinks })));
  const ask: Ask = async (command, params = {}) => {
    const handler = host.app.cliHandlers.get(`idea-tiers:${command}`);
    if (!handler) throw new Error(`no ${command}`);
    return handler(params);
  };
  return { ask, ideas };
}

describe('On the command line', () => {
  it('idea-tiers:ideas tells the ideas of a note, named by its name, and what each is', async () => {
    const { ask } = await commandLine();
    expect((await ask('ideas', { note: 'Tea' })).split('\n')).toEqual([
      'Upstream\tDrink\t\twhat is poured',
      'Upstream\tWanted\t\t',
      'Downstream\tSencha\tListed only in the other note\ta kind of it',
    ]);
    expect(await ask('ideas', { note: 'Tea', relation: 'downstream' })).toMatch(/^Downstream\tSencha\t[^\n]*$/);
    const found: unknown = JSON.parse(await ask('ideas', { note: 'Tea.md', format: 'json' }));
    expect(found).toMatchObject([{ path: 'Folder/Drink.md' }, { path: null, name: 'Wanted' }, { path: 'Sencha.md' }]);
  });

  it('idea-tiers:ideas goes several steps, and only the way that is asked for', async () => {
    const { ask } = await commandLine();
    expect((await ask('ideas', { note: 'Tea', hops: '2' })).split('\n')).toEqual([
      '0\t0\tTea.md',
      '-1\t0\tFolder/Drink.md',
      '1\t0\tSencha.md',
      '2\t0\tGyokuro.md',
    ]);
    const below: unknown = JSON.parse(
      await ask('ideas', { note: 'Tea', hops: '9', relation: 'downstream', format: 'json' }),
    );
    expect(below).toMatchObject([{ path: 'Sencha.md' }, { path: 'Gyokuro.md', rank: 2 }]);
  });

  it('idea-tiers:audit reports on the vault or a folder', async () => {
    const { ask } = await commandLine();
    expect(await ask('audit')).toContain('- Wanted — Wanted once — [[Tea]] line 4');
    const found: unknown = JSON.parse(await ask('audit', { folder: 'Folder', format: 'json' }));
    expect(found).toMatchObject({ notes: 2, dangling: [] });
  });

  it('waits until all notes have been read', async () => {
    const { ask, ideas } = await commandLine();
    ideas.isComplete = false;
    let isAnswered = false;
    const answer = ask('audit').then(() => (isAnswered = true));
    ideas.tell(new Set(['Tea.md']));
    await Promise.resolve();
    expect(isAnswered).toBe(false);
    ideas.isComplete = true;
    ideas.tell(null);
    expect(await answer).toBe(true);
  });

  it('idea-tiers:inspect tells what a note holds; a note that is not there is named', async () => {
    const { ask } = await commandLine();
    const found: unknown = JSON.parse(await ask('inspect', { note: 'Tea' }));
    expect(found).toMatchObject({ path: 'Tea.md', ideaLinks: [{ target: 'Drink' }, { target: 'Wanted' }] });
    await expect(ask('inspect', { note: 'Coffee' })).rejects.toThrow('There is no note “Coffee”.');
    await expect(ask('ideas')).rejects.toThrow('There is no note');
  });
});
