import type { ViewState } from 'obsidian';
import type { WorkspaceSplit } from './item.ts';
import { WorkspaceLeaf } from './leaf.ts';
import type { Workspace } from './workspace.ts';

interface LeafLayout {
  readonly id: string;
  readonly state: ViewState;
}

interface GroupLayout {
  readonly current: number;
  readonly leaves: readonly LeafLayout[];
}

interface SplitLayout {
  readonly collapsed: boolean;
  readonly groups: readonly GroupLayout[];
}

const SIDES = ['left', 'main', 'right'] as const;

function splitOf(workspace: Workspace, side: (typeof SIDES)[number]): WorkspaceSplit {
  switch (side) {
    case 'left':
      return workspace.leftSplit;
    case 'main':
      return workspace.rootSplit;
    case 'right':
      return workspace.rightSplit;
  }
}

/** What is open, as plain data: the states of all views, the chosen tabs and the active leaf. */
export function writeLayout(workspace: Workspace): Record<string, unknown> {
  const sides = SIDES.map((side): [string, SplitLayout] => {
    const split = splitOf(workspace, side);
    const groups = split.groups.map((group) => ({
      current: group.leaves().findIndex((leaf) => leaf === group.current),
      leaves: group.leaves().map((leaf) => ({ id: leaf.id, state: leaf.getViewState() })),
    }));
    return [side, { collapsed: split.isCollapsed, groups }];
  });
  const place = workspace.allLeaves().findIndex((leaf) => leaf.isActive());
  return { ...Object.fromEntries(sides), active: place, lastOpenFiles: workspace.getLastOpenFiles() };
}

/** Replaces what is open by what `writeLayout` gave. Views in background tabs and in collapsed sidebars stay deferred. */
export async function readLayout(workspace: Workspace, layout: unknown): Promise<void> {
  if (typeof layout !== 'object' || layout === null) throw new Error('A layout is an object.');
  const before = workspace.allLeaves();
  const made: Promise<void>[] = [];
  const leaves: WorkspaceLeaf[] = [];
  for (const side of SIDES) {
    const saved: unknown = side in layout ? Object.entries(layout).find(([key]) => key === side)?.[1] : null;
    if (!isSplitLayout(saved)) continue;
    const split = splitOf(workspace, side);
    if (split === workspace.leftSplit || split === workspace.rightSplit) {
      if (saved.collapsed) (split === workspace.leftSplit ? workspace.leftSplit : workspace.rightSplit).collapse();
    }
    for (const savedGroup of saved.groups) {
      const group = split.addGroup();
      const inGroup = savedGroup.leaves.map(() => {
        const leaf = new WorkspaceLeaf(workspace, group);
        // The next tab goes after the one that is shown.
        group.select(leaf);
        return leaf;
      });
      leaves.push(...inGroup);
      const current = inGroup[savedGroup.current];
      if (current) group.select(current);
      savedGroup.leaves.forEach(({ state }, index) => {
        const leaf = inGroup[index];
        if (leaf) made.push(leaf.setViewState(state));
      });
    }
  }
  const asked = 'active' in layout && typeof layout.active === 'number' ? leaves[layout.active] : undefined;
  const active = asked ?? leaves.find((leaf) => leaf.getRoot() === workspace.rootSplit && leaf.isVisible());
  // Before the old leaves go: else the first of the new ones would become the active one, and be shown.
  if (active) workspace.setActiveLeaf(active);
  for (const leaf of before) leaf.detach();
  await Promise.all(made);
  workspace.fileMayHaveChanged();
}

function isSplitLayout(value: unknown): value is SplitLayout {
  return typeof value === 'object' && value !== null && 'groups' in value && Array.isArray(value.groups);
}
