/* Elements, numbers and words. All text of the report gets into the page as text, never as markup. */
const SVG = "http://www.w3.org/2000/svg";

/** Returns an element; a property whose value is a function listens to the event of that name. */
function el(tag, properties = {}, ...children) {
  return fill(document.createElement(tag), properties, children);
}

function svgEl(tag, properties = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), properties, children);
}

function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") {
      element.addEventListener(name, value);
    } else if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

/** Returns the drawing in `text`, which this program wrote as well-formed XML. */
function parseSvg(text) {
  return document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true);
}

const number = value => value.toLocaleString("en-US");
const count = (value, noun) => number(value) + " " + noun + (value === 1 ? "" : "s");
const clamp = (value, low, high) => Math.min(high, Math.max(low, value));
const baseName = file => file.slice(file.lastIndexOf("/") + 1);
const place = at => (at && at.file ? baseName(at.file) + ":" + at.line : "");
const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

const ICONS = {
  start: "M3 3v10M13 3 6 8l7 5z",
  back: "M11 3 4 8l7 5z",
  play: "M4 2.5 13.5 8 4 13.5z",
  pause: "M4 3h3v10H4zM9.5 3h3v10h-3z",
  forward: "M5 3l7 5-7 5z",
  end: "M13 3v10M3 3l7 5-7 5z"
};

function icon(name) {
  return svgEl(
    "svg",
    {viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true", class: "icon"},
    svgEl("path", {d: ICONS[name]})
  );
}

/** Returns the mark of a result: a sign, and its meaning for those who do not see it. */
function mark(result) {
  const [sign, style, words] =
    result.verdict === "unknown"
      ? ["?", "unknown", "unknown"]
      : result.asExpected
        ? ["✓", "good", "as expected"]
        : ["✗", "bad", "not as expected"];
  return el(
    "span",
    {class: "mark " + style},
    el("span", {"aria-hidden": "true"}, sign),
    el("span", {class: "unseen"}, words + ": ")
  );
}
