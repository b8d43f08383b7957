import { describeGrowth } from './every-shape';
import { loadCounted } from './work';

const counted = await loadCounted();

describeGrowth(
  counted,
  counted.kinds.READINGS.filter(({ bounded }) => bounded === undefined),
);
