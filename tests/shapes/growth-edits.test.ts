import { describeGrowth } from './every-shape';
import { loadCounted } from './work';

const counted = await loadCounted();

// One half; the other one runs beside it.
describeGrowth(
  counted,
  counted.kinds.EDITS.filter((_, place) => place % 2 === 0),
);
