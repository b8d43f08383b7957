import { describeGrowth } from './every-shape';
import { loadCounted } from './work';

const counted = await loadCounted();

// What compares two texts is bounded, and goes far until it is: it runs beside the other readings.
describeGrowth(
  counted,
  counted.kinds.READINGS.filter(({ bounded }) => bounded !== undefined),
);
