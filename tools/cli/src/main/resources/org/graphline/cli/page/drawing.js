/* The drawing of a network: where the story is, what moves, who is stuck; and looking closer. */
const WIDEST = 1.25;
const CLOSEST = 4;
const FAR = 0.5;

class Drawing {
  constructor(network) {
    this.svg = parseSvg(network.drawing);
    this.svg.removeAttribute("width");
    this.svg.removeAttribute("height");
    this.svg.setAttribute("role", "img");
    this.svg.setAttribute(
      "aria-label",
      "The graph " + network.name + ". Where everybody is stands below in words."
    );
    const [, , width, height] = this.svg.getAttribute("viewBox").split(" ").map(Number);
    this.whole = {x: 0, y: 0, w: width, h: height};
    this.view = this.whole;
    this.boxes = new Map([...this.svg.querySelectorAll(".box")].map(box => [box.dataset.box, box]));
    this.wires = [...this.svg.querySelectorAll(".wire")];
    this.names = [...this.svg.querySelectorAll(".name")];
    this.moved = svgEl(
      "g",
      {class: "token"},
      svgEl("circle", {r: 7}),
      svgEl("text", {y: -11, "text-anchor": "middle"})
    );
    this.svg.lastElementChild.append(this.moved);
    this.moved.style.display = "none";
    this.flight = 0;
    this.element = el("div", {class: "viewport"}, this.svg);
    this.pointers();
  }

  /** Shows a state: where desks are, what happened last (`move`), who is stuck. */
  show(frame, move, stuck) {
    const actors = new Set(move ? move.actors : []);
    const way = move && move.wire ? this.way(move) : [];
    const ends = new Map();
    if (move && move.wire) {
      [
        [move.from, "gives"],
        [move.to, "takes"]
      ].forEach(([end, role]) => end && ends.set(end.replace(/\.\d+$/, ""), role));
    }
    for (const [key, box] of this.boxes) {
      const instance = key.startsWith("desk-") ? Number(key.slice(5)) : -1;
      const waiting = stuck.find(waiter => waiter.desk === instance);
      const desk = frame && frame.desks[instance];
      const role = ends.get(key) || (actors.has(instance) ? "acts" : "");
      ["gives", "takes", "acts"].forEach(each => box.classList.toggle(each, each === role));
      box.classList.toggle("stuck", waiting !== undefined);
      ["gone", "failed", "error", "rests"].forEach(each =>
        box.classList.toggle(each, !!desk && desk.state === each)
      );
      if (instance >= 0) {
        this.status(box, waiting ? waiting.action : desk ? statusOf(desk) : "", waiting ? "wants to " : "");
      }
    }
    const waitsAt = new Set(stuck.flatMap(waiter => waiter.wires));
    for (const wire of this.wires) {
      wire.classList.toggle("stuck", waitsAt.has(wire.dataset.wire));
      wire.classList.toggle(
        "lit",
        way.some(part => part.wire === wire) ||
          (!!move && move.wire === wire.dataset.wire && !move.from && !move.to)
      );
    }
    this.letters(frame);
  }

  /** Dims what has no part in the story. */
  aside(desks) {
    this.cast = desks;
    this.boxes.forEach((box, key) => box.classList.toggle("aside", key.startsWith("desk-") && !desks.has(key)));
  }

  /** Writes what a desk is at under its ports, `before` it where there is room. */
  status(box, words, before) {
    const text = box.querySelector(".status");
    if (text && text.dataset.words !== before + words) {
      const room = Math.floor((Number(box.querySelector(".body").getAttribute("width")) - 8) / 6.05);
      const full = before.length + words.length <= room ? before + words : words;
      text.dataset.words = before + words;
      text.textContent = full.length > room ? full.slice(0, room - 1) + "…" : full;
      const title = box.querySelector("title") || box.insertBefore(svgEl("title"), box.firstChild);
      title.textContent = before + words;
    }
  }

