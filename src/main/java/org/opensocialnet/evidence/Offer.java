package org.opensocialnet.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.GeoPoint;

/**
 * A service the directory tells everybody of.
 *
 * @param groups for whom it is; empty where it is for everybody
 * @param zones the communities of its places
 * @param sites where it is given, as far as that may be told
 * @param confirmed when somebody said last that the record is right; none where nobody did
 */
public record Offer(
        String service,
        String organization,
        Set<String> types,
        Set<String> groups,
        Set<String> zones,
        List<GeoPoint> sites,
        @Nullable LocalDate confirmed) {

    public Offer {
        types = Set.copyOf(types);
        groups = Set.copyOf(groups);
        zones = Set.copyOf(zones);
        sites = List.copyOf(sites);
    }

    /** Whether it is for this group among others; what is for everybody is for each. */
    public boolean isFor(String group) {
        return group.equals(Picture.ALL) || groups.isEmpty() || groups.contains(group);
    }

    /** Whether it is given at a place at all, or only by telephone, on the street or nobody knows where. */
    public boolean hasPlace() {
        return !sites.isEmpty() || !zones.isEmpty();
    }
}
