// A process of `oracle.ts`: asks every so many of a vault's notes, and sends their lines.
import { answerInProcess } from './in-processes';
import { oracleLine } from './oracle-note';

answerInProcess((text, vault) => oracleLine(text, vault));
