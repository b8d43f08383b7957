// `npm run --silent oracle -- FOLDER [--against FILE]`: what is read out of notes and would be written into them, in hashes.
import { beProgram } from './program';
import { oracle } from './programs/oracle';

await beProgram(oracle);
