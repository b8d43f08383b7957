// Leaves out of the bundle what `typograf` has and the plugin never asks for.
import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';

const RULES = 'src/write/typography-rules.ts';
const RULE_NAME = /'((?:common|ru|en-US)\/[a-zA-Z]+\/[a-zA-Z]+)'/g;
const RULE = /^var ([\w$]+) = \{\s*name: '([^']+)'/gm;
/** What a rule says of its place among those of its group, and the number of each group. */
const PLACE = /^ {4}index: '([+-]\d+)',?\n/m;
const GROUPS = /^ {4}'?(\w+)'?: (\d+),?$/gm;
const LIST = /^Typograf\.addRules\(\[([^\]]*)\]\);$/gm;
const DISABLED = /^ {4}disabled: true,?\n/gm;
/** What its compiler makes of a class, and one of its kind that stands for all: neither does anything until it is used. */
const CLASS = /^var ([\w$]+) = \/\*\* @class \*\/ \(function \(\) \{\n([^]*?)\n\}\(\)\);$/gm;
const ONLY_ONE = /^(var [\w$]+ =) (new [\w$]+\(\);)$/gm;
/** What only some rules ask for, made for all; and a question that every engine answers with yes. */
const MADE = /^var ([\w$]+) = ((?:new RegExp|__assign|Object\.keys)\(.*\));$/gm;
const FILLED = /^var exceptions = \[\];\n([^[]*)(^\[\n[^]*?^\}\);)$/m;
const OLD_ENGINE = /\bString\.prototype\.trim\w+ \?/g;
/** They take away what the rules for hanging signs have put there, and run though those rules are not asked for. */
const INNER_RULES = /^Typograf\.addInnerRules\(\[[^\]]*\]\);$/gm;
/**
 * What runs the rules, for all that is asked of it: those that are named, as they are handed in, over texts without tags, addresses and
 * entities, which the plugin keeps. The whole of it also knows masks of names, an order, queues of rules, settings, ends of lines, and who wants to hear of a rule.
 */
