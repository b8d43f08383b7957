/** What was done to a title, so that a file or folder of its name can exist on every system and be linked to. */
export type NameChange =
  /** `to` is `''` where the sign is left out. */
  | { readonly kind: 'sign'; readonly from: string; readonly to: string }
  /** An underscore was added to a name that Windows keeps for itself, such as `CON`. */
  | { readonly kind: 'reserved' }
  /** Too long: the end is missing. */
  | { readonly kind: 'shortened' };
