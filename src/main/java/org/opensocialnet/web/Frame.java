package org.opensocialnet.web;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.settings.Emblem;
import org.opensocialnet.settings.Emblems;
import org.opensocialnet.web.MenuEntry.Place;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is around every page: its words, menus, assets and what the operator says about the site. */
@Component
class Frame {

    private final MessageSource sentences;
    private final List<MenuEntry> menu;
    private final Assets assets;
    private final Site site;
    private final MapStyle map;
    private final Emblems emblems;
    private final List<Banner> banners;

    Frame(
            MessageSource sentences,
            List<MenuEntry> menu,
            Assets assets,
            Site site,
            MapStyle map,
            Emblems emblems,
            ObjectProvider<Banner> banners) {
        this.sentences = sentences;
        this.menu =
                menu.stream().sorted(Comparator.comparingInt(MenuEntry::order)).toList();
        this.assets = assets;
        this.site = site;
        this.map = map;
        this.emblems = emblems;
        this.banners = banners.stream().toList();
    }

    /** Sums and days among the arguments are written as the language writes them. */
    String sentence(String key, Object[] arguments, Language language) {
        return sentences.getMessage(key, new Formats(language).said(arguments), language.locale());
    }

    List<MenuEntry> menu(Place place) {
        return menu.stream().filter(entry -> entry.place() == place).toList();
    }

    /** What a room says above every page. */
    List<Banner> banners() {
        return banners;
    }

    Assets assets() {
        return assets;
    }

    /** The operator's style for the map; none means our schematic one. */
    @Nullable
    String mapStyle() {
        return map.address().orElse(null);
    }

    /** The address of what our own map draws: coast, hills, communities and names. */
    String mapBase() {
        return "/map/base.geojson";
    }

    /** The script that draws beside the page, in a thread of its own. */
    @Nullable
    String mapWorker() {
        return assets.scripts("node_modules/maplibre-gl/src/source/worker.ts").stream()
                .findFirst()
                .orElse(null);
    }

    Emblems emblems() {
        return emblems;
    }

    /** Those who pay, whose names no emblem says. */
    List<String> fundersByName() {
        var pictured = emblems.ofFunders().stream().map(Emblem::name).toList();
        return site.funders().stream().filter(name -> !pictured.contains(name)).toList();
    }

    Site site() {
        return site;
    }
}
