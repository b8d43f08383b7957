// `npm run --silent repair -- FILE [--vault FOLDER [--guess]]`: a garbled note's text, repaired; the file stays as it is.
import { beProgram } from './program';
import { repair } from './programs/repair';

await beProgram(repair);
