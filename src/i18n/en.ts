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
    'frontmatter-field': 'The field “{field}” does not hold what it should. Expected: {expected}',
  },
  fieldKinds: {
    text: 'Text',
    'list-of-text': 'A list of words',
    date: 'A date such as 2025-08-24',
    'date-time': 'A date and time such as 2025-08-24 20:56:58',
  },
};
