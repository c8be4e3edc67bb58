package org.opensocialnet.finding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.places.Places;
import org.opensocialnet.search.Found;
import org.opensocialnet.search.Search;
import org.opensocialnet.search.When;
import org.opensocialnet.web.Spreadsheet;
import org.opensocialnet.web.Words;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The results of a search for machines: points for the map, tables for spreadsheet programs, suggestions for its box. */
@RestController
class Feeds {

    static final int MOST_ON_MAP = 300;
    private static final int MOST_IN_TABLE = 5_000;

    private final Search search;
    private final Listing listing;
    private final Features features;
    private final Suggestions suggestions;
    private final Places places;
    private final Clock clock;

    Feeds(Search search, Listing listing, Features features, Suggestions suggestions, Places places, Clock clock) {
        this.suggestions = suggestions;
        this.places = places;
        this.search = search;
        this.listing = listing;
        this.features = features;
        this.clock = clock;
    }

    /** The markers: those of the page that is read have its numbers, the others show what else there is. */
    @GetMapping(value = "/find.geojson", produces = "application/geo+json")
    byte[] map(@RequestParam MultiValueMap<String, String> parameters, Words t) {
        var asked = Asked.of(parameters, places);
        var found = search.points(
                asked.onPage(1, Math.clamp((long) asked.page() * asked.size(), MOST_ON_MAP, 2 * MOST_ON_MAP)));
        return features.of(t, listing.of(found), at(found));
    }

    /** For the search box while somebody types. Nothing of what is typed is kept. */
    @GetMapping(value = "/suggest", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<Suggestions.Suggestion>> suggest(@RequestParam(defaultValue = "") String q, Words t) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePrivate())
                .body(suggestions.of(t, q));
    }

    @GetMapping("/find.csv")
    ResponseEntity<byte[]> csv(@RequestParam MultiValueMap<String, String> parameters, Words t) {
        return table(Spreadsheet.CSV, parameters, t);
    }

    @GetMapping("/find.xlsx")
    ResponseEntity<byte[]> xlsx(@RequestParam MultiValueMap<String, String> parameters, Words t) {
        return table(Spreadsheet.XLSX, parameters, t);
    }

    private ResponseEntity<byte[]> table(Spreadsheet form, MultiValueMap<String, String> parameters, Words t) {
        var found = search.points(Asked.of(parameters, places).onPage(1, MOST_IN_TABLE));
        var rows = listing.of(found).stream().map(listed -> row(t, listed, at(found)));
        var table = new ByteArrayOutputStream();
        try {
            form.write(table, t.of("finding.find.title"), header(t), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(form.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"services." + form.extension() + "\"")
                .body(table.toByteArray());
    }

    private static List<String> header(Words t) {
        return List.of(
                t.of("finding.table.service"),
                t.of("finding.table.organization"),
                t.of("finding.table.where"),
                t.of("finding.table.zone"),
                t.of("finding.table.phone"),
                t.of("finding.table.state"),
                t.of("finding.table.languages"),
                t.of("finding.table.metres"),
                t.of("finding.table.latitude"),
                t.of("finding.table.longitude"),
                t.of("finding.table.address"));
    }

    private List<@Nullable Object> row(Words t, Listed listed, LocalDateTime at) {
        var card = listed.card();
        return java.util.Arrays.asList(
                Say.name(t, card).text(),
                Say.organization(t, card).text(),
                Say.where(t, card),
                card.zone() == null ? null : Say.zone(t, card.zone()),
                card.phone(),
                Say.state(t, listed.hit().state(), at),
                String.join(
                        ", ",
                        card.languages().stream()
                                .map(code -> Say.language(t, code))
                                .toList()),
                listed.hit().metres(),
                card.latitude(),
                card.longitude(),
                t.address("/service/" + card.service()));
    }

    private LocalDateTime at(Found found) {
        return found.understood().question().when() instanceof When.At(var time)
                ? time
                : LocalDateTime.ofInstant(clock.instant(), clock.getZone());
    }
}
