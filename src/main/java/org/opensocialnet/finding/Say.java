package org.opensocialnet.finding;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.index.Facet;
import org.opensocialnet.index.OpenState;
import org.opensocialnet.index.Vocabulary;
import org.opensocialnet.web.Language;
import org.opensocialnet.web.Parts.State;
import org.opensocialnet.web.Passage;
import org.opensocialnet.web.Words;

/** Says of points of help what a list and a page have to say, in the reader's language. */
final class Say {

    private static final ZoneId ATHENS = ZoneId.of("Europe/Athens");
    private static final Duration SOON = Duration.ofMinutes(60);
    private static final Pattern COMMUNITY = Pattern.compile("9186010([1-7])");
    private static final int MOST_LANGUAGES = 2_000;
    private static final Map<Named, String> LANGUAGES = new ConcurrentHashMap<>();
    private static final int MOST_GROUPS = 3;

    private Say() {}

    static State mark(OpenState state, LocalDateTime at) {
        if (state.open()) {
            return state.until() != null && minutes(at, state.until()) <= SOON.toMinutes() ? State.CLOSING : State.OPEN;
        }
        return state.known() ? State.CLOSED : State.UNKNOWN;
    }

    /** "Open until 20:00", "Closed, opens tomorrow at 09:00": as seen from a time. */
    static String state(Words t, OpenState state, LocalDateTime at) {
        if (state.aroundTheClock()) {
            return t.of("finding.state.always");
        }
        if (state.open() && state.until() != null) {
            return open(t, state.until(), at);
        }
        if (state.next() != null) {
            return state.appointment()
                    ? t.of("finding.state.appointment-next", when(t, state.next(), at))
                    : closed(t, state.next(), at);
        }
        return state.appointment()
                ? t.of("finding.state.appointment")
                : state.known() ? t.of("finding.state.closed") : t.of("finding.state.unknown");
    }

    private static String open(Words t, Instant until, LocalDateTime at) {
        long minutes = minutes(at, until);
        if (minutes <= SOON.toMinutes()) {
            return t.of("finding.state.closes-in", minutes);
        }
        var end = local(until);
        boolean thisNight = end.toLocalDate().equals(at.toLocalDate())
                || end.toLocalDate().equals(at.toLocalDate().plusDays(1)) && end.getHour() < 12;
        return t.of("finding.state.open", thisNight ? t.time(end.toLocalTime()) : when(t, until, at));
    }

    private static String closed(Words t, Instant next, LocalDateTime at) {
        long minutes = minutes(at, next);
        return minutes <= SOON.toMinutes()
                ? t.of("finding.state.opens-in", minutes)
                : t.of("finding.state.opens", when(t, next, at));
    }

    /** "today at 18:00", "tomorrow at 09:00", "Monday at 09:00", "Saturday 5 December at 10:00". */
    private static String when(Words t, Instant moment, LocalDateTime at) {
        var then = local(moment);
        var time = t.time(then.toLocalTime());
        long days = ChronoUnit.DAYS.between(at.toLocalDate(), then.toLocalDate());
        if (days == 0) {
            return t.of("finding.when.today", time);
        }
        if (days == 1) {
            return t.of("finding.when.tomorrow", time);
        }
        var day = t.weekdayAndDate(then.toLocalDate());
        return t.of("finding.when.day", days < 7 ? day.substring(0, day.indexOf(' ')) : day, time);
    }

    /** "12 minutes ago", "3 weeks ago". */
    static String ago(Words t, Instant then, Instant now) {
        long minutes = Math.max(1, Duration.between(then, now).toMinutes());
        if (minutes < 60) {
            return t.of("finding.ago.minutes", minutes);
        }
        if (minutes < 60 * 24) {
            return t.of("finding.ago.hours", minutes / 60);
        }
        long days = minutes / (60 * 24);
        return days < 14
                ? t.of("finding.ago.days", days)
                : days < 60 ? t.of("finding.ago.weeks", days / 7) : t.of("finding.ago.months", days / 30);
    }

    static Passage name(Words t, Card card) {
        return t.text(card.name(), card.translations(), "name");
    }

    static Passage organization(Words t, Card card) {
        return t.text(card.organizationName(), card.organizationTranslations(), "name");
    }

    /** Where a point is: its area for a confidential place, else its place's name or its address. */
    static @Nullable String where(Words t, Card card) {
        if (card.location() == null) {
            return null;
        }
        var translations = card.placeTranslations() == null ? "{}" : card.placeTranslations();
        if (card.confidential()) {
            var area = card.area() != null
                    ? t.text(card.area(), translations, "area").text()
                    : card.zone() != null ? zone(t, card.zone()) : "";
            return t.of("finding.card.confidential", area);
        }
        return card.address() != null && !card.address().isBlank()
                ? t.text(
                                card.address(),
                                card.addressTranslations() == null ? "{}" : card.addressTranslations(),
                                "address")
                        .text()
                : t.text(card.placeName(), translations, "name").text();
    }

