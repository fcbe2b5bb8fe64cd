/* A story as a sequence chart: one row a step. Of long stories only the rows in sight are in the page. */
const ROW = 30;
const LETTER = 7.3;
const ALL_ROWS = 300;
const MOST_COLUMNS = 60;

class Chart {
  constructor(chart, story, choose) {
    this.rows = this.number(chart.rows, story);
    this.columns = chart.columns;
    this.plain = this.columns.length > MOST_COLUMNS;
    this.names = this.plain ? [] : shortNames(chart.columns);
    this.choose = choose;
    this.x = this.plain ? [] : this.spread();
    this.width = this.plain ? 0 : this.x[this.x.length - 1] + this.margin();
    this.list = el("ol", {class: "rows", "aria-label": "Steps of the story"});
    this.element = el("div", {class: "chart", scroll: () => this.render()}, this.header(), this.list);
    this.at = -1;
    this.drawn = [-1, -1];
  }

  /** Gives each row the position in the story that it stands for; who is stuck comes after the last step. */
  number(rows, story) {
    return rows.map(row => ({
      ...row,
      turn: row.kind === "turn",
      loop: row.step > story.stem && story.loops,
      position: row.step || (row.kind === "turn" ? story.stem + 1 : story.last)
    }));
  }

  /** Returns the lifelines' places: wide enough for names and for what stands over arrows. */
  spread() {
    const x = [];
    let left = 20;
    this.names.forEach(name => {
      const half = Math.max(36, (name.length * LETTER) / 2 + 10);
      x.push(left + half);
      left += 2 * half;
    });
    const arrows = this.rows
      .filter(row => row.kind === "arrow")
      .sort((a, b) => Math.abs(a.from - a.to) - Math.abs(b.from - b.to));
    for (const row of arrows) {
      const [first, last] = [Math.min(row.from, row.to), Math.max(row.from, row.to)];
      const missing = Math.min(row.text.length, 40) * LETTER + 36 - (x[last] - x[first]);
      for (let i = last; i < x.length && missing > 0; i++) {
        x[i] += missing;
      }
    }
    return x;
  }

  margin() {
    const last = this.columns.length - 1;
    const notes = this.rows.filter(row => row.from === last && (row.kind === "note" || row.kind === "stuck"));
    return (
      24 +
      Math.max(
        60,
        (this.names[last].length * LETTER) / 2,
        ...notes.slice(0, 500).map(row => row.text.length * LETTER)
      )
    );
  }

  header() {
    const head = el("div", {class: "chart-head", "aria-hidden": "true", hidden: this.plain});
    if (!this.plain) {
      head.append(
        ...this.names.map((name, i) => el("span", {style: `left:${this.x[i]}px`, title: this.columns[i]}, name))
      );
      head.style.width = this.width + "px";
    }
    return head;
  }

  /** Marks the rows of a position and brings them into sight. */
  show(position) {
    this.at = position;
    this.render();
    const first = this.rows.findIndex(row => row.position === position && !row.turn);
    const top = first < 0 ? 0 : first * ROW;
    const room = this.element.clientHeight - 60;
    const scroll = this.element.scrollTop;
    if (top < scroll || top + ROW > scroll + room) {
      this.element.scrollTop = Math.max(0, top - room / 2);
    }
    this.render();
    this.list.querySelectorAll(".row").forEach(button => {
      const row = this.rows[Number(button.dataset.row)];
      this.light(button, row, Number(button.dataset.row));
    });
  }

  /** Says whether a row is the current one; that one, or at the start the first one, is reached by Tab. */
  light(button, row, index) {
    const now = row.position === this.at && !row.turn;
    const first = now && (index === 0 || this.rows[index - 1].position !== this.at || this.rows[index - 1].turn);
    button.tabIndex = first || (this.at <= 0 && index === 0) ? 0 : -1;
    if (now) {
      button.setAttribute("aria-current", "step");
    } else {
      button.removeAttribute("aria-current");
    }
  }

  render(whole = false) {
    let from = 0;
    let to = this.rows.length;
    if (this.rows.length > ALL_ROWS && !whole) {
      from = clamp(Math.floor(this.element.scrollTop / ROW) - 20, 0, to);
      to = clamp(from + Math.ceil(this.element.clientHeight / ROW) + 40, 0, to);
    }
    if (this.drawn[0] === from && this.drawn[1] === to) {
      return;
    }
    this.drawn = [from, to];
    this.list.style.paddingTop = from * ROW + "px";
    this.list.style.paddingBottom = (this.rows.length - to) * ROW + "px";
    this.list.replaceChildren(...this.rows.slice(from, to).map((row, i) => this.row(row, from + i)));
  }

  row(row, index) {
    const words = this.words(row);
    const plain = this.plain || row.turn || row.kind === "divider";
    const button = el(
      "button",
      {
        type: "button",
        class: "row",
        "data-position": row.position,
        "data-row": index,
        click: () => this.choose(row.position)
      },
      el("span", {class: plain ? "plain" : "unseen"}, (row.turn ? "↺ " : "") + words),
      plain ? null : this.picture(row),
      el("span", {class: "place"}, row.place || "")
    );
    this.light(button, row, index);
    return el(
      "li",
      {
        class: "is-" + row.kind + (row.loop ? " loop" : ""),
        "aria-setsize": this.rows.length,
        "aria-posinset": index + 1
      },
      button
    );
  }

  words(row) {
    const name = i => this.columns[i];
    return row.kind === "arrow"
      ? name(row.from) + " → " + name(row.to) + "  " + row.text
      : row.kind === "divider" || row.turn
        ? row.text
        : name(row.from) + " " + row.text;
  }

  picture(row) {
    const y = ROW / 2;
    const parts = this.x.map(x => svgEl("path", {class: "life", d: `M${x} 0V${ROW}`}));
    const x = this.x[row.from];
    if (row.kind === "arrow") {
      const end = this.x[row.to];
      const side = Math.sign(end - x);
      const text = row.text.length > 40 ? row.text.slice(0, 39) + "…" : row.text;
      parts.push(
        svgEl("path", {class: "shaft", d: `M${x} ${y + 5}H${end - side * 7}`}),
        svgEl("path", {class: "head", d: `M${end} ${y + 5}l${-side * 8} -4v8z`}),
        svgEl("text", {x: (x + end) / 2, y: y, "text-anchor": "middle"}, text)
      );
    } else if (row.kind === "stuck") {
      parts.push(
        svgEl("path", {class: "cross", d: `M${x - 5} ${y - 5}l10 10m0 -10l-10 10`}),
        svgEl("text", {class: "stuck", x: x + 12, y: y + 4}, row.text)
      );
    } else {
      parts.push(
        svgEl("circle", {class: "dot", cx: x, cy: y, r: 4}),
        svgEl("text", {x: x + 12, y: y + 4}, row.text)
      );
    }
    return svgEl("svg", {width: this.width, height: ROW, "aria-hidden": "true"}, ...parts);
  }
}

/** Returns names without the first parts of their paths, as far as they stay different. */
function shortNames(names) {
  const last = (name, parts) => name.split(".").slice(-parts).join(".");
  return names.map(name => {
    let parts = 1;
    while (
      last(name, parts) !== name &&
      names.some(other => other !== name && last(other, parts) === last(name, parts))
    ) {
      parts++;
    }
    return last(name, parts);
  });
}
