export function buildExamples(site: URL): Promise<void>;
