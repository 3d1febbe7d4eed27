// Marker layout: where boxes go so that none covers another. A pure function, no map and no page in it.
(() => {
  "use strict";
  const { Annealing, PASSES, Places, clash, makeRandom, overlap } = window.Madoguchi;
  const MANY = 40; // boxes above which annealing would take too long
  const TIDY = 9; // cost a box, on average, that needs no annealing
  const POOR = 40; // cost a box, on average, that is worth further attempts
  const [STEPS_PER_BOX, MORE_STEPS_PER_BOX] = [500, 1500]; // at first, and where that was not enough
  const [SEEDS, MORE_SEEDS] = [[12345, 2, 3], [4, 5, 6]]; // any; others lay some cities otherwise
  const FEW = 8; // boxes that are worth many attempts
  const CROWD_PX = 90; // points so near to each other are a crowd

  class Layout {
    constructor(items, area, obstacles, reach) {
      this.items = items;
      this.places = items.map((item) => new Places(item, area, obstacles, reach));
      this.boxes = items.map(() => null);
    }

    get complete() {
      return !this.boxes.includes(null);
    }

    get fits() {
      return this.complete && this.boxes.every((box, index) => this.isFree(index, box));
    }

    clashes(index, box) {
      let cost = 0;
      for (let number = 0; number < this.boxes.length; number += 1) {
        const other = this.boxes[number];
        if (other && number !== index) cost += clash(this.items[index], box, this.items[number], other);
      }
      return cost;
    }

    place(index) {
      let best = null;
      let least = Infinity;
      for (const box of this.places[index].boxes) {
        if (box.cost >= least) break;
        if (!this.isFree(index, box)) continue;
        const cost = box.cost + this.clashes(index, box);
        if (cost < least) [best, least] = [box, cost];
      }
      if (best) this.boxes[index] = best;
      return best;
    }

    settle(order) {
      for (let pass = 0; pass < PASSES; pass += 1) {
        const before = [...this.boxes];
        order.forEach((index) => this.place(index));
        if (this.boxes.every((box, index) => box === before[index])) break;
      }
    }

    total() {
      let sum = 0;
      this.boxes.forEach((box, index) => {
        sum += box.cost;
        for (let number = 0; number < index; number += 1) {
          sum += clash(this.items[index], box, this.items[number], this.boxes[number]);
        }
      });
      return sum;
    }

    isFree(index, box) {
      for (let number = 0; number < this.boxes.length; number += 1) {
        const other = this.boxes[number];
        if (other && number !== index && overlap(box, other)) return false;
      }
      return true;
    }

    // Each box where its item says that it lies well; whether nothing is poor about it there.
    begin() {
      this.boxes = this.items.map(({ x, y, at }, index) => (at ? this.places[index].findNearest({ x: x + at.x, y: y + at.y }) : null));
      return this.fits && this.boxes.every((box, index) => !this.clashes(index, box));
    }

    // Betters the layout, unless what is found is worse.
    anneal(stepsPerBox, seed) {
      const first = this.boxes;
      this.boxes = new Annealing(this.items, this.places, first).run(this.items.length * stepsPerBox, makeRandom(seed));
      const total = this.fits ? this.total() : Infinity;
      const found = this.boxes;
      this.boxes = first;
      if (total < this.total() || !this.fits) this.boxes = found;
    }

    // Places a few boxes that have hardly any room, which no order of placing them finds; whether it did.
    squeeze() {
      if (this.items.length > FEW || this.places.some(({ boxes }) => !boxes.length)) return false;
      this.boxes = this.places.map(({ boxes }) => boxes[0]);
      for (const seed of [...SEEDS, ...MORE_SEEDS]) {
        this.anneal(MORE_STEPS_PER_BOX, seed);
        if (this.fits) return true;
      }
      return false;
    }
  }

  // Who comes first gets the nearest place, so several orders are tried: crowded first, then from each side.
  function listOrders(items) {
    const crowds = items.map((item) => items.filter((other) => Math.hypot(other.x - item.x, other.y - item.y) < CROWD_PX).length);
    const keys = [(i) => -crowds[i], (i) => items[i].x, (i) => -items[i].x, (i) => items[i].y, (i) => -items[i].y];
    return keys.map((key) => items.map((_, index) => index).sort((a, b) => key(a) - key(b) || a - b));
  }

  // items: [{x, y, w, h, seen, at}], the points, the sizes of their boxes, the height of what is seen of them, and how far
  // from their points they are known to lie well, if that is known; area and obstacles: {left, top, right, bottom}; all
  // in px of one plane. Returns a plan: {places, total}, the boxes' centres and how far below them what is seen has its
  // own, in the items' order, and what is poor about them; null if they do not all fit within reach. `polish()` betters it.
  function placeBoxes(items, area, obstacles, reach) {
    const layout = new Layout(items, area, obstacles, reach);
    if (layout.begin()) return new Plan(layout, true);
    let best = layout.fits ? { boxes: layout.boxes, total: layout.total() } : null;
    for (const order of listOrders(items)) {
      layout.boxes = items.map(() => null);
      layout.settle(order);
      if (!layout.complete) continue;
      const total = layout.total();
      if (!best || total < best.total) best = { boxes: layout.boxes, total };
    }
    if (best) layout.boxes = best.boxes;
    else if (!layout.squeeze()) return null;
    return new Plan(layout, false);
  }

  class Plan {
    constructor(layout, polished) {
      Object.assign(this, { layout, polished });
    }

    get total() {
      return this.layout.total();
    }

    get places() {
      return this.layout.boxes.map(({ x, y, end }) => ({ x, y, tuck: end.y - y }));
    }

    polish() {
      const { length } = this.layout.items;
      if (!this.polished && length <= MANY && this.total > length * TIDY) {
        for (const seed of SEEDS) this.layout.anneal(STEPS_PER_BOX, seed);
        for (const seed of MORE_SEEDS) if (this.total > length * POOR) this.layout.anneal(MORE_STEPS_PER_BOX, seed);
      }
      this.polished = true;
      return this;
    }
  }

  window.Madoguchi = Object.assign(window.Madoguchi || {}, { placeBoxes });
})();
