// Where one marker's box may go around its point, and what it would cover there. Px of one plane, no map in it.
//
// A box is what a finger hits; what is seen of it is less high, and tucked within it as near to the point as it can be.
// The rules are those of label_layout.py, which draws the first view's map; one table of cases tests both.
(() => {
  "use strict";
  const [STEP_X, STEP_Y] = [9, 8]; // px from one place to the next, near the point
  const NEAR = 60; // px around the box's own size that are searched so closely
  const RING = 18; // px from one ring of places to the next, farther away
  const ANGLES = Array.from({ length: 20 }, (_, step) => (step / 20) * 2 * Math.PI); // of the places on a ring
  const GAP = 1; // px between two boxes
  const DOT = 4; // px, the radius of a point's dot
  const [COST_PER_PX, FAR] = [0.5, 1000]; // a place costs half its way in px, at 22 px twice that
  // What is poor about two boxes together, in the cost that a way from the point has: about a half for a px.
  const OVERLAP_COST = 500; // and more by how far they overlap; a layout in which any do is not shown
  const HIDDEN_POINT_COST = 400;
  const HIDDEN_LINE_COST = 200;
  const CROSSING_COST = 250;

  function overlap(a, b) {
    return a.left < b.right + GAP && b.left < a.right + GAP && a.top < b.bottom + GAP && b.top < a.bottom + GAP;
  }

  // How far two boxes reach into each other.
  function measureOverlap(a, b) {
    return overlap(a, b) ? Math.min(a.right, b.right) - Math.max(a.left, b.left) + Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) : 0;
  }

  function inside(box, area) {
    return box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom;
  }

  // Whether what is seen of a box covers the dot of a point.
  function hides(box, point) {
    return Math.abs(point.x - box.x) < box.half + DOT - 1 && Math.abs(point.y - box.end.y) < box.seen + DOT - 1;
  }

  function turns(a, b, c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  }

  function cross(a, b, c, d) {
    return turns(a, b, c) * turns(a, b, d) < 0 && turns(c, d, a) * turns(c, d, b) < 0;
  }

  // Whether the line from a to b runs under what is seen of the box: it crosses a diagonal.
  function runsUnder(a, b, { end, half, seen }) {
    const [left, right, top, bottom] = [end.x - half, end.x + half, end.y - seen, end.y + seen];
    return cross(a, b, { x: left, y: top }, { x: right, y: bottom }) || cross(a, b, { x: left, y: bottom }, { x: right, y: top });
  }

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

  // How far the middle of what is seen lies from its point when the box's middle is so far from it; null if it cannot
  // but cover the point.
  function tuck({ w, h, seen }, dx, dy) {
    const slack = (h - seen) / 2;
    const nearest = dy - Math.max(-slack, Math.min(slack, dy));
    const clear = seen / 2 + DOT;
    if (Math.abs(dx) >= w / 2 + DOT || Math.abs(nearest) >= clear) return nearest;
    const beside = dy > 0 ? clear : -clear;
    return Math.abs(beside - dy) <= slack ? beside : null;
  }

  function makeBox(item, dx, dy) {
    const seenAt = tuck(item, dx, dy);
    if (seenAt === null) return null;
    const [x, y, half] = [item.x + dx, item.y + dy, item.w / 2];
    const way = Math.hypot(dx, seenAt);
    const [left, right, top, bottom] = [x - half, x + half, y - item.h / 2, y + item.h / 2];
    return {
      x, y, left, right, top, bottom, half,
      seen: item.seen / 2, end: { x, y: item.y + seenAt },
      // what the box, its point's dot and the line between them take up together
      west: Math.min(left - GAP, item.x - DOT), east: Math.max(right + GAP, item.x + DOT),
      north: Math.min(top - GAP, item.y - DOT), south: Math.max(bottom + GAP, item.y + DOT),
      cost: COST_PER_PX * way + way ** 3 / FAR + (seenAt > 0 ? 1 : 0), // above is a little better than below
    };
  }

  // From a point to the places of its box: a grid near by, rings farther away. `at`, where it is known to lie well, is one.
  function listOffsets({ w, h, at }, reach) {
    const [right, down] = [Math.floor((w / 2 + Math.min(NEAR, reach)) / STEP_X), Math.floor((h / 2 + Math.min(NEAR, reach)) / STEP_Y)];
    const offsets = at ? [[at.x, at.y]] : [];
    for (let column = -right; column <= right; column += 1) {
      for (let row = -down; row <= down; row += 1) offsets.push([column * STEP_X, row * STEP_Y]);
    }
    for (let ring = NEAR + RING; ring <= reach; ring += RING) {
      ANGLES.forEach((angle) => offsets.push([Math.cos(angle) * (w / 2 + ring), Math.sin(angle) * (h / 2 + ring)]));
    }
    return offsets;
  }

  // All places allowed to one box, the cheapest first.
  class Places {
    constructor(item, area, obstacles, reach) {
      this.item = item;
      const bounded = item.x > area.left && item.x < area.right && item.y > area.top && item.y < area.bottom;
      this.isAllowed = (box) => box && (!bounded || (inside(box, area) && !obstacles.some((obstacle) => overlap(box, obstacle))));
      this.boxes = listOffsets(item, reach).map(([dx, dy]) => makeBox(item, dx, dy)).filter(this.isAllowed).sort((a, b) => a.cost - b.cost);
      [this.xs, this.ys] = [Float64Array.from(this.boxes, ({ x }) => x), Float64Array.from(this.boxes, ({ y }) => y)];
    }

    findNearest(point) {
      const { boxes, xs, ys } = this; // numbers alone, since this runs through all of them again and again
      let nearest = -1;
      let least = Infinity;
      for (let number = 0; number < xs.length; number += 1) {
        const distance = (xs[number] - point.x) ** 2 + (ys[number] - point.y) ** 2;
        if (distance < least) {
          nearest = number;
          least = distance;
        }
      }
      return boxes[nearest] ?? null;
    }

    // The box moved a little, if it may be there.
    nudge(box, dx, dy) {
      const moved = makeBox(this.item, box.x + dx - this.item.x, box.y + dy - this.item.y);
      return this.isAllowed(moved) ? moved : null;
    }
  }

  window.Madoguchi = Object.assign(window.Madoguchi || {}, { Places, clash, overlap });
})();
