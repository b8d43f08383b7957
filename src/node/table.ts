// `npm run --silent table -- FILE [--table N] [--sort COLUMN[:down]] …`: one table of a note, in the order asked for.
import { beProgram } from './program';
import { table } from './programs/table';

await beProgram(table);
