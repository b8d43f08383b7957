// As much of Obsidian as a plugin meets when it starts, without a page: nothing here takes time of its own.

/** Loads the plugin, and waits for its `onload`. */
export type Load = () => Promise<void>;

/**
 * Evaluates a script as Obsidian does that of a plugin.
 *
 * @param data What the plugin finds in its data.json.
 * @param globals What the script finds in place of the globals of these names.
 * @returns How to load it; `null` for a script that is no plugin.
 */
export function evaluatePlugin(
  script: string,
  data: unknown,
  globals: Readonly<Record<string, unknown>> = {},
): Load | null {
  const module: { exports: unknown } = { exports: {} };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the app itself runs a plugin's main.js this way
  const run: unknown = new Function('require', 'module', 'exports', ...Object.keys(globals), script);
  if (typeof run !== 'function') return null;
  run.call(undefined, () => NAMES, module, module.exports, ...Object.values(globals));
  const { exports } = module;
  const found: unknown =
    typeof exports === 'object' && exports !== null && 'default' in exports ? exports.default : null;
  if (!isPluginClass(found)) return null;
  return async () => {
    const plugin = new found(APP, { id: 'idea-tiers', name: 'Idea Tiers', version: '1.0.0' });
    plugin.loadData = () => Promise.resolve(data);
    await plugin.onload();
  };
}

const kept: unknown[] = [];

function keep(...things: unknown[]): unknown {
  kept.push(things);
  return things;
}

class Component {
  register = keep;
  registerEvent = keep;

  addChild(child: Component): Component {
    void child.onload();
    return child;
  }

  onload(): void | Promise<void> {}
}

class Plugin extends Component {
  addCommand = keep;
  addRibbonIcon = keep;
  addSettingTab = keep;
  registerCliHandler = keep;
  registerHoverLinkSource = keep;
  registerObsidianProtocolHandler = keep;
  registerView = keep;
  loadData: () => Promise<unknown> = () => Promise.resolve(null);

  constructor(
    readonly app: object,
    readonly manifest: object,
  ) {
    super();
  }
}

function isPluginClass(value: unknown): value is typeof Plugin {
  return typeof value === 'function' && value.prototype instanceof Plugin;
}

/** What can be required: of a name that is not said here, a class without anything in it. */
const NAMES: object = new Proxy(
  { Component, Plugin, Platform: { isDesktopApp: true }, getLanguage: () => 'ru' },
  { get: (known, name): unknown => Reflect.get(known, name) ?? class {} },
);

/** An app before its layout is ready. */
const APP = {
  vault: { on: keep },
  metadataCache: { on: keep },
  workspace: { on: keep, onLayoutReady: keep, getLeavesOfType: () => [] },
  loadLocalStorage: () => null,
};
