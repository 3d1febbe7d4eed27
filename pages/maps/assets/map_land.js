// Land from the letters that pages/maps/land_code.py writes: Google's encoded polylines, ring after ring.
(() => {
  "use strict";
  const DEGREE = 1000; // steps
  const BITS = 5; // of a number in each letter; the next one tells that there are letters to come
  const MORE = 1 << BITS;
  const FIRST_LETTER = 63;

  function readNumbers(letters) {
    const numbers = [];
    let number = 0;
    let shift = 0;
    for (let index = 0; index < letters.length; index += 1) {
      const part = letters.charCodeAt(index) - FIRST_LETTER;
      number |= (part & (MORE - 1)) << shift;
      shift += BITS;
      if (part < MORE) {
        numbers.push(number & 1 ? ~(number >> 1) : number >> 1);
        number = shift = 0;
      }
    }
    return numbers;
  }

  // areas: texts; returns for each its rings, [[[latitude, longitude: degrees WGS84], …], …].
  function readLand(areas) {
    let lat = 0;
    let lng = 0;
    return areas.map((rings) => rings.split(" ").map((ring) => {
      const steps = readNumbers(ring);
      const corners = [];
      for (let index = 0; index < steps.length; index += 2) {
        lat += steps[index];
        lng += steps[index + 1];
        corners.push([lat / DEGREE, lng / DEGREE]);
      }
      return corners;
    }));
  }

  window.Madoguchi = Object.assign(window.Madoguchi || {}, { readLand });
})();
