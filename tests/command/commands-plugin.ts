import { Plugin } from 'obsidian';
import { registerCommands, type CommandContext } from '../../src/command/commands';
import { translator, type Language } from '../../src/i18n';
import type { ShownOrder } from '../../src/model/table-order';
import { LinkResolver } from '../../src/obsidian/link-resolver';
import { NoteWriter } from '../../src/obsidian/note-writer';
import { readNote } from '../../src/read/note';
import { plainText } from '../../src/markdown/plain-text';
import { BUILT_IN } from '../../src/read/vocabulary';
import { DEFAULT_SETTINGS, type Settings } from '../../src/settings';
import { StillIdeas } from '../still-ideas';
import { createHost, type Host, type HostOptions } from '../host/boot';

interface Options extends HostOptions {
  readonly settings?: Partial<Settings>;
  readonly language?: Language;
  /** What the sidebar shows in another order; nothing without it. */
  readonly orderShown?: () => ShownOrder | null;
  readonly ideas?: CommandContext['ideas'];
  /** What may belong to a note; nothing without it. */
  readonly suggested?: CommandContext['suggestions']['of'];
}

export interface CommandHost {
  readonly host: Host;
  /** What the context was asked for, in order. */
  readonly asked: readonly string[];
  readonly run: (id: string) => Promise<void>;
}

/** A host with a plugin that has the commands and nothing else. */
export async function hostWithCommands({
  settings,
  language = 'en',
  orderShown,
  ideas,
  suggested = () => [],
  ...options
}: Options = {}): Promise<CommandHost> {
  // Dialogs and notices stand in the body, where those of the test before may still be.
  document.body.empty();
  const host = createHost({ ...options, language });
  const asked: string[] = [];
  const all = { ...DEFAULT_SETTINGS, ...settings };
  class CommandsPlugin extends Plugin {
    override onload(): void {
      const context: CommandContext = {
        app: this.app,
        t: translator(language, () => [all.firstLanguage, all.secondLanguage]),
        settings: () => all,
        openSidebar: () => note('open the sidebar'),
        togglePin: () => note('toggle the pin'),
        compareInTab: () => note('compare the steps'),
        compareRawInTab: () => note('compare the raw text'),
        openMap: () => note('open the map'),
        openAudit: () => note('open the audit'),
        showSuggestions: () => note('show what may belong here'),
        suggestions: { of: suggested, prepare: () => note('find out what notes speak of') },
        ideaLinksIn: (text) => readNote(text).ideaLinks,
        plain: plainText,
        opener: {
          openAtLine: (path, line) => note(`open ${path} at line ${line}`),
          openLink: (link) => note(`open ${link}`).then(() => true),
          createFromLink: (link) => note(`create ${link}`),
          open: (path) => note(`open ${path}`).then(() => true),
        },
        writer: new NoteWriter(this.app),
        tables: { orderShown: () => orderShown?.() ?? null },
        tablesIn: (text) => readNote(text).tables,
        tierListsIn: (text) => readNote(text).tierLists,
        vocabulary: () => BUILT_IN,
        ideas: ideas ?? new StillIdeas(() => null),
        links: new LinkResolver(this.app),
      };
      registerCommands(this, context);
    }
  }
  const note = (what: string): Promise<void> => {
    asked.push(what);
    return Promise.resolve();
  };
  await host.loadPlugin(CommandsPlugin, { id: 'idea-tiers', name: 'Idea Tiers' });
  return {
    host,
    asked,
    run: async (id) => {
      if (!host.app.commands.executeCommandById(`idea-tiers:${id}`)) throw new Error(`no command ${id}`);
      await host.settle();
    },
  };
}
