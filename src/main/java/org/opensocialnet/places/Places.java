package org.opensocialnet.places;

import java.util.List;
import java.util.Optional;
import org.opensocialnet.kernel.GeoPoint;
import org.springframework.stereotype.Component;

/** The places of the city people know: communities, neighbourhoods, squares, stations; and in which community a point lies. */
@Component
public class Places {

    private final List<Place> all;
    private final List<Area> communities;
    private final byte[] map;

    Places(Ground ground) {
        this.all = ground.places();
        this.communities = ground.communities();
        this.map = ground.document();
    }

    public List<Place> all() {
        return all;
    }

    /** What our own map draws, a GeoJSON document. */
    public byte[] map() {
        return map.clone();
    }

    /** The municipal communities in the order of their codes. */
    public List<Place> communities() {
        return communities.stream().map(Area::place).toList();
    }

    public Optional<Place> byCode(String code) {
        return all.stream().filter(place -> place.code().equals(code)).findFirst();
    }

    /** The community a point lies in; none outside the city. */
    public Optional<Place> communityAt(GeoPoint point) {
        return communities.stream()
                .filter(area -> area.contains(point))
                .map(Area::place)
                .findFirst();
    }
}
