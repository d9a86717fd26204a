/** Listeners by event type. `Events` maps each type to what its listeners get. */
export interface Emitter<Events> {
  /** Adds a listener; the returned function removes it. */
  on<Type extends keyof Events>(type: Type, listener: (event: Events[Type]) => void): () => void;
  /** Calls the listeners of a type in the order in which they were added. */
  emit<Type extends keyof Events>(type: Type, event: Events[Type]): void;
  /** Removes all listeners. */
  clear(): void;
}

/** Makes an emitter. An error thrown by a listener goes to `report` and stops nobody else. */
export function createEmitter<Events>(report: (error: unknown) => void): Emitter<Events> {
  const listeners = new Map<keyof Events, Set<(event: never) => void>>();
  return {
    on(type, listener) {
      const own = (event: never): void => {
        listener(event);
      };
      const set = listeners.get(type) ?? new Set();
      listeners.set(type, set.add(own));
      return () => set.delete(own);
    },
    emit(type, event) {
      for (const listener of [...(listeners.get(type) ?? [])]) {
        try {
          listener(event as never);
        } catch (error) {
          report(error);
        }
      }
    },
    clear() {
      listeners.clear();
    },
  };
}
