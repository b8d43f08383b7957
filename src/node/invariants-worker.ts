// A process of `invariants.ts`: tries the writes in every so many of a vault's notes, and sends what came of them.
import { answerInProcess } from './in-processes';
import { checkNote } from './promises/check-note';

answerInProcess((text, vault) => checkNote(text, vault));
