// `npm run --silent suggest -- FOLDER [NOTE …] [--blind] [--limit N]`: the notes that may belong to each note of a folder.
import { beProgram } from './program';
import { suggest } from './programs/suggest';

await beProgram(suggest);
