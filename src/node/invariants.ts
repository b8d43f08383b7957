// `npm run --silent invariants -- FOLDER [--sample N] [--json]`: whether writes keep what they promise, over notes and variants of them.
import { beProgram } from './program';
import { invariants } from './programs/invariants';

await beProgram(invariants);
