import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDER = path.join(ROOT, '.github/workflows');

/** What Obsidian downloads of a release. */
const ASSETS = ['main.js', 'manifest.json', 'styles.css'];

/** Actions that are not pinned to a commit, each with the reason, which stands in the workflow, too. */
const UNPINNED: Readonly<Record<string, string>> = {
  'actions/attest@v4': 'no commit of v4 could be shown to be one',
};

/** What a job that may write may run: nothing that came out of the repository. */
const HARMLESS = new Set(['gh', 'printf', 'sha256sum']);

const Texts = z.record(z.string(), z.string());
const Step = z.strictObject({
  name: z.string().optional(),
  id: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  env: Texts.optional(),
  'working-directory': z.string().optional(),
});
const Job = z.strictObject({
  'runs-on': z.string(),
  'timeout-minutes': z.number(),
  needs: z.union([z.string(), z.array(z.string())]).optional(),
  permissions: Texts.optional(),
  outputs: Texts.optional(),
  env: Texts.optional(),
  steps: z.array(Step),
});
const Workflow = z.object({ permissions: Texts, jobs: z.record(z.string(), Job) });
type Job = z.infer<typeof Job>;

const files = readdirSync(FOLDER);
const textOf = (file: string): string => readFileSync(path.join(FOLDER, file), 'utf8');
const workflowOf = (file: string): z.infer<typeof Workflow> => Workflow.parse(parse(textOf(file)));

/** The job, with what the workflow allows it. */
function jobs(file: string): readonly { readonly name: string; readonly job: Job; readonly mayWrite: boolean }[] {
  const { permissions, jobs: found } = workflowOf(file);
  return Object.entries(found).map(([name, job]) => ({
    name,
    job,
    mayWrite: Object.values(job.permissions ?? permissions).some((permission) => permission !== 'read'),
  }));
}

/** The programs that a script starts. */
function programsOf(script: string): readonly string[] {
  const commands = script.replace(/\\\n/g, ' ').split(/\n|\||&&|;/);
  return commands.map((command) => command.trim().split(/\s/)[0] ?? '').filter((program) => program !== '');
}

