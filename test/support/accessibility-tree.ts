import { executeServerCommand } from '@web/test-runner-commands';
import type { StepExpectation } from '../../demo/scenarios/scenario.ts';

/** One node as assistive technology gets it: those the browser ignores are left out. */
export interface AccessibleNode {
  role: string;
  name: string;
  description: string;
  children: AccessibleNode[];
}

/** A node of the DevTools protocol's `Accessibility.getFullAXTree`, as far as it is read. */
interface DevToolsNode {
  nodeId: string;
  ignored: boolean;
  childIds?: string[];
  role?: { value: string };
  name?: { value: string };
  description?: { value: string };
}

/** One line, with ordinary spaces. */
export function toLine(text: string): string {
  return text.replaceAll(/[\s\u00a0\u202f]+/g, ' ').trim();
}

/** Chromium's accessibility tree of the page (skipWithout(this, 'accessibility-tree') first). */
export async function readAccessibilityTree(): Promise<AccessibleNode> {
  const nodes = await executeServerCommand<DevToolsNode[], undefined>('accessibility-tree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const [root] = nodes;
  const [tree] = root ? toTree(root, byId) : [];
  if (!tree) throw new Error('The browser answered no accessibility tree.');
  return tree;
}

function toTree(node: DevToolsNode, byId: ReadonlyMap<string, DevToolsNode>): AccessibleNode[] {
  const inner = (node.childIds ?? []).map((id) => byId.get(id)).filter((child) => child !== undefined);
  const children = inner.flatMap((child) => toTree(child, byId));
  if (node.ignored) return children;
  const { role, name, description } = node;
  return [
    {
      role: role?.value ?? '',
      name: toLine(name?.value ?? ''),
      description: toLine(description?.value ?? ''),
      children,
    },
  ];
}

/** All nodes of a role below a node. */
export function findByRole(node: AccessibleNode, role: string): AccessibleNode[] {
  const inner = node.children.flatMap((child) => findByRole(child, role));
  return node.role === role ? [node, ...inner] : inner;
}

/** All that is said of a node and of what is in it. */
function sayAll({ name, children }: AccessibleNode): string {
  return toLine([name, ...children.map(sayAll)].join(' '));
}

/** What a screen reader says of each step: of every grid's rows, the row header and the cells. */
export function readSteps(tree: AccessibleNode): { name: string; cells: string }[] {
  const rows = findByRole(tree, 'grid').flatMap((grid) => findByRole(grid, 'row'));
  return rows.flatMap((row) => {
    const [header] = findByRole(row, 'rowheader');
    if (!header) return [];
    const cells = ['gridcell', 'cell'].flatMap((role) => findByRole(row, role));
    return [{ name: sayAll(header), cells: cells.map(sayAll).join(' | ') }];
  });
}

/** What the tree does not say of the steps expected: their name in a row header, their numbers in the cells. */
export function findMissing(tree: AccessibleNode, expected: readonly StepExpectation[]): string[] {
  const steps = readSteps(tree);
  return expected.flatMap(({ name, ...numbers }) => {
    const step = steps.find((each) => each.name.includes(name));
    if (!step) return [`no step named "${name}"`];
    const missing = Object.entries(numbers).filter(([, text]) => !step.cells.includes(text));
    return missing.map(([what, text]) => `${name}: no ${what} "${text}" in "${step.cells}"`);
  });
}
