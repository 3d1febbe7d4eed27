// Whether a class meets filters, by its facts as pages/markup/static_courses.py writes them: judge_course of
// pages/answers/courses.py. An old browser must be able to read this file: the JavaScript of 2015.
(() => {
  // Tells what is asked and met, by parameter; null where it is not known.
  function judgeAll(facts, asked) {
    const [days, time, learner, free, online, children, childcare] = facts.split("|");
    const switches = { free, online, children, childcare };
    const met = {};
    if (asked.day.length) met.day = days ? asked.day.some((day) => days.split(" ").indexOf(day) >= 0) : null;
    if (asked.time) met.time = time ? time === asked.time : null;
    if (asked.for) met.for = learner ? learner === asked.for || learner === "anyone" : null;
    for (const name of Object.keys(switches)) if (asked[name]) met[name] = switches[name] ? switches[name] === "1" : null;
    return met;
  }

  // Tells whether a class fits, null where too little is known of it, and then what is not known.
  window.madoguchiJudge = (facts, asked) => {
    const met = judgeAll(facts, asked);
    const missing = Object.keys(met).filter((name) => met[name] === null);
    const fits = Object.keys(met).every((name) => met[name] !== false) && (missing.length ? null : true);
    return { fits, missing };
  };
})();
