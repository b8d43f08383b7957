/** Arrows before a link that say that it leads up, and down, as patterns of Unicode's. */
export const UP_ARROWS = '[↑⬆🔼🔺▲△☝↖⇑]|\\^\\^';
export const DOWN_ARROWS = '[↓⬇🔽🔻▼▽👇↘⇓]';
