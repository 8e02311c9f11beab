/** Ways through the site as a diagram of nodes and links. */

import type { Way } from "~/api/types";

export interface Node {
  /** Position and item together: the same page is another node at another step. */
  name: string;
  depth: number;
  item: string;
}

export interface Link {
  source: string;
  target: string;
  value: number;
}

function nodeName(depth: number, item: string): string {
  return `${depth}\u0000${item}`;
}

/** Return the diagram of the most frequent ways. */
export function sankey(ways: readonly Way[], most = 40): { nodes: Node[]; links: Link[] } {
  const nodes = new Map<string, Node>();
  const links = new Map<string, Link>();
  for (const { items, count } of ways.slice(0, most)) {
    const path = items.filter((item) => item !== null);
    // A visit of one step goes nowhere: the table has it.
    if (path.length < 2) continue;
    path.forEach((item, depth) => {
      const name = nodeName(depth, item);
      nodes.set(name, { name, depth, item });
      const before = path[depth - 1];
      if (before === undefined) return;
      const source = nodeName(depth - 1, before);
      const key = `${source}\u0001${name}`;
      const link = links.get(key) ?? { source, target: name, value: 0 };
      links.set(key, { ...link, value: link.value + count });
    });
  }
  return { nodes: [...nodes.values()], links: [...links.values()] };
}
