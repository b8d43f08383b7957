/** The element that an event happened on, whichever window it is in; `null` when it was no element. */
export function elementAt(evt: Event): Element | null {
  const { target } = evt;
  if (target === null || !isNode(target)) return null;
  return target.instanceOf(Element) ? target : target.parentElement;
}

function isNode(target: EventTarget): target is Node {
  return 'nodeType' in target;
}
