import type { ChromiumDriver } from "./driver.js";

/** One thing that a screen reader meets, with what is in it. */
export interface Spoken {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly parts: readonly Spoken[];
}

interface Value {
  readonly value?: string;
}

interface AXNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: Value;
  readonly name?: Value;
  readonly description?: Value;
  readonly childIds?: readonly string[];
}

/** What the engine tells screen readers of the open page, without what it leaves out. */
export async function readSpeechTree(browser: ChromiumDriver): Promise<Spoken> {
  const { nodes } = await browser.cdp<{ nodes: AXNode[] }>("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const partsOf = ({ childIds = [] }: AXNode): Spoken[] =>
    childIds.flatMap((id) => {
      const node = byId.get(id);
      // The sign before an item of a list is empty here, and engines name it all the same.
      if (!node || node.role?.value === "ListMarker") return [];
      return node.ignored ? partsOf(node) : [spokenOf(node)];
    });
  const spokenOf = (node: AXNode): Spoken => ({
    role: node.role?.value ?? "",
    name: node.name?.value ?? "",
    description: node.description?.value ?? "",
    parts: partsOf(node),
  });
  return spokenOf(nodes[0]!);
}

/** A thing and all that is in it, in the order in which they are read. */
export function allOf(spoken: Spoken): readonly Spoken[] {
  return [spoken, ...spoken.parts.flatMap(allOf)];
}
