import { describeGrowth } from './every-shape';
import { loadCounted } from './work';

const counted = await loadCounted();

// The other half, which runs beside.
describeGrowth(
  counted,
  counted.kinds.EDITS.filter((_, place) => place % 2 === 1),
);
