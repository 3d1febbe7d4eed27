// Marker layout: where boxes go so that none covers another. A pure function, no map and no page in it.
(() => {
  "use strict";
  const { Places, contains, cross, overlap, runsUnder } = window.Madoguchi;
  const PASSES = 6; // times each box may look for a better place, the others standing
  const MANY = 40; // boxes above which annealing would take too long
  const TIDY = 6; // cost a box, on average, that needs no annealing
  const STEPS_PER_BOX = 1000;
  const SWAPS = 0.2; // the share of moves in which two boxes change places
  const HOT = 80; // the cost of a poor move that is readily let through, at first and at last
  const COLD = 0.3;
  const SAME = 0.01; // a cost that is lower by less is the same
  const CROWD_PX = 90; // points so near to each other are a crowd
  // What is poor about two boxes together, in the cost that a way from the point has: about one for a px.
  const HIDDEN_POINT_COST = 20;
  const HIDDEN_LINE_COST = 30;
  const CROSSING_COST = 40;

  // What two boxes cost together; only their places are looked at.
  function clash(item, box, other, otherBox) {
    if (box.west > otherBox.east || otherBox.west > box.east) return 0; // far apart, as most are
    if (box.north > otherBox.south || otherBox.north > box.south) return 0;
    let cost = 0;
    if (contains(box, other)) cost += HIDDEN_POINT_COST;
    if (contains(otherBox, item)) cost += HIDDEN_POINT_COST;
    if (cross(item, box, other, otherBox)) cost += CROSSING_COST;
    if (runsUnder(item, box, otherBox)) cost += HIDDEN_LINE_COST;
    if (runsUnder(other, otherBox, box)) cost += HIDDEN_LINE_COST;
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
        if (!this.isFree(index, box, -1)) continue;
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

    isFree(index, box, leaving) {
      for (let number = 0; number < this.boxes.length; number += 1) {
        const other = this.boxes[number];
        if (other && number !== index && number !== leaving && overlap(box, other)) return false;
      }
      return true;
    }

    // A move is a list of [index, box]: one box to another of its places, or two boxes to each other's.
    proposeMove(roll) {
      const index = Math.floor(roll() * this.items.length);
      const choices = this.places[index].boxes;
      if (roll() > SWAPS) {
        const box = choices[Math.floor(roll() ** 2 * choices.length)];
        return this.isFree(index, box, -1) ? [[index, box]] : [];
      }
      const other = Math.floor(roll() * this.items.length);
      const here = this.places[index].findNearest(this.boxes[other]);
      const there = this.places[other].findNearest(this.boxes[index]);
      const possible = other !== index && !overlap(here, there)
        && this.isFree(index, here, other) && this.isFree(other, there, index);
      return possible ? [[index, here], [other, there]] : [];
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

    // Simulated annealing: poor moves are let through at first, since labels that block each other come free by them
    // only, then ever fewer. The random numbers are the same each time, so the same cities lie the same way.
    anneal() {
      const roll = makeRandom();
      const steps = this.items.length * STEPS_PER_BOX;
      let total = this.total();
      let best = { boxes: [...this.boxes], total };
      for (let step = 0; step < steps; step += 1) {
        const heat = HOT * (1 - step / steps) ** 2 + COLD;
        const move = this.proposeMove(roll);
        if (!move.length) continue;
        const indexes = move.map(([index]) => index);
        const before = indexes.map((index) => this.boxes[index]);
        const cost = this.costOf(indexes);
        move.forEach(([index, box]) => { this.boxes[index] = box; });
        const change = this.costOf(indexes) - cost;
        if (change > 0 && Math.exp(-change / heat) < roll()) {
          indexes.forEach((index, number) => { this.boxes[index] = before[number]; });
          continue;
        }
        total += change;
        if (total < best.total - SAME) best = { boxes: [...this.boxes], total };
      }
      this.boxes = best.boxes;
    }
  }

  // Numbers from 0 to 1 that are the same in every browser: a linear congruential generator, as in Numerical Recipes.
  function makeRandom() {
    let state = 12345; // any; another lays some cities otherwise
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

  // items: [{x, y, w, h}], the points and the sizes of their boxes; area and obstacles: {left, top, right, bottom};
  // all in px of one plane. Returns a plan, good enough to compare views: {places, total}, the boxes' centres in the
  // items' order and what is poor about them; null if they do not all fit within reach. `polish()` betters it to be shown.
  function placeBoxes(items, area, obstacles, reach) {
    const layout = new Layout(items, area, obstacles, reach);
    let best = null;
    for (const order of listOrders(items)) {
      layout.boxes = items.map(() => null);
      layout.settle(order);
      if (!layout.complete) continue;
      const total = layout.total();
      if (!best || total < best.total) best = { boxes: layout.boxes, total };
    }
    if (!best) return null;
    layout.boxes = best.boxes;
    return new Plan(layout);
  }

  class Plan {
    constructor(layout) {
      Object.assign(this, { layout, total: layout.total(), polished: false }); // the total stays: views compare alike
    }

    get places() {
      return this.layout.boxes.map(({ x, y }) => ({ x, y }));
    }

    polish() {
      const { length } = this.layout.items;
      if (!this.polished && length <= MANY && this.total > length * TIDY) this.layout.anneal();
      this.polished = true;
      return this;
    }
  }

  window.Madoguchi = Object.assign(window.Madoguchi || {}, { placeBoxes });
})();
