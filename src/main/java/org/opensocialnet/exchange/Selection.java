package org.opensocialnet.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.search.Matching;

/** Which records a request asks for, as the condition of a query with its values. */
final class Selection {

    /** Small letters without accents, as readers type and as {@code SearchText.plain} writes. */
    private static final String FOLDED =
            "translate(lower(%s), 'άέήίόύώϊϋΐΰςàáâäãçèéêëìíîïñòóôöõùúûü', 'αεηιουωιυιυσaaaaaceeeeiiiinooooouuuu')";

    private static final String NAME_ALSO = FOLDED.formatted(
            "concat_ws(' ', %1$s.name, %1$s.alternate_name, %1$s.description, %1$s.translations::text)");

    private static final String NAME =
            FOLDED.formatted("concat_ws(' ', %1$s.name, %1$s.description, %1$s.translations::text)");

    /** The middle of the known places of a postcode. */
    private static final String CENTRE = """
            (select avg(l.latitude) as latitude, avg(l.longitude) as longitude
             from directory.public_address d
             join directory.public_location l on l.id = d.location_id
             where lower(replace(d.postal_code, ' ', '')) = ?)
            """;

    /** What the search index does not hold: services that are not to be found any more. */
    private static final String NOT_INDEXED =
            "(s.gone_at is not null or s.status not in ('active', 'temporarily closed'))";

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final List<Object> key = new ArrayList<>();
    private final @Nullable Matching found;

    private Selection(@Nullable Matching found) {
        this.found = found;
    }

    static Selection of(Listing listing, Asked asked) {
        return of(listing, asked, null);
    }

    /** With what the search index found for the words, where it was asked. */
    static Selection of(Listing listing, Asked asked, @Nullable Matching found) {
        var selection = new Selection(found);
        switch (listing) {
            case SERVICES -> selection.services(asked);
            case ORGANIZATIONS -> selection.organizations(asked);
            case SERVICE_AT_LOCATIONS -> selection.places(asked);
            case TAXONOMIES -> {
                selection.where("x.gone_at is null");
                selection.words(NAME.formatted("x"), asked);
            }
            case TAXONOMY_TERMS -> selection.terms(asked);
        }
        return selection;
    }

    String condition() {
        return String.join("\n  and ", conditions);
    }

    List<Object> values() {
        return values;
    }

    /** What tells one selection from another; the words asked for stand for what was found by them. */
    List<Object> key() {
        return List.of(condition(), key);
    }

    /** Those gone from their source are told, as inactive, only to who keeps a copy and asks for changes. */
    private void services(Asked asked) {
        if (asked.modifiedAfter() == null) {
            where("s.gone_at is null");
        } else {
            where("greatest(s.last_modified, s.changed_at) >= ?", asked.modifiedAfter());
        }
        if (asked.organization() != null) {
            where("s.organization_id = ?", asked.organization());
        }
        if (found == null) {
            words(NAME_ALSO.formatted("s"), asked);
        } else {
            foundOr("s.id = any(cast(? as uuid[]))", found.services(), NOT_INDEXED + " and " + allWords("s"), asked);
        }
        attributes("b.link_id = s.id", asked);
    }

    private void organizations(Asked asked) {
        where("o.gone_at is null");
        if (found == null) {
            words(NAME_ALSO.formatted("o"), asked);
        } else {
            foundOr(
                    "o.id in (select s.organization_id from directory.public_service s where s.id = any(cast(? as uuid[])))",
                    found.services(),
                    allWords("o"),
                    asked);
        }
        attributes(
                "(b.link_id = o.id or b.link_id in (select s.id from directory.public_service s where s.organization_id = o.id))",
                asked);
    }

