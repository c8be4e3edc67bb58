package org.opensocialnet.gallery;

import java.util.List;
import java.util.Map;
import org.opensocialnet.web.MenuEntry;
import org.opensocialnet.web.MenuEntry.Place;
import org.opensocialnet.web.Parts.Chip;
import org.opensocialnet.web.Parts.Crumb;
import org.opensocialnet.web.Parts.Day;
import org.opensocialnet.web.Parts.Option;
import org.opensocialnet.web.Parts.Tile;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Every component on three pages with invented content, for those who build pages. Only with the profile "gallery". */
@Controller
@Profile("gallery")
class Gallery {

    record HomeSample(List<Chip> chips, List<Tile> tiles) {}

    record FindSample(List<Chip> chips, List<Option> groups, List<Option> times) {
        int chosen() {
            return 2;
        }
    }

    record ThingSample(List<Crumb> crumbs, List<Day> week) {}

    @Bean
    MenuEntry findSample() {
        return new MenuEntry(Place.HEADER, 900, "/gallery/find", _ -> "Βρείτε βοήθεια");
    }

    @Bean
    MenuEntry thingSample() {
        return new MenuEntry(Place.HEADER, 901, "/gallery/thing", _ -> "Μία υπηρεσία");
    }

    /** A fault of ours, so that its page can be looked at. */
    @GetMapping("/gallery/broken")
    ModelAndView broken() {
        throw new IllegalStateException("broken on purpose");
    }

    @GetMapping("/gallery")
    ModelAndView home() {
        var chips = List.of(
                new Chip("Ανοιχτά τώρα", "/gallery/find", false, null),
                new Chip("Για γυναίκες", "/gallery/find", false, null),
                new Chip("Χωρίς χαρτιά", "/gallery/find", false, null));
        var tiles = List.of(
                new Tile("Φαγητό", "18 σημεία, 6 ανοιχτά τώρα", "/gallery/find"),
                new Tile("Ύπνος απόψε", "23 θέσεις σε 4 δομές", "/gallery/find"),
                new Tile("Γιατρός, εξετάσεις", "31 υπηρεσίες", "/gallery/find"),
                new Tile("Εξάρτηση, ναλοξόνη", "14 υπηρεσίες, 5 κινητές", "/gallery/find"),
                new Tile("Βία, ασφάλεια", "Όλο το 24ωρο: 15900", "/gallery/find"),
                new Tile("Εργασία", "22 υπηρεσίες", "/gallery/find"),
                new Tile("Χαρτιά, νομικά", "27 υπηρεσίες", "/gallery/find"),
                new Tile("Παιδιά, σχολείο", "40 υπηρεσίες", "/gallery/find"));
        return new ModelAndView("gallery/home", "page", new HomeSample(chips, tiles));
    }

    @GetMapping("/gallery/find")
    ModelAndView find() {
        var chips = List.of(
                new Chip("Ανοιχτά τώρα", "/gallery/find", true, null),
                new Chip("Για γυναίκες", "/gallery/find", false, 3),
                new Chip("Χωρίς παραπομπή", "/gallery/find", false, 2),
                new Chip("Φαρσί", "/gallery/find", false, 1));
        var groups = List.of(
                new Option("homeless", "Άστεγοι", true, 4),
                new Option("women", "Γυναίκες", false, 3),
                new Option("roma", "Ρομά", false, 0));
        var times = List.of(
                new Option("", "Οποτεδήποτε", false, null),
                new Option("now", "Ανοιχτά τώρα", true, 4),
                new Option("night", "Απόψε το βράδυ", false, 2));
        return new ModelAndView("gallery/find", "page", new FindSample(chips, groups, times));
    }

    @GetMapping("/gallery/thing")
    ModelAndView thing() {
        var crumbs = List.of(
                new Crumb("Αρχική", "/"),
                new Crumb("Βρείτε βοήθεια", "/gallery/find"),
                new Crumb("Κέντρο ημέρας", null));
        var week = List.of(
                new Day("Δευτέρα", List.of("09:00–14:00", "17:00–20:00"), false, null),
                new Day("Τρίτη", List.of("09:00–14:00"), false, null),
                new Day("Τετάρτη", List.of(), false, null),
                new Day("Πέμπτη", List.of("09:00–14:00"), false, null),
                new Day("Παρασκευή", List.of("όλο το 24ωρο"), false, null),
                new Day("Σάββατο", List.of("10:00–13:00"), true, "αλλαγή ωραρίου έως 28 Νοεμβρίου"),
                new Day("Κυριακή", List.of(), false, null));
        return new ModelAndView("gallery/thing", "page", new ThingSample(crumbs, week));
    }

    @GetMapping(value = "/gallery/find.geojson", produces = "application/geo+json")
    @ResponseBody
    Map<String, Object> places() {
        return Map.of(
                "type",
                "FeatureCollection",
                "features",
                List.of(
                        place("a", 1, "Υπνωτήριο", "structure", "open", false, 23.7245, 37.9862),
                        place("b", 2, "Ξενώνας γυναικών", "service", "open", true, 23.742, 37.982),
                        place("c", 3, "Κέντρο ημέρας", "service", "closing", false, 23.716, 37.977),
                        place("d", 4, "Κινητή μονάδα", "mobile", "closed", false, 23.7203, 37.9905)));
    }

    private static Map<String, Object> place(
            String id, int number, String name, String kind, String status, boolean area, double east, double north) {
        return Map.of(
                "type",
                "Feature",
                "geometry",
                Map.of("type", "Point", "coordinates", List.of(east, north)),
                "properties",
                Map.of(
                        "id",
                        id,
                        "number",
                        number,
                        "name",
                        name,
                        "kind",
                        kind,
                        "status",
                        status,
                        "area",
                        area,
                        "url",
                        "/gallery/thing"));
    }
}
