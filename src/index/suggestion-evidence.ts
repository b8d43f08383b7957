/** How many of some notes list an idea, or have it. */
export interface Share {
  readonly listing: number;
  readonly of: number;
}

/** What speaks for a note under one relation. */
export interface Evidence {
  /** How alike its words are to those of the note asked about, 0 to 1. */
  readonly words: number;
  /** How many notes are more alike. */
  readonly place: number;
  /** How many ideas both list, of those of the note asked about. */
  readonly shared: Share;
  /** What part of the lists of notes that share ideas holds it, 0 to 1. */
  readonly sharing: number;
  /** Of all notes of the folder. */
  readonly folder: Share;
  /** Of those notes alike whose lists are heard. */
  readonly alike: Share;
  /** Of all notes that list anything so. */
  readonly vault: Share;
}

/** So alike, and among so many of the most alike, a note speaks for itself. */
const ALIKE_ENOUGH = 0.1;
const PLACE_ENOUGH = 30;
/** Lists of notes alike, or of a folder, speak for what so many of them hold, so large a share of them. */
const LISTING_ENOUGH = 3;
const SHARE_ENOUGH = 0.1;
/** And more of them, where the two are not alike at all. */
const MUCH = 1 / 3;
/** And so many times what other notes hold it: what is listed everywhere is said of nothing. */
const TIMES_ENOUGH = 3;
/** Two ideas in common may be chance, unless the note has no more. */
const SHARED_ENOUGH = 3;
const SHARED_ALL = 2;
/** Notes that share ideas know best what a list lacks: little of their lists is enough. */
const SHARING_ENOUGH = 0.02;

/**
 * Whether what speaks for a note would convince its author. A ranking has its best at every note; for many, above all for turns of
 * chats, nothing is good enough, and the same few notes that all others list come out on top.
 */
export function isConvincing({ words, place, shared, sharing, folder, alike, vault }: Evidence): boolean {
  if ((words >= ALIKE_ENOUGH && place < PLACE_ENOUGH) || sharesEnough(shared) || sharing >= SHARING_ENOUGH) return true;
  return [folder, alike].some((near) => isTelling(near, vault) && (words > 0 || near.listing >= near.of * MUCH));
}

function sharesEnough({ listing, of }: Share): boolean {
  return listing >= SHARED_ENOUGH || (listing === of && listing >= SHARED_ALL);
}

/** Whether some notes list it far more than the others do. */
function isTelling({ listing, of }: Share, vault: Share): boolean {
  const share = listing / of;
  const elsewhere = (vault.listing - listing) / Math.max(1, vault.of - of);
  return listing >= Math.min(LISTING_ENOUGH, of / 2) && share >= SHARE_ENOUGH && share >= TIMES_ENOUGH * elsewhere;
}
