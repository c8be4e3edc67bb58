package org.opensocialnet.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.web.MenuEntry.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The pages about the site itself, and what a phone needs to keep it on its home screen. */
@Controller
class SitePages {

    private final Site site;
    private final MapSettings map;

    SitePages(Site site, MapSettings map) {
        this.site = site;
        this.map = map;
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
