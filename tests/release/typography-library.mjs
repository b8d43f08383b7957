// Leaves out of the bundle what `typograf` has and the plugin never asks for.
import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';

const RULES = 'src/write/typography-rules.ts';
const RULE_NAME = /'((?:common|ru|en-US)\/[a-zA-Z]+\/[a-zA-Z]+)'/g;
const RULE = /^var ([\w$]+) = \{\s*name: '([^']+)'/gm;
const LIST = /^Typograf\.addRules\(\[([^\]]*)\]\);$/gm;
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
 * What runs the rules, for all that is asked of it: those that are named, in their order, over texts without tags, addresses and
 * entities, which the plugin keeps. The whole of it also knows masks of names, queues of rules, settings, ends of lines, and who wants to hear of a rule.
 */
const RUNNER = /^var Typograf = \/\*\* @class \*\/ \(function \(\) \{\n[^]*?^\}\(\)\);$/m;
const OWN_RUNNER = `var Typograf = /** @class */ (function () {
    function Typograf(prefs) {
        this.prefs = prefs;
    }
    Typograf.addRules = function (all) {
        all.forEach(addRule);
    };
    Typograf.prototype.execute = function (text) {
        const { prefs } = this;
        const context = { prefs, getData: (key) => getData(prefs.locale[0] + '/' + key) };
        return getRules().reduce(
            (set, rule) => (prefs.enableRule.includes(rule.name) ? rule.handler(set, rule.settings, context) : set),
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
  [/^ {4}(?:symbols|'number'|money|date|other|optalign|typo|html): \d+,?\n/gm, ''],
  [/^ {4}if \(typeof rule\.index === 'number'\) \{\n.*\n {4}\}$/m, ''],
  [/^ {4}if \(typeof groupIndex === 'undefined'\) \{\n.*\n {4}\}$/m, ''],
  [/^ {8}(?:shortName: |group: |htmlAttrs: |live: rule|queue: |enabled: |locale: locale).*,$/gm, ''],
];
/** As the bundler writes it. */
const METHOD = /^ {2}\w+\.(?:prototype\.)?(\w+) = function\([^]*?^ {2}\};$/gm;
/** A value by the name of its language and its own, of which a rule asks for either. */
const VALUE = /^ {2}"[\w-]+(\/\w+)": (?:".*"|\{[^{}]*\}),?$/gm;
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
  const without = source.replace(LIST, (_, list) => {
    const rules = list.split(',').flatMap((variable) => {
      // A rule whose name is put together elsewhere is none that the plugin names.
      const name = ruleNames.get(variable.trim());
      if (name === undefined || !names.has(name)) return [];
      kept.add(name);
      return [variable.trim()];
    });
    return rules.length === 0 ? '' : `Typograf.addRules([${rules.join(', ')}]);`;
  });
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
  return needed
    .replace(INNER_RULES, '')
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

/**
 * What is left once the bundler has dropped what nothing reaches, without the methods that nothing calls any more. `execute` is what
 * the plugin calls.
 */
async function withoutMethods(source) {
  const { outputFiles } = await build({ stdin: { contents: source }, bundle: true, format: 'esm', write: false });
  let [{ text }] = outputFiles;
  const asking = text.replace(VALUE, '');
  text = text.replace(VALUE, (value, name) =>
    asking.includes(`${name}"`) || asking.includes(`"${name.slice(1)}"`) ? value : '',
  );
  for (let before = ''; text !== before;) {
    before = text;
    text = before.replace(METHOD, (method, name) =>
      name === 'execute' || new RegExp(`\\.${name}\\b`).test(before.replace(method, '')) ? method : '',
    );
  }
  return text;
}

/** A plugin for esbuild; it reads the rules' names where the plugin names them. */
export const typographyLibrary = {
  name: 'typography-library',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]typograf[\\/]dist[\\/]typograf\.es\.mjs$/ }, async ({ path }) => {
      const rules = await readFile(RULES, 'utf8');
      const names = new Set([...rules.matchAll(RULE_NAME)].map(([, name]) => name));
      return { contents: await withoutMethods(withRules(await readFile(path, 'utf8'), names)), loader: 'js' };
    });
  },
};