    private void places(Asked asked) {
        where("a.gone_at is null");
        if (asked.modifiedAfter() != null) {
            where("""
                    (a.changed_at >= ?
                     or exists (select from directory.public_service s
                                where s.id = a.service_id and greatest(s.last_modified, s.changed_at) >= ?)
                     or exists (select from directory.public_location l where l.id = a.location_id and l.changed_at >= ?))
                    """, asked.modifiedAfter(), asked.modifiedAfter(), asked.modifiedAfter());
        }
        if (asked.organization() != null) {
            where(
                    "exists (select from directory.public_service s where s.id = a.service_id and s.organization_id = ?)",
                    asked.organization());
        }
        if (found != null) {
            foundOr(
                    "a.id = any(cast(? as uuid[]))",
                    found.points(),
                    "exists (select from directory.public_service s where s.id = a.service_id and " + NOT_INDEXED
                            + " and " + allWords("s") + ")",
                    asked);
        }
        for (var word : found == null ? asked.search() : List.<String>of()) {
            where("""
                    (exists (select from directory.public_service s where s.id = a.service_id and strpos(%s, ?) > 0)
                     or exists (select from directory.public_location l where l.id = a.location_id and strpos(%s, ?) > 0))
                    """.formatted(NAME_ALSO.formatted("s"), NAME_ALSO.formatted("l")), word, word);
        }
        attributes("b.link_id in (a.service_id, a.id)", asked);
        postcode(asked);
    }

    /** Within so many metres of the postcode; or at it, or where a service says that it serves it. */
    private void postcode(Asked asked) {
        if (asked.postcode() == null) {
            return;
        }
        if (asked.proximity() != null) {
            where("""
                    exists (
                        select
                        from directory.public_location l, %s centre
                        where l.id = a.location_id
                          and 2 * 6371008.8 * asin(least(1, sqrt(
                                  sin(radians(l.latitude - centre.latitude) / 2) ^ 2
                                  + cos(radians(l.latitude)) * cos(radians(centre.latitude))
                                    * sin(radians(l.longitude - centre.longitude) / 2) ^ 2))) <= ?)
                    """.formatted(CENTRE), asked.postcode(), asked.proximity());
        } else {
            where("""
                    (exists (select from directory.public_address d
                             where d.location_id = a.location_id and lower(replace(d.postal_code, ' ', '')) = ?)
                     or exists (select from directory.public_service_area e
                                where (e.service_id = a.service_id or e.service_at_location_id = a.id)
                                  and strpos(lower(replace(concat_ws(' ', e.name, e.description, e.extent), ' ', '')), ?) > 0))
                    """, asked.postcode(), asked.postcode());
        }
    }

    private void terms(Asked asked) {
        where("t.gone_at is null");
        for (var taxonomy : asked.taxonomies()) {
            where("t.taxonomy_id = ?", taxonomy);
        }
        if (asked.parent() != null) {
            where("t.parent_id = ?", asked.parent());
        }
        if (asked.topOnly()) {
            where("t.parent_id is null");
        }
        words(NAME.formatted("t"), asked);
    }

    private void attributes(String link, Asked asked) {
        for (var term : asked.terms()) {
            where("""
                    exists (select from directory.public_attribute b
                            where %s and b.taxonomy_term_id in (
                                with recursive below (id) as (
                                    select cast(? as uuid)
                                    union
                                    select t.id from directory.public_taxonomy_term t join below on t.parent_id = below.id)
                                select id from below))
                    """.formatted(link), term);
        }
        for (var taxonomy : asked.taxonomies()) {
            where("""
                    exists (select from directory.public_attribute b
                            join directory.public_taxonomy_term t on t.id = b.taxonomy_term_id
                            where %s and t.taxonomy_id = ?)
                    """.formatted(link), taxonomy);
        }
    }

    private void words(String text, Asked asked) {
        for (var word : asked.search()) {
            where("strpos(" + text + ", ?) > 0", word);
        }
    }

    /** In what the index found; or, where the index does not reach, by the words as they are written. */
    private void foundOr(String indexed, Set<UUID> ids, String written, Asked asked) {
        conditions.add("(" + indexed + " or " + written + ")");
        values.add(ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")));
        values.add(asked.search().toArray(String[]::new));
        key.add(asked.search());
    }

    private static String allWords(String letter) {
        return "(select bool_and(strpos(%s, word) > 0) from unnest(cast(? as text[])) as word)"
                .formatted(NAME_ALSO.formatted(letter));
    }

    private void where(String condition, Object... given) {
        conditions.add(condition);
        values.addAll(List.of(given));
        key.addAll(List.of(given));
    }
}