const RUNNER = /^var Typograf = \/\*\* @class \*\/ \(function \(\) \{\n[^]*?^\}\(\)\);$/m;
const OWN_RUNNER = `var Typograf = /** @class */ (function () {
    var all = [];
    function Typograf(prefs) {
        this.prefs = prefs;
    }
    Typograf.addRules = function (rules) {
        all = rules;
    };
    Typograf.prototype.execute = function (text) {
        const { prefs } = this;
        const context = { prefs, getData: (key) => getData(prefs.locale[0] + '/' + key) };
        return all.reduce(
            (set, rule) => (prefs.enableRule.includes(rule.name) ? rule.handler(set, null, context) : set),
            text,
        );
    };
    return Typograf;
}());`;
/** Asked for nowhere: lists of languages, copies of what nothing changes, what quotes are set by, and what no rule that is named has or is in. */
const UNASKED = [
  [RUNNER, OWN_RUNNER],
  [/^ *addLocale\(.*\);$/gm, ''],
  [/\b__spreadArray\(\[\], rules, true\)/, 'rules.slice()'],
  [/^getLocales\(\)\.forEach\(function \(locale\) \{\n.*\/quote'\)\);\n\}\);$/m, ''],
  [/^ {4}'en-US\/quote': \{\n[^}]*\n {4}\},?$/gm, ''],
  [/^ {4}'en-US\/shortWord': .*,?$/gm, ''],
  [/^ +removeDuplicateQuotes: true,?\n/gm, ''],
  [/^( +)Object\.keys\(newData\)\.forEach\([^]*?^\1\}\);$/m, '$1Object.assign(data$$1, newData);'],
  [/^ {4}(?:symbols|'number'|money|date|other|optalign|typo|html): \d+,?\n/gm, ''],
  [/^ {4}if \(typeof rule\.index === 'number'\) \{\n.*\n {4}\}$/m, ''],
  [/^ {4}if \(typeof groupIndex === 'undefined'\) \{\n.*\n {4}\}$/m, ''],
  [/^ {8}(?:shortName: |group: |htmlAttrs: |live: rule|queue: |enabled: |locale: locale).*,$/gm, ''],
];
/** As the bundler writes it. */
const METHOD = /^ {2}\w+\.(?:prototype\.)?(\w+) = function\([^]*?^ {2}\};$/gm;
/** A value by the name of its language and its own, of which a rule asks for either. */
const VALUE = /^ {2}("[\w-]+)(\/\w+)": (?:".*"|'.*'|\{[^{}]*\}),?$/gm;
const WHOLE = /^ {2}"([\w-]+\/\w+)": (".*"|'.*'),?$/gm;
const ASKED = /\bgetData\("([\w-]+\/\w+)"\)/g;
const SETTING = /,\n {2}settings: \{\n {4}(\w+): (.+?),?(?: *\n? *\/\/.*)?\n {2}\}/g;
const SETTING_ASKED = /\bsettings\d*\.(\w+)/g;
/** A list of ids, or of lists of them. */
const IDS = /\[(?:\s|\.{3}|[[\],]|'[0-9A-Z]')+\]/g;
const PART = /("(?:[^"\\]|\\.)*"|[\w$]+)(?:, )?/g;
const JOINED = new RegExp(`\\.concat\\(((?:${PART.source})+)\\)`, 'g');
const MADE_RULE = /^var ([\w$]+) = (\{\n {2}name: [^]*?\n\});\n/gm;
const RUN = /^Typograf\.addRules\(\[(.*)\]\);$/m;
const LANGUAGE = /^var ([\w$]+) = \{\s*'([a-zA-Z-]+)\/[a-zA-Z]+':/gm;
const LANGUAGES = /^var data = \[([^\]]*)\];$/m;

/**
 * The library's source without the rules that are not named, and the words of languages that none of them is for; throws where a named rule, or any list of rules, is not found. A rule
 * that stands in no list is reached by nothing, so that the bundler drops it with all that only it needs.
 *
 * @param {string} source
 * @param {ReadonlySet<string>} names
 */
export function withRules(source, names) {
  const ruleNames = new Map([...source.matchAll(RULE)].map(([, variable, name]) => [variable, name]));
  const kept = new Set();
  const groups = new Map([...source.matchAll(GROUPS)].map(([, group, index]) => [group, Number(index)]));
  /** Those of all lists, in the order in which the library runs them: it is the same for every text. */
  const rules = [...source.matchAll(LIST)].flatMap(([, list]) =>
    list.split(',').flatMap((listed) => {
      const variable = listed.trim();
      // A rule whose name is put together elsewhere is none that the plugin names.
      const name = ruleNames.get(variable);
      if (name === undefined || !names.has(name)) return [];
      kept.add(name);
      const [, own = ''] = source.split(`var ${variable} = {`);
      const [, place = '0'] = PLACE.exec(own.split('\n};', 1)[0]) ?? [];
      return [{ variable, index: groups.get(name.split('/')[1]) + Number(place) }];
    }),
  );
  rules.sort((a, b) => (a.index > b.index ? 1 : -1));
  const run = `Typograf.addRules([${rules.map(({ variable }) => variable).join(', ')}]);`;
  let lists = [...source.matchAll(LIST)].length;
  const without = source.replace(LIST, () => (--lists === 0 ? run : ''));
  const asked = new Set(['common', ...Array.from(names, (name) => name.split('/', 1)[0])]);
  const languages = new Map([...source.matchAll(LANGUAGE)].map(([, variable, language]) => [variable, language]));
  if (!LANGUAGES.test(without)) throw new Error('typograf has no list of languages');
  const missing = [...names].filter((name) => !kept.has(name));
  if (missing.length > 0) throw new Error(`typograf has no rules ${missing.join(', ')}`);
  const needed = UNASKED.reduce((text, [pattern, instead]) => {
    const cut = text.replace(pattern, instead);
    if (cut === text) throw new Error(`typograf has nothing like ${pattern}`);
    return cut;
  }, without);
  return withIds(needed, names)
    .replace(INNER_RULES, '')
    .replace(new RegExp(PLACE, 'gm'), '')
    .replace(DISABLED, '')
    .replace(MADE, 'var $1 = /* @__PURE__ */ (() => $2)();')
    .replace(FILLED, '$1var exceptions = /* @__PURE__ */ (() => {\nvar exceptions = [];\n$2\nreturn exceptions;\n})();')
    .replace(OLD_ENGINE, 'true ?')
    .replace(LANGUAGES, (_, list) => {
      const variables = list.split(',').map((variable) => variable.trim());
      const own = variables.filter((one) => one !== '' && asked.has(languages.get(one) ?? 'common'));
      return `var data = [${own.join(', ')}];`;
    })
    .replace(CLASS, (_, name, body) => `var ${name} = /* @__PURE__ */ (function () {\n${body}\n})();`)
    .replace(ONLY_ONE, (_, start, made) => `${start} /* @__PURE__ */ ${made}`);
}

/** A text with a sign for each of the names that stand in it in quotes. */
function withIds(text, names) {
  const ids = new Map([...names].map((name, index) => [name, index.toString(36).toUpperCase()]));
  return text.replace(RULE_NAME, (quoted, name) => (ids.has(name) ? `'${ids.get(name)}'` : quoted));
}

/**
 * What is left once the bundler has dropped what nothing reaches, without the methods that nothing calls any more. `execute` is what
 * the plugin calls.
 */
async function withoutMethods(source) {
  const { outputFiles } = await build({ stdin: { contents: source }, bundle: true, format: 'esm', write: false });
  let [{ text }] = outputFiles;
  // What is asked for by its whole name is the same for each language: it stands where it is asked for.
  const values = new Map(Array.from(text.matchAll(WHOLE), ([, name, value]) => [name, value]));
  text = text.replace(ASKED, (asked, name) => values.get(name) ?? asked);
  // As its compiler writes texts with values in them, which a minifier does not put together.
  text = text.replace(JOINED, (_, parts) => parts.replace(PART, ' + $1').replace(/, $/, ''));
  // What rules are set to is never set otherwise, and the same for all that have it.
  const settings = new Map(Array.from(text.matchAll(SETTING), ([, name, value]) => [name, value]));
  text = text.replace(SETTING, '').replace(SETTING_ASKED, (asked, name) => settings.get(name) ?? asked);
  // Each rule stands in their list and nowhere else.
  const made = new Map(Array.from(text.matchAll(MADE_RULE), ([, variable, rule]) => [variable, rule]));
  text = text.replace(MADE_RULE, '').replace(
    RUN,
    (_, list) =>
      `Typograf.addRules([${list
        .split(', ')
        .map((one) => made.get(one) ?? one)
        .join(', ')}]);`,
  );
  const asking = text.replace(VALUE, '');
  text = text.replace(VALUE, (value, language, name) =>
    asking.includes(`${language}${name}"`) || asking.includes(`"${name}"`) || asking.includes(`"${name.slice(1)}"`)
      ? value
      : '',
  );
  for (let before = ''; text !== before;) {
    before = text;
    text = before.replace(METHOD, (method, name) =>
      name === 'execute' || new RegExp(`\\.${name}\\b`).test(before.replace(method, '')) ? method : '',
    );
  }
  return text;
}

/** A plugin for esbuild; it reads the rules' names where the plugin names them. Both have shorter ones in the bundle. */
export const typographyLibrary = {
  name: 'typography-library',
  setup({ onLoad }) {
    const read = async () => {
      const rules = await readFile(RULES, 'utf8');
      return { rules, names: new Set([...rules.matchAll(RULE_NAME)].map(([, name]) => name)) };
    };
    onLoad({ filter: /[\\/]src[\\/]write[\\/]typography-rules\.ts$/ }, async () => {
      const { rules, names } = await read();
      // A text of one sign for each name is spread as a list of them is.
      const contents = withIds(rules, names).replace(IDS, (list) =>
        list.includes("'") ? `'${list.replace(/[^0-9A-Z]/g, '')}'` : list,
      );
      // The runner knows no other rules than those that are asked for.
      return { contents: contents.replace(/^ *disableRule: .*\n/m, ''), loader: 'ts' };
    });
    onLoad({ filter: /[\\/]typograf[\\/]dist[\\/]typograf\.es\.mjs$/ }, async ({ path }) => {
      const { names } = await read();
      return { contents: await withoutMethods(withRules(await readFile(path, 'utf8'), names)), loader: 'js' };
    });
  },
};
