package org.opensocialnet.catchment;

import java.util.List;

/** What was found: for each area what its people reach, for each site who shares it, in the order they were told. */
public record Accessibility(List<Access> areas, List<Load> sites) {

    public Accessibility {
        areas = List.copyOf(areas);
        sites = List.copyOf(sites);
    }
}