  letters(frame) {
    this.svg.querySelectorAll(".letters").forEach(old => old.remove());
    for (const [line, letters] of Object.entries(frame ? frame.lines : {})) {
      const label =
        this.svg.querySelector(`[data-box="line-${line}"] .label`) ||
        this.svg.querySelector(`[data-wire="line-${line}"] .label`);
      if (letters.length && label) {
        const dots = letters.length <= 5 ? "●".repeat(letters.length) : "● × " + letters.length;
        label.parentNode.append(
          svgEl(
            "text",
            {
              class: "letters",
              x: label.getAttribute("x"),
              "text-anchor": "middle",
              y: Number(label.getAttribute("y")) + 19
            },
            svgEl("title", {}, letters.join(", ")),
            dots
          )
        );
      }
    }
  }

  /** The way of what passes: parts of wires, `{wire, from, to}` as shares of their length. */
  way(move) {
    const wires = this.wires.filter(wire => wire.dataset.wire === move.wire);
    const at = (from, to) => wires.find(w => (!from || w.dataset.from === from) && (!to || w.dataset.to === to));
    const straight = move.from && move.to && at(move.from, move.to);
    if (straight) {
      return [{wire: straight, from: 0, to: 1}];
    }
    const back = move.from && move.to && at(move.to, move.from);
    if (back) {
      return [{wire: back, from: 1, to: 0}];
    }
    const parts = [];
    const first = move.from && at(move.from, null);
    const second = move.to && at(null, move.to);
    const shared = wires.length > 1;
    if (first) {
      parts.push({wire: first, from: 0, to: shared ? 1 : 0.5});
    }
    if (second) {
      parts.push({wire: second, from: shared ? 0 : 0.5, to: 1});
    }
    return parts;
  }

  /** Lets a letter travel for `time` milliseconds. */
  travel(move, words, time) {
    cancelAnimationFrame(this.flight);
    const parts = move && move.wire ? this.way(move) : [];
    if (!parts.length || still()) {
      this.moved.style.display = "none";
      return;
    }
    const shafts = parts
      .map(part => ({...part, path: part.wire.querySelector(".shaft")}))
      .map(part => ({...part, length: part.path.getTotalLength()}));
    const all = shafts.reduce((sum, part) => sum + part.length * Math.abs(part.to - part.from), 0) || 1;
    this.moved.lastChild.textContent = words;
    this.moved.style.display = "";
    const start = performance.now();
    const fly = now => {
      let left = clamp((now - start) / time, 0, 1) * all;
      for (const part of shafts) {
        const mine = part.length * Math.abs(part.to - part.from);
        if (left <= mine || part === shafts[shafts.length - 1]) {
          const share = mine ? Math.min(1, left / mine) : 1;
          const point = part.path.getPointAtLength(part.length * (part.from + (part.to - part.from) * share));
          this.moved.setAttribute("transform", `translate(${point.x} ${point.y})`);
          break;
        }
        left -= mine;
      }
      if (now - start < time) {
        this.flight = requestAnimationFrame(fly);
      } else {
        this.moved.style.display = "none";
      }
    };
    this.flight = requestAnimationFrame(fly);
  }

  /** Gives the drawing the height that it needs, as far as the window has it. */
  open() {
    const width = this.element.clientWidth;
    const wanted = this.whole.h * Math.min(1, width / this.whole.w) + 8;
    this.element.style.height = clamp(wanted, 200, Math.max(320, innerHeight * 0.52)) + "px";
    this.fit();
    if (this.scale() < 0.55 && this.cast && this.cast.size) {
      this.fitCast();
    }
  }

  scale() {
    return Math.min(this.element.clientWidth / this.view.w, this.element.clientHeight / this.view.h);
  }

  fit() {
    this.look(this.whole);
  }

  /** Looks at those who have a part in the story. */
  fitCast() {
    const rectangles = [...(this.cast || [])].map(key => this.rectangle(key)).filter(Boolean);
    if (rectangles.length) {
      const x = Math.min(...rectangles.map(r => r.x)) - 60;
      const y = Math.min(...rectangles.map(r => r.y)) - 50;
      this.look({
        x,
        y,
        w: Math.max(...rectangles.map(r => r.x + r.w)) + 60 - x,
        h: Math.max(...rectangles.map(r => r.y + r.h)) + 50 - y
      });
    }
  }

  rectangle(key) {
    const body = this.boxes.has(key) && this.boxes.get(key).querySelector(".body");
    const of = name => Number(body.getAttribute(name));
    const shift = this.svg.lastElementChild.transform.baseVal[0].matrix;
    return body && {x: of("x") + shift.e, y: of("y") + shift.f, w: of("width"), h: of("height")};
  }

