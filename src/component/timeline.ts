import { createEmitter } from "../base/emitter.js";
import { MizwalaError } from "../base/errors.js";
import type { Layout } from "../layout/layout.js";
import { createPreparer, type Prepared } from "../layout/prepare.js";
import { resolveDomain } from "../model/domain.js";
import type { EventBase, TimelineEvent } from "../model/input.js";
import {
  isFeed,
  resolveOptions,
  type FeedOptions,
  type OptionChanges,
  type ResolvedOptions,
  type TimelineFeature,
  type TimelineOptions,
} from "../model/options.js";
import { wallClock } from "../time/zone.js";
import { reduce, type Action } from "../view/actions.js";
import { FIRST_VIEW, isSame, type View } from "../view/view.js";
import { createAddress } from "./address.js";
import { createAnnouncer } from "./announce.js";
import { createCamera } from "./camera.js";
import { capabilitiesOf } from "./capabilities.js";
import { createChoosing } from "./choosing.js";
import { createClock } from "./clock.js";
import { createEventList } from "./event-list.js";
import { createFeatureSet } from "./feature-set.js";
import type { Shown } from "./feature.js";
import { listenToGestures } from "./gestures.js";
import type { Control } from "./head.js";
import type { Timeline } from "./handle.js";
import { createKeyList } from "./key-list.js";
import { isChord, isLetter, isTyping, listenToKeys } from "./keyboard.js";
import { createLive, type LiveEvents } from "./live.js";
import type { TimelineListeners } from "./listeners.js";
import { createNews } from "./news.js";
import { activeIn, createPage } from "./page.js";
import { createPainter, type Picture } from "./painter.js";
import { createReadingPlace } from "./reading-place.js";
import { createSchedule } from "./schedule.js";
import { createSight } from "./sight.js";
import { createStateKeeper } from "./state-keeper.js";
import { createSteadyWidth } from "./steady-width.js";
import { createSurroundings } from "./surroundings.js";
import { createTidier } from "./tidier.js";
import { createTidings } from "./tidings.js";

const ZOOM: Readonly<Record<Exclude<Control, "fit">, number>> = { zoomIn: 1 / 2, zoomOut: 2 };

/**
 * Draws a timeline into an element and keeps it alive.
 *
 * @example
 * ```ts
 * const timeline = createTimeline(document.querySelector("#timeline")!, {
 *   title: "من أستانا إلى دمشق",
 *   locale: "ar-SY",
 *   events: [{ kind: "summit", date: "2020-07-01", title: "قمة أستانا الثلاثية عبر الفيديو" }],
 * });
 * timeline.on("select", ({ event }) => console.log(event?.title));
 * ```
 *
 * @typeParam E - The type of the events: the built-in kinds, or those and your own.
 * @param host - The element to draw into; its own content stays.
 * @param options - What to draw and how; see {@link TimelineOptions} and, for events that lie elsewhere, {@link FeedOptions}.
 * @throws MizwalaError without a host, for an unknown option or an impossible value. Wrong data never throws.
 */
