document.getElementById("first-view").insertAdjacentHTML("beforeend", {{ dialog }});
