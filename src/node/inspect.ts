// `npm run --silent inspect -- PATH [PATH ...]`: what the reader finds in notes, as NDJSON.
import { beProgram } from './program';
import { inspect } from './programs/inspect';

await beProgram(inspect);
