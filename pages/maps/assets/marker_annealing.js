// Annealing of a layout: boxes move at random, poor moves are let through at first, since labels that block each other
// come free by them only, then ever fewer. Pure functions, no map and no page in them.
//
// A visitor waits for it, on a slow phone for seconds: so what each pair of boxes costs is kept, and a move is given up
// as soon as it costs more than would be let through.
(() => {
  "use strict";
  const { clash } = window.Madoguchi;
  const PASSES = 6; // times each box may look for a better place, the others standing
  const SWAPS = 0.15; // the share of moves in which two boxes change places
  const NUDGES = 0.6; // the share in which one moves by a few px
  const NUDGE = 18; // px at most
  const HOT = 100; // the cost of a poor move that is readily let through, at first and at last
  const COLD = 0.3;
  const TIGHTER = [4, 1]; // px by which boxes move nearer at the end
  const SAME = 0.01; // a cost that is lower by less is the same

  class Annealing {
    constructor(items, places, boxes) {
      const { length } = items;
      Object.assign(this, { items, places, boxes: [...boxes] });
      this.pairs = boxes.map(() => new Float64Array(length)); // what two boxes cost together
      this.rows = [new Float64Array(length), new Float64Array(length)]; // the same of boxes that may move
      boxes.forEach((box, index) => {
        this.weigh(index, box, Infinity, this.rows[0]);
        this.keep(index, box, this.rows[0]);
      });
    }

    // The boxes after so many moves. The random numbers are the same each time, so the same cities lie the same way.
    run(steps, roll) {
      for (let step = 0; step < steps; step += 1) {
        const heat = HOT * (1 - step / steps) ** 3 + COLD;
        this.move(roll, -heat * Math.log(roll()));
      }
      this.tighten();
      return this.boxes;
    }

    // One move, unless it costs more than allowed: one box to another of its places, or two to each other's.
    move(roll, allowed) {
      const index = Math.floor(roll() * this.items.length);
      const places = this.places[index];
      const kind = roll();
      if (kind > SWAPS + NUDGES) {
        this.put(index, places.boxes[Math.floor(roll() ** 2 * places.boxes.length)], allowed);
      } else if (kind > SWAPS) {
        this.put(index, places.nudge(this.boxes[index], (roll() - 0.5) * NUDGE * 2, (roll() - 0.5) * NUDGE * 2), allowed);
      } else {
        const other = Math.floor(roll() * this.items.length);
        if (other !== index) this.swap(index, other, allowed);
      }
    }

    put(index, box, allowed) {
      if (!box) return;
      const most = this.costOf(index) + allowed;
      if (this.weigh(index, box, most, this.rows[0]) <= most) this.keep(index, box, this.rows[0]);
    }

    swap(first, second, allowed) {
      const [box, other] = [this.boxes[first], this.boxes[second]];
      const [row, otherRow] = this.rows;
      const most = this.costOf(first) + this.costOf(second) - this.pairs[first][second] + allowed;
      const [to, from] = [this.places[first].findNearest(other), this.places[second].findNearest(box)];
      this.boxes[second] = from;
      const cost = this.weigh(first, to, most, row);
      this.boxes[first] = to;
      const both = cost > most ? cost : cost - row[second] + this.weigh(second, from, most - cost + row[second], otherRow);
      if (both > most) [this.boxes[first], this.boxes[second]] = [box, other];
      else {
        this.keep(first, to, row);
        this.keep(second, from, otherRow);
      }
    }

    // What a box costs where it is.
    costOf(index) {
      let cost = this.boxes[index].cost;
      for (const pair of this.pairs[index]) cost += pair;
      return cost;
    }

    // What one would cost, written to a row for each of the others; some cost above the most, if it is above that.
    weigh(index, box, most, row) {
      let { cost } = box;
      for (let number = 0; number < this.boxes.length && cost <= most; number += 1) {
        row[number] = number === index ? 0 : clash(this.items[index], box, this.items[number], this.boxes[number]);
        cost += row[number];
      }
      return cost;
    }

    keep(index, box, row) {
      this.boxes[index] = box;
      this.pairs[index].set(row);
      row.forEach((cost, number) => { this.pairs[number][index] = cost; });
    }

    // Brings each box nearer to its point where that is better.
    tighten() {
      for (const step of TIGHTER) {
        for (let pass = 0; pass < PASSES; pass += 1) {
          this.items.forEach((_, index) => {
            for (const [dx, dy] of [[step, 0], [-step, 0], [0, step], [0, -step]]) {
              this.put(index, this.places[index].nudge(this.boxes[index], dx, dy), -SAME);
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

  window.Madoguchi = Object.assign(window.Madoguchi || {}, { Annealing, PASSES, makeRandom });
})();
