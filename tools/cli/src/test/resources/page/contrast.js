// WCAG 2.2, contrast (minimum): the relative luminance of a color, and texts that do not stand out from what is behind them.
function parts(color) {
  const [r, g, b, a = 1] = color.match(/[\d.]+/g).map(Number);
  return [r, g, b, a];
}
function luminance(color) {
  const [r, g, b] = parts(color).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function behind(element) {
  for (let at = element; at; at = at.parentElement) {
    const color = getComputedStyle(at).backgroundColor;
    if (parts(color)[3] === 1 && color !== "rgba(0, 0, 0, 0)") {
      return color;
    }
  }
  return "rgb(255, 255, 255)";
}
function tooFaint() {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const faint = new Map();
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement;
    if (!walk.currentNode.textContent.trim() || element.closest("svg, script, style, noscript, .unseen, .skip, option")
        || !element.checkVisibility()) {
      continue;
    }
    const [one, other] = [luminance(getComputedStyle(element).color), luminance(behind(element))].sort((a, b) => b - a);
    const ratio = (one + 0.05) / (other + 0.05);
    if (ratio < 4.5) {
      faint.set(element.tagName + "." + element.className + " " + ratio.toFixed(2), walk.currentNode.textContent.trim().slice(0, 30));
    }
  }
  return [...faint.keys()];
}
