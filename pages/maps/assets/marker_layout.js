// Marker layout: where boxes go so that none covers another. A pure function, no map and no page in it.
(() => {
  "use strict";
  const { Places, cross, hides, measureOverlap, overlap, runsUnder } = window.Madoguchi;
  const PASSES = 6; // times each box may look for a better place, the others standing
  const MANY = 40; // boxes above which annealing would take too long
  const TIDY = 9; // cost a box, on average, that needs no annealing
  const STEPS_PER_BOX = 1500;
  const [SEEDS, MORE_SEEDS] = [[12345, 2, 3], [4, 5, 6]]; // any; others lay some cities otherwise
  const FEW = 8; // boxes that are worth many attempts
  const SWAPS = 0.15; // the share of moves in which two boxes change places
  const NUDGES = 0.6; // the share in which one moves by a few px
  const NUDGE = 18; // px at most
  const HOT = 100; // the cost of a poor move that is readily let through, at first and at last
  const COLD = 0.3;
  const TIGHTER = [4, 1]; // px by which boxes move nearer at the end
  const SAME = 0.01; // a cost that is lower by less is the same
  const CROWD_PX = 90; // points so near to each other are a crowd
  // What is poor about two boxes together, in the cost that a way from the point has: about a half for a px.
  const OVERLAP_COST = 300; // and more by how far they overlap; a layout in which any do is not shown
  const HIDDEN_POINT_COST = 400;
  const HIDDEN_LINE_COST = 200;
  const CROSSING_COST = 250;

  // What two boxes cost together.
  function clash(item, box, other, otherBox) {
    if (box.west > otherBox.east || otherBox.west > box.east) return 0; // far apart, as most are
    if (box.north > otherBox.south || otherBox.north > box.south) return 0;
    const depth = measureOverlap(box, otherBox);
    let cost = depth ? OVERLAP_COST + depth : 0;
    if (hides(box, other)) cost += HIDDEN_POINT_COST;
    if (hides(otherBox, item)) cost += HIDDEN_POINT_COST;
    if (cross(item, box.end, other, otherBox.end)) cost += CROSSING_COST;
    if (runsUnder(item, box.end, otherBox)) cost += HIDDEN_LINE_COST;
    if (runsUnder(other, otherBox.end, box)) cost += HIDDEN_LINE_COST;
    return cost;
  }

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

    // A move is a list of [index, box]: one box to another of its places, or two boxes to each other's.
    proposeMove(roll) {
      const index = Math.floor(roll() * this.items.length);
      const places = this.places[index];
      const kind = roll();
      if (kind > SWAPS + NUDGES) return [[index, places.boxes[Math.floor(roll() ** 2 * places.boxes.length)]]];
      if (kind > SWAPS) {
        const box = places.nudge(this.boxes[index], (roll() - 0.5) * NUDGE * 2, (roll() - 0.5) * NUDGE * 2);
        return box ? [[index, box]] : [];
      }
      const other = Math.floor(roll() * this.items.length);
      if (other === index) return [];
      return [[index, places.findNearest(this.boxes[other])], [other, this.places[other].findNearest(this.boxes[index])]];
    }

    // What these boxes cost, those they clash with counted once.
    costOf(indexes) {
      const [first, second] = indexes;
      let cost = this.boxes[first].cost + this.clashes(first, this.boxes[first]);
      if (second !== undefined) {
        cost += this.boxes[second].cost + this.clashes(second, this.boxes[second])
          - clash(this.items[first], this.boxes[first], this.items[second], this.boxes[second]);
      }
      return cost;
    }

    // Makes a move, and takes it back unless the change of cost is welcome.
    attempt(move, isWelcome) {
      const indexes = move.map(([index]) => index);
      const before = indexes.map((index) => this.boxes[index]);
      const cost = this.costOf(indexes);
      move.forEach(([index, box]) => { this.boxes[index] = box; });
      const change = this.costOf(indexes) - cost;
      if (!isWelcome(change)) indexes.forEach((index, number) => { this.boxes[index] = before[number]; });
    }

    // Simulated annealing: poor moves are let through at first, since labels that block each other come free by them
    // only, then ever fewer. The random numbers are the same each time, so the same cities lie the same way.
    anneal(steps, roll) {
      const first = this.boxes;
      this.boxes = [...first];
      for (let step = 0; step < steps; step += 1) {
        const heat = HOT * (1 - step / steps) ** 3 + COLD;
        const move = this.proposeMove(roll);
        if (move.length) this.attempt(move, (change) => change <= 0 || Math.exp(-change / heat) > roll());
      }
      this.tighten();
      const found = this.boxes;
      const total = this.fits ? this.total() : Infinity;
      this.boxes = first;
      if (total < this.total() || !this.fits) this.boxes = found;
    }

    // Places a few boxes that have hardly any room, which no order of placing them finds; whether it did.
    squeeze() {
      if (this.items.length > FEW || this.places.some(({ boxes }) => !boxes.length)) return false;
      this.boxes = this.places.map(({ boxes }) => boxes[0]);
      for (const seed of [...SEEDS, ...MORE_SEEDS]) {
        this.anneal(this.items.length * STEPS_PER_BOX, makeRandom(seed));
        if (this.fits) return true;
      }
      return false;
    }

    // Brings each box nearer to its point where that is better.
    tighten() {
      for (const step of TIGHTER) {
        for (let pass = 0; pass < PASSES; pass += 1) {
          this.items.forEach((_, index) => {
            for (const [dx, dy] of [[step, 0], [-step, 0], [0, step], [0, -step]]) {
              const box = this.places[index].nudge(this.boxes[index], dx, dy);
              if (box) this.attempt([[index, box]], (change) => change < -SAME);
            }
          });
        }
      }
    }
  }

  // Numbers from 0 to 1 that are the same in every browser: a linear congruential generator, as in Numerical Recipes.
  function makeRandom(seed) {
    let state = seed;
    return () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
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
        for (const seed of SEEDS) this.layout.anneal(length * STEPS_PER_BOX, makeRandom(seed));
      }
      this.polished = true;
      return this;
    }
  }

  window.Madoguchi = Object.assign(window.Madoguchi || {}, { placeBoxes });
})();
