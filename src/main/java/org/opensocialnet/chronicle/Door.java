package org.opensocialnet.chronicle;

import java.util.List;
import java.util.UUID;

/**
 * A service of the city as the story sees it: who comes, when, and how much room there is.
 *
 * @param body the organisation's short name
 * @param key the service's short name in its organisation
 * @param kinds words of osn-service
 * @param groups words of osn-target-group
 * @param zones the communities of its places; none where it has none
 */
record Door(
        UUID service,
        UUID organization,
        String body,
        String key,
        List<String> kinds,
        List<String> groups,
        List<String> zones,
        Rota rota,
        List<Room> rooms) {

    Door {
        kinds = List.copyOf(kinds);
        groups = List.copyOf(groups);
        zones = List.copyOf(zones);
        rooms = List.copyOf(rooms);
    }

    /**
     * What it counts.
     *
     * @param unit the directory's Greek word for it
     * @param group a word of osn-target-group; empty where it is for all
     */
    record Room(UUID counter, String unit, String group, int available, int maximum) {}

    String name() {
        return body + "/" + key;
    }
}
