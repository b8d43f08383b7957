import { RELATION_NAMES } from '../model/vocabulary';
import { readPlacedNote } from '../read/note';
import { readOutline } from '../read/outline';
import type { Settings } from '../settings';
import { PROPERTY_NAMES } from '../write/idea-link-fields';
import type { LinkReading, PropertyNames } from '../write/idea-link-note';
import type { TemplateContext } from './chosen-template';

/** How a note is read for an edit of its ideas. */
export function readingOf(context: Pick<TemplateContext, 'vocabulary' | 'settings'>, path: string): LinkReading {
  const words = context.vocabulary();
  return {
    note: (text) => readPlacedNote(text, words, path),
    outline: (text, note) => readOutline(text, words, note),
    relationOf: (heading) => words.relationOf(heading),
    properties: propertiesOf(context.settings()),
  };
}

/** What properties for ideas are called: by the user first. */
function propertiesOf({ firstIdeas, relationFields }: Settings): PropertyNames {
  const names = { ...PROPERTY_NAMES.names };
  for (const relation of RELATION_NAMES) names[relation] = [...relationFields[relation], ...names[relation]];
  return { isFirst: firstIdeas === 'property', names };
}
