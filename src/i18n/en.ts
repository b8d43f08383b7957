/** Every text the user reads, in English. Sections are named after the part of the interface they stand in. */
export const en = {
  relations: {
    upstream: 'Upstream ideas',
    direct: 'Direct ideas',
    downstream: 'Downstream ideas',
    related: 'Related notes',
    source: 'Sources',
  },
  problems: {
    'frontmatter-syntax': 'The frontmatter cannot be read: {detail}',
    'frontmatter-field': 'The field “{field}” should be {expected}.',
  },
  fieldKinds: {
    text: 'text',
    'list-of-text': 'a list of words',
    date: 'a date (YYYY-MM-DD)',
    'date-time': 'a date and time (YYYY-MM-DD HH:mm:ss)',
  },
};
