// A first look at a photo before it is sent: too small, too dark, blurred. It warns and never refuses: the server,
// which also knows what can be read, decides. The measures and their thresholds are those of the server's reader.
const SIDE = 1400;
const SMALL_SIDE = 640;
const BRIGHT = 60; // the 80th percentile of brightness
const CONTRAST = 40; // between the 2nd and the 95th percentile
const SHARP = 22; // variance of the second derivative, on the scale of a Laplacian's

// Gray levels of RGBA pixels (ITU-R BT.601, the weights the server uses).
export const grayOf = (rgba) => {
  const gray = new Uint8Array(rgba.length / 4);
  for (let i = 0, j = 0; j < gray.length; i += 4, j++) gray[j] = (rgba[i] * 299 + rgba[i + 1] * 587 + rgba[i + 2] * 114) / 1000;
  return gray;
};

const levels = (gray, ...parts) => {
  const seen = new Uint32Array(256);
  for (const level of gray) seen[level]++;
  return parts.map((part) => {
    let sum = 0;
    const wanted = (gray.length * part) / 100;
    for (let level = 0; level < 256; level++) if ((sum += seen[level]) >= wanted) return level;
    return 255;
  });
};

// The blunter of the two directions: a camera that moved blurs one of them only.
const sharpness = (gray, width, height) => {
  const bent = (step, x0, x1, y0, y1, dx, dy) => {
    let sum = 0, squares = 0, count = 0;
    for (let y = y0; y < y1; y += dy)
      for (let x = x0; x < x1; x += dx) {
        const at = y * width + x;
        const bend = gray[at - step] - 2 * gray[at] + gray[at + step];
        sum += bend; squares += bend * bend; count++;
      }
    return count ? squares / count - (sum / count) ** 2 : 0;
  };
  return 3 * Math.min(bent(1, 1, width - 1, 0, height, 1, 2), bent(width, 0, width, 1, height - 1, 2, 1));
};

// What is doubtful about gray pixels, scaled so that the longer side is 1400; `short` is the shorter side before scaling.
export const doubts = (gray, width, height, short) => {
  const found = [];
  if (short < SMALL_SIDE) found.push("small");
  const [dark, light, most] = levels(gray, 2, 80, 95);
  if (light < BRIGHT || most - dark < CONTRAST) found.push("dark");
  else if (sharpness(gray, width, height) < SHARP) found.push("blurred");
  return found;
};

// The doubts about a picture file; none about what the browser cannot open, for then the server says what is wrong.
export const lookAt = async (file) => {
  if (!/^image\/(jpeg|png)$/.test(file.type) || !file.size) return [];
  let picture;
  try {
    picture = await createImageBitmap(file);
    const scale = SIDE / Math.max(picture.width, picture.height);
    const [width, height] = [picture.width, picture.height].map((side) => Math.max(1, Math.round(side * scale)));
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const paper = canvas.getContext("2d", { willReadFrequently: true });
    paper.imageSmoothingQuality = "high";
    paper.drawImage(picture, 0, 0, width, height);
    return doubts(grayOf(paper.getImageData(0, 0, width, height).data), width, height, Math.min(picture.width, picture.height));
  } catch {
    return [];
  } finally {
    picture?.close?.();
  }
};
