// Where one marker's box may go: on rings around its point, and what it would cover there. Px of one plane, no map in it.
(() => {
  "use strict";
  const ANGLES = Array.from({ length: 20 }, (_, step) => (step / 20) * 2 * Math.PI); // positions tried on each ring
  const RAYS = ANGLES.map((angle) => ({ cos: Math.cos(angle), sin: Math.sin(angle) }));
  const RING = 9; // px from one ring to the next
  const GAP = 1; // px between two boxes
  const BESIDE = 7; // px from a point to a box beside it
  const ABOVE = -1; // px from a point to a box above or below it: they touch
  const FAR = 50; // px: a ring so far away costs twice its way, one twice as far three times

  function overlap(a, b) {
    return a.left < b.right + GAP && b.left < a.right + GAP && a.top < b.bottom + GAP && b.top < a.bottom + GAP;
  }

  function contains(box, point) {
    return point.x > box.left && point.x < box.right && point.y > box.top && point.y < box.bottom;
  }

  function inside(box, area) {
    return box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom;
  }

  function turns(a, b, c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  }

  function cross(a, b, c, d) {
    return turns(a, b, c) * turns(a, b, d) < 0 && turns(c, d, a) * turns(c, d, b) < 0;
  }

  // Whether the line from a to b runs under the box: it crosses a diagonal, or begins inside.
  function runsUnder(a, b, box) {
    return contains(box, a)
      || cross(a, b, { x: box.left, y: box.top }, { x: box.right, y: box.bottom })
      || cross(a, b, { x: box.left, y: box.bottom }, { x: box.right, y: box.top });
  }

  // All places allowed to one box. `boxes` has the cheapest first: near its point, best above it; far ones cost more
  // than their way.
  class Places {
    constructor(item, area, obstacles, reach) {
      const bounded = contains(area, item);
      const isAllowed = (box) => !bounded || (inside(box, area) && !obstacles.some((obstacle) => overlap(box, obstacle)));
      const rings = Array.from({ length: Math.floor(reach / RING) + 1 }, (_, number) => number * RING);
      const rays = RAYS.map((ray) => rings.map((ring) => makeBox(item, ray, ring)).map((box) => (isAllowed(box) ? box : null)));
      this.item = item;
      this.boxes = rings.flatMap((_, number) => rays.map((ray) => ray[number])).filter(Boolean).sort((a, b) => a.cost - b.cost);
      this.rays = rays.map(fillGaps);
    }

    // The box nearest to a point: on each ray a ring follows from the point, so that not every box is looked at.
    findNearest(point) {
      const { x, y, w, h } = this.item;
      let nearest = null;
      let least = Infinity;
      for (let number = 0; number < RAYS.length; number += 1) {
        const { cos, sin } = RAYS[number];
        const ray = this.rays[number];
        const ring = (point.x - x) * cos + (point.y - y) * sin - cos * cos * (w / 2 + BESIDE) - sin * sin * (h / 2 + ABOVE);
        const box = ray[Math.min(ray.length - 1, Math.max(0, Math.round(ring / RING)))];
        const distance = box ? (box.x - point.x) ** 2 + (box.y - point.y) ** 2 : Infinity;
        if (distance < least) [nearest, least] = [box, distance];
      }
      return nearest;
    }
  }

  function makeBox(item, { cos, sin }, ring) {
    const x = item.x + cos * (item.w / 2 + BESIDE + ring);
    const y = item.y + sin * (item.h / 2 + ABOVE + ring);
    const [left, right, top, bottom] = [x - item.w / 2, x + item.w / 2, y - item.h / 2, y + item.h / 2];
    return {
      x, y, left, right, top, bottom,
      // what the box and the line to its point take up together
      west: Math.min(left, item.x), east: Math.max(right, item.x),
      north: Math.min(top, item.y), south: Math.max(bottom, item.y),
      cost: ring + (ring * ring) / FAR + 1 + sin, // above is best, below by two worse
    };
  }

  // In the place of a box that is not allowed the next one on its ray, so that every ring has an answer if any has.
  function fillGaps(ray) {
    return ray.map((box, number) => {
      for (let step = 0; step < ray.length; step += 1) {
        const found = ray[number - step] ?? ray[number + step];
        if (found) return found;
      }
      return box;
    });
  }

  window.Madoguchi = Object.assign(window.Madoguchi || {}, { Places, contains, cross, overlap, runsUnder });
})();
