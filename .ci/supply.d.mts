interface Dependency {
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly licence: string | undefined;
  readonly integrity: string | undefined;
  /** The registry, where the lock file names one. */
  readonly from: string | undefined;
  readonly isShipped: boolean;
}

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses?: readonly { readonly license?: { readonly id?: string }; readonly expression?: string }[];
}

interface Sbom {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly serialNumber: string;
  readonly metadata: { readonly timestamp: string; readonly component: Component };
  readonly components: readonly (Component & { readonly "bom-ref": string })[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

/** `found` is what is known, `reason` why nobody could be asked. */
interface Audit {
  readonly found: readonly string[];
  readonly reason?: string;
}

export function licenceIn(entry: object): string | undefined;
export function dependencies(): readonly Dependency[];
export function licenceList(): string;
export function sbom(): Sbom;
export function audit(registry?: string): Promise<Audit>;