  /** Moves the view if it has to, so that these boxes are in it. */
  follow(keys) {
    const rectangles = keys.map(key => this.rectangle(key)).filter(Boolean);
    const v = this.view;
    if (rectangles.some(r => r.x < v.x || r.y < v.y || r.x + r.w > v.x + v.w || r.y + r.h > v.y + v.h)) {
      const x = rectangles.reduce((sum, r) => sum + r.x + r.w / 2, 0) / rectangles.length;
      const y = rectangles.reduce((sum, r) => sum + r.y + r.h / 2, 0) / rectangles.length;
      const w = Math.max(v.w, ...rectangles.map(r => 2 * (Math.abs(r.x - x) + r.w)));
      const h = Math.max(v.h, ...rectangles.map(r => 2 * (Math.abs(r.y - y) + r.h)));
      this.set({x: x - w / 2, y: y - h / 2, w, h});
    }
  }

  look(r) {
    const width = this.element.clientWidth || 800;
    const height = this.element.clientHeight || 400;
    const scale = Math.min(WIDEST, width / r.w, height / r.h);
    this.set({
      x: r.x + (r.w - width / scale) / 2,
      y: r.y + (r.h - height / scale) / 2,
      w: width / scale,
      h: height / scale
    });
  }

  set(view) {
    this.view = view;
    this.enlarge(this.scale());
    this.svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.w} ${view.h}`);
  }

  /** From afar: names only, as large as their boxes let them be. */
  enlarge(scale) {
    const far = scale > 0 && scale < FAR;
    this.svg.classList.toggle("far", far);
    for (const name of this.names) {
      const box = name.parentNode.classList.contains("box") && name.parentNode.querySelector(".body");
      const room = box ? (Number(box.getAttribute("width")) * 0.92) / (name.textContent.length * 0.61) : 48;
      name.style.fontSize = far ? clamp(10.5 / scale, 12, Math.max(12, Math.min(room, 40))) + "px" : "";
      if (box) {
        const middle = Number(box.getAttribute("y")) + Number(box.getAttribute("height")) / 2;
        name.dataset.y = name.dataset.y || name.getAttribute("y");
        name.setAttribute("y", far ? middle + 6 : name.dataset.y);
      }
    }
  }

  zoom(factor, clientX, clientY) {
    const box = this.svg.getBoundingClientRect();
    const px = clientX === undefined ? 0.5 : (clientX - box.left) / box.width;
    const py = clientY === undefined ? 0.5 : (clientY - box.top) / box.height;
    const by = clamp(factor, this.scale() / CLOSEST, this.scale() / 0.02);
    const w = this.view.w * by;
    const h = this.view.h * by;
    this.set({x: this.view.x + (this.view.w - w) * px, y: this.view.y + (this.view.h - h) * py, w, h});
  }

  pointers() {
    const held = new Map();
    this.svg.addEventListener(
      "wheel",
      event => {
        if (event.ctrlKey || event.metaKey) {
          event.preventDefault();
          this.zoom(Math.exp(event.deltaY * 0.004), event.clientX, event.clientY);
        }
      },
      {passive: false}
    );
    this.svg.addEventListener("dblclick", event => this.zoom(0.6, event.clientX, event.clientY));
    this.svg.addEventListener("pointerdown", event => {
      held.set(event.pointerId, event);
      this.svg.setPointerCapture(event.pointerId);
    });
    this.svg.addEventListener("pointermove", event => {
      const before = held.get(event.pointerId);
      if (before && held.size === 1) {
        const scale = this.scale();
        this.set({
          ...this.view,
          x: this.view.x - (event.clientX - before.clientX) / scale,
          y: this.view.y - (event.clientY - before.clientY) / scale
        });
        held.set(event.pointerId, event);
      }
    });
    ["pointerup", "pointercancel"].forEach(name =>
      this.svg.addEventListener(name, event => held.delete(event.pointerId))
    );
  }
}

/** Returns what a desk is at, in a few words. */
function statusOf(desk) {
  const at = desk.at.map(each => each.action).join(" · ");
  return desk.state === "gone" ? "gone home" : desk.state === "failed" ? "failed" : at;
}
