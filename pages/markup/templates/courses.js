window.madoguchiCourses = {{ told }};
