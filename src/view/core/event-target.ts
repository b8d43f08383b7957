/** The element that an event happened on, whichever window it is in; `null` when it was no element. */
export function elementAt({ target }: Event): Element | null {
  return elementOf(target);
}

/** The same of any target, such as the element that the pointer came from. */
export function elementOf(target: EventTarget | null): Element | null {
  if (target === null || !isNode(target)) return null;
  return target.instanceOf(Element) ? target : target.parentElement;
}

function isNode(target: EventTarget): target is Node {
  return 'nodeType' in target;
}