describe.each(files)('the workflow %s', (file) => {
  it('may only read, but for jobs that say what they write', () => {
    expect(workflowOf(file).permissions).toEqual({ contents: 'read' });
  });

  it('runs nothing of the repository in a job that may write', () => {
    for (const { name, job, mayWrite } of jobs(file)) {
      if (!mayWrite) continue;
      const programs = job.steps.flatMap(({ run = '' }) => programsOf(run));
      expect(
        programs.filter((program) => !HARMLESS.has(program)),
        name,
      ).toEqual([]);
      // `$(…)` and backquotes would start others.
      expect(job.steps.filter(({ run = '' }) => /\$\(|`|<\(/.test(run))).toEqual([]);
      expect(job.steps.filter(({ uses = '' }) => /checkout|setup-/.test(uses) || uses.startsWith('.'))).toEqual([]);
    }
  });

  it('pins every action to a commit and names its version, or says why not', () => {
    const used = jobs(file).flatMap(({ job }) => job.steps.flatMap(({ uses }) => uses ?? []));
    const lines = [...textOf(file).matchAll(/^ *(?:- )?uses: (.*)$/gm)].map(([, line = '']) => line);
    expect(lines.map((line) => line.replace(/ #.*/, ''))).toEqual(used);
    const unpinned = lines.filter((line) => !/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line));
    expect(unpinned.filter((line) => !(line in UNPINNED))).toEqual([]);
    for (const line of unpinned) expect(textOf(file)).toContain(UNPINNED[line]);
  });

  it('lets no action that is not pinned write to the repository', () => {
    for (const { job } of jobs(file)) {
      const allUses = job.steps.flatMap(({ uses }) => uses ?? []);
      if (allUses.some((uses) => uses in UNPINNED)) expect(job.permissions).not.toHaveProperty('contents');
    }
  });

  it('keeps no token in the checkout, and puts no expression into a script', () => {
    const steps = jobs(file).flatMap(({ job }) => job.steps);
    for (const step of steps.filter(({ uses = '' }) => uses.startsWith('actions/checkout@'))) {
      expect(step.with).toMatchObject({ 'persist-credentials': false });
    }
    expect(steps.filter(({ run = '' }) => run.includes('${{'))).toEqual([]);
  });
});

it('every action has one commit in all workflows', () => {
  const used = files.flatMap((file) => jobs(file).flatMap(({ job }) => job.steps.flatMap(({ uses }) => uses ?? [])));
  const names = new Set(used.map((uses) => uses.replace(/@.*/, '')));
  expect(new Set(used).size).toBe(names.size);
});

it('only actions that are used are listed as not pinned', () => {
  const all = files.map(textOf).join('\n');
  expect(Object.keys(UNPINNED).filter((uses) => !all.includes(`uses: ${uses}\n`))).toEqual([]);
});

describe('a release', () => {
  const { build, attest, release } = z
    .object({ build: Job, attest: Job, release: Job })
    .parse(workflowOf('release.yml').jobs);
  const scripts = (job: Job): string => job.steps.map(({ run = '' }) => run).join('\n');
  const sums = '${{ needs.build.outputs.sums }}';

  it('is checked, tested and built by a job that may only read', () => {
    expect(build.permissions).toEqual({ contents: 'read' });
    const order = [
      'node tests/release/version.mjs check "$GITHUB_REF_NAME"',
      'node tests/release/notes.mjs "$GITHUB_REF_NAME" > "$RUNNER_TEMP/release/notes.md"',
      'npm ci',
      'npm test',
      'npm run build',
      'cp ',
    ].map((command) => scripts(build).indexOf(command));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((one, other) => one - other));
    expect(build.steps.at(-1)).toMatchObject({
      uses: expect.stringContaining('actions/upload-artifact@') as unknown,
      with: { name: 'release', path: '${{ runner.temp }}/release' },
    });
  });

  it('is the three files that Obsidian downloads, the same when summed, gathered and drafted', () => {
    const all = ASSETS.join(' ');
    expect(scripts(build)).toContain(`cp ${all} "$RUNNER_TEMP/release"\n`);
    expect(scripts(build)).toContain(`sha256sum ${all}\n`);
    expect(scripts(release).replace(/\\\n\s*/g, '')).toMatch(new RegExp(`gh release create .* ${all}$`, 'm'));
    const config = readFileSync(path.join(ROOT, 'esbuild.config.mjs'), 'utf8');
    for (const asset of ASSETS) expect(config).toContain(`'${asset}'`);
  });

  it('is attested by the sums of what was built, which what is drafted is held against', () => {
    expect(build.outputs).toEqual({ sums: '${{ steps.sums.outputs.sums }}' });
    expect(attest.needs).toBe('build');
    expect(attest.steps).toMatchObject([
      { env: { SUMS: sums }, run: `printf '%s\\n' "$SUMS" > sums.txt` },
      { uses: expect.stringMatching(/^actions\/attest@/) as unknown, with: { 'subject-checksums': 'sums.txt' } },
    ]);
    expect(release.needs).toEqual(['build', 'attest']);
    const [take, check, draft, ...others] = release.steps;
    expect(others).toEqual([]);
    expect(take?.run).toBe('gh run download "$GITHUB_RUN_ID" --name release --dir release');
    expect(check).toMatchObject({
      env: { SUMS: sums },
      'working-directory': 'release',
      run: `printf '%s\\n' "$SUMS" | sha256sum --check --strict`,
    });
    expect(draft?.['working-directory']).toBe('release');
    expect(draft?.run).toMatch(/--verify-tag --draft/);
  });

  it('has notes: what the changelog says of the version', () => {
    expect(scripts(release)).toContain('--notes-file notes.md');
  });
});

describe('the notes of a release', () => {
  const script = path.join(ROOT, 'tests/release/notes.mjs');
  const notes = (version: string): string =>
    execFileSync(process.execPath, [script, version], { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' });
  const changelog = readFileSync(path.join(ROOT, 'CHANGELOG.md'), 'utf8');
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(path.join(ROOT, 'manifest.json'), 'utf8')));

  it('are the section of the version, which the manifest has and the changelog dates', () => {
    const heading = new RegExp(`^## \\[${version.replaceAll('.', '\\.')}\\] - (\\d{4}-\\d\\d-\\d\\d)$`, 'm').exec(
      changelog,
    );
    expect(new Date(heading?.[1] ?? '').toISOString().slice(0, 10)).toBe(heading?.[1]);
    const text = notes(version);
    expect(text).toMatch(/^### [A-Z]\w+\n\n- /);
    expect(text).not.toMatch(/^## /m);
    expect(changelog).toContain(`${heading?.[0]}\n\n${text}`);
  });

  it('are none for a version that the changelog does not know, or says nothing of', () => {
    expect(() => notes('9.8.7')).toThrow('CHANGELOG.md says nothing of 9.8.7.');
    expect(() => notes('0.1')).toThrow('says nothing');
  });

  it('leave a place above for what comes next', () => {
    expect(changelog.match(/^## \[.*$/gm)?.[0]).toBe('## [Unreleased]');
  });
});
