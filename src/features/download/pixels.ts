/** As many pixels as every browser lets a canvas have. */
const MOST = 16_000_000;

/**
 * Turns a picture into pixels.
 *
 * @param svg - As the timeline writes it.
 * @param scale - Pixels in a CSS pixel; fewer where the picture is too large for that.
 * @returns A PNG file; rejected where the page's policy allows no pictures of its own.
 */
export async function toPixels(window: Window & typeof globalThis, svg: string, scale: number): Promise<Blob> {
  const { document, URL } = window;
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = document.createElement("img");
    image.src = address;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const ratio = Math.min(scale, Math.sqrt(MOST / (width * height)));
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [Math.floor(width * ratio), Math.floor(height * ratio)];
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((file) => {
        if (file) resolve(file);
        else reject(new Error("The browser made no picture."));
      });
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
