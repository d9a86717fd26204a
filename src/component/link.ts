import type { ResolvedLink } from "../model/model.js";
import { create } from "./page.js";

/** A link where the address is allowed, else what it would have held. Where it leads elsewhere, its tooltip names the host. */
export function createLink(
  document: Document,
  { href, host, isExternal }: Omit<ResolvedLink, "text">,
  label: Node,
): Node {
  if (href === undefined) return label;
  const link = create(document, "a", "", { href }, label);
  if (isExternal) {
    link.rel = "noopener noreferrer";
    link.target = "_blank";
    link.title = host;
  }
  return link;
}
