package org.opensocialnet.administration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.audit.TrailSearch.Filter;
import org.opensocialnet.audit.TrailSearch.Place;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.springframework.web.util.UriComponentsBuilder;

/** What an auditor asks of the trail, as the address says it. */
record TrailQuery(Filter filter, String address) {

    private static final ZoneId CITY = ZoneId.of("Europe/Athens");
    private static final Pattern CODE = Pattern.compile("[a-z0-9.-]{0,80}");

    /** Reads the fields; what cannot be understood is said at its field and narrows nothing. */
    static TrailQuery of(Form form, Words t) {
        var from = form.field("from", t.of("administration.trail.from")).date();
        var until = form.field("until", t.of("administration.trail.until")).date();
        var filter = new Filter(
                id(form, "member", t),
                id(form, "organization", t),
                act(form, t),
                id(form, "subject", t),
                id(form, "whose", t),
                start(from),
                until == null ? null : start(until.plusDays(1)));
        var address = UriComponentsBuilder.newInstance();
        for (var name : new String[] {"member", "organization", "act", "subject", "whose", "from", "until"}) {
            if (!form.typed(name).isEmpty()) {
                address.queryParam(name, form.typed(name));
            }
        }
        return new TrailQuery(filter, address.encode().build().toUriString());
    }

    boolean narrows() {
        return !address.isEmpty();
    }

    /** The address of a path asked the same. */
    String at(String path) {
        return path + address;
    }

    /** The same from a line on. */
    String after(String path, Place place) {
        return at(path) + (narrows() ? "&" : "?") + "after=" + place.at() + "_" + place.id();
    }

    /** Where a page begins; what is none begins at the start. */
    static @Nullable Place place(@Nullable String after) {
        try {
            var parts = after == null ? new String[0] : after.split("_", 2);
            return parts.length == 2 ? new Place(Instant.parse(parts[0]), UUID.fromString(parts[1])) : null;
        } catch (RuntimeException notOne) {
            return null;
        }
    }

    private static @Nullable UUID id(Form form, String name, Words t) {
        var typed = form.typed(name);
        if (typed.isEmpty()) {
            return null;
        }
        if (typed.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            return UUID.fromString(typed);
        }
        form.refuse(name, t.of("administration.trail." + name) + ": " + t.of("administration.trail.no-id"));
        return null;
    }

    private static @Nullable String act(Form form, Words t) {
        var typed = form.typed("act");
        if (!CODE.matcher(typed).matches()) {
            form.refuse("act", t.of("administration.trail.act") + ": " + t.of("administration.trail.no-code"));
            return null;
        }
        return typed.isEmpty() ? null : typed;
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(CITY).toInstant();
    }
}
