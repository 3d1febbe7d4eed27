// Opening a city's popup and closing it: where it stands, the focus, what it covers, and the map's way back.
(() => {
  "use strict";
  const BELOW = 56; // px below a popup, for its marker and for the map's credits
  const LEGEND = 44; // px besides, for what the form of venues means
  const ABOVE = 64; // px at most above it
  const WIDE = 600; // px from which the controls stay beside it
  const CONTROLS = 64; // px that they take up
  const EDGE = 6; // px between a popup and the map's edge
  const GAP = 10; // px from the middle of a marker's box to a popup above it
  const [WIDEST, NARROWEST] = [340, 260]; // px of a popup's content
  const HIGHEST = 190; // px; 220 with its edges
  const AROUND = 60; // px of the map's width that its frame and the edges need

  // For a layer of markers with places of their own: it has `markers`, `data.texts` and `reportClosing()`, and may have
  // `venues`, whose markers build their popups themselves.
  const OpensPopups = {
    openPopup(marker, { keepFocus }) {
      const { view } = this._map.madoguchi;
      this.popup?.remove();
      const popup = L.popup({ closeButton: true, closeOnClick: true, autoPan: true, ...this.measurePopup(marker) });
      popup.setLatLng(marker.getLatLng()).setContent((marker.build ?? window.Madoguchi.buildPopup)(marker.card, this.data.texts));
      popup.on("remove", () => this.leavePopup(popup.marker, popup));
      this.popup = popup;
      popup.marker = marker;
      view.leave();
      view.act(() => popup.openOn(this._map));
      this.enterPopup(marker, popup, keepFocus);
    },

    measurePopup(marker) {
      const { x, y } = this._map.getSize();
      const below = BELOW + (this.venues ? LEGEND : 0);
      return {
        offset: marker.offset.add([0, -GAP]),
        maxWidth: Math.min(WIDEST, x - AROUND),
        minWidth: Math.min(NARROWEST, x - AROUND),
        maxHeight: Math.min(HIGHEST, y - ABOVE - BELOW),
        autoPanPaddingTopLeft: [x > WIDE ? CONTROLS : EDGE, EDGE],
        autoPanPaddingBottomRight: [EDGE, below],
      };
    },

    // After its marker has got another place. With `pan` the map moves so that it is wholly there.
    placePopup({ pan }) {
      const { popup } = this;
      if (!popup) return;
      const { view } = this._map.madoguchi;
      Object.assign(popup.options, this.measurePopup(popup.marker), { autoPan: pan });
      if (pan) view.leave();
      view.act(() => {
        popup._updateLayout(); // update() would take the focus out of it
        popup._updatePosition();
        popup._adjustPan();
      });
    },

    enterPopup(marker, popup, keepFocus) {
      const dialog = popup.getElement();
      this._map.getContainer().classList.add("mm-reading");
      dialog.setAttribute("role", "dialog");
      dialog.setAttribute("aria-labelledby", "mm-popup-name");
      const close = window.Madoguchi.dropReadings(this.data.texts.close);
      dialog.querySelector(".leaflet-popup-close-button")?.setAttribute("aria-label", close);
      const scroller = dialog.querySelector(".leaflet-popup-scrolled");
      if (scroller) scroller.tabIndex = 0;
      marker.getElement()?.setAttribute("aria-expanded", "true");
      marker.getElement()?.classList.add("mm-open");
      this.coverMarkers();
      if (!keepFocus) dialog.querySelector("#mm-popup-name").focus({ preventScroll: true });
    },

    // While a popup stands, what sticks out from under it or from under a control could hardly be hit, and hides; not what
    // has the focus, which would be lost.
    coverMarkers() {
      const popup = this.popup?.getElement();
      const covers = popup ? [popup, ...document.querySelectorAll(".leaflet-control")].map((cover) => cover.getBoundingClientRect()) : [];
      for (const marker of [...this.markers.values(), ...(this.venues?.drawn.values() ?? [])]) {
        const icon = marker.getElement();
        const box = icon?.getBoundingClientRect();
        const stays = icon === document.activeElement || marker === this.popup?.marker;
        const covered = box && !stays && covers.some((cover) => box.left < cover.right
          && cover.left < box.right && box.top < cover.bottom && cover.top < box.bottom);
        icon?.classList.toggle("mm-covered", Boolean(covered));
      }
    },

    leavePopup(marker, popup) {
      if (this.popup === popup) this.popup = null;
      this.coverMarkers();
      if (!this.popup) this._map?.getContainer().classList.remove("mm-reading");
      // A press on another marker closes this one first: only when it is over is it clear whether none is open.
      queueMicrotask(() => this.active && !this.popup && this.endPopup(popup));
      const icon = marker.getElement();
      if (!icon) return;
      icon.removeAttribute("aria-expanded");
      icon.classList.remove("mm-open");
      // Leaflet drops the focus with the popup; give it back, unless the reader is elsewhere by now.
      if (this.active && document.hasFocus() && document.activeElement === document.body) icon.focus({ preventScroll: true });
    },

    endPopup({ marker, isQuiet }) {
      this._map.madoguchi.view.comeBack();
      if (marker.card && !isQuiet) this.reportClosing(); // the page knows of cities alone
    },
  };

  window.Madoguchi = Object.assign(window.Madoguchi || {}, { OpensPopups });
})();
