// `npm run --silent audit-ideas -- FOLDER [--json]`: what is wrong or missing among the idea links of a folder's notes.
import { beProgram } from './program';
import { audit } from './programs/audit';

await beProgram(audit);
