package org.opensocialnet.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.settings.Emblems;
import org.opensocialnet.web.MenuEntry.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The pages about the site itself, and what a phone needs to keep it on its home screen. */
@Controller
class SitePages {

    private final Site site;
    private final MapStyle map;
    private final Emblems emblems;

    SitePages(Site site, MapStyle map, Emblems emblems) {
        this.site = site;
        this.map = map;
        this.emblems = emblems;
    }

    /** What the two pages say besides their sentences: whom to ask, and whose map tiles are used, if any. */
    record About(String contact, @Nullable String tiles) {}

    @GetMapping("/accessibility")
    ModelAndView accessibility() {
        return new ModelAndView("web/accessibility", "page", about());
    }

    @GetMapping("/privacy")
    ModelAndView privacy() {
        return new ModelAndView("web/privacy", "page", about());
    }

    private About about() {
        return new About(site.contact(), map.origin().orElse(null));
    }

    @GetMapping(value = "/site.webmanifest", produces = "application/manifest+json")
    ResponseEntity<Map<String, Object>> manifest(Locale locale) {
        var language = Language.of(locale.getLanguage()).orElse(Language.GREEK);
        return ResponseEntity.ok(Map.of(
                "name", site.name(),
                "lang", language.code(),
                "start_url", language.link("/"),
                "display", "browser",
                "background_color", "#ffffff",
                "theme_color", "#0b4f6c",
                "icons", List.of(Map.of("src", "/favicon.svg", "sizes", "any", "type", "image/svg+xml"))));
    }

    /** An emblem, under an address that changes with the picture, so that browsers keep it for good. */
    @GetMapping("/emblems/{hash:[0-9a-f]{32}}.png")
    ResponseEntity<byte[]> emblem(@PathVariable String hash) {
        return emblems.picture(hash)
                .map(png -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_PNG)
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable())
                        .body(png))
                .orElse(ResponseEntity.notFound().build());
    }

    /** Their links at the foot of every page. */
    @Configuration(proxyBeanMethods = false)
    static class Links {

        @Bean
        MenuEntry accessibilityLink() {
            return new MenuEntry(Place.FOOTER, 10, "/accessibility", t -> t.of("web.accessibility.title"));
        }

        @Bean
        MenuEntry privacyLink() {
            return new MenuEntry(Place.FOOTER, 20, "/privacy", t -> t.of("web.privacy.title"));
        }
    }
}
