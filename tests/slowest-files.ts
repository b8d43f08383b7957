import path from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

const MOST = 10;

/** Says at the end of a run of many files which of them took longest, all that Vitest does for a file counted. */
export class SlowestFiles implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    if (modules.length <= MOST) return;
    const slowest = modules.map((module) => ({ module, ms: timeOf(module) })).sort((a, b) => b.ms - a.ms);
    console.log(`The ${MOST} slowest files:`);
    for (const { module, ms } of slowest.slice(0, MOST)) {
      const seconds = (ms / 1000).toFixed(1).padStart(6);
      console.log(`${seconds} s  ${module.project.name}  ${path.relative(process.cwd(), module.moduleId)}`);
    }
    console.log('');
  }
}

function timeOf(module: TestModule): number {
  const { environmentSetupDuration, prepareDuration, setupDuration, collectDuration, duration } = module.diagnostic();
  return environmentSetupDuration + prepareDuration + setupDuration + collectDuration + duration;
}
