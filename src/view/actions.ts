import type { Filter } from "../store/sift.js";
import type { Instant } from "../time/instant.js";
import type { Warp } from "../time/warp.js";
import { isSame, type Domain, type Sight, type Size, type View } from "./view.js";

/** Everything that can happen to a view. */
export type Action =
  | { readonly type: "resize"; readonly size: Size }
  | { readonly type: "scroll"; readonly seen: Sight | undefined }
  | { readonly type: "show"; readonly domain: Domain | undefined }
  | { readonly type: "select"; readonly id: string | undefined }
  | { readonly type: "list"; readonly ids: readonly string[] }
  | { readonly type: "visit"; readonly id: string }
  | { readonly type: "fold"; readonly id: string; readonly isFolded: boolean }
  | { readonly type: "filter"; readonly filter: Filter | undefined }
  | { readonly type: "hint"; readonly id: string | undefined }
  | { readonly type: "pass"; readonly now: Instant | undefined; readonly along?: Warp | undefined };

/** The view after an action; the same object where nothing changed. */
export function reduce(view: View, action: Action): View {
  switch (action.type) {
    case "resize":
      return action.size.width === view.size.width ? view : { ...view, size: action.size };
    case "scroll":
      return isSame(action.seen, view.seen) ? view : { ...view, seen: action.seen };
    case "show":
      // An event of the page that a script has made may say nothing of where and how far.
      if (isSame(action.domain, view.domain) || action.domain?.every(Number.isFinite) === false) return view;
      return { ...view, domain: action.domain };
    case "select": {
      const current = action.id ?? view.current;
      const isSelected = action.id === view.selected && current === view.current && view.listed === undefined;
      return isSelected ? view : { ...view, selected: action.id, listed: undefined, current };
    }
    case "list":
      return { ...view, selected: undefined, listed: action.ids };
    case "visit":
      return action.id === view.current ? view : { ...view, current: action.id };
    case "fold":
      return { ...view, folded: new Map(view.folded).set(action.id, action.isFolded) };
    case "filter":
      return action.filter === view.filter ? view : { ...view, filter: action.filter };
    case "hint":
      return action.id === view.hinted ? view : { ...view, hinted: action.id };
    case "pass":
      return action.now === view.now ? view : { ...view, now: action.now, domain: domainAfter(view, action) };
  }
}

/** Where now is followed along an axis, what is in view moves on with it. */
function domainAfter({ domain, now: before }: View, { now, along }: Action & { type: "pass" }): Domain | undefined {
  if (!domain || !along || before === undefined || now === undefined) return domain;
  const by = along.onAxis(now) - along.onAxis(before);
  const [from, to] = along.domainOnAxis(domain);
  return along.domainInTime([from + by, to + by]);
}
