export function followLinks(site: URL): Promise<{ count: number; faults: string[] }>;
