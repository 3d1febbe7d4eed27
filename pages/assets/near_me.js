// What the device's position is near to, and how sure that is: decided here, so that the position is sent nowhere.
(() => {
  if (window.madoguchiNearMe) return;
  const SHOWN = 3; // city halls
  const RADIUS = 6371.009; // km, the earth's mean; a sphere is right to half a per cent, hence "about"
  const COARSE = 2; // km of accuracy, beyond which no hall is called the nearest
  const SHARP = 0.5; // km of accuracy, within which a doubt is not worth a word
  const ABROAD = 500; // km
  const JAPAN = { south: 20, north: 46, west: 122, east: 154 }; // degrees WGS84, the far islands included
  const radians = (degrees) => (degrees * Math.PI) / 180;

  function measureKm(north, east, toNorth, toEast) {
    const up = Math.sin(radians(toNorth - north) / 2) ** 2;
    const along = Math.sin(radians(toEast - east) / 2) ** 2;
    return 2 * RADIUS * Math.asin(Math.sqrt(up + Math.cos(radians(north)) * Math.cos(radians(toNorth)) * along));
  }

  function rankHalls({ latitude, longitude }, halls) {
    return halls
      .map(([slug, name, north, east]) => ({ slug, name, km: measureKm(latitude, longitude, north, east) }))
      .sort((a, b) => a.km - b.km);
  }

  function isAbroad({ latitude, longitude }, [nearest]) {
    const within = latitude > JAPAN.south && latitude < JAPAN.north && longitude > JAPAN.west && longitude < JAPAN.east;
    return !within && nearest.km > ABROAD;
  }

  function isCoarse(accuracyKm, [first, second]) {
    return accuracyKm > COARSE || (accuracyKm > SHARP && Boolean(second) && accuracyKm > second.km - first.km);
  }

  // position: as the device gives it, in degrees, its accuracy in m; halls: [slug, name, latitude, longitude] of one or
  // more. Gives the kind of answer ("found", "coarse", "abroad", "refused"), the halls to offer, nearest first, and how
  // well the place is known, in whole km.
  function judgePosition(position, halls) {
    if (![position.latitude, position.longitude].every(Number.isFinite)) return { kind: "refused", halls: [] };
    const ranked = rankHalls(position, halls);
    if (isAbroad(position, ranked)) return { kind: "abroad", halls: [] };
    const accuracyKm = (position.accuracy || 0) / 1000;
    if (!isCoarse(accuracyKm, ranked)) return { kind: "found", halls: ranked.slice(0, SHOWN) };
    const possible = ranked.filter((hall) => hall.km <= ranked[0].km + accuracyKm);
    return { kind: "coarse", halls: possible, withinKm: Math.ceil(accuracyKm) };
  }

  window.madoguchiNearMe = { judgePosition, measureKm };
})();
