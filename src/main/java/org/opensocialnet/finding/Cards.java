package org.opensocialnet.finding;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.index.Watch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reads the cards of points by their ids, in one statement. A point that is not public any more has none.
 *
 * <p>Cards are kept while nothing in the directory changes, and never longer than a minute: on a busy evening many
 * readers ask for the same few. Each time it is asked first whether another node changed something, so that what it
 * hid is hidden here too.
 */
@Repository
class Cards {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST = 20_000;

    private record Kept(long version, Instant until, Map<UUID, Card> cards) {}

    private final JdbcClient jdbc;
    private final Watch watch;
    private final Clock clock;
    private volatile @Nullable Kept kept;

    Cards(JdbcClient jdbc, Watch watch, Clock clock) {
        this.jdbc = jdbc;
        this.watch = watch;
        this.clock = clock;
    }

    /** In the order asked for. */
    List<Card> of(List<UUID> points) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return inTransaction(points);
        }
        var known = known();
        Map<UUID, Card> found = new HashMap<>();
        var unknown = new ArrayList<UUID>();
        for (var point : points) {
            var card = known.get(point);
            if (card == null) {
                unknown.add(point);
            } else {
                found.put(point, card);
            }
        }
        if (!unknown.isEmpty()) {
            read(unknown).forEach(card -> found.put(card.id(), card));
            unknown.stream().map(found::get).filter(Objects::nonNull).forEach(card -> known.put(card.id(), card));
        }
        return points.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** What is read inside of a transaction may never be kept: a preview of a draft is nobody else's page. */
    private List<Card> inTransaction(List<UUID> points) {
        var found = read(points).stream().collect(Collectors.toMap(Card::id, Function.identity()));
        return points.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private Map<UUID, Card> known() {
        long version = watch.version();
        var now = clock.instant();
        var current = kept;
        if (current == null
                || current.version() != version
                || now.isAfter(current.until())
                || current.cards().size() > MOST) {
            current = new Kept(version, now.plus(LONGEST), new ConcurrentHashMap<>());
            kept = current;
        }
        return current.cards();
    }

    private List<Card> read(Collection<UUID> points) {
        return jdbc.sql("""
                select p.id, s.id as service, s.name, s.translations, s.service_kind, s.sensitive,
                       s.free_of_charge, s.referral_needed, s.papers_needed,
                       o.id as organization, o.name as organization_name, o.translations as organization_translations,
                       l.id as location, l.name as place_name, l.area, l.translations as place_translations, l.zone,
                       coalesce(l.confidential, false) as confidential, l.latitude, l.longitude,
                       concat_ws(', ', d.address_1, nullif(d.city, '')) as address,
                       (select jsonb_object_agg(x.key, jsonb_build_object('address', concat_ws(', ',
                                coalesce(x.value ->> 'address_1', d.address_1),
                                nullif(coalesce(x.value ->> 'city', d.city), ''))))
                        from jsonb_each(d.translations) x) as address_translations,
                       (select f.number
                        from directory.public_phone f
                        where f.service_at_location_id = p.id or f.service_id = s.id or f.location_id = l.id
                        order by f.service_at_location_id is null, f.service_id is null, f.id limit 1) as phone,
                       array(select x.taxonomy_term_id
                        from directory.public_attribute x
                        where x.link_id = s.id and x.link_entity = 'service' order by x.id) as terms,
                       array(select distinct lower(coalesce(nullif(g.code, ''), g.name))
                        from directory.public_language g
                        where g.service_id = s.id or g.location_id = l.id) as languages,
                       exists (select
                        from directory.public_accessibility y
                        where y.location_id = l.id and y.feature = 'wheelchair') as wheelchair,
                       c.available, c.unit_name, c.unit_translations, c.counted
                from unnest(cast(:ids as uuid[])) as p (id)
                left join directory.public_service_at_location at on at.id = p.id and at.gone_at is null
                join directory.public_service s on s.id = coalesce(at.service_id, p.id) and s.gone_at is null
                join directory.public_organization o on o.id = s.organization_id
                left join directory.public_location l on l.id = at.location_id
                left join lateral (
                    select a.address_1, a.city, a.translations
                    from directory.public_address a
                    where a.location_id = l.id
                    order by a.address_type
                    limit 1) d on true
                left join lateral (
                    select sum(k.available) as available, u.name as unit_name, u.translations as unit_translations,
                           min(k.updated) as counted
                    from directory.public_service_capacity k
                    join directory.public_unit u on u.id = k.unit_id
                    where k.service_id = s.id
                    group by u.id, u.name, u.translations
                    order by sum(k.maximum) desc nulls last, u.name
                    limit 1) c on true
                """)
                .param("ids", points.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .query((row, _) -> card(row))
                .list();
    }

    private static Card card(ResultSet row) throws SQLException {
        return new Card(
                row.getObject("id", UUID.class),
                row.getObject("service", UUID.class),
                row.getString("name"),
                row.getString("translations"),
                row.getString("service_kind"),
                row.getBoolean("sensitive"),
                (Boolean) row.getObject("free_of_charge"),
                (Boolean) row.getObject("referral_needed"),
                (Boolean) row.getObject("papers_needed"),
                row.getObject("organization", UUID.class),
                row.getString("organization_name"),
                row.getString("organization_translations"),
                row.getObject("location", UUID.class),
                row.getString("place_name"),
                row.getString("area"),
                row.getString("place_translations"),
                row.getString("zone"),
                row.getBoolean("confidential"),
                (Double) row.getObject("latitude"),
                (Double) row.getObject("longitude"),
                row.getString("address"),
                row.getString("address_translations"),
                row.getString("phone"),
                values(row.getArray("terms"), UUID.class).toList(),
                values(row.getArray("languages"), String.class).sorted().toList(),
                row.getBoolean("wheelchair"),
                whole(row.getBigDecimal("available")),
                row.getString("unit_name"),
                row.getString("unit_translations"),
                row.getObject("counted", OffsetDateTime.class) == null
                        ? null
                        : row.getObject("counted", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Integer whole(java.math.@Nullable BigDecimal number) {
        return number == null ? null : number.intValue();
    }

    private static <T> Stream<T> values(Array array, Class<T> type) throws SQLException {
        return Arrays.stream((Object[]) array.getArray())
                .filter(Objects::nonNull)
                .map(type::cast);
    }
}
