import { get } from 'node:http';
import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Workbench } from './workbench.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');

/** Runs the server's command line to its end. */
function run(...args: string[]): Promise<{ status: number; output: string; errors: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'tests/host/serve.ts', ...args],
      { cwd: PROJECT },
      (error, output, errors) => {
        resolve({ status: typeof error?.code === 'number' ? error.code : 0, output, errors });
      },
    );
  });
}

describe('npm start', () => {
  it('says what is wrong with its arguments, and ends with status 2', async () => {
    for (const args of [['--port', 'tea'], ['--port', '70000'], ['--what'], ['one', 'two']]) {
      const { status, output, errors } = await run(...args);
      expect({ args, status, output }).toEqual({ args, status: 2, output: '' });
      expect(errors).toContain('Usage: npm start [-- FOLDER] [--port N] [--no-open]');
    }
  });

  it('says so when the folder cannot be read, and ends with status 1', async () => {
    for (const folder of ['no-such-folder', 'package.json']) {
      const { status, errors } = await run(folder, '--no-open');
      expect({ status, errors }).toEqual({ status: 1, errors: `${folder} is not a folder that can be read.\n` });
    }
  });

  it('says so when the port is in use, and ends with status 1', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { status, errors } = await run('--no-open', '--port', String(port));
    taken.close();
    expect({ status, errors }).toEqual({
      status: 1,
      errors: `Port ${port} is in use; choose another with --port N.\n`,
    });
  });

  it('ends well on Ctrl+C', async () => {
    const workbench = await Workbench.start();
    expect(await statusOf(workbench.url)).toBe(200);
    expect(await workbench.close()).toBe(0);
  });
});

/** The status with which a server of this machine answers. */
function statusOf(url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(url, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', reject);
  });
}