    static String zone(Words t, String zone) {
        var community = COMMUNITY.matcher(zone);
        return community.matches() ? t.of("finding.zone.community", community.group(1)) : zone;
    }

    /** Java looks names of languages up in tables of many files, and a list of results asks for a hundred. */
    static String language(Words t, String code) {
        var asked = new Named(t.language(), code);
        var known = LANGUAGES.get(asked);
        if (known != null) {
            return known;
        }
        var name = nameOf(t, code);
        if (LANGUAGES.size() < MOST_LANGUAGES) {
            LANGUAGES.put(asked, name);
        }
        return name;
    }

    private static String nameOf(Words t, String code) {
        var name = Locale.of(code).getDisplayLanguage(t.language().locale());
        return t.language() == Language.GREEK ? name.toLowerCase(t.language().locale()) : name;
    }

    private record Named(Language reader, String code) {}

    static String kind(Words t, String kind) {
        return switch (kind) {
            case "structure" -> t.of("finding.kind.structure");
            case "programme" -> t.of("finding.kind.programme");
            case "mobile" -> t.of("finding.kind.mobile");
            default -> t.of("finding.kind.service");
        };
    }

    static String flag(Words t, String flag) {
        return switch (flag) {
            case "free" -> t.of("finding.flag.free");
            case "no-referral" -> t.of("finding.flag.no-referral");
            case "no-papers" -> t.of("finding.flag.no-papers");
            case "wheelchair" -> t.of("finding.flag.wheelchair");
            default -> t.of("finding.flag.appointment");
        };
    }

    /** The name of a filter's value. */
    static String value(Words t, Vocabulary vocabulary, Facet facet, String value) {
        return switch (facet) {
            case TERM, GROUP -> {
                var concept = vocabulary.find(facet, value);
                yield concept == null ? value : concept.name(t.lang());
            }
            case KIND -> kind(t, value);
            case ZONE -> zone(t, value);
            case LANGUAGE -> language(t, value);
            case FLAG -> flag(t, value);
            case ORGANIZATION, PLACE -> value;
        };
    }

    static List<String> tags(Words t, Vocabulary vocabulary, Card card) {
        var tags = new ArrayList<String>();
        groups(t, vocabulary, card.terms()).stream().limit(MOST_GROUPS).forEach(tags::add);
        if (Boolean.TRUE.equals(card.free())) {
            tags.add(t.of("finding.flag.free"));
        }
        if (Boolean.FALSE.equals(card.referralNeeded())) {
            tags.add(t.of("finding.flag.no-referral"));
        }
        if (Boolean.FALSE.equals(card.papersNeeded())) {
            tags.add(t.of("finding.flag.no-papers"));
        }
        if (card.wheelchair()) {
            tags.add(t.of("finding.flag.wheelchair"));
        }
        if (card.languages().size() > 1) {
            tags.add(String.join(
                    ", ",
                    card.languages().stream().map(code -> language(t, code)).toList()));
        }
        return tags;
    }

    static List<String> groups(Words t, Vocabulary vocabulary, List<UUID> terms) {
        return terms.stream()
                .map(vocabulary::find)
                .filter(concept -> concept != null && concept.facet() == Facet.GROUP)
                .map(concept -> concept.name(t.lang()))
                .toList();
    }

    static @Nullable String capacity(Words t, Card card) {
        if (card.available() == null || card.unitName() == null) {
            return null;
        }
        var unit = t.text(card.unitName(), card.unitTranslations(), "name").text();
        return t.of(
                "finding.capacity.free",
                card.available(),
                unit.toLowerCase(t.language().locale()));
    }

    /** Where to ask for the way; none where the place is not known or not told. */
    static @Nullable String directions(@Nullable Double latitude, @Nullable Double longitude) {
        return latitude == null || longitude == null
                ? null
                : "https://www.openstreetmap.org/?mlat=%1$s&mlon=%2$s#map=18/%1$s/%2$s".formatted(latitude, longitude);
    }

    static String phone(String number) {
        return "tel:" + number.replaceAll("[^+0-9]", "");
    }

    private static long minutes(LocalDateTime at, Instant moment) {
        return Math.max(
                1, Duration.between(at.atZone(ATHENS).toInstant(), moment).toMinutes());
    }

    private static ZonedDateTime local(Instant moment) {
        return moment.atZone(ATHENS);
    }
}
