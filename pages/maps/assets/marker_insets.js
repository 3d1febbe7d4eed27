// Insets: where cities lie so close that their names have no room, as around Tokyo, they are drawn larger in the sea. Px
// of one plane, no map in it. The rules are those of insets.py, which draws the first view's map.
(() => {
  "use strict";
  const FEWEST = 3; // cities that are worth an inset
  const CLOSE = 40; // px of a degree from which cities have room where they are
  const [BESIDE, ROW] = [62, 45]; // px of the map's left edge that its buttons need, and of a row of names
  const EDGE = 4; // px around an inset
  const AROUND = 7; // px around the places that an inset enlarges
  const BELOW = 24; // px at most from the southernmost city to an inset in the south
  const ROOM = 8; // px between an inset and the place of a city outside
  const [ACROSS, DOWN] = [0.7, 0.6]; // the share of an inset that its places take up; the rest is for names

  // What an inset needs to name its cities in two columns.
  function measure(items) {
    const [first, second] = items.map(({ w }) => w).sort((a, b) => b - a);
    return { width: first + second + 4 * EDGE, height: Math.ceil(items.length / 2) * ROW + 6 * EDGE };
  }

  function placeFrame({ corner }, { width, height }, area, items) {
    const lowest = Math.max(...items.map(({ y }) => y)) + BELOW;
    const left = corner === "northwest" ? area.left + BESIDE - EDGE : area.right - width;
    const top = corner === "northwest" ? area.top : Math.min(area.bottom - height, lowest);
    return { left, top, right: left + width, bottom: top + height };
  }

  function spread(points) {
    const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
    const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    return { x: (west + east) / 2, y: (north + south) / 2, width: east - west, height: south - north, west, east, north, south };
  }

  // regions: [{west, south, east, north, corner}] in degrees; items: [{x, y, w, lat, lng}]; scale: px of a degree of longitude;
  // area: {left, top, right, bottom}. Returns those that have room, [{frame, members:
  // indexes, around: the part of the map that it enlarges, magnify(point), shrink(point)}].
  function findInsets(regions, items, scale, area) {
    if (scale >= CLOSE) return [];
    return regions.map((region) => {
      const members = items.map((_, index) => index).filter((index) => contains(region, items[index]));
      if (members.length < FEWEST) return null;
      const inside = members.map((index) => items[index]);
      const frame = placeFrame(region, measure(inside), area, items);
      const isFree = items.every(({ x, y }) => x < frame.left - ROOM || x > frame.right + ROOM || y < frame.top - ROOM || y > frame.bottom + ROOM);
      return isFree && frame.right <= area.right && frame.top >= area.top ? makeInset(frame, members, spread(inside)) : null;
    }).filter(Boolean);
  }

  function contains({ west, south, east, north }, { lat, lng }) {
    return west <= lng && lng <= east && south <= lat && lat <= north;
  }

  function makeInset(frame, members, source) {
    const [width, height] = [frame.right - frame.left, frame.bottom - frame.top];
    const times = Math.min((ACROSS * width) / Math.max(source.width, 1), (DOWN * height) / Math.max(source.height, 1));
    const middle = { x: (frame.left + frame.right) / 2, y: (frame.top + frame.bottom) / 2 };
    return {
      frame, members,
      around: { left: source.west - AROUND, right: source.east + AROUND, top: source.north - AROUND, bottom: source.south + AROUND },
      magnify: ({ x, y }) => ({ x: middle.x + (x - source.x) * times, y: middle.y + (y - source.y) * times }),
      shrink: ({ x, y }) => ({ x: source.x + (x - middle.x) / times, y: source.y + (y - middle.y) / times }),
    };
  }

  window.Madoguchi = Object.assign(window.Madoguchi || {}, { findInsets });
})();
