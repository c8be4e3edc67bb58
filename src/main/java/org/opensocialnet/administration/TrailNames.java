package org.opensocialnet.administration;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Members;
import org.opensocialnet.access.Organizations;
import org.opensocialnet.audit.TrailLine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the ids of the trail are called now, as far as the reader may see: looked up while it is read and kept nowhere, for
 * the trail itself never holds a name. Who is gone stays a number.
 */
@Component
class TrailNames {

    private final Members members;
    private final ObjectProvider<Organizations> organizations;
    private final JdbcClient jdbc;

    TrailNames(Members members, ObjectProvider<Organizations> organizations, JdbcClient jdbc) {
        this.members = members;
        this.organizations = organizations;
        this.jdbc = jdbc;
    }

    /** The names of one page's lines, by id. */
    record Names(Map<UUID, String> known) {

        /** The name, else the end of the number. */
        String of(@Nullable UUID id) {
            return id == null ? "" : known.getOrDefault(id, "…" + id.toString().substring(24));
        }
    }

    Names of(List<TrailLine> lines) {
        var people = new HashSet<UUID>();
        var houses = new HashSet<UUID>();
        var services = new HashSet<UUID>();
        var locations = new HashSet<UUID>();
        for (var line : lines) {
            add(people, line.member());
            add(houses, line.organization());
            add(houses, line.whose());
            switch (line.kind()) {
                case "member" -> add(people, line.subject());
                case "organization" -> add(houses, line.subject());
                case "service" -> add(services, line.subject());
                case "location" -> add(locations, line.subject());
                default -> {}
            }
        }
        var known = new HashMap<>(members.names(people));
        houses.forEach(id -> organization(id).ifPresent(name -> known.put(id, name)));
        known.putAll(named("select id, name from directory.public_service where id in (:ids)", services));
        known.putAll(named("select id, name from directory.public_location where id in (:ids)", locations));
        return new Names(known);
    }

    private static void add(Collection<UUID> ids, @Nullable UUID id) {
        if (id != null) {
            ids.add(id);
        }
    }

    private Optional<String> organization(UUID id) {
        return Optional.ofNullable(organizations.getIfAvailable()).flatMap(book -> book.name(id));
    }

    private Map<UUID, String> named(String question, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(question)
                        .param("ids", ids)
                        .query((row, _) -> Map.entry(
                                row.getObject("id", UUID.class),
                                Objects.requireNonNullElse(row.getString("name"), "–")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