export function createTimeline<E extends EventBase = TimelineEvent>(
  host: Element,
  options: TimelineOptions<E> | FeedOptions<E>,
): Timeline<E> {
  const document = ownerOf(host);
  const window = document.defaultView!;
  const now = Date.now();
  const { events } = options;
  let given: OptionChanges<E> = isFeed(events) ? { ...options, events: [], store: events } : { ...options, events };
  let resolved: ResolvedOptions<E> = resolve(given);
  let view: View = { ...FIRST_VIEW, domain: resolved.domain };
  let layout: Layout | undefined;
  let isDestroyed = false;
  /** Whether events came, changed or went since the last picture. */
  let isOther = false;

  const page = createPage(document, host);
  const { root, plot } = page;
  const can = capabilitiesOf(window, root);
  const emitter = createEmitter<TimelineListeners<E>>(can.report);
  const list = createEventList(page.list);
  const announcer = createAnnouncer(page.status);
  const tidings = createTidings<E>(emitter, announcer);
  const news = createNews(window, announcer);
  const live = createLive<E>({
    news,
    rows: () => given.events,
    use: (events) => {
      if (isDestroyed) return;
      isOther = true;
      given = { ...given, events, store: undefined };
      resolved = { ...resolved, events, store: undefined };
      schedule.request();
    },
    isTold: () => resolved.announce,
  });
  const keyList = createKeyList(page);
  const painter = createPainter(page, list, {
    control: onControl,
    choose: (id) => {
      choosing.choose(id);
    },
    close: () => {
      choosing.close();
    },
    fold,
    report: can.report,
    layers: (at, setting) => features.layers(at, setting),
    hrefOf: (id) => address.hrefOf(id),
  });
  const schedule = createSchedule(window, draw);
  const tidy = createTidier((store) => {
    resolved = { ...resolved, store };
    // At once: what is appended next goes on from it.
    prepared();
  });
  const clock = createClock(root, now, () => {
    schedule.request();
  });
  const camera = createCamera(
    {
      window,
      layout: () => layout,
      wanted: () => view.domain,
      range: () => resolved.zoom,
      dispatch: (domain) => {
        dispatch({ type: "show", domain });
      },
      hasMotion: () => can.hasMotion(),
    },
    resolved.domain,
  );
  const sight = createSight(plot);
  const steady = createSteadyWidth();
  const place = createReadingPlace({
    sight,
    hasMoved: () => !isSame(view.domain, resolved.domain),
    scrollTo: (id) => {
      const button = list.buttonOf(id);
      if (button) can.scrollTo(button, "top");
    },
    startAt: (id) => {
      camera.startAt(id);
      schedule.flush();
    },
  });
  const preparing = createPreparer<E>();
  const shown = (): Shown => ({ ...picture(), layout });
  const { flush } = schedule;
  const choosing = createChoosing({ page, list, can, camera, shown, dispatch, flush });
  const { choose, focus, reveal } = choosing;
  const features = createFeatureSet(
    page,
    {
      ...{ page, window, can, camera, shown, dispatch, flush, choose, focus, reveal },
      update: change,
      redraw: () => {
        schedule.request();
      },
      say: (text) => {
        announcer.say(text, true);
      },
      emit: (type, message) => {
        emitter.emit(type, message as TimelineListeners<E>[typeof type]);
      },
      on: (type, listener) => emitter.on(type, listener),
    },
    can.report,
  );
  const keeper = createStateKeeper({
    ...{ camera, shown, dispatch, flush, choose, features, made: resolved.layout, update: change },
  });
  const address = createAddress({
    ...{ window, root, state: keeper.state, isSettled: keeper.isSettled },
    owner: () => {
      const { hash } = resolved;
      return hash === false ? undefined : { prefix: hash === true ? "" : `${hash}.`, names: features.names() };
    },
    restore(state) {
      keeper.restore(state);
      if (state.selected !== undefined) can.scrollTo(page.details);
    },
    step: ({ selected, features: states = {} }) =>
      JSON.stringify([selected, features.names(true).map((name) => states[name])]),
  });
  if (root.parentNode !== host) host.append(root);
  const surroundings = createSurroundings(host, root, () => features.css());
  features.use(featuresOf(resolved));
  let measurer = surroundings.settleIn(resolved);
  const releases = [
    listenToGestures(plot, {
      ...{ window, camera },
      layout: () => layout,
      hasFocus: () => root.contains(activeIn(root)),
      hasMotion: () => can.hasMotion(),
    }),
    listenToKeys(plot, { walk: choosing.walk, camera, hasShortcuts: () => resolved.shortcuts }),
    can.onResize(plot, measureSize),
    can.onKey((key) => {
      if (key === "Escape") choosing.dismiss();
    }),
    can.onScroll(plot, look, (isPrinting) => {
      dispatch({ type: "scroll", seen: isPrinting ? undefined : sight.drawn() });
      schedule.flush();
    }),
    can.onFonts(() => {
      measurer = surroundings.settleIn(resolved);
      schedule.request();
    }),
  ];
  root.addEventListener("keydown", onKey);
  measureSize();
  painter.reserve(picture());
  measureSize();
  schedule.flush();
  address.start();

  return {
    update,
    append(events) {
      if (!isDestroyed) ownList().append(events);
    },
    upsert(events) {
      ownList().upsert(events);
    },
    remove(ids) {
      ownList().remove(ids);
    },
    show(domain) {
      if (!isDestroyed) camera.open(domain && resolveDomain(domain, resolved.timeZone, "domain"));
    },
    select(id) {
      if (!isDestroyed) choosing.choose(id);
    },
    get state() {
      return keeper.state();
    },
    restore(state) {
      if (!isDestroyed) keeper.restore(state);
    },
    hrefOf: (id) => address.hrefOf(id),
    on: (type, listener) => emitter.on(type, listener),
    get issues() {
      return prepared().issues;
    },
    destroy() {
      if (isDestroyed) return;
      isDestroyed = true;
      schedule.cancel();
      clock.stop();
      camera.stop();
      address.stop();
      news.stop();
      announcer.destroy();
      list.stop();
      for (const release of releases) release();
      features.stop();
      emitter.emit("destroy", undefined);
      emitter.clear();
      root.remove();
      surroundings.leave();
    },
  };

  function update(change: OptionChanges<E>): void {
    if (isDestroyed) return;
    // A store is of the events that it came with.
    const next = { ...given, store: "events" in change ? undefined : given.store, ...change };
    const before = resolved;
    place.note(layout);
    resolved = resolve(next);
    if (next.kinds === given.kinds) resolved = { ...resolved, kinds: before.kinds };
    const hasOthers = resolved.features !== before.features || next.store !== given.store;
    given = next;
    if (hasOthers) features.use(featuresOf(resolved));
    if (resolved.font !== before.font || hasOthers) measurer = surroundings.settleIn(resolved);
    if (!isSame(resolved.domain, before.domain)) camera.open(resolved.domain);
    schedule.request();
  }

  /** The events that the timeline holds, to be changed; those of a feed are changed where they lie. */
  function ownList(): LiveEvents<E> {
    if (!isFeed(given.store)) return live;
    throw new MizwalaError({ code: "events-elsewhere", path: "events", found: given.store.name, expected: "a list" });
  }

  /** The same for what works with any events. */
  function change(changes: OptionChanges<EventBase>): void {
    update(changes as unknown as OptionChanges<E>);
  }

  function resolve(wanted: OptionChanges<E>): ResolvedOptions<E> {
    return resolveOptions<E>({ ...wanted, now: wanted.now ?? now });
  }

  function prepared(): Prepared {
    const { filter, domain, size, selected, current, hinted } = view;
    const kept = [selected, current, hinted].filter((id) => id !== undefined);
    return preparing(resolved, measurer, { filter, domain, width: size.width, kept });
  }

  function picture(): Picture {
    return { options: resolved as unknown as ResolvedOptions<EventBase>, prepared: prepared(), view };
  }

  function dispatch(action: Action): void {
    const next = reduce(view, action);
    if (next === view) return;
    view = next;
    if (!isDestroyed) schedule.request();
  }

  function draw(): void {
    if (isOther) place.note(layout);
    isOther = false;
    const { byId, events } = prepared().columns;
    if (view.selected !== undefined && !byId.has(view.selected)) view = reduce(view, { type: "select", id: undefined });
    const before = layout;
    const { domain } = view;
    const along = resolved.followNow && before?.now ? before.warp : undefined;
    view = reduce(view, { type: "pass", now: present(), along });
    const hasFollowed = view.domain !== domain;
    layout = painter.paint(picture());
    if (!isDestroyed) clock.run(view.now !== undefined && layout?.now ? pixelOf(layout) : undefined);
    tidings.selection(view.selected, events[byId.get(view.selected ?? "") ?? -1]?.datum as E | undefined);
    if (!isDestroyed && layout) {
      if (before?.mode !== layout.mode) look();
      if (before) place.restore(before, layout);
    }
    live.drawn(prepared());
    features.drawn(shown());
    keyList.fill([...prepared().words.say("keys").split("\n"), ...features.keys()]);
    if (!isDestroyed && before && layout) tidings.move(before, layout, prepared(), hasFollowed);
    if (isDestroyed) return;
    keeper.drawn();
    address.drawn();
    if (tidy(prepared().crowd?.here)) schedule.request();
  }

  /** The present moment on the clock of the timeline, where the author leaves it to us; a line moves by whole pixels. */
  function present(): number | undefined {
    if (given.now !== undefined) return undefined;
    return wallClock(clock.read(layout ? pixelOf(layout) : Infinity), resolved.timeZone);
  }

  function measureSize(): void {
    if (surroundings.haveChanged()) measurer = surroundings.settleIn(resolved);
    place.note(layout);
    look();
    dispatch({ type: "resize", size: { width: steady(plot.hidden ? root.clientWidth : plot.clientWidth) } });
  }

  /** Draws what has been scrolled to; an axis is drawn as a whole. */
  function look(): void {
    if ((layout?.mode ?? "list") === "list") dispatch({ type: "scroll", seen: sight.drawn() });
  }

  function onControl(control: Control): void {
    if (control === "fit") camera.fit();
    else camera.zoom(ZOOM[control]);
  }

  function fold(lane: string, isFolded: boolean): void {
    dispatch({ type: "fold", id: lane, isFolded });
    schedule.flush();
    emitter.emit("fold", { lane, isFolded });
  }

  /** A single sign: a question mark, or a letter while an event has focus. */
  function onSign(domEvent: KeyboardEvent): boolean {
    if (domEvent.key === "?") return keyList.toggle();
    return isLetter(domEvent) && list.has(domEvent.target) && choosing.spell(domEvent);
  }

  function onKey(domEvent: KeyboardEvent): void {
    if (domEvent.defaultPrevented) return;
    const isDone =
      features.key(domEvent) ||
      (domEvent.key === "Escape" && (keyList.close() || choosing.escape())) ||
      (resolved.shortcuts && !isChord(domEvent) && !isTyping(domEvent) && onSign(domEvent));
    if (isDone) domEvent.preventDefault();
  }
}

/** What brings events is a feature too. */
function featuresOf({
  features,
  store,
}: Pick<ResolvedOptions<EventBase>, "features" | "store">): readonly TimelineFeature[] {
  return isFeed(store) ? [...features, store] : features;
}

function ownerOf(host: unknown): Document {
  const document = (host as Element | null | undefined)?.ownerDocument;
  if (document?.defaultView && (host as Element).nodeType === 1) return document;
  throw new MizwalaError({ code: "host-missing", path: "host", found: host, expected: "an element of a page" });
}

/** How long a pixel lasts, in milliseconds. */
function pixelOf({ domain, length }: Layout): number {
  return (domain[1] - domain[0]) / length;
}
