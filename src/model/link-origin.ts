import type { LinkOrigin } from './note';

/**
 * The ways of writing that may say the same twice: an idea that stands in a property and in a list is no idea that was listed twice.
 * Entries, headings and rows are lists alike.
 */
export function wayOf(origin: LinkOrigin): LinkOrigin {
  switch (origin) {
    case 'list':
    case 'heading':
    case 'row':
      return 'list';
    case 'property':
    case 'field':
    case 'label':
    case 'line':
      return origin;
  }
}

export const LINK_ORIGINS = ['list', 'property', 'field', 'label', 'heading', 'row', 'line'] as const;
