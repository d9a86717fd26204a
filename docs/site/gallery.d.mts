export function buildGallery(site: URL): Promise<void>;
