/* The source beside the story: up to three excerpts of files, each scrolled to lines that are lit. */
const NEAR = 12;
const MOST_PANES = 3;
const WORDS = new Set(
  `after and any anything assert barrier call check choose client close component const else end
   enum extern fair false for from fun graph if import in let list mark match native not or out
   package par priority receive record repeat reply run select send server signal stop sync to true
   type var wait when while with`.split(/\s+/)
);
const TOKEN = /(\/\/.*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\.)*")|([A-Za-z_][A-Za-z_0-9]*)|(\d[\da-z]*)/g;

class Source {
  constructor(sources) {
    this.texts = new Map(sources.map(source => [source.name, source.text]));
    this.files = new Map();
    this.panes = [];
    this.element = el("div", {class: "panes"});
  }

  /** Lights places: `{who, role, action, file, line}`; what lies near each other shares an excerpt. */
  show(places) {
    const groups = this.group(places.filter(at => this.texts.has(at.file)));
    const shown = groups.slice(0, MOST_PANES);
    while (this.panes.length < Math.max(1, shown.length)) {
      this.panes.push(this.pane());
      this.element.append(this.panes.at(-1).element);
    }
    this.panes.forEach((pane, i) => {
      pane.element.hidden = i >= shown.length && i > 0;
      this.light(pane, shown[i] || []);
    });
    this.panes.forEach((pane, i) => shown[i] && this.scroll(pane, shown[i]));
  }

  group(places) {
    const groups = [];
    for (const at of places) {
      const group = groups.find(g =>
        g.some(other => other.file === at.file && Math.abs(other.line - at.line) <= NEAR)
      );
      if (group) {
        group.push(at);
      } else {
        groups.push([at]);
      }
    }
    return groups;
  }

  pane() {
    const head = el("h4", {class: "pane-head"});
    const code = el("div", {class: "code", tabindex: 0, role: "region", "aria-label": "Source"});
    return {element: el("div", {class: "pane"}, head, code), head, code, file: null, lines: [], lit: []};
  }

  light(pane, places) {
    pane.lit.forEach(row => {
      row.className = "line";
      row.lastChild.remove();
    });
    pane.lit = [];
    const file = places.length ? places[0].file : pane.file || this.texts.keys().next().value;
    if (file === undefined) {
      return;
    }
    if (pane.file !== file) {
      pane.file = file;
      pane.lines = this.rows(file);
      pane.code.replaceChildren(...pane.lines);
      pane.code.setAttribute("aria-label", "Source of " + file);
    }
    pane.head.textContent = file;
    const byLine = new Map();
    places.forEach(at => byLine.set(at.line, [...(byLine.get(at.line) || []), at]));
    for (const [line, here] of byLine) {
      const row = pane.lines[line - 1];
      if (row) {
        row.className = "line lit " + here.map(at => at.role).join(" ");
        row.append(this.chips(here));
        pane.lit.push(row);
      }
    }
  }

  /** The names of who is at a line, at its end. */
  chips(places) {
    const seen = new Set();
    const chips = el("span", {class: "chips"});
    for (const at of places) {
      const text = at.who.slice(at.who.lastIndexOf(".") + 1) + (at.role === "gives" ? " →" : "");
      if (seen.size < 4 && !seen.has(text)) {
        chips.append(
          el(
            "span",
            {class: "chip " + at.role, title: (at.who + " " + (at.action || "")).trim()},
            (at.role === "takes" ? "→ " : at.role === "stuck" ? "✗ " : "") + text
          )
        );
      }
      seen.add(text);
    }
    if (seen.size > 4) {
      chips.append(el("span", {class: "chip"}, "+ " + (seen.size - 4)));
    }
    return chips;
  }

  scroll(pane, places) {
    const rows = places.map(at => pane.lines[at.line - 1]).filter(Boolean);
    if (rows.length) {
      const first = Math.min(...rows.map(row => row.offsetTop));
      const last = Math.max(...rows.map(row => row.offsetTop + row.offsetHeight));
      const room = pane.code.clientHeight;
      const top = pane.code.scrollTop;
      if (first < top + 24 || last > top + room - 24) {
        pane.code.scrollTop = last - first < room ? (first + last - room) / 2 : first - 24;
      }
    }
  }

  rows(file) {
    const rows = [];
    let row = this.row(1);
    const add = (style, text) =>
      text.split("\n").forEach((part, i) => {
        if (i > 0) {
          rows.push(row);
          row = this.row(rows.length + 1);
        }
        row.children[1].append(style ? el("span", {class: style}, part) : part);
      });
    const text = this.texts.get(file).replace(/\r\n?/g, "\n");
    let done = 0;
    for (const token of text.matchAll(TOKEN)) {
      add("", text.slice(done, token.index));
      add(
        token[1]
          ? token[1][0] === '"'
            ? "string"
            : "comment"
          : token[3]
            ? "digits"
            : WORDS.has(token[2])
              ? "word"
              : "",
        token[0]
      );
      done = token.index + token[0].length;
    }
    add("", text.slice(done));
    rows.push(row);
    return rows;
  }

  row(line) {
    return el(
      "div",
      {class: "line", "data-line": line},
      el("span", {class: "no", "aria-hidden": "true"}, String(line)),
      el("code")
    );
  }

  /** For paper: each file once, with what is near the lines of `places`, and those lit that `now` are. */
  print(places, now) {
    const printed = new Set();
    for (const pane of this.panes) {
      pane.element.classList.toggle("again", pane.element.hidden || printed.has(pane.file));
      if (!pane.element.hidden && !printed.has(pane.file)) {
        printed.add(pane.file);
        this.light(
          pane,
          now.filter(at => at.file === pane.file)
        );
        const lines = places.filter(at => at.file === pane.file).map(at => at.line);
        let last = 0;
        pane.lines.forEach((row, i) => {
          const near = lines.some(line => Math.abs(line - 1 - i) <= 2);
          row.classList.toggle("near", near);
          row.classList.toggle("gap", near && last > 0 && i + 1 > last + 1);
          last = near ? i + 1 : last;
        });
      }
    }
  }
}
