import type { IdeaLink } from '../../model/note';
import { fieldNames } from '../../model/words';
import { fold } from '../../text/fold';
import { lazily } from '../../text/lazily';
import { alternatives } from '../../text/phrases';

const PLAIN = lazily(() => new RegExp(`^${alternatives(fieldNames().plain)}$`));

/** The name of the field that a link stands in, where it says more than the relation under which the link is shown; else `''`. */
export function fieldName({ origin, group }: Pick<IdeaLink, 'origin' | 'group'>): string {
  if (origin !== 'property' && origin !== 'field') return '';
  return PLAIN().test(
    fold(group)
      .replace(/[_\s.-]+/g, ' ')
      .trim(),
  )
    ? ''
    : group;
}
