package org.opensocialnet.web;

import java.time.Duration;
import org.opensocialnet.places.Places;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;

/** Serves what our own map draws. */
@Controller
class MapPages {

    private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");

    private final byte[] base;
    private final String tag;

    MapPages(Places places) {
        this.base = places.map();
        this.tag = "W/\"" + DigestUtils.md5DigestAsHex(this.base) + "\"";
    }

    @GetMapping("/map/base.geojson")
    ResponseEntity<byte[]> base() {
        return ResponseEntity.ok()
                .contentType(GEO_JSON)
                .eTag(tag)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(base);
    }
}
