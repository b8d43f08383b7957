import type { Work } from '../model/work';

/**
 * The strongly connected components of more than one node: Robert Tarjan, "Depth-First Search and Linear Graph Algorithms", 1972,
 * without recursion, for a knot may hold more notes than calls fit on a stack. In no order.
 */
export function* knotsOf<Node>(nodes: Iterable<Node>, next: (node: Node) => readonly Node[]): Work<Node[][]> {
  const knots: Node[][] = [];
  const states = new Map<Node, State<Node>>();
  const open: State<Node>[] = [];
  const begin = (node: Node): State<Node> => {
    const state = { node, order: states.size, low: states.size, next: next(node)[Symbol.iterator](), isOpen: true };
    states.set(node, state);
    open.push(state);
    return state;
  };
  for (const start of nodes) {
    if (states.has(start)) continue;
    const path = [begin(start)];
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const step = at.next.next();
      if (step.done !== true) {
        const known = states.get(step.value);
        if (known === undefined) path.push(begin(step.value));
        else if (known.isOpen) at.low = Math.min(at.low, known.order);
        continue;
      }
      yield;
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) parent.low = Math.min(parent.low, at.low);
      if (at.low !== at.order) continue;
      const knot: Node[] = [];
      while (at.isOpen) {
        const state = open.pop() ?? at;
        state.isOpen = false;
        knot.push(state.node);
        yield;
      }
      if (knot.length > 1) knots.push(knot);
    }
  }
  return knots;
}

interface State<Node> {
  readonly node: Node;
  /** When the node was come to, and the earliest open node that can be reached from it. */
  readonly order: number;
  low: number;
  readonly next: Iterator<Node>;
  /** Not yet known to which component it belongs. */
  isOpen: boolean;
}
