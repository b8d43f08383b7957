// What `npm test` checks before it runs the tests: the commands of these scripts, as many side by side as the machine has cores. The
// longest of them begins; each takes one core.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';

const SCRIPTS = ['lint', 'typecheck', 'build'];

const { scripts } = JSON.parse(await readFile('package.json', 'utf8'));
const waiting = SCRIPTS.flatMap((name) => scripts[name].split(' && '));
await Promise.all(Array.from({ length: availableParallelism() }, checkInTurn));

async function checkInTurn() {
  for (let command = waiting.shift(); command !== undefined; command = waiting.shift()) {
    const start = performance.now();
    const { status, output } = await run(command);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`> ${command} (${seconds} s)\n${output}`);
    // The others go on: who mends one thing wants to know the next.
    if (status !== 0) process.exitCode = 1;
  }
}

/** What a command says, in one piece: those beside it speak, too. */
function run(command) {
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.on('close', (status) => resolve({ status, output }));
  });
}
